"""Any file with figures as a table: CSV and XLSX as they are, and the JSON that cities publish."""

from collections.abc import Callable
from typing import Any

import shapely
from django.utils.translation import gettext as _
from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry

from jos.shared.imports import FileRefused, refuse_too_large
from jos.shared.tables.cells import tidy
from jos.shared.tables.grids import Cell, Grid, Header, grid_of, read_grid, refuse_too_large_a_table
from jos.shared.time import today
from neighbourhoods.geometry import PLANE, WGS84, project
from neighbourhoods.imports.borders import polygons_of
from neighbourhoods.imports.coordinates import in_degrees, system_of
from neighbourhoods.imports.geojson import parse_json
from neighbourhoods.models import Neighbourhood

AREA, NUMBER, SQUARE_METRES = "area", "number", "m2"  # the columns we make of things on a map
MOST_THINGS = 20_000
OUTSIDE = "?"


def read_figures(
    content: bytes,
    name: str,
    *,
    sheet: str = "",
    has: Callable[[Header], bool] = any,
    holds: Callable[[Grid], bool] = lambda _grid: True,
) -> Grid:
    """The table in the file, as `read_grid` finds it in a workbook. FileRefused where there is none in it."""
    refuse_too_large(content)
    is_json = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")
    if is_json or name.lower().endswith((".json", ".geojson")):
        return _of_json(parse_json(content), name)
    return read_grid(content, name, sheet=sheet, has=has, holds=holds)


def _of_json(document: Any, name: str) -> Grid:
    if isinstance(document, dict) and isinstance(document.get("features"), list):
        return _counted(document["features"])
    if isinstance(document, list) and document and all(isinstance(row, dict) for row in document):
        return _counted(document) if any("geometry" in row for row in document) else _records(document)
    if isinstance(document, dict) and document:
        rows = list(document.values())
        if all(isinstance(row, dict) for row in rows):
            return _by_name(document)
        if not any(isinstance(row, dict | list) for row in rows):
            return _by_name({name.rsplit(".", 1)[0]: document})
    raise FileRefused(
        _(
            "This JSON is no table. It can be a list of rows with the same fields, "
            "or for each figure the values by the name of the neighbourhood."
        )
    )


def _by_name(document: dict[str, dict]) -> Grid:
    """{statistic: {neighbourhood: value}}."""
    names = list(dict.fromkeys(name for values in document.values() for name in values))
    refuse_too_large_a_table(rows=len(names), columns=len(document) + 1)
    rows = [[name, *(_cell(values.get(name)) for values in document.values())] for name in names]
    return grid_of(list(enumerate([[AREA, *document], *rows], start=1)), area=AREA)


def _records(document: list[dict]) -> Grid:
    """[{field: value}], of which nested fields are left out."""
    fields = list(dict.fromkeys(field for row in document for field in row))
    refuse_too_large_a_table(rows=len(document), columns=len(fields))
    rows = [[_cell(row.get(field)) for field in fields] for row in document]
    return grid_of(list(enumerate([fields, *rows], start=0)))


def _cell(value: Any) -> Cell:
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    return float(value) if abs(value) < 1e300 else "∞"  # no number of a city, and no float


def _counted(things: list[Any]) -> Grid:
    """Things on a map, such as playgrounds: how many lie in each neighbourhood, and how many square metres."""
    if not things or len(things) > MOST_THINGS:
        raise FileRefused(_("There is nothing on this map, or more than %(most)d things.") % {"most": MOST_THINGS})
    shapes = [_shape(number, thing) for number, thing in enumerate(things, start=1)]
    shapes = in_degrees(shapes, system_of(shapes, declared=None, chosen=""))
    areas = [
        (each.name, shape(each.geometry)) for each in Neighbourhood.objects.on(today()).defer("path").order_by("name")
    ]
    number = dict.fromkeys([*(name for name, _borders in areas), OUTSIDE], 0)
    ground = dict.fromkeys(number, 0.0)
    tree = shapely.STRtree([borders for _name, borders in areas])
    for each in shapes:
        found = tree.query(each.representative_point(), predicate="covered_by")
        name = areas[min(found)][0] if len(found) else OUTSIDE
        number[name] += 1
        ground[name] += shapely.make_valid(project(each, WGS84, PLANE)).area
    rows = [[name, number[name], round(ground[name])] for name in number if name != OUTSIDE or number[name]]
    said = _(
        "This file has %(number)d things on a map. Each was counted in the neighbourhood where it lies, "
        "with all of its square metres; %(outside)d lie outside the city. A neighbourhood without any has 0."
    )
    lines = list(enumerate([[AREA, NUMBER, SQUARE_METRES], *rows], start=1))
    return grid_of(lines, area=AREA, notes=[said % {"number": len(things), "outside": number[OUTSIDE]}])


def _shape(number: int, thing: Any) -> BaseGeometry:
    """Its point or borders, also where somebody put a feature inside a feature."""
    geometry = thing.get("geometry") if isinstance(thing, dict) else None
    while isinstance(geometry, dict) and geometry.get("type") == "Feature":
        geometry = geometry.get("geometry")
    try:
        if isinstance(geometry, dict) and geometry.get("type") == "Point":
            longitude, latitude = geometry["coordinates"][:2]
            return Point(float(longitude), float(latitude))
        return polygons_of(geometry)
    except (ValueError, TypeError, KeyError) as error:
        why = str(error) if isinstance(error, ValueError) else _("It has no borders.")
        raise FileRefused(_("Thing %(number)d on the map: %(why)s") % {"number": number, "why": tidy(why)}) from error
