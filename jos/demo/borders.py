"""Borders for a city that does not exist: drawn from a seed, the same every time, copied from nowhere.

Points lie closer together in the centre; pairs of them face each other across a river, so that borders follow
it. Each point gets the ground that is nearest to it, within an outline that bulges north for the harbour. Every
border is then bent once, as the line both neighbours share, so that nothing overlaps and nothing is left over.
"""

import math
import random
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import LineString, MultiPoint, Point, Polygon
from shapely.geometry.base import BaseGeometry

CENTRE_LONGITUDE, CENTRE_LATITUDE = 3.98, 51.07  # somewhere in Flanders
METRES_PER_DEGREE = 111_200
RADIUS_OF_25 = 4_800  # metres; a city grows with the square root of its neighbourhoods
WIGGLES = (0.2, 0.12, 0.06, 0.0)  # how far a border bends, as a part of its length; less where that would cross


@dataclass(frozen=True)
class Ground:
    """The ground of one neighbourhood: its borders, and where it lies seen from the centre."""

    geometry: dict  # GeoJSON MultiPolygon in degrees
    distance: float  # from the centre, in metres
    bearing: float  # clockwise from the north, in degrees
    polygon: Polygon  # the same borders in metres


def draw_city(neighbourhoods: int, *, seed: int) -> list[Ground]:
    """As many grounds as asked, from the centre outwards. Together they fill the city without gap or overlap."""
    chance = random.Random(seed)  # noqa: S311 (a drawing, not a secret)
    radius = RADIUS_OF_25 * math.sqrt(neighbourhoods / 25)
    outline = _outline(radius, chance)
    points = _points(neighbourhoods, outline, radius, chance)
    for bend in WIGGLES:
        polygons = _bend(_cells(points, outline), outline, bend, random.Random(seed))  # noqa: S311
        if len(polygons) == neighbourhoods:
            return sorted((_ground(polygon) for polygon in polygons), key=lambda ground: ground.distance)
    raise ValueError(f"No city of {neighbourhoods} neighbourhoods from seed {seed}.")


def _outline(radius: float, chance: random.Random) -> Polygon:
    """A round that never was one, longer to the north where the harbour lies."""
    waves = [(k, 0.15 / k**0.85, chance.uniform(0, math.tau)) for k in (2, 3, 5, 8, 13, 21, 34)]
    ring = []
    for step in range(360):
        angle = math.tau * step / 360
        bulge = 0.55 * math.exp(-(((angle - math.pi * 0.55) / 0.42) ** 2))
        reach = radius * (1 + bulge + sum(size * math.sin(k * angle + turn) for k, size, turn in waves))
        ring.append((reach * math.cos(angle), reach * math.sin(angle)))
    return Polygon(ring)


def _river(radius: float, y: float) -> float:
    """Where the river is at height `y`: it comes from the south, bends through the centre, and leaves northwards."""
    return radius * (0.22 * math.sin(2.4 * y / radius + 0.6) - 0.16)


def _points(count: int, outline: Polygon, radius: float, chance: random.Random) -> list[tuple[float, float]]:
    shapely.prepare(outline)
    points = _river_banks(count, outline, radius)
    while len(points) < count:
        candidates = [_somewhere(radius, chance) for _ in range(40)]
        inside = [point for point in candidates if outline.contains(Point(point))]
        if inside:
            points.append(max(inside, key=lambda point: _room(point, points, radius)))
    return points


def _river_banks(count: int, outline: Polygon, radius: float) -> list[tuple[float, float]]:
    """Points two by two at the same distance from the river: the border between them is the river."""
    pairs = max(2, round(math.sqrt(count)) - 1)
    points = []
    for number in range(pairs):
        place = 2 * (number + 0.5) / pairs - 1
        y = 0.85 * radius * math.copysign(abs(place) ** 1.3, place)  # closer together in the centre
        x, width = _river(radius, y), radius * (0.10 + 0.16 * abs(place)) * 5 / math.sqrt(count)
        points += [(side, y) for side in (x - width, x + width) if outline.contains(Point(side, y))]
    return points


