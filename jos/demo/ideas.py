"""What partners do, in their own words: titles, descriptions and hours of the offers. `{wijk}` is the neighbourhood."""

from dataclasses import dataclass

from organisations.enums import Audience, Function, Season, WorkForm


@dataclass(frozen=True)
class Idea:
    """An offer somebody could think of, for one function or for several at once."""

    title: str
    description: str
    schedule: str
    form: WorkForm = WorkForm.FIXED
    season: Season = Season.ALL_YEAR
    cost: str = "gratis"
    audience: Audience = Audience.PUBLIC


MOBILE, OUTREACH = WorkForm.MOBILE, WorkForm.OUTREACH
SCHOOL_YEAR, HOLIDAYS, SUMMER = Season.SCHOOL_YEAR, Season.HOLIDAYS, Season.SUMMER
COLLEAGUES = Audience.PROFESSIONALS

FREE_TIME = (
    Idea(
        "Open deur {wijk}",
        "Kom binnen, neem iets te drinken, doe mee of doe even niets.",
        "woensdag 14:00-18:00, vrijdag 17:00-21:00",
    ),
    Idea(
        "Voetbal op het plein, {wijk}",
        "Zes tegen zes. Geen ploeg? Wij maken er een.",
        "dinsdag en donderdag 16:30-18:30",
    ),
    Idea(
        "Meidenatelier {wijk}",
        "Naaien, tekenen, praten en lachen, met meisjes onder elkaar.",
        "zaterdag 13:30-16:30",
        cost="1 euro",
    ),
    Idea(
        "Speelplein {wijk}",
        "Een hele dag buiten spelen met leuke begeleiders.",
        "weekdagen 9:00-17:00",
        season=HOLIDAYS,
        cost="2 euro per dag",
    ),
    Idea("Muziekkot {wijk}", "Beats maken, zingen en rappen. Alles wat je nodig hebt staat er.", "vrijdag 18:00-22:00"),
    Idea(
        "Kook je mee? {wijk}",
        "Samen koken en samen eten. Wie kookt, kiest de muziek.",
        "donderdag 17:00-20:00",
        cost="2 euro",
    ),
    Idea(
        "Boksen in {wijk}",
        "Hard trainen, elkaar helpen. Handschoenen krijg je van ons.",
        "maandag en woensdag 18:00-19:30",
        cost="5 euro per maand",
    ),
    Idea(
        "Knutselclub {wijk}",
        "Lijm, verf, karton en veel fantasie.",
        "woensdag 13:30-16:00",
        season=SCHOOL_YEAR,
        cost="1 euro",
    ),
    Idea(
        "Zomerbar {wijk}",
        "Jongeren houden samen een bar open. Zonder alcohol, met dans.",
        "vrijdag en zaterdag 16:00-22:00",
        season=SUMMER,
    ),
    Idea("Fietsclub {wijk}", "Wij rijden uit en herstellen samen je fiets.", "zaterdag 10:00-12:30"),
    Idea("Spelletjesavond {wijk}", "Van kaarten tot schermspel: iedereen kent er wel een.", "dinsdag 18:30-21:00"),
    Idea(
        "Speelbus in {wijk}",
        "De bus vol speelgoed stopt op jouw plein.",
        "maandag en donderdag na school",
        form=MOBILE,
        season=SCHOOL_YEAR,
    ),
    Idea(
        "Pleinwerking {wijk}",
        "Twee begeleiders, een bal en veel goesting, op jouw plein.",
        "dagelijks 15:30-18:30",
        form=OUTREACH,
    ),
)

WELFARE = (
    Idea("Babbelhoek {wijk}", "Zit je ergens mee? Wij luisteren. Jij kiest wat je vertelt.", "woensdag 15:00-18:00"),
    Idea("Samen naar de dokter, {wijk}", "Alleen gaan is niet fijn. Wij gaan met je mee.", "op afspraak"),
    Idea(
        "Warm eten in {wijk}",
        "Elke donderdag een bord soep en iemand die vraagt hoe het gaat.",
        "donderdag 12:00-14:00",
    ),
    Idea("Papierwinkel {wijk}", "Een brief die je niet snapt? Breng hem mee, wij lezen samen.", "dinsdag 16:00-18:00"),
    Idea(
        "Op adem in {wijk}",
        "Een rustige plek na school, voor wie thuis weinig plaats heeft.",
        "weekdagen 16:00-18:00",
        season=SCHOOL_YEAR,
    ),
    Idea(
        "Straathoekwerk {wijk}",
        "Wij kennen de straat en de mensen. Spreek ons gerust aan.",
        "wisselende avonden",
        form=OUTREACH,
    ),
    Idea(
        "Overleg zorg rond jongeren in {wijk}",
        "Wie helpt wie? Een tafel voor hulpverleners en jeugdwerkers.",
        "eerste maandag van de maand",
        audience=COLLEAGUES,
    ),
)

