"""From the features of a file to areas with a name, a code and sound borders, and all that is wrong with them."""

from collections import Counter
from dataclasses import dataclass

import shapely
from django.utils.translation import gettext as _
from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry

from jos.shared.imports import FileRefused, Problem
from jos.shared.tables.cells import tidy
from neighbourhoods.geometry import PLANE, WGS84, project, to_geojson
from neighbourhoods.imports.borders import as_stored, polygons_of, repaired
from neighbourhoods.imports.choices import Choices
from neighbourhoods.imports.coordinates import in_degrees, system_of
from neighbourhoods.imports.layers import Feature, Layer
from neighbourhoods.imports.overlaps import overlap_problems
from neighbourhoods.models import Neighbourhood, NeighbourhoodCode


@dataclass(frozen=True)
class Area:
    """What the file says of one neighbourhood."""

    name: str
    code: str
    district: str
    borders: dict  # as they are stored
    plane: BaseGeometry  # the same in metres

    @property
    def label(self) -> str:
        return f"{self.name} ({self.code})"


@dataclass
class Reading:
    areas: list[Area]
    problems: list[Problem]
    notes: list[Problem]


def read_areas(layer: Layer, choices: Choices) -> Reading:
    """All areas of the file. With a problem there are none; FileRefused where the file as a whole makes no sense."""
    _check_fields(layer, choices)
    reading = Reading([], [], [])
    texts = [_texts(feature, choices, reading) for feature in layer.features]
    _check_codes(texts, reading)
    shapes = [drawn for feature in layer.features if (drawn := _shape(feature, choices, reading)) is not None]
    if reading.problems:
        return reading
    system = system_of(shapes, declared=layer.crs, chosen=choices.crs)
    for feature, text, shape in zip(layer.features, texts, in_degrees(shapes, system), strict=True):
        if sound := _sound(shape, _where(feature, choices), reading):
            reading.areas.append(Area(*text, to_geojson(sound), shapely.make_valid(project(sound, WGS84, PLANE))))
    if not reading.problems:
        problems, notes = overlap_problems([(area.label, area.plane) for area in reading.areas])
        reading.problems += problems
        reading.notes += notes
    return reading


def _check_fields(layer: Layer, choices: Choices) -> None:
    chosen = [choices.name_field, choices.code_field, choices.district_field]
    if not choices.name_field or not choices.code_field:
        raise FileRefused(_("Choose the field that holds the name, and the one that holds the code."))
    if missing := [name for name in chosen if name and name not in layer.field_names]:
        raise FileRefused(
            _("Field “%(missing)s” is not in this file. Its fields are: %(fields)s.")
            % {"missing": ", ".join(missing), "fields": ", ".join(layer.field_names)}
        )


def _where(feature: Feature, choices: Choices) -> str:
    name = tidy(feature.fields.get(choices.name_field, ""))[:60]
    where = _("feature %(number)d") % {"number": feature.number}
    return f"{where} ({name})" if name else where


def _texts(feature: Feature, choices: Choices, reading: Reading) -> tuple[str, str, str]:
    """Name, code and district, without spaces too many."""
    where = _where(feature, choices)
    raw = feature.fields.get(choices.name_field, "")
    name, code = tidy(raw), tidy(feature.fields.get(choices.code_field, ""))
    district = tidy(feature.fields.get(choices.district_field, "")) if choices.district_field else ""
    if name != raw:
        reading.notes.append(Problem(where, _("The name had spaces or signs too many: they are left out.")))
    for text, field, column in (
        (name, choices.name_field, Neighbourhood._meta.get_field("name")),
        (code, choices.code_field, NeighbourhoodCode._meta.get_field("code")),
    ):
        if not text:
            reading.problems.append(Problem(where, _("“%(field)s” is empty.") % {"field": field}))
        if len(text) > (most := column.max_length or 0):
            why = _("“%(field)s” is longer than %(most)d characters.") % {"field": field, "most": most}
            reading.problems.append(Problem(where, why))
    return name, code, district[: Neighbourhood._meta.get_field("district").max_length]


def _check_codes(texts: list[tuple[str, str, str]], reading: Reading) -> None:
    for code, times in Counter(code for _name, code, _district in texts).items():
        if times > 1 and code:
            names = ", ".join(name for name, its_code, _district in texts if its_code == code)
            why = _("The code “%(code)s” stands there %(times)d times: %(names)s. Each area needs its own.")
            reading.problems.append(Problem("", why % {"code": code[:60], "times": times, "names": names[:300]}))


def _shape(feature: Feature, choices: Choices, reading: Reading) -> MultiPolygon | None:
    try:
        return polygons_of(feature.geometry)
    except ValueError as error:
        reading.problems.append(Problem(_where(feature, choices), str(error)))
        return None


def _sound(shape: MultiPolygon, where: str, reading: Reading) -> MultiPolygon | None:
    if not shape.is_valid:
        why = _("The borders crossed or touched themselves and were repaired. Check them on the map.")
        reading.notes.append(Problem(where, why))
        shape = repaired(shape)
    try:
        return as_stored(shape)
    except ValueError as error:
        reading.problems.append(Problem(where, str(error)))
        return None
