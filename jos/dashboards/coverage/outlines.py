"""The outline of a movement circle on the map: around all its neighbourhoods, just inside their borders."""

from collections.abc import Iterable
from functools import lru_cache, reduce

import shapely
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from neighbourhoods.paths import rings_of, svg_path

BRIDGE = 1.5  # what lies as near as this, in units of the map, is one piece
APART = 3  # between the outlines of circles that share a border
PATTERNS = 4  # kinds of lines, after which they begin again


@lru_cache(maxsize=64)
def outline(paths: tuple[str, ...], number: int, *, as_one: bool) -> str:
    """Around these borders, as a path. `number`: of the circle; `as_one`: around all, and not around each."""
    grown = [shapely.buffer(_shape(path), BRIDGE, join_style="mitre") for path in paths]
    inward = BRIDGE + APART * (number % PATTERNS)
    drawn = shapely.buffer([shapely.union_all(grown)] if as_one else grown, -inward, join_style="mitre")
    return "".join(svg_path(polygon) for part in shapely.simplify(drawn, 1) for polygon in _polygons(part))


def _shape(path: str) -> BaseGeometry:
    """What lies within an odd number of rings: a hole is a ring within another."""
    rings = (shapely.make_valid(Polygon(ring)) for ring in rings_of(path) if len(ring) > 2)
    nothing: BaseGeometry = Polygon()
    return reduce(shapely.symmetric_difference, rings, nothing)


def _polygons(drawn: BaseGeometry) -> Iterable[Polygon]:
    parts = drawn.geoms if isinstance(drawn, MultiPolygon) else [drawn]
    return (part for part in parts if isinstance(part, Polygon) and not part.is_empty)
