"""The map: every neighbourhood in its place, with a flower that keeps clear of the others."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from neighbourhoods.models import Neighbourhood

if TYPE_CHECKING:
    from jos.dashboards.city import Row

MARGIN = 0.02  # around the city, as a part of its size
LARGEST_FLOWER = 0.052  # of the city's size: some 30 pixels on a screen
ROUNDS = 60


@dataclass(frozen=True)
class Spot:
    """A neighbourhood on the map."""

    row: "Row"
    path: str
    shown: bool
    corner: tuple[int, int]  # of its flower
    centre: int  # under which its name stands

    @property
    def ground(self) -> str:
        """What its colour says; nothing for an area without priority where all that is asked is there."""
        if not self.shown:
            return "aside"
        if self.row.area.norm_met:
            return "met" if self.row.area.priority else ""
        return "gap"


@dataclass(frozen=True)
class CityMap:
    """`flower` and `letters`: their size, in metres of the map."""

    view_box: str
    flower: int
    spots: tuple[Spot, ...]

    @property
    def letters(self) -> int:
        return round(self.flower * 0.55)


def draw(rows: list["Row"], *, shown: set[int]) -> CityMap:
    """The map of these areas. Those that are not `shown` lie there for the eye to find its way."""
    drawings = Neighbourhood.objects.defer("geometry").in_bulk([row.area.pk for row in rows])
    rows = [row for row in rows if drawings[row.area.pk].path]
    here = [drawings[row.area.pk] for row in rows]
    if not here:
        return CityMap("0 0 1 1", 1, ())
    left, top, width, height = _frame(here)
    flower = round(max(width, height) * min(LARGEST_FLOWER, 0.3 / math.sqrt(len(here))))
    places = keep_clear(tuple((n.label_x, n.label_y) for n in here), flower * 0.96)
    return CityMap(
        view_box=f"{left} {top} {width} {height}",
        flower=flower,
        spots=tuple(
            Spot(row, n.path, row.area.pk in shown, (round(x - flower / 2), round(y - flower / 2)), round(x))
            for row, n, (x, y) in zip(rows, here, places, strict=True)
        ),
    )


def _frame(neighbourhoods: list[Neighbourhood]) -> tuple[int, int, int, int]:
    boxes = np.array([n.box for n in neighbourhoods])
    (left, top), (right, bottom) = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
    margin = max(right - left, bottom - top) * MARGIN
    return (
        round(left - margin),
        round(top - margin),
        round(right - left + 2 * margin),
        round(bottom - top + 2 * margin),
    )


@lru_cache(maxsize=16)
def keep_clear(points: tuple[tuple[float, float], ...], distance: float) -> tuple[tuple[float, float], ...]:
    """The points, moved as little as it takes until none is closer than `distance` to another."""
    places = np.array(points, dtype=float).reshape(-1, 2)
    to_each_side = np.sign(np.subtract.outer(range(len(points)), range(len(points))))
    for _round in range(ROUNDS):
        apart = places[:, None] - places[None, :]
        far = np.hypot(apart[..., 0], apart[..., 1])
        apart[..., 0] += (far == 0) * to_each_side  # two on one spot have no direction to part in
        np.fill_diagonal(far, np.inf)
        push = np.clip(distance - far, 0, None) / 2 / np.maximum(far, 1)
        if not push.any():
            break
        places += (apart * push[..., None]).sum(axis=1)
    return tuple((float(x), float(y)) for x, y in places)
