"""Values in older borders, brought to today's neighbourhoods by the ground they share: an estimate, and always said so.

A number is divided over the neighbourhoods its area lies in, by ground or by inhabitants; a mean or a share becomes
the mean of the areas a neighbourhood is made of, as heavy as the ground they share. Slivers come of drawing.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

import shapely
from django.conf import settings
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from shapely.geometry.base import BaseGeometry

from jos.shared.imports import FileRefused
from jos.shared.time import today
from neighbourhoods.enums import AddsUp, Missing
from neighbourhoods.geometry import on_plane
from neighbourhoods.imports.areas import read_areas
from neighbourhoods.imports.choices import Choices as BorderChoices
from neighbourhoods.imports.files import read_layer
from neighbourhoods.imports.statistics.areas import CITY, Areas
from neighbourhoods.imports.statistics.combining import mean, total
from neighbourhoods.imports.statistics.values import Value
from neighbourhoods.models import Neighbourhood

SLIVER = 0.01  # of both areas: a smaller piece comes of drawing
DECIMALS = 6  # of an estimate, and far more than it is worth
COVERED = 0.9  # of a neighbourhood: with less of it in the older borders its value is not known


@dataclass
class OldBorders:
    """The areas values are about, and the pieces today's neighbourhoods cut out of them."""

    shapes: list[BaseGeometry]  # in metres
    new: dict[int, BaseGeometry]  # today's neighbourhoods
    inhabitants: Mapping[int, float | None] | None = None  # None: divide by ground
    pieces: dict[tuple[int, int], float] = field(default_factory=dict)  # square metres of (old, new)

    def __post_init__(self) -> None:
        keys = list(self.new)
        tree = shapely.STRtree([self.new[key] for key in keys])
        for old, shape in enumerate(self.shapes):
            for found in tree.query(shape, predicate="intersects"):
                new = self.new[keys[found]]
                ground = shape.intersection(new).area
                if ground > SLIVER * min(shape.area, new.area):
                    self.pieces[old, keys[found]] = ground

    @property
    def outside(self) -> float:
        """The part of the older ground, from 0 to 1, that is in none of today's neighbourhoods."""
        whole = sum(shape.area for shape in self.shapes)
        return max(0.0, 1 - sum(self.pieces.values()) / whole) if whole else 0.0

    def converted(self, values: Mapping[Hashable, Value], adds_up: str) -> dict[int | None, Value]:
        """The values of today's neighbourhoods. The city as a whole stays what it is."""
        estimates: dict[int | None, Value] = {
            new: _rounded(self._estimate(new, values, adds_up)) for new in self.new if self._is_about(new, values)
        }
        if CITY in values:
            estimates[CITY] = values[CITY]
        return estimates

    def _is_about(self, new: int, values: Mapping[Hashable, Value]) -> bool:
        return any((old, new) in self.pieces for old in range(len(self.shapes)) if old in values)

    def _estimate(self, new: int, values: Mapping[Hashable, Value], adds_up: str) -> Value:
        pieces = [(old, ground) for (old, its_new), ground in self.pieces.items() if its_new == new]
        if sum(ground for _old, ground in pieces) < COVERED * self.new[new].area:
            return Missing.UNKNOWN
        if adds_up != AddsUp.SUM:
            return mean((values.get(old, Missing.UNKNOWN), ground) for old, ground in pieces)
        shares = [(values.get(old, Missing.UNKNOWN), self._share(old, new)) for old, _ground in pieces]
        if any(share is None for _value, share in shares):
            return Missing.UNKNOWN
        return total((value, share) for value, share in shares if share is not None)

    def _share(self, old: int, new: int) -> float | None:
        """The part of an older area's number that goes to this neighbourhood."""
        if self.inhabitants is None:
            return self.pieces[old, new] / self.shapes[old].area
        people = {its: self._people(old, its) for its_old, its in self.pieces if its_old == old}
        known = [number for number in people.values() if number is not None]
        mine = people[new]
        if mine is None or len(known) < len(people) or not sum(known):
            return None
        return mine / sum(known)

    def _people(self, old: int, new: int) -> float | None:
        """How many inhabitants of a neighbourhood live in the piece, if they live spread over it evenly."""
        inhabitants = (self.inhabitants or {}).get(new)
        return None if inhabitants is None else inhabitants * self.pieces[old, new] / self.new[new].area

    def notes(self) -> list[str]:
        """What everybody should know who looks at these estimates."""
        how = (
            _("Numbers are divided by the inhabitants that today's neighbourhoods have; means and shares by ground.")
            if self.inhabitants is not None
            else _("Numbers are divided by ground, as if people lived spread evenly over it; means and shares as well.")
        )
        part = _("%(part)s%% of the ground of the older areas lies outside today's neighbourhoods.")
        return [
            _("These values were converted from older borders: they are estimates."),
            how,
            part % {"part": number_format(100 * self.outside, 1)},
        ]


def _rounded(value: Value) -> Value:
    return value if isinstance(value, Missing) else round(value, DECIMALS)


def read_old_borders(content: bytes, *, name_field: str, code_field: str, crs: str = "") -> tuple[OldBorders, Areas]:
    """The older areas, and how to find them. FileRefused where the file holds no sound borders."""
    layer = read_layer(content)
    fields = BorderChoices(name_field=name_field or code_field, code_field=code_field or name_field, crs=crs)
    reading = read_areas(layer, fields)
    if reading.problems:
        first = reading.problems[0]
        raise FileRefused(_("The older borders: %(where)s %(why)s") % {"where": first.where, "why": first.text})
    neighbourhoods = list(Neighbourhood.objects.on(today()).defer("path"))
    if not neighbourhoods:
        raise FileRefused(_("There are no neighbourhoods yet. Import their borders first."))
    areas = Areas(city_codes={settings.CITY_CODE} - {""})
    for key, area in enumerate(reading.areas):
        areas.add(key, area.name, area.code)
    new = {each.pk: shapely.make_valid(on_plane(each.geometry)) for each in neighbourhoods}
    return OldBorders([area.plane for area in reading.areas], new), areas
