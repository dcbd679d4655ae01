"""Which coordinates a file is in: what it says or what staff choose, checked against the numbers, never guessed."""

import re
from collections.abc import Sequence

import shapely
from django.utils.translation import gettext as _
from shapely.geometry.base import BaseGeometry

from jos.shared.imports import FileRefused
from neighbourhoods.enums import CoordinateSystem
from neighbourhoods.geometry import WGS84, Shape, project

# Belgium and what surrounds it, in degrees.
WEST, SOUTH, EAST, NORTH = 2.0, 49.0, 7.0, 52.0

_EPSG = re.compile(r"EPSG:+(?:[\d.]*:)?(\d+)$", re.IGNORECASE)


def system_named(name: str) -> CoordinateSystem | None:
    """From "EPSG:31370" or "urn:ogc:def:crs:EPSG::31370". None where this portal does not know it."""
    if name.upper().endswith("CRS84"):
        return CoordinateSystem.WGS84
    found = _EPSG.search(name.strip())
    code = f"EPSG:{found[1]}" if found else name
    return CoordinateSystem(code) if code in CoordinateSystem.values else None


def system_of(shapes: Sequence[BaseGeometry], *, declared: str | None, chosen: str) -> CoordinateSystem:
    """The system staff chose, or else the one the file declares, or else degrees where the numbers can be degrees."""
    known = ", ".join(f"{system.value} ({system.label})" for system in CoordinateSystem)
    if name := chosen or declared:
        system = system_named(name)
        if system is None:
            raise FileRefused(
                _("Coordinate system “%(name)s” is not one this portal knows. Choose one of: %(known)s.")
                % {"name": name, "known": known}
            )
        _check_units(shapes, system)
        return system
    if not _can_be_degrees(shapes):
        raise FileRefused(
            _(
                "These coordinates are no degrees, and the file does not say what they are. "
                "Choose the coordinate system (CRS): %(known)s."
            )
            % {"known": known}
        )
    return CoordinateSystem.WGS84


def _can_be_degrees(shapes: Sequence[BaseGeometry]) -> bool:
    west, south, east, north = shapely.total_bounds(shapes)
    return west >= -180 and east <= 180 and south >= -90 and north <= 90


def _check_units(shapes: Sequence[BaseGeometry], system: CoordinateSystem) -> None:
    degrees = _can_be_degrees(shapes)
    if degrees and system != CoordinateSystem.WGS84:
        raise FileRefused(
            _(
                "These coordinates are degrees, not metres of %(system)s. "
                "Choose WGS84 (EPSG:4326) as coordinate system (CRS)."
            )
            % {"system": system.label}
        )
    if not degrees and system == CoordinateSystem.WGS84:
        raise FileRefused(
            _("These coordinates are no degrees. Choose another coordinate system (CRS): Lambert 72 or Lambert 2008.")
        )


def in_degrees(shapes: Sequence[Shape], system: CoordinateSystem) -> list[Shape]:
    """The same shapes in WGS84. Refused where they do not lie in or near Belgium."""
    converted = [project(shape, system.value, WGS84) for shape in shapes]
    for number, shape in enumerate(converted, start=1):
        x_min, y_min, x_max, y_max = shape.bounds
        if _near_belgium(x_min, y_min, x_max, y_max):
            continue
        if _near_belgium(y_min, x_min, y_max, x_max):
            raise FileRefused(_("Latitude and longitude are swapped in this file. Longitude must come first."))
        raise FileRefused(
            _("Feature %(number)d lies at %(x).3f, %(y).3f: not in or near Belgium. Is it another coordinate system?")
            % {"number": number, "x": x_min, "y": y_min}
        )
    return converted


def _near_belgium(west: float, south: float, east: float, north: float) -> bool:
    return west >= WEST and south >= SOUTH and east <= EAST and north <= NORTH