BRIDGE = (
    Idea(
        "Huiswerkklas {wijk}",
        "Samen je huiswerk af, en dan nog tijd om te spelen.",
        "maandag, dinsdag en donderdag 15:45-17:30",
        season=SCHOOL_YEAR,
    ),
    Idea("Eerste job in {wijk}", "Wij schrijven je brief mee en gaan samen langs bij de baas.", "woensdag 13:00-17:00"),
    Idea(
        "Brug naar school, {wijk}",
        "Een brugfiguur praat met jou, je ouders en je school.",
        "op school en thuis, op afspraak",
        season=SCHOOL_YEAR,
    ),
    Idea("Proef een sport, {wijk}", "Elke maand een andere club. De eerste keer gaan wij mee.", "zaterdag 10:00-12:00"),
    Idea("Wegwijs in {wijk}", "Welke club, welke dienst, welk loket? Wij zoeken het samen uit.", "vrijdag 15:00-17:00"),
    Idea("Taal en thee in {wijk}", "Nederlands oefenen zonder boeken, met thee.", "dinsdag 19:00-21:00"),
    Idea(
        "Wandeling langs de diensten, {wijk}",
        "Wij stappen samen langs alle deuren die voor jou open staan.",
        "laatste woensdag van de maand",
        form=MOBILE,
    ),
)

SIGNAL = (
    Idea(
        "Zeg het maar, {wijk}",
        "Wat moet beter in de wijk? Wij schrijven het op en brengen het verder.",
        "woensdag 16:00-17:00",
    ),
    Idea(
        "Wijkraad van jongeren, {wijk}",
        "Jongeren beslissen wat de stad van hen moet weten.",
        "derde dinsdag van de maand 19:00-21:00",
    ),
    Idea(
        "Luisterronde {wijk}",
        "Wij gaan rond en vragen: wat loopt hier fout, en wat loopt goed?",
        "donderdag 16:00-19:00",
        form=OUTREACH,
    ),
    Idea("Filmpjes uit {wijk}", "Jongeren filmen hun wijk en tonen het aan de schepen.", "zaterdag 14:00-17:00"),
    Idea(
        "Signalentafel {wijk}",
        "Jeugdwerkers leggen hun signalen naast elkaar.",
        "tweede vrijdag van de maand",
        audience=COLLEAGUES,
    ),
)

# Several functions in one hand.
TOGETHER = (
    Idea(
        "Huis van {wijk}",
        "Spelen, praten, huiswerk en werk zoeken: alles onder één dak.",
        "dinsdag tot zaterdag 13:00-19:00",
    ),
    Idea(
        "Jongerenwerking {wijk}",
        "Je komt voor de sfeer en je blijft voor de mensen.",
        "woensdag tot vrijdag 15:00-21:00",
    ),
    Idea(
        "Thuiskomen in {wijk}",
        "Een vaste ploeg die jou kent, van je eerste speelnamiddag tot je eerste job.",
        "weekdagen 15:00-20:00",
    ),
)
TOGETHER_OUTSIDE = (
    Idea(
        "Onderweg in {wijk}",
        "Twee gezichten die je kent, elke week op dezelfde bankjes.",
        "maandag en vrijdag 16:00-21:00",
        form=OUTREACH,
    ),
    Idea(
        "De bakfiets van {wijk}",
        "Een bakfiets vol spel en warme chocomelk, en tijd voor een gesprek.",
        "dinsdag en zaterdag 14:00-18:00",
        form=MOBILE,
    ),
)

BY_FUNCTION = {
    Function.FREE_TIME: FREE_TIME,
    Function.WELFARE: WELFARE,
    Function.BRIDGE: BRIDGE,
    Function.SIGNAL: SIGNAL,
}
ROUTES = (
    "het plein, de sporthal, de kaai en terug",
    "station, skatepark, frituur op de hoek",
    "van de school over het park naar de blokken",
    "de banken aan het water, dan de basketring",
)


def ideas_for(functions: frozenset[Function], *, outside: bool) -> list[Idea]:
    """Ideas that fit these functions, for work at a place or for work that goes where young people are."""
    if len(functions) > 1:
        return list(TOGETHER_OUTSIDE if outside else TOGETHER)
    (function,) = functions
    return [idea for idea in BY_FUNCTION[function] if (idea.form != WorkForm.FIXED) == outside] or list(
        TOGETHER_OUTSIDE
    )
