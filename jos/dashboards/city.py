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
    everything = coverage(at=filters.day, ages=filters.band)
    part = [area for area in everything if _lies_in(area, filters, everything)]
    shown = [area for area in part if _is_asked(area, filters)]
    on_the_map = [Row.of(area, filters) for area in _neighbourhoods(everything)]
    summary = summarise(part)
    return City(
        summary=summary,
        groups=tuple(group for group in _groups(shown, filters) if group.rows),
        map=draw(on_the_map, shown={area.pk for area in _neighbourhoods(shown)}),
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


def _neighbourhoods(areas: Iterable[AreaCoverage]) -> list[AreaCoverage]:
    return [area for area in areas if area.kind == AreaKind.NEIGHBOURHOOD]


def _lies_in(area: AreaCoverage, filters: CoverageFilter, everything: list[AreaCoverage]) -> bool:
    kind, name = filters.part
    if kind == "district":
        return area.district == name
    if kind == "circle":
        circles = [circle for circle in everything if circle.kind == AreaKind.CIRCLE and circle.slug == name]
        return area in circles or any(_neighbourhood_of(circle, area) for circle in circles)
    return True


def _neighbourhood_of(circle: AreaCoverage, area: AreaCoverage) -> bool:
    return area.kind == AreaKind.NEIGHBOURHOOD and area.pk in circle.neighbourhoods


def _is_asked(area: AreaCoverage, filters: CoverageFilter) -> bool:
    return (not filters.only_gaps or bool(area.gaps)) and (not filters.function or filters.function in area.missing)


def _groups(areas: list[AreaCoverage], moment: MomentFilter) -> list[Group]:
    def group(title: str, chosen: Iterable[AreaCoverage]) -> Group:
        return Group(title, tuple(Row.of(area, moment) for area in sorted(chosen, key=_what_is_missing_first)))

    here = _neighbourhoods(areas)
    return [
        group(_("Priority neighbourhoods"), (area for area in here if area.priority)),
        group(_("Other neighbourhoods"), (area for area in here if not area.priority)),
        group(_("Movement circles"), (area for area in areas if area.kind == AreaKind.CIRCLE)),
    ]


def _what_is_missing_first(area: AreaCoverage) -> tuple:
    return area.norm_met, -len(area.missing), area.name.casefold()
