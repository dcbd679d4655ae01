"""Two periods laid beside each other. An open end is None, as in every `Period`."""

import datetime
from typing import NamedTuple

from jos.shared.models import Period


class Days(NamedTuple):
    """From one day until another, both included."""

    start: datetime.date | None
    until: datetime.date | None

    @classmethod
    def of(cls, record: Period) -> "Days":
        return cls(record.valid_from, record.valid_until)


def common(one: Days, other: Days) -> Days | None:
    """The days that are in both. None where there are none."""
    start = max(one.start or datetime.date.min, other.start or datetime.date.min)
    until = min(one.until or datetime.date.max, other.until or datetime.date.max)
    if until < start:
        return None
    return Days(None if start == datetime.date.min else start, None if until == datetime.date.max else until)


def longest(one: Days, other: Days) -> Days:
    """From the first day of either until the last."""
    start = None if None in (one.start, other.start) else min(one.start, other.start)  # type: ignore[type-var]
    until = None if None in (one.until, other.until) else max(one.until, other.until)  # type: ignore[type-var]
    return Days(start, until)
