"""Welfare, bridge and signal: what free time opens the door to."""

from jos.demo.ideas.idea import Idea
from organisations.enums import Audience, Season, Sector, WorkForm

MOBILE, OUTREACH = WorkForm.MOBILE, WorkForm.OUTREACH
SCHOOL_YEAR, COLLEAGUES = Season.SCHOOL_YEAR, Audience.PROFESSIONALS
SAFETY, SCHOOL, WORK, HEALTH = Sector.SAFETY, Sector.EDUCATION, Sector.WORK, Sector.HEALTH

WELFARE = (
    Idea("Babbelhoek", "Zit je ergens mee? Wij luisteren. Jij kiest wat je vertelt.", "woensdag 15:00-18:00"),
    Idea("Samen naar de dokter", "Alleen gaan is niet fijn. Wij gaan met je mee.", words="op afspraak"),
    Idea("Soep op donderdag", "Soep, en iemand die vraagt hoe het gaat.", "donderdag 12:00-14:00", cost="1 euro"),
    Idea("Papierwinkel", "Een brief die je niet snapt? Breng hem mee, wij lezen samen.", "dinsdag 16:00-18:00"),
    Idea(
        "Op adem",
        "Een rustige plek na school, voor wie thuis weinig plaats heeft.",
        "maandag en woensdag 16:00-17:30",
        season=SCHOOL_YEAR,
    ),
    Idea("Praten met ouders", "Koffie, en tijd voor wat thuis moeilijk is.", "vrijdag 9:00-11:00"),
    Idea("Kledingrek", "Neem wat past, breng wat te klein is.", words="eerste zaterdag van de maand 10:00-13:00"),
    Idea(
        "Straathoekwerk",
        "Wij kennen de straat en de mensen. Spreek ons gerust aan.",
        "woensdag en zaterdag 20:00-23:30",
        OUTREACH,
        words="op wisselende plekken",
    ),
    Idea("Zorgtafel {wijk}", "Wie helpt wie?", words="eerste maandag van de maand 10:00-12:00", audience=COLLEAGUES),
    Idea(
        "Spreekuur voor jongeren",
        "Over je lijf, slapen, stress.",
        "maandag 16:00-18:00",
        whose=HEALTH,
    ),
    Idea("Goed in je vel", "Vier avonden over wat je sterk maakt.", "donderdag 17:00-19:00", whose=HEALTH),
)

BRIDGE = (
    Idea(
        "Huiswerkklas",
        "Samen je huiswerk af, en dan nog tijd om te spelen.",
        "maandag, dinsdag en donderdag 15:45-17:30",
        season=SCHOOL_YEAR,
        whose=SCHOOL,
    ),
    Idea(
        "Brug naar school",
        "Een brugfiguur praat met jou, je ouders en je school.",
        words="op school en thuis, op afspraak",
        season=SCHOOL_YEAR,
        whose=SCHOOL,
    ),
    Idea("Studeren in stilte", "Een lange tafel, licht en hulp.", "dinsdag en donderdag 17:00-19:00", whose=SCHOOL),
    Idea("Wat kies ik na zes?", "Samen scholen bezoeken voor je kiest.", "woensdag 13:30-16:00", whose=SCHOOL),
    Idea(
        "Eerste job",
        "Wij schrijven je brief mee en gaan mee naar de baas.",
        "woensdag 13:00-17:00",
        ages=(16, 25),
        whose=WORK,
    ),
    Idea(
        "Proefdraaien",
        "Twee weken meelopen in een beroep dat je niet kent.",
        words="op afspraak",
        ages=(16, 25),
        whose=WORK,
    ),
    Idea(
        "Fiets gemaakt, vak geleerd",
        "Leer een fiets herstellen.",
        "vrijdag 13:00-17:00",
        ages=(16, 25),
        whose=WORK,
        cost="5 euro",
    ),
    Idea(
        "Vakantiewerk gezocht", "Van februari tot juni zoeken we mee.", "dinsdag 16:00-18:30", ages=(16, 25), whose=WORK
    ),
    Idea(
        "Praten met de politie",
        "Vragen mag. Over controle en respect.",
        words="laatste dinsdag van de maand 17:00-19:00",
        whose=SAFETY,
    ),
    Idea("Sorry, en dan?", "Na ruzie of schade: samen naar een oplossing.", words="op afspraak", whose=SAFETY),
    Idea("Proef een sport", "Elke maand een andere club. De eerste keer gaan wij mee.", "zaterdag 10:00-12:00"),
    Idea("Wegwijs", "Welke club, welke dienst, welk loket? Wij zoeken het samen uit.", "vrijdag 15:00-17:00"),
    Idea("Taal en thee", "Nederlands oefenen zonder boeken, met thee.", "dinsdag 19:00-21:00"),
    Idea(
        "Langs alle deuren",
        "Wij stappen samen langs wie je kan helpen.",
        words="laatste woensdag van de maand",
        form=MOBILE,
    ),
)

SIGNAL = (
    Idea("Zeg het maar", "Wat moet beter in de wijk? Wij brengen het verder.", "woensdag 16:00-17:00"),
    Idea(
        "Wijkraad {wijk}",
        "Jongeren beslissen wat de stad van hen moet weten.",
        words="derde dinsdag van de maand 19:00-20:30",
    ),
    Idea("Wij filmen {wijk}", "Jongeren filmen hun wijk en tonen het aan de schepen.", "zaterdag 14:00-15:30"),
    Idea(
        "Luisterronde",
        "Wij gaan rond en vragen: wat loopt fout, wat goed?",
        "donderdag 17:00-18:00",
        OUTREACH,
    ),
    Idea(
        "Signalentafel",
        "Wij leggen onze signalen naast elkaar.",
        words="tweede vrijdag van de maand 13:30-15:30",
        audience=COLLEAGUES,
    ),
    Idea(
        "Koffie met de wijkagent",
        "Zeg wat je ziet, hoor wat kan.",
        words="eerste woensdag van de maand 16:00-17:00",
        whose=SAFETY,
    ),
)
