"""Which counts of people are too small to show, and which others have to go with them (docs/decisions/0010).

Whoever knows the total of a row and all of its cells but one, knows that one. So where a count is hidden, so many of
the next smallest are hidden with it that what is left of the total says nothing about any of them.
"""

from collections.abc import Mapping
from typing import TypeVar

from neighbourhoods.enums import Audience

FEWEST = {Audience.PUBLIC: 10, Audience.INTERNAL: 5}  # a smaller count is not shown
ROUNDED_TO = {Audience.PUBLIC: 5, Audience.INTERNAL: 1}

Area = TypeVar("Area")


def hidden(counts: Mapping[Area, float], *, audience: Audience, kept_secret: int = 0) -> set[Area]:
    """The areas whose count is not shown. `kept_secret`: how many more the source itself left out."""
    fewest = FEWEST[audience]
    in_order = sorted(counts, key=lambda area: counts[area])
    small = [area for area in in_order if counts[area] < fewest]
    if not small and kept_secret != 1:
        return set()
    for area in in_order[len(small) :]:
        if len(small) + kept_secret > 1 and sum(counts[each] for each in small) >= 2 * fewest:
            break
        small.append(area)
    return set(small)


def rounded(count: float, *, audience: Audience) -> float:
    """A count as it is shown. Halves go up: Python would round 12.5 down and 17.5 up."""
    step = ROUNDED_TO[audience]
    return float(step * int(count / step + 0.5)) if step > 1 else count
