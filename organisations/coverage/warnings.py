"""What may go wrong soon, in any area: a risk, not yet a gap (R7 among them)."""

import datetime
from collections.abc import Iterator

from organisations.coverage import sentences
from organisations.coverage.enums import WarningKind
from organisations.coverage.facts import OfferFacts
from organisations.coverage.results import Finding
from organisations.coverage.situation import Situation
from organisations.enums import Function

SOON = datetime.timedelta(days=90)


def find_warnings(situation: Situation) -> Iterator[Finding]:
    for function, offers in situation.by_function.items():
        if offers:
            yield from thin(situation, function, offers)
            yield from unconfirmed(situation, function, offers)
    yield from crowding_out(situation)


def thin(situation: Situation, function: Function, offers: list[OfferFacts]) -> Iterator[Finding]:
    """One partner alone carries the function, and all of it ends within 90 days."""
    until = last_day(offers)
    one_partner = len({offer.organisation for offer in offers}) == 1
    if one_partner and until is not None and until - situation.city.at <= SOON:
        (name,) = situation.organisation_names(offers)
        text = sentences.thin(function, name, until)
        yield Finding(WarningKind.THIN, text, "R4", function, frozenset(offer.pk for offer in offers))


def last_day(offers: list[OfferFacts]) -> datetime.date | None:
    """Of all of them together. None where one has an open end."""
    ends = [offer.valid_until for offer in offers if offer.valid_until is not None]
    return max(ends) if len(ends) == len(offers) else None


def unconfirmed(situation: Situation, function: Function, offers: list[OfferFacts]) -> Iterator[Finding]:
    """Only offers that nobody confirmed for long carry the function."""
    if situation.functions[function].unconfirmed_only:
        text = sentences.unconfirmed(function, situation.organisation_names(offers))
        yield Finding(WarningKind.UNCONFIRMED, text, "R4", function, frozenset(offer.pk for offer in offers))


def crowding_out(situation: Situation) -> Iterator[Finding]:
    """R7: in a year free time grew while another function shrank, whatever the unknown hours are."""
    free_time_now = situation.hours[Function.FREE_TIME]
    free_time_then = situation.earlier_hours[Function.FREE_TIME]
    if not free_time_now.surely_more_than(free_time_then):
        return
    for function in Function:
        now, then = situation.hours[function], situation.earlier_hours[function]
        if then.surely_more_than(now):
            text = sentences.crowding_out(function, (free_time_then, free_time_now), (then, now))
            offers = situation.by_function[Function.FREE_TIME] + situation.by_function[function]
            yield Finding(WarningKind.CROWDING_OUT, text, "R7", function, frozenset(offer.pk for offer in offers))
