"""Borders as SVG draws them: for each ring M and a point, l and the steps to the next points, z. Short to send."""

import re
from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from shapely.geometry import MultiPolygon

from neighbourhoods.geometry import Borders


def svg_path(drawn: Borders) -> str:
    polygons = drawn.geoms if isinstance(drawn, MultiPolygon) else [drawn]
    return path_of(np.array(ring.coords[:-1]) for p in polygons for ring in (p.exterior, *p.interiors))


@lru_cache(maxsize=2048)
def rings_of(path: str) -> tuple[np.ndarray, ...]:
    """The points of each ring."""
    rings = (np.array(re.findall(r"-?\d+", ring), dtype=float).reshape(-1, 2) for ring in path.split("z") if ring)
    return tuple(ring.cumsum(axis=0) for ring in rings)


def path_of(rings: Iterable[np.ndarray]) -> str:
    """In whole units. Points that neighbours share stay shared."""
    return "".join(_ring_path(ring.round().astype(int)) for ring in rings)


def _ring_path(points: np.ndarray) -> str:
    steps = [step for step in np.diff(points, axis=0).tolist() if any(step)]
    if not steps:
        return ""
    x, y = points[0].tolist()
    line = " ".join(f"{across} {down}" for across, down in steps).replace(" -", "-")
    return f"M{x} {y}l{line}z"
