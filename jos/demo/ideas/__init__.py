"""What partners do, in their own words: names, descriptions, hours and prices of the offers."""

from collections.abc import Sequence

from jos.demo.ideas.free_time import FREE_TIME
from jos.demo.ideas.idea import Idea
from jos.demo.ideas.support import BRIDGE, SIGNAL, WELFARE
from organisations.enums import Function, WorkForm
from organisations.models import Organisation

# All four functions in one hand.
WHOLE = (
    Idea(
        "Huis van {wijk}",
        "Spelen, praten, huiswerk en werk zoeken: alles onder één dak.",
        "dinsdag tot zaterdag 13:00-19:00",
    ),
    Idea(
        "Thuiskomen",
        "Een vaste ploeg die jou kent, van je eerste speelnamiddag tot je eerste job.",
        "maandag tot vrijdag 15:00-20:00",
    ),
    Idea("Vier deuren, één huis", "Spelen, zorgen, op weg gaan en meepraten.", "maandag tot donderdag 15:00-19:00"),
)
# Two or three of them.
TOGETHER = (
    Idea("De Living", "Je komt voor de sfeer en je blijft voor de mensen.", "woensdag tot vrijdag 15:00-21:00"),
    Idea("Jongerenwerking {wijk}", "Van ons is er altijd iemand die tijd heeft.", "dinsdag tot vrijdag 16:00-20:00"),
    Idea("Instuif", "Een zaal, een toog en mensen die naar je luisteren.", "vrijdag en zaterdag 15:00-20:00"),
)
TOGETHER_OUTSIDE = (
    Idea(
        "Onderweg in {wijk}",
        "Twee gezichten die je kent, elke week op dezelfde bankjes.",
        "maandag en vrijdag 16:00-20:00",
        form=WorkForm.OUTREACH,
    ),
    Idea(
        "De Bakfiets",
        "Een bakfiets vol spel en warme chocomelk, en tijd voor een gesprek.",
        "dinsdag en zaterdag 14:00-16:30",
        form=WorkForm.MOBILE,
    ),
    Idea(
        "Vindplaats",
        "Wij komen gewoon langs. Wie wil praten, praat.",
        "donderdag 21:30-0:30",
        form=WorkForm.OUTREACH,
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
    "de speelstraat, het grasveld achter de kerk, de bushalte",
)


def ideas_for(organisation: Organisation, functions: frozenset[Function], *, outside: bool, start: int) -> list[Idea]:
    """Ideas for these functions, at a place or where young people are: its own, then its sector's, then anybody's.

    Two that ask for the same begin elsewhere.
    """
    if len(functions) == 1:
        (function,) = functions
        fitting = [idea for idea in BY_FUNCTION[function] if (idea.form != WorkForm.FIXED) == outside]
        groups = [_from(start, [i for i in fitting if i.whose == whose]) for whose in _whose(organisation)]
        if any(groups):
            return [idea for group in groups for idea in group]
    if outside:
        return _from(start, TOGETHER_OUTSIDE)
    return _from(start, WHOLE if len(functions) == len(Function) else TOGETHER)


def _whose(organisation: Organisation) -> tuple[str, str, str]:
    return organisation.name, organisation.sector, ""


def _from(start: int, ideas: Sequence[Idea]) -> list[Idea]:
    return [ideas[(start + step) % len(ideas)] for step in range(len(ideas))]
