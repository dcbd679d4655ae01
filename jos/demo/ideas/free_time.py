"""Free time: the way in, and what there is most of."""

from jos.demo.ideas.idea import Idea
from jos.demo.ideas.own import FREE_TIME as ONLY_ONE
from organisations.enums import Season, Sector, WorkForm

MOBILE, OUTREACH = WorkForm.MOBILE, WorkForm.OUTREACH
SCHOOL_YEAR, HOLIDAYS, SUMMER = Season.SCHOOL_YEAR, Season.HOLIDAYS, Season.SUMMER
SPORT, CULTURE, OTHER, SCHOOL = Sector.SPORT, Sector.CULTURE, Sector.OTHER, Sector.BROAD_SCHOOL

FOR_ANYBODY = (
    Idea(
        "Open huis",
        "Kom binnen, neem iets te drinken, doe mee of doe even niets.",
        "woensdag 14:00-18:00, vrijdag 17:00-21:00",
    ),
    Idea(
        "Meidenavond",
        "Naaien, dansen, praten en lachen, met meisjes onder elkaar.",
        "donderdag 18:30-21:00",
        cost="1 euro per keer",
    ),
    Idea(
        "Speelplein {wijk}",
        "Een hele dag buiten spelen met leuke begeleiders.",
        "maandag tot vrijdag 9:00-17:00",
        season=HOLIDAYS,
        ages=(6, 12),
        cost="2 euro per dag",
    ),
    Idea("Muziekkot", "Beats maken, zingen en rappen. Alles wat je nodig hebt staat er.", "vrijdag 18:00-22:00"),
    Idea("Kook je mee?", "Samen koken en eten. Wie kookt, kiest de muziek.", "dinsdag 17:00-20:00", cost="2 euro"),
    Idea(
        "De Knutselkast",
        "Lijm, verf, karton en veel fantasie.",
        "woensdag 13:30-16:00",
        season=SCHOOL_YEAR,
        ages=(6, 12),
        cost="1 euro per keer",
    ),
    Idea(
        "Zomerbar",
        "Jongeren houden samen een bar open. Zonder alcohol, met dans.",
        "vrijdag en zaterdag 19:00-1:00",
        season=SUMMER,
        ages=(14, 25),
    ),
    Idea("Fietsclub De Platte Band", "Wij rijden uit en herstellen samen je fiets.", "zaterdag 10:00-12:30"),
    Idea("Spelletjesavond", "Van kaarten tot schermspel: iedereen kent er wel een.", "dinsdag 18:30-21:00"),
    Idea(
        "Nachtvoetbal",
        "De zaal is open tot na middernacht. Wie komt, speelt mee.",
        "zaterdag 22:00-0:30",
        ages=(16, 25),
    ),
    Idea(
        "Filmavond", "Jij kiest de film, wij zorgen voor de popcorn.", words="laatste vrijdag van de maand 19:00-22:00"
    ),
    Idea("Zes tegen zes", "Voetbal op het plein. Geen ploeg? Wij maken er een.", "dinsdag en donderdag 16:30-18:30"),
    Idea(
        "Kamp aan zee",
        "Drie dagen weg uit de stad, voor wie nooit op kamp ging.",
        words="een lang weekend in juli",
        cost="15 euro",
        season=SUMMER,
    ),
    Idea(
        "Speelbus",
        "De bus vol speelgoed stopt op jouw plein.",
        "maandag en donderdag 15:45-17:30",
        form=MOBILE,
        season=SCHOOL_YEAR,
        ages=(6, 11),
    ),
    Idea(
        "Pleinwerk",
        "Twee begeleiders, een bal en veel goesting, op jouw plein.",
        "dinsdag en donderdag 15:30-18:30",
        form=OUTREACH,
    ),
    Idea("Chocomelk op de bank", "Elke week een thermos, elke week tijd.", "woensdag 15:00-17:30", form=OUTREACH),
    Idea("Avondronde", "Als het donker is, zijn wij er nog.", "vrijdag 20:30-0:30", form=OUTREACH),
)

FOR_SOME = (
    Idea("Open training", "Kom kijken, doe mee. Sportschoenen mag je lenen.", "woensdag 14:00-15:30", whose=SPORT),
    Idea(
        "Sportkamp zonder drempel",
        "Een week lang elke dag een andere sport.",
        "maandag tot vrijdag 9:00-16:00",
        season=HOLIDAYS,
        cost="2 euro per dag",
        whose=SPORT,
    ),
    Idea(
        "Toernooi van {wijk}",
        "Kleine ploegen, veel lawaai, iedereen speelt.",
        words="laatste zondag van de maand",
        cost="1 euro",
        whose=SPORT,
    ),
    Idea("Sporten met je moeder", "Samen zweten, samen lachen.", "zaterdag 10:00-11:30", whose=SPORT, cost="2 euro"),
    Idea("Ballen en bidons", "De bakfiets met sportgerief komt langs.", "woensdag 14:00-17:00", MOBILE, whose=SPORT),
    Idea("Open atelier", "Maken, oefenen, tonen. Wij helpen je op weg.", "woensdag 14:00-16:30", whose=CULTURE),
    Idea("Koor van {wijk}", "Zingen in alle talen. Vals zingen mag.", "dinsdag 19:00-20:30", whose=CULTURE),
    Idea(
        "Podium voor jou",
        "Tien minuten voor wie durft.",
        words="eerste vrijdag van de maand",
        whose=CULTURE,
        cost="2 euro",
    ),
    Idea("Eten als bij oma", "Recepten van thuis, aan één tafel.", "zondag 12:00-15:00", whose=CULTURE, cost="2 euro"),
    Idea("Verhalen van de straat", "Wij verzamelen ze, jij vertelt.", "donderdag 17:00-19:00", whose=CULTURE),
    Idea("Buurtfeest mee maken", "Van affiche tot afwas.", "zaterdag 14:00-17:00", whose=OTHER),
    Idea("Dieren verzorgen", "De geiten kennen je na één keer.", "zaterdag 9:00-11:30", whose=OTHER, cost="1 euro"),
    Idea(
        "Speelplaats blijft open",
        "Na school mag de poort open blijven: spelen met toezicht.",
        "maandag en donderdag 16:00-18:00",
        season=SCHOOL_YEAR,
        whose=SCHOOL,
    ),
)

FREE_TIME = FOR_ANYBODY + FOR_SOME + ONLY_ONE
