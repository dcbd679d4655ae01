"""Which counts of people are too small to show, and which others have to go with them (docs/decisions/0010).

Whoever knows the total of a row and all of its cells but one, knows that one. So where a count is hidden, so many of
the next smallest are hidden with it that what is left of the total says nothing about any of them: not even to
somebody who knows this rule.
"""

from collections.abc import Mapping
from typing import TypeVar

from neighbourhoods.enums import Audience

FEWEST = {Audience.PUBLIC: 10, Audience.INTERNAL: 5}  # a smaller count is not shown
ROUNDED_TO = {Audience.PUBLIC: 5, Audience.INTERNAL: 1}
ENOUGH = 3  # times the fewest: what hidden counts make together, at least

Area = TypeVar("Area")


def hidden(
    counts: Mapping[Area, float], *, audience: Audience, secret: int = 0, whole: float | None = None
) -> set[Area]:
    """The areas whose count is not shown. `secret`: how many more have none; `whole`: what all make, where shown."""
    fewest, enough = FEWEST[audience], ENOUGH * FEWEST[audience]
    left_over = max(whole - sum(counts.values()), 0) if whole is not None else 0
    if 0 < left_over < enough:
        secret = max(secret, 1)  # those in no neighbourhood are few as well
    in_order = sorted(counts, key=lambda area: counts[area])
    gone = [area for area in in_order if counts[area] < fewest]
    if not gone and (whole is None or not secret):
        return set()
    for area in in_order[len(gone) :]:
        together, others = sum(counts[each] for each in gone), len(gone) - 1
        is_enough = others + secret > 0 and together + left_over >= enough
        # Those hidden are the smallest. Were the others nearly as large as the next one, the smallest could be none.
        says_nothing = secret or together < others * counts[area]
        if is_enough and says_nothing:
            break
        gone.append(area)
    return set(gone)


def rounded(count: float, *, audience: Audience) -> float:
    """A count as it is shown. Halves go up: Python would round 12.5 down and 17.5 up."""
    step = ROUNDED_TO[audience]
    return float(step * int(count / step + 0.5)) if step > 1 else count
