"""Which neighbourhood an area of a file is: by its code, or where the source is new to it, by its name and ground."""

import re
from dataclasses import dataclass, field

import shapely
from shapely.geometry.base import BaseGeometry

from jos.shared.letters import without_accents
from jos.shared.tables.cells import same
from jos.shared.time import today
from neighbourhoods.geometry import on_plane
from neighbourhoods.imports.areas import Area
from neighbourhoods.models import Neighbourhood

SAME_GROUND = 0.9  # of what two shapes cover together, they share this much
SAME_NAME_NEARBY = 0.5  # enough where the name is the same too

_CITY_BEHIND_NAME = re.compile(r"\s*\([^()]*\)$")  # "Binnenstad (Gent)"
_NO_LETTERS = re.compile(r"[\W_]+")


@dataclass
class Known:
    """All neighbourhoods of the portal, seen from one source of codes."""

    source: str
    neighbourhoods: list[Neighbourhood]
    shapes: dict[int, BaseGeometry] = field(default_factory=dict)  # in metres, as they are asked for

    @classmethod
    def to(cls, source: str) -> "Known":
        return cls(source, list(Neighbourhood.objects.defer("path").prefetch_related("codes")))

    def codes_of(self, neighbourhood: Neighbourhood) -> list[str]:
        return [code.code for code in neighbourhood.codes.all() if code.source == self.source]

    def leads(self, neighbourhood: Neighbourhood) -> bool:
        """Its name and borders come from this source: the one that gave it its first code."""
        first = next(iter(neighbourhood.codes.all()), None)
        return first is None or first.source == self.source

    def shape_of(self, neighbourhood: Neighbourhood) -> BaseGeometry:
        if neighbourhood.pk not in self.shapes:
            self.shapes[neighbourhood.pk] = shapely.make_valid(on_plane(neighbourhood.geometry))
        return self.shapes[neighbourhood.pk]

    def match(self, areas: list[Area]) -> list[Neighbourhood | None]:
        """The neighbourhood each area is; None for a new one. No neighbourhood is found twice."""
        by_code = {code: n for n in self.neighbourhoods for code in self.codes_of(n)}
        found = [by_code.get(area.code) for area in areas]
        free = [n for n in self.neighbourhoods if not self.codes_of(n) and n.holds_on(today())]
        for number, area in enumerate(areas):
            if found[number] is None and (neighbourhood := self._on_same_ground(area, free)):
                found[number] = neighbourhood
                free.remove(neighbourhood)
        return found

    def _on_same_ground(self, area: Area, candidates: list[Neighbourhood]) -> Neighbourhood | None:
        for neighbourhood in candidates:
            shared = shared_ground(area.plane, self.shape_of(neighbourhood))
            same_name = plain_name(area.name) == plain_name(neighbourhood.name)
            if shared > (SAME_NAME_NEARBY if same_name else SAME_GROUND):
                return neighbourhood
        return None


def shared_ground(one: BaseGeometry, other: BaseGeometry) -> float:
    """The part that two shapes share of all they cover together, from 0 to 1."""
    if not one.intersects(other):
        return 0
    shared = one.intersection(other).area
    return shared / (one.area + other.area - shared)


def plain_name(name: str) -> str:
    """Two spellings of one name become the same: accents, dashes and spaces do not count."""
    return _NO_LETTERS.sub(" ", without_accents(same(_CITY_BEHIND_NAME.sub("", name)))).strip()
