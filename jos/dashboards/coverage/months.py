"""The months one can slide to, and the days one likes to compare with, each as an address."""

import datetime
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from jos.dashboards.coverage.forms import CoverageFilter
from jos.shared.time import in_words, months_later, today

BEFORE, AFTER = 12, 6


@dataclass(frozen=True)
class Month:
    """`first`: its first day."""

    first: datetime.date
    address: str
    is_shown: bool
    is_now: bool
    is_since: bool


@dataclass(frozen=True)
class Year:
    number: int
    months: tuple[Month, ...]


def months_around(filters: CoverageFilter) -> list[Year]:
    """The months around the day that is shown, by year. This month leads to today."""
    shown = filters.day.replace(day=1)
    months = [_month(shown, number, filters) for number in range(-BEFORE, AFTER + 1)]
    by_year = groupby((month for month in months if month), key=lambda month: month.first.year)
    return [Year(number, tuple(some)) for number, some in by_year]


def _month(shown: datetime.date, number: int, filters: CoverageFilter) -> Month | None:
    """None where the calendar ends."""
    try:
        first = months_later(shown, number)
    except (ValueError, OverflowError):
        return None
    is_now = first == today().replace(day=1)
    return Month(
        first=first,
        address=filters.address_with(at="" if is_now else str(first), **_still_comparing(filters, first)),
        is_shown=number == 0,
        is_now=is_now,
        is_since=filters.since_day is not None and filters.since_day.replace(day=1) == first,
    )


def _still_comparing(filters: CoverageFilter, first: datetime.date) -> dict[str, str]:
    """No longer with a day that would come after."""
    return {"since": ""} if filters.since_day and filters.since_day >= first else {}


@dataclass(frozen=True)
class Since:
    """A day to compare with."""

    name: str
    address: str
    is_chosen: bool


def days_to_compare_with(filters: CoverageFilter) -> list[Since]:
    """A month before the day that is shown, the start of the year, a year before."""
    at = filters.day
    if at.year <= datetime.MINYEAR + 1:
        return []
    new_year = datetime.date(at.year - ((at.month, at.day) == (1, 1)), 1, 1)
    days = {
        months_later(at, -1): _("a month ago"),
        new_year: in_words(new_year),
        months_later(at, -12): _("a year ago"),
    }
    if not filters.is_today:
        days = {day: in_words(day) for day in days}
    return [Since(name, filters.address_with(since=str(day)), day == filters.since_day) for day, name in days.items()]
