"""Borders as shapes: from and to GeoJSON, on one plane in metres, and which neighbourhood a point is in."""

import datetime
import functools
from typing import TypeVar, cast

import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry import MultiPolygon, Point, Polygon, mapping, shape
from shapely.geometry.base import BaseGeometry

from jos.shared.time import today
from neighbourhoods.enums import CoordinateSystem
from neighbourhoods.models import Neighbourhood

WGS84 = CoordinateSystem.WGS84.value
PLANE = CoordinateSystem.LAMBERT_2008.value  # Belgium in metres, so that areas and distances mean something

Borders = Polygon | MultiPolygon
Shape = TypeVar("Shape", bound=BaseGeometry)
DECIMALS = 7  # of degrees: a centimetre


@functools.cache
def _transformer(source: str, target: str) -> Transformer:
    return Transformer.from_crs(source, target, always_xy=True)


def project(geometry: Shape, source: str, target: str) -> Shape:
    """The same shape in other coordinates. What cannot be converted becomes infinite, never an error."""
    if source == target:
        return geometry
    convert = _transformer(source, target).transform
    return shapely.transform(geometry, lambda points: np.column_stack(convert(points[:, 0], points[:, 1])))


def on_plane(geojson: dict) -> Borders:
    """Stored borders in metres."""
    return project(cast(Borders, shape(geojson)), WGS84, PLANE)


def to_geojson(geometry: Borders) -> dict:
    """As borders are stored: a MultiPolygon, without more decimals than anybody measured."""
    polygons = geometry.geoms if isinstance(geometry, MultiPolygon) else [geometry]
    whole = mapping(MultiPolygon([shapely.orient_polygons(polygon) for polygon in polygons]))
    return {"type": "MultiPolygon", "coordinates": _rounded(whole["coordinates"])}


def _rounded(coordinates):
    if isinstance(coordinates, float):
        return round(coordinates, DECIMALS)
    return [_rounded(part) for part in coordinates]


def neighbourhood_at(latitude: float, longitude: float, at: datetime.date | None = None) -> Neighbourhood | None:
    """The neighbourhood these coordinates are in on a day (today by default); on a border, the first by name."""
    point = Point(longitude, latitude)
    neighbourhoods = Neighbourhood.objects.on(at or today()).defer("path")
    return next((n for n in neighbourhoods if shape(n.geometry).covers(point)), None)
