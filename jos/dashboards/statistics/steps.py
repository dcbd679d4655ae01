"""Values in a row, and in the few steps a map can colour. What needs most attention comes first and is darkest."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from neighbourhoods.enums import Direction

STEPS = 5  # as many shades as an eye can tell apart

Area = TypeVar("Area", bound=Hashable)


@dataclass(frozen=True)
class Step:
    """A shade, from 1 (light) to STEPS (dark), and the values that have it."""

    shade: int
    lowest: float
    highest: float


def ranks(values: Mapping[Area, float], direction: str) -> dict[Area, int]:
    """The place of each, worst first; the highest first where no way is worse. The same value has the same place."""
    worst_first = sorted(values.values(), reverse=direction != Direction.MORE_IS_BETTER)
    return {area: worst_first.index(value) + 1 for area, value in values.items()}


def shades(places: Mapping[Area, int]) -> dict[Area, int]:
    """The shade of each by its place: as many areas in every step as can be, the same place never in two."""
    steps = min(STEPS, len(set(places.values())))
    used = {place: int((place - 1) * steps / len(places)) for place in places.values()}
    numbered = {step: STEPS - i for i, step in enumerate(sorted(set(used.values())))}
    return {area: numbered[used[place]] for area, place in places.items()}


def legend(values: Mapping[Area, float], shade_of: Mapping[Area, int]) -> list[Step]:
    """What each shade says, the darkest first."""
    return [
        Step(shade, min(found), max(found))
        for shade in sorted(set(shade_of.values()), reverse=True)
        if (found := [values[area] for area in shade_of if shade_of[area] == shade])
    ]
