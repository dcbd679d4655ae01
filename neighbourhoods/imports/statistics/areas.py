"""Whose value it is: which neighbourhood a code or a name in a file means, or the city as a whole."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

from django.conf import settings
from django.utils.translation import gettext as _

from jos.shared.tables.cells import same, tidy
from jos.shared.time import today
from neighbourhoods.imports.matching import plain_name
from neighbourhoods.models import Neighbourhood, NeighbourhoodCode

CITY = None  # as `StatisticValue.neighbourhood` keeps it

_REST = re.compile(r"\d*(ONBE|ONB|ZZZZ?)|9999\d|.*ZZZZ", re.IGNORECASE)  # what could not be put anywhere
_CITY_LEVEL = re.compile(r"(gemeente|stad|municipality|city)\d*")  # gemeente2018: before the mergers


class NotHere(Exception):
    """This row is about no area of ours, and that is no mistake."""


class RestCode(NotHere):
    """What the source could not put in any area."""


class NotOfThisCity(NotHere):
    """No neighbourhood of this city is called so."""


def is_city_level(level: str) -> bool:
    return bool(_CITY_LEVEL.fullmatch(same(level)))


@dataclass
class Areas:
    """All areas a row can be about, by the codes of each source and by name."""

    by_source: dict[tuple[str, str], set[Hashable]] = field(default_factory=lambda: defaultdict(set))
    by_code: dict[str, set[Hashable]] = field(default_factory=lambda: defaultdict(set))
    by_name: dict[str, set[Hashable]] = field(default_factory=lambda: defaultdict(set))
    names: dict[Hashable, str] = field(default_factory=dict)
    city_codes: set[str] = field(default_factory=set)

    @classmethod
    def of_today(cls) -> "Areas":
        """The neighbourhoods. A name that also belonged to an earlier one means that of today."""
        areas = cls(city_codes={settings.CITY_CODE} - {""})
        day = today()
        rows = Neighbourhood.objects.without_borders().order_by("pk")
        for neighbourhood in sorted(rows, key=lambda each: not each.holds_on(day)):
            name = plain_name(neighbourhood.name)
            areas.names[neighbourhood.pk] = neighbourhood.name
            if neighbourhood.holds_on(day) or name not in areas.by_name:
                areas.by_name[name].add(neighbourhood.pk)
        for source, code, pk in NeighbourhoodCode.objects.values_list("source", "code", "neighbourhood"):
            areas.by_source[same(source), code.strip()].add(pk)
            areas.by_code[code.strip()].add(pk)
        return areas

    def add(self, key: Hashable, name: str, code: str) -> None:
        """An area of older borders."""
        self.names[key] = name
        self.by_name[plain_name(name)].add(key)
        if code:
            self.by_code[code].add(key)

    def know_city(self, codes: Iterable[str]) -> None:
        """Where nobody said which code the city has, the only one at the level of cities is it."""
        found = {tidy(code) for code in codes}
        if not self.city_codes and len(found) == 1 and not found & self.by_code.keys():
            self.city_codes = found

    def find(self, text: str, level: str) -> Hashable:
        """The area, or CITY. NotHere where it is none of ours; ValueError where it can be several."""
        code = tidy(text)
        found = set() if is_city_level(level) and self._is_city(code) else self._meant(code, level)
        if len(found) > 1:
            names = ", ".join(sorted(self.names[key] for key in found))
            raise ValueError(_("“%(text)s” can be several areas: %(names)s.") % {"text": code[:60], "names": names})
        if found:
            return next(iter(found))
        if self._is_city(code):
            return CITY
        raise RestCode(code) if _REST.fullmatch(code) else NotOfThisCity(code)

    def _meant(self, code: str, level: str) -> set[Hashable]:
        """By the codes of the source that is called as the level, then of any other, then by name.

        Not by the name of a city: a neighbourhood can be called as the village it once was.
        """
        by_code = self.by_source.get((same(level), code)) or self.by_code.get(code)
        by_name = set() if is_city_level(level) else self.by_name.get(plain_name(code))
        return by_code or by_name or set()

    def _is_city(self, code: str) -> bool:
        name = plain_name(settings.CITY_NAME)
        return code in self.city_codes or (bool(name) and plain_name(code) == name)
