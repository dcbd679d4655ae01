"""Over which days both sides report: quarters, half years, school years, or dates of their own (R10)."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from covenants.enums import Rhythm
from covenants.models import Covenant
from jos.shared.time import in_words, months_later

MOST = 60  # periods: five years of months
A_DAY = datetime.timedelta(days=1)
SHORTEST = 28  # days: less than that at either end is reported on together with the period beside it

_MONTHS = {Rhythm.QUARTER: 3, Rhythm.HALF_YEAR: 6, Rhythm.SCHOOL_YEAR: 12}
_BEGINS_IN = {Rhythm.QUARTER: 1, Rhythm.HALF_YEAR: 1, Rhythm.SCHOOL_YEAR: 9}


class Days(NamedTuple):
    """A period, both days included."""

    starts_on: datetime.date
    ends_on: datetime.date

    def __str__(self) -> str:
        return f"{in_words(self.starts_on)} – {in_words(self.ends_on)}"

    def without(self, others: "Iterable[Days]") -> "Iterator[Days]":
        """What is left of it where these are taken out."""
        first = self.starts_on
        for other in sorted(each for each in others if each.starts_on <= self.ends_on):
            if first < other.starts_on:
                yield Days(first, other.starts_on - A_DAY)
            first = max(first, other.ends_on + A_DAY)
        if first <= self.ends_on:
            yield Days(first, self.ends_on)


def periods_of_covenant(covenant: Covenant) -> list[Days]:
    """The periods its text asks for. ValidationError says what is wrong with them, and what to do."""
    return periods_of(covenant.rhythm, covenant.valid_from, covenant.valid_until, covenant.own_periods)


def periods_of(
    rhythm: str, start: datetime.date, until: datetime.date, own: Sequence[Sequence[str]] = ()
) -> list[Days]:
    """The periods from `start` until `until`, the first one first.

    Quarters, half years and school years are those of the calendar, cut off where the covenant starts and ends.
    `own`: for dates of their own, pairs as `Covenant.own_periods` keeps them. ValidationError names each that is wrong.
    """
    if rhythm == Rhythm.OWN:
        return _own(own, start, until)
    return _without_short_ends(
        [Days(max(start, first), min(until, last)) for first, last in _turns(rhythm, start, until)]
    )


def as_stored(periods: Sequence[Days]) -> list[list[str]]:
    """As `Covenant.own_periods` keeps them."""
    return [[starts_on.isoformat(), ends_on.isoformat()] for starts_on, ends_on in periods]


def due_on(ends_on: datetime.date, covenant: Covenant) -> datetime.date:
    """The last day on which both sides may report on a period."""
    return ends_on + datetime.timedelta(days=covenant.report_within_days)


def _turns(rhythm: str, start: datetime.date, until: datetime.date) -> Iterator[Days]:
    """The calendar's periods that touch these days."""
    months = _MONTHS[Rhythm(rhythm)]
    past = (start.month - _BEGINS_IN[Rhythm(rhythm)]) % months
    first = months_later(start.replace(day=1), -past)
    while first <= until:
        following = months_later(first, months)
        yield Days(first, following - A_DAY)
        first = following


def _without_short_ends(periods: list[Days]) -> list[Days]:
    if len(periods) > 1 and _length(periods[0]) < SHORTEST:
        periods[:2] = [Days(periods[0].starts_on, periods[1].ends_on)]
    if len(periods) > 1 and _length(periods[-1]) < SHORTEST:
        periods[-2:] = [Days(periods[-2].starts_on, periods[-1].ends_on)]
    return periods


def _length(period: Days) -> int:
    return (period.ends_on - period.starts_on).days + 1


def _own(own: Sequence[Sequence[str]], start: datetime.date, until: datetime.date) -> list[Days]:
    periods = sorted(_read(own))
    if problems := list(_problems(periods, start, until)):
        raise ValidationError(problems)
    return periods


def _read(own: Sequence[Sequence[str]]) -> list[Days]:
    try:
        return [Days(*map(datetime.date.fromisoformat, pair)) for pair in own]
    except (TypeError, ValueError):
        raise ValidationError(_("Give each period the day it starts and the day it ends.")) from None


def _problems(periods: list[Days], start: datetime.date, until: datetime.date) -> Iterator[str]:
    if not periods:
        yield _("Give at least one period to report on.")
    if len(periods) > MOST:
        yield _("These are %(count)d periods. Give %(most)d at most.") % {"count": len(periods), "most": MOST}
    for period in periods:
        if period.ends_on < period.starts_on:
            yield _("The period %(period)s ends before it starts. Turn the two days round.") % {"period": period}
        elif period.starts_on < start or period.ends_on > until:
            words = {"period": period, "covenant": Days(start, until)}
            yield _("The period %(period)s lies outside the covenant. Keep it within %(covenant)s.") % words
    for before, after in pairwise(periods):
        if after.starts_on <= before.ends_on:
            words = {"one": before, "other": after}
            yield _("The periods %(one)s and %(other)s overlap. Let one start after the other ended.") % words
