"""The city in colour: the more there is to do in a neighbourhood, the sunnier it is."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from neighbourhoods.models import Neighbourhood

STEPS = 4  # of colour, beside the one for nothing
MARGIN = 0.02  # around the city, as a part of its size
LETTERS = 0.045  # the size of the numbers, as a part of the city's


@dataclass(frozen=True)
class Spot:
    neighbourhood: Neighbourhood
    number: int
    step: int
    letters: int
    baseline: int  # where the number stands


@dataclass(frozen=True)
class NumberMap:
    view_box: str
    spots: tuple[Spot, ...]


def draw(neighbourhoods: Iterable[Neighbourhood], numbers: dict[int, int]) -> NumberMap:
    """The neighbourhoods that have borders, each with its number."""
    here = [area for area in neighbourhoods if area.path]
    if not here:
        return NumberMap("0 0 1 1", ())
    left, top, right, bottom = _outline(here)
    size = max(right - left, bottom - top)
    margin = size * MARGIN
    corner, lengths = (left - margin, top - margin), (right - left + 2 * margin, bottom - top + 2 * margin)
    most = max(numbers.values(), default=0)
    return NumberMap(
        view_box=" ".join(str(round(edge)) for edge in (*corner, *lengths)),
        spots=tuple(_spot(area, numbers.get(area.pk, 0), most, size * LETTERS) for area in here),
    )


def _spot(area: Neighbourhood, number: int, most: int, largest: float) -> Spot:
    left, top, right, bottom = area.box
    letters = min(largest, 0.5 * min(right - left, bottom - top))
    step = math.ceil(STEPS * number / most) if number else 0
    return Spot(area, number, step, round(letters), round(area.label_y + letters * 0.35))


def _outline(areas: list[Neighbourhood]) -> tuple[float, float, float, float]:
    lefts, tops, rights, bottoms = zip(*(area.box for area in areas), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
