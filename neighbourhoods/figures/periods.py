"""The periods figures are about: a year (2024), a school year (2023-2024) or a quarter (2024-Q3)."""

import calendar
import datetime
import re
from functools import cache

from django.utils.translation import gettext as _

FIRST_YEAR, LAST_YEAR = 1900, 2100
SCHOOL_YEAR_STARTS = 9  # September

_YEAR = re.compile(r"(\d{4})", re.ASCII)
_SCHOOL_YEAR = re.compile(r"(\d{4})\s*[-/–]\s*(\d{4}|\d{2})", re.ASCII)
_QUARTER = re.compile(r"(\d{4})\s*-?\s*[QqKk]([1-4])|[QqKk]([1-4])\s*[-/]?\s*(\d{4})", re.ASCII)


def parse(text: str) -> str:
    """The period as it is kept. ValueError where it is none."""
    text = text.strip()
    if found := _YEAR.fullmatch(text):
        return _within(int(text), text)
    if (found := _SCHOOL_YEAR.fullmatch(text)) and (int(found[1]) + 1) % 100 == int(found[2]) % 100:
        return _within(int(found[1]), f"{found[1]}-{int(found[1]) + 1}")
    if found := _QUARTER.fullmatch(text):
        year, quarter = found[1] or found[4], found[2] or found[3]
        return _within(int(year), f"{year}-Q{quarter}")
    raise ValueError(
        _("“%(text)s” is no period. Write a year (2024), a school year (2023-2024) or a quarter (2024-Q3).")
        % {"text": text[:40]}
    )


def _within(year: int, period: str) -> str:
    if FIRST_YEAR <= year <= LAST_YEAR:
        return period
    raise ValueError(
        _("%(year)d is no year between %(first)d and %(last)d.")
        % {"year": year, "first": FIRST_YEAR, "last": LAST_YEAR}
    )


def starts_on(period: str) -> datetime.date:
    year = int(period[:4])
    if "Q" in period:
        return datetime.date(year, 3 * int(period[-1]) - 2, 1)
    return datetime.date(year, SCHOOL_YEAR_STARTS if "-" in period else 1, 1)


@cache
def ends_on(period: str) -> datetime.date:
    start = starts_on(period)
    later, month = divmod(start.month - 1 + (2 if "Q" in period else 11), 12)
    last_day = calendar.monthrange(start.year + later, month + 1)[1]
    return datetime.date(start.year + later, month + 1, last_day)


def years_before(period: str, years: int) -> str:
    """The same part of an earlier year: 2024-Q3 two years before is 2022-Q3."""
    year = int(period[:4]) - years
    if "Q" in period:
        return f"{year}{period[4:]}"
    return f"{year}-{year + 1}" if "-" in period else str(year)


def year_of_quarter(period: str) -> str | None:
    """The year a quarter is part of; None for other periods."""
    return period[:4] if "Q" in period else None


def order(period: str) -> tuple[datetime.date, str]:
    """To sort periods by: the one that ends last stands last."""
    return ends_on(period), period


def in_words(period: str) -> str:
    if "Q" in period:
        return _("quarter %(quarter)s of %(year)s") % {"quarter": period[-1], "year": period[:4]}
    if "-" in period:
        return _("school year %(period)s") % {"period": period}
    return period
