"""Where everything stands on a map, in units of a pixel or two: the longer side of the city is five hundred.

Drawn anew only when the borders change: the same neighbourhoods give the same map.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from jos.dashboards.coverage.enums import MapKind
from jos.dashboards.coverage.tiles import cells_of
from neighbourhoods.paths import path_of, rings_of

SIZE = 500
MARGIN = 0.02  # around the city, as a part of its size
LARGEST_FLOWER = 26  # some 30 pixels on a screen
FLOWER = 28  # across, in its own units
ROUNDS = 60
CELL, GAP = 60, 4  # of the map of equal cells
CLOSE = 0.9  # flowers nearer than this part of their size stand in each other's way
CROWD = 3  # as many, and they are worth an inset
LARGEST_INSET = 0.45  # of the city: more of it would hardly be larger

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, width, height


@dataclass(frozen=True)
class Ground:
    """A neighbourhood as it was drawn: in metres, from the city's top left corner."""

    path: str
    label: Point


@dataclass(frozen=True)
class Place:
    """Of one neighbourhood: its borders, and the middle of its flower."""

    path: str
    middle: Point
    in_inset: bool = False


@dataclass(frozen=True)
class Layout:
    """`flower`: across, in units of the map. The inset shows a part of the map, as wide as the whole."""

    box: Box
    flower: float
    places: tuple[Place, ...]
    inset: Box | None = None

    @property
    def inset_flower(self) -> float:
        """So that it looks as large as the others."""
        return self.flower * self.inset[2] / self.box[2] if self.inset else self.flower


@lru_cache(maxsize=16)
def lay_out(kind: MapKind, grounds: tuple[Ground, ...]) -> Layout:
    """The map of these neighbourhoods, at least one."""
    return _tiles(grounds) if kind == MapKind.TILES else _true(grounds)


def _tiles(grounds: tuple[Ground, ...]) -> Layout:
    cells = cells_of(tuple(ground.label for ground in grounds))
    columns, rows = (max(cell[way] for cell in cells) + 1 for way in (0, 1))
    side = CELL - GAP
    square = f"l{side} 0 0 {side} {-side} 0z"
    return Layout(
        box=(0, 0, columns * CELL, rows * CELL),
        flower=CELL * 0.44,
        places=tuple(
            Place(
                f"M{column * CELL + GAP // 2} {row * CELL + GAP // 2}{square}",
                ((column + 0.5) * CELL, (row + 0.31) * CELL),
            )
            for column, row in cells
        ),
    )


def _true(grounds: tuple[Ground, ...]) -> Layout:
    rings = [rings_of(ground.path) for ground in grounds]
    corners = np.concatenate([ring for some in rings for ring in some])
    (left, top), (width, height) = corners.min(axis=0), np.maximum(np.ptp(corners, axis=0), 1)
    scale = SIZE / max(width, height)
    paths = [path_of([(ring - (left, top)) * scale for ring in some]) for some in rings]
    labels = (np.array([ground.label for ground in grounds]) - (left, top)) * scale
    flower = min(LARGEST_FLOWER, 0.3 * SIZE / math.sqrt(len(grounds)))
    inset = find_inset(labels, flower)
    inside = _inside(labels, inset, flower)
    places = np.empty_like(labels)
    layout = Layout(_around(width * scale, height * scale), flower, (), inset)
    for part, size in ((inside, layout.inset_flower), (~inside, flower)):
        places[part] = np.reshape(keep_clear(tuple(map(tuple, labels[part])), size * 0.96), (-1, 2))
    return Layout(
        layout.box,
        flower,
        tuple(
            Place(path, (float(x), float(y)), bool(is_in))
            for path, (x, y), is_in in zip(paths, places, inside, strict=True)
        ),
        inset,
    )


def _around(width: float, height: float) -> Box:
    margin = SIZE * MARGIN
    return round(-margin), round(-margin), round(width + 2 * margin), round(height + 2 * margin)


def _inside(points: np.ndarray, box: Box | None, flower: float) -> np.ndarray:
    """Far enough from the edge of the box for half a flower."""
    if box is None:
        return np.zeros(len(points), dtype=bool)
    left, top, width, height = box
    edge = flower * width / SIZE
    low, high = (left + edge, top + edge), (left + width - edge, top + height - edge)
    return np.all((points >= low) & (points <= high), axis=1)


def find_inset(points: np.ndarray, flower: float) -> Box | None:
    """The part of the city where most flowers stand in each other's way, if it is small enough to be enlarged."""
    apart = np.hypot(*(points[:, None] - points[None, :]).T)
    np.fill_diagonal(apart, np.inf)
    crowded = np.flatnonzero(apart.min(axis=1, initial=np.inf) < flower * CLOSE)
    largest = max(_clusters(crowded, apart < flower * 1.6), key=len, default=[])
    if len(largest) < CROWD:
        return None
    low, high = points[largest].min(axis=0) - flower * 0.9, points[largest].max(axis=0) + flower * 0.9
    side = (high - low).max()
    if side > SIZE * LARGEST_INSET:
        return None
    (x, y) = (low + high) / 2
    return round(x - side / 2), round(y - side / 2), round(side), round(side)


def _clusters(crowded: np.ndarray, near: np.ndarray) -> list[list[int]]:
    """Crowded points, each with those it is near to, directly or over others."""
    left, found = set(crowded.tolist()), []
    while left:
        cluster, border = [], [left.pop()]
        while border:
            here = border.pop()
            cluster.append(here)
            reached = left & set(np.flatnonzero(near[here]).tolist())
            left -= reached
            border += reached
        found.append(sorted(cluster))
    return found


@lru_cache(maxsize=32)
def keep_clear(points: tuple[Point, ...], distance: float) -> tuple[Point, ...]:
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
