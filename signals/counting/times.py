"""How long something took, of many at once."""

import math
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Times:
    """Working days. `median`: half took no longer; `ninetieth`: nine in ten took no longer. None where none was."""

    number: int
    median: int | None
    ninetieth: int | None
    within: int  # so many within their term


def of_histogram(days: Mapping[int, int], *, term: int) -> Times:
    """`days`: how many took so many working days; all have the same term."""
    within = sum(number for day, number in days.items() if day <= term)
    return Times(sum(days.values()), percentile(days, 0.5), percentile(days, 0.9), within)


def percentile(days: Mapping[int, int], share: float) -> int | None:
    """The number of days that so large a share did not pass."""
    total = sum(days.values())
    wanted, so_far = math.ceil(share * total), 0
    for day in sorted(days):
        so_far += days[day]
        if so_far >= wanted:
            return day
    return None
