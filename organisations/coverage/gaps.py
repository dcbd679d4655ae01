"""What the norm asks and an area lacks (R2, R3, R4, R6)."""

from collections.abc import Iterator

from organisations.coverage import sentences
from organisations.coverage.enums import GapKind, Status
from organisations.coverage.results import Finding
from organisations.coverage.situation import Situation
from organisations.enums import Function


def find_gaps(situation: Situation) -> Iterator[Finding]:
    """What comes first is what most stands in the way."""
    yield from functions_missing(situation)
    yield from no_entry(situation)
    if situation.area.priority:
        yield from not_together(situation)
        yield from no_warm_place(situation)
        yield from no_outreach(situation)


def functions_missing(situation: Situation) -> Iterator[Finding]:
    """R4: a priority area needs all four functions, any other at least free time."""
    asked = Function if situation.area.priority else [Function.FREE_TIME]
    for function in asked:
        if not situation.by_function[function]:
            text = sentences.function_missing(function, situation.ages)
            yield Finding(GapKind.FUNCTION_MISSING, text, "R4", function)


def no_entry(situation: Situation) -> Iterator[Finding]:
    """R3: other functions without free time, in any area."""
    others = [function for function in Function if situation.by_function[function]]
    if others and Function.FREE_TIME not in others:
        offers = frozenset(offer.pk for offer in situation.offers)
        yield Finding(GapKind.NO_ENTRY, sentences.no_entry(others), "R3", Function.FREE_TIME, offers)


def not_together(situation: Situation) -> Iterator[Finding]:
    """R2, R4: all four are there, but in no one organisation or partnership."""
    if situation.status == Status.SCATTERED:
        offers = frozenset(offer.pk for offer in situation.offers)
        text = sentences.not_together(situation.organisation_names(situation.offers))
        yield Finding(GapKind.NOT_TOGETHER, text, "R2", offers=offers)


def no_warm_place(situation: Situation) -> Iterator[Finding]:
    """R6: a warm place, where an offer is held."""
    if not situation.warm_place:
        yield Finding(GapKind.NO_WARM_PLACE, sentences.no_warm_place(situation.ages), "R6")


def no_outreach(situation: Situation) -> Iterator[Finding]:
    """R6: mobile or outreach work on top."""
    if not situation.outreach:
        yield Finding(GapKind.NO_OUTREACH, sentences.no_outreach(situation.ages), "R6")
