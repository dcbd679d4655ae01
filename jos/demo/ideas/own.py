"""What only one partner in town does, in its free time offer: nobody else could have thought of it."""

from jos.demo.ideas.idea import Idea
from organisations.enums import Season

FREE_TIME = (
    Idea(
        "Boksen voor starters",
        "Hard trainen, elkaar helpen. Handschoenen krijg je van ons.",
        "maandag en woensdag 18:00-19:30",
        cost="5 euro per maand",
        whose="Boksclub De Gouden Handschoen",
    ),
    Idea(
        "Zaterdag in de ring",
        "Eerst touwtjespringen, dan samen ontbijten.",
        "zaterdag 9:30-11:30",
        whose="Boksclub De Gouden Handschoen",
    ),
    Idea(
        "Meisjes op het veld",
        "Voetbal voor meisjes, door meisjes.",
        "vrijdag 17:00-18:30",
        cost="2 euro per keer",
        whose="FC Linderboys",
    ),
    Idea(
        "Basket na school",
        "Een ring, een bal, een trainer die blijft.",
        "maandag 16:00-17:30",
        whose="Basketbal Kouter",
    ),
    Idea(
        "Turnen voor het plezier",
        "Rollen, springen, klimmen. Geen wedstrijd, geen punten.",
        "zaterdag 9:30-11:00",
        cost="3 euro per keer",
        whose="Turnkring Lenig",
    ),
    Idea(
        "Eerste keer op een plank", "Helm en plank liggen klaar.", "zondag 14:00-16:00", whose="Skatecollectief Helling"
    ),
    Idea(
        "Circus op woensdag",
        "Jongleren, koorddansen, vallen en opstaan.",
        "woensdag 14:00-16:00",
        cost="1 euro per keer",
        whose="Circus Zonder Zaagsel",
    ),
    Idea(
        "Je eerste gitaar",
        "Zes weken les. Het instrument mag mee naar huis.",
        "dinsdag 16:30-18:00",
        cost="10 euro per trimester",
        season=Season.SCHOOL_YEAR,
        whose="Muziekplein",
    ),
    Idea(
        "Repetitiekot", "Een drumstel, drie versterkers en dikke muren.", "donderdag 17:00-21:00", whose="Muziekplein"
    ),
    Idea(
        "Spuitbus en stift",
        "Legaal op de muur, met wie het kan.",
        "zaterdag 14:00-17:00",
        cost="2 euro",
        whose="Kunstacademie Het Palet",
    ),
    Idea(
        "Theater uit het niets",
        "Wij maken een stuk van wat jullie meemaken.",
        "zaterdag 13:00-16:00",
        cost="10 euro per trimester",
        whose="Theater De Nachtvlinder",
    ),
    Idea(
        "Voorlezen in de zetel",
        "Elke week een nieuw verhaal, in twee talen.",
        "zaterdag 10:30-11:30",
        whose="Bibliotheek De Leeslamp",
    ),
    Idea(
        "Strips en spellen", "Een tafel vol, tot de bib sluit.", "woensdag 13:00-17:00", whose="Bibliotheek De Leeslamp"
    ),
    Idea(
        "Handen in de grond", "Zaaien, plukken en proeven in de buurttuin.", "woensdag 14:00-16:00", whose="Groendienst"
    ),
    Idea(
        "Dansvloer", "Van salsa tot breakdance, met een optreden in juni.", "vrijdag 17:30-19:30", whose="Latino Ritmo"
    ),
    Idea(
        "Cricket op het gras",
        "Wij leren je de regels in een kwartier.",
        "zondag 13:00-16:00",
        whose="Afghaanse Jeugd Lindermonde",
    ),
    Idea("Hutten bouwen", "Planken, spijkers en geen plan.", "woensdag 13:30-17:00", whose="Avontuurlijk Spelen Noord"),
    Idea(
        "Zondag in het bos", "Vuur maken, spoor zoeken, soep koken.", "zondag 10:00-16:00", whose="Kampvuur Lindermonde"
    ),
    Idea(
        "Meisjes in de studio",
        "Zing in wat je nooit luidop zegt.",
        "vrijdag 16:00-18:30",
        whose="Meisjeswerking Mozaïek",
    ),
)