def _somewhere(radius: float, chance: random.Random) -> tuple[float, float]:
    distance, angle = radius * 1.6 * chance.random() ** 0.8, chance.uniform(0, math.tau)
    return distance * math.cos(angle), distance * math.sin(angle)


def _room(point: tuple[float, float], others: list[tuple[float, float]], radius: float) -> float:
    """How free a point lies, by the measure of its surroundings: the outskirts are wider than the centre."""
    gaps = np.hypot(*(np.array(others) - point).T)
    return float(gaps.min()) / (0.25 * radius + math.hypot(*point))


def _cells(points: list[tuple[float, float]], outline: Polygon) -> list[Polygon]:
    cells = shapely.voronoi_polygons(MultiPoint(points), extend_to=outline.buffer(1_000))
    return _polygons(shapely.intersection(cell, outline) for cell in cells.geoms)


def _bend(cells: list[Polygon], outline: Polygon, bend: float, chance: random.Random) -> list[Polygon]:
    """The same cells with every border between two of them bent; the outline stays as it is."""
    edges = shapely.get_parts(shapely.line_merge(shapely.unary_union([cell.boundary for cell in cells])))
    rim = outline.boundary.buffer(0.5)
    lines = [edge if rim.contains(edge) else _wiggle(edge, bend, chance) for edge in edges]
    return _polygons(shapely.polygonize([shapely.unary_union(lines)]).geoms)


def _polygons(shapes: Iterable[BaseGeometry]) -> list[Polygon]:
    return [drawn for drawn in shapes if isinstance(drawn, Polygon)]


def _wiggle(edge: LineString, bend: float, chance: random.Random) -> LineString:
    """The straight line between two corners as a street or a brook would run. The corners stay where they are."""
    (x0, y0), (x1, y1) = edge.coords[0], edge.coords[-1]
    length = edge.length
    steps = max(4, min(24, round(length / 120)))
    waves = [(k, chance.uniform(-1, 1) / k) for k in (1, 2, 3, 5, 7)]
    points = []
    for step in range(steps + 1):
        part = step / steps
        aside = bend * length * 0.6 * sum(size * math.sin(math.pi * k * part) for k, size in waves)
        points.append(
            (x0 + (x1 - x0) * part - (y1 - y0) / length * aside, y0 + (y1 - y0) * part + (x1 - x0) / length * aside)
        )
    return LineString([(x0, y0), *points[1:-1], (x1, y1)])


def _ground(polygon: Polygon) -> Ground:
    ring = [_degrees(x, y) for x, y in polygon.exterior.coords]
    at = polygon.representative_point()
    return Ground(
        geometry={"type": "MultiPolygon", "coordinates": [[ring]]},
        distance=math.hypot(at.x, at.y),
        bearing=math.degrees(math.atan2(at.x, at.y)) % 360,
        polygon=polygon,
    )


def _degrees(x: float, y: float) -> list[float]:
    wide = METRES_PER_DEGREE * math.cos(math.radians(CENTRE_LATITUDE))
    return [round(CENTRE_LONGITUDE + x / wide, 6), round(CENTRE_LATITUDE + y / METRES_PER_DEGREE, 6)]


def somewhere_in(ground: Ground, chance: random.Random) -> tuple[float, float]:
    """Longitude and latitude of a house in this neighbourhood, away from its border."""
    x_min, y_min, x_max, y_max = ground.polygon.bounds
    heart = ground.polygon.buffer(-0.1 * min(x_max - x_min, y_max - y_min))
    for _ in range(30):
        point = Point(chance.uniform(x_min, x_max), chance.uniform(y_min, y_max))
        if heart.contains(point):
            break
    else:
        point = ground.polygon.representative_point()
    longitude, latitude = _degrees(point.x, point.y)
    return longitude, latitude
