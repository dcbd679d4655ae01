"""The days that a report in a terminal is asked of: a half year, or a period as figures have them."""

import datetime
import re

from neighbourhoods.figures import periods

_HALF_YEAR = re.compile(r"(\d{4})\s*-?\s*[Hh]([12])", re.ASCII)


def parse(text: str) -> str:
    """The period as it is written in the answer: 2026, 2025-2026, 2026-Q1 or 2026-H1. ValueError where it is none."""
    if found := _HALF_YEAR.fullmatch(text.strip()):
        return f"{periods.parse(found[1])}-H{found[2]}"
    return periods.parse(text)


def days_of(period: str) -> tuple[datetime.date, datetime.date]:
    """Its first and its last day."""
    year, _dash, half = period.partition("-H")
    if half == "1":
        return datetime.date(int(year), 1, 1), datetime.date(int(year), 6, 30)
    if half == "2":
        return datetime.date(int(year), 7, 1), datetime.date(int(year), 12, 31)
    return periods.starts_on(period), periods.ends_on(period)
