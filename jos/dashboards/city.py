"""The whole city on a day: what the coverage page shows."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from jos.dashboards.city_map import CityMap, draw
from jos.dashboards.forms import CoverageFilter, MomentFilter
from organisations.coverage import AreaCoverage, AreaKind, coverage
from organisations.coverage.summary import CitySummary, summarise
from organisations.enums import Function


@dataclass(frozen=True)
class Row:
    """An area, where its sheet is, and where the offers behind its numbers are."""

    area: AreaCoverage
    sheet: str
    offers: str

    @classmethod
    def of(cls, area: AreaCoverage, moment: MomentFilter) -> "Row":
        sheet = reverse(str(area.kind), args=[area.slug])
        return cls(area, f"{sheet}?{moment.query}", f"{reverse('offers')}?{area.kind}={area.slug}&{moment.query}")


@dataclass(frozen=True)
class Group:
    """Rows of the matrix that share a norm."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class City:
    summary: CitySummary
    groups: tuple[Group, ...]
    map: CityMap
    lacking: dict[Function, tuple[AreaCoverage, ...]]  # priority neighbourhoods, by the function that is missing
    is_empty: bool  # nobody brought the neighbourhoods in yet, or none exists on this day


def city(filters: CoverageFilter) -> City:
    """The areas asked for. The finding is about all of that part of the city, whatever else is left out."""
    everything = [Row.of(area, filters) for area in coverage(at=filters.day, ages=filters.band)]
    part = _part(everything, filters)
    shown = [row for row in part if _is_asked(row.area, filters)]
    on_the_map = _neighbourhoods(everything)
    summary = summarise(row.area for row in part)
    return City(
        summary=summary,
        groups=tuple(group for group in _groups(shown) if group.rows),
        map=draw(on_the_map, shown={row.area.pk for row in _neighbourhoods(shown)}),
        lacking={function: areas for function, areas in summary.priority_lacking.items() if areas},
        is_empty=not on_the_map,
    )


def by_name(moment: MomentFilter) -> list[Group]:
    """All neighbourhoods, then all circles."""
    rows = [Row.of(area, moment) for area in coverage(at=moment.day, ages=moment.band)]
    groups = [
        Group(_("Neighbourhoods"), tuple(row for row in rows if row.area.kind == AreaKind.NEIGHBOURHOOD)),
        Group(_("Movement circles"), tuple(row for row in rows if row.area.kind == AreaKind.CIRCLE)),
    ]
    return [group for group in groups if group.rows]


def _neighbourhoods(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row.area.kind == AreaKind.NEIGHBOURHOOD]


def _part(everything: list[Row], filters: CoverageFilter) -> list[Row]:
    """A district's neighbourhoods; a circle with its neighbourhoods; or all there is."""
    kind, name = filters.part
    if kind == "district":
        return [row for row in everything if row.area.district == name]
    if kind == "circle":
        circles = [row for row in everything if row.area.kind == AreaKind.CIRCLE and row.area.slug == name]
        inside = frozenset().union(*(row.area.neighbourhoods for row in circles))
        return [row for row in _neighbourhoods(everything) if row.area.pk in inside] + circles
    return everything


def _is_asked(area: AreaCoverage, filters: CoverageFilter) -> bool:
    return (not filters.only_gaps or bool(area.gaps)) and (not filters.function or filters.function in area.missing)


def _groups(rows: list[Row]) -> list[Group]:
    def group(title: str, chosen: Iterable[Row]) -> Group:
        return Group(title, tuple(sorted(chosen, key=_what_is_missing_first)))

    here = _neighbourhoods(rows)
    return [
        group(_("Priority neighbourhoods"), (row for row in here if row.area.priority)),
        group(_("Other neighbourhoods"), (row for row in here if not row.area.priority)),
        group(_("Movement circles"), (row for row in rows if row.area.kind == AreaKind.CIRCLE)),
    ]


def _what_is_missing_first(row: Row) -> tuple:
    return row.area.norm_met, -len(row.area.missing), row.area.name.casefold()
