"""Makes sound polygons of what a file calls a geometry."""

from typing import Any

import shapely
from django.utils.translation import gettext as _
from shapely.geometry import MultiPolygon, Polygon

from neighbourhoods.geometry import DECIMALS, PLANE, WGS84, project

SMALLEST = 1  # square metre
FARTHEST = 1e8  # metres or degrees: no coordinate on earth is larger


def polygons_of(geometry: Any) -> MultiPolygon:
    """The shape as it stands in the file, heights dropped. ValueError says why it is none."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind is None:
        raise ValueError(_("It has no borders."))
    coordinates = geometry.get("coordinates")
    if kind == "Polygon":
        coordinates = [coordinates]
    elif kind != "MultiPolygon":
        kind = kind if kind in ("Point", "MultiPoint", "LineString", "MultiLineString", "GeometryCollection") else "?"
        raise ValueError(_("It is a %(kind)s; only Polygon and MultiPolygon have borders.") % {"kind": kind})
    polygons = [_polygon(rings) for rings in _list(coordinates)]
    return MultiPolygon(polygons)


def _polygon(rings: Any) -> Polygon:
    outer, *holes = [_ring(ring) for ring in _list(rings)]
    return Polygon(outer, holes)


def _ring(positions: Any) -> list[tuple[float, float]]:
    ring = [_position(position) for position in _list(positions)]
    if len(set(ring)) < 3:
        raise ValueError(_("It has a border of fewer than three points."))
    return ring


def _position(position: Any) -> tuple[float, float]:
    if not isinstance(position, list | tuple) or len(position) < 2:
        raise ValueError(_("It has a point without two coordinates."))
    return _number(position[0]), _number(position[1])


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not -FARTHEST <= value <= FARTHEST:
        raise ValueError(_("It has a coordinate that is no number, or far too large."))
    return float(value)


def _list(value: Any) -> list | tuple:
    if not isinstance(value, list | tuple) or not value:
        raise ValueError(_("Its list of coordinates is empty or broken."))
    return value


def repaired(shape: MultiPolygon) -> MultiPolygon:
    """Without borders that cross or touch themselves; lines and points that come of it are left out."""
    sound = shapely.make_valid(shape, method="structure", keep_collapsed=False)
    return MultiPolygon([part for part in shapely.get_parts(sound) if isinstance(part, Polygon)])


def as_stored(shape: MultiPolygon) -> MultiPolygon:
    """Without more decimals than anybody measured, and still sound. ValueError where nothing is left."""
    rounded = shapely.set_precision(shape, 10**-DECIMALS)
    whole = MultiPolygon([part for part in shapely.get_parts(rounded) if not part.is_empty])
    if project(whole, WGS84, PLANE).area < SMALLEST:
        raise ValueError(_("Its borders enclose nothing."))
    return whole
