"""The whole city on a day: what the coverage page shows."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from jos.dashboards.coverage.city_map import CityMap, draw
from jos.dashboards.coverage.forms import CoverageFilter, MomentFilter
from jos.dashboards.coverage.rows import Row
from organisations.coverage import AreaCoverage, AreaKind, Direction, coverage
from organisations.coverage.changes import compare
from organisations.coverage.summary import CitySummary, summarise
from organisations.enums import Function


@dataclass(frozen=True)
class Group:
    """Rows that share a norm or, where days are compared, a direction."""

    title: str
    rows: tuple[Row, ...]
    direction: Direction | None = None


@dataclass(frozen=True)
class City:
    summary: CitySummary
    groups: tuple[Group, ...]
    map: CityMap | None
    lacking: dict[Function, tuple[AreaCoverage, ...]]  # priority neighbourhoods, by the function that is missing
    is_empty: bool  # nobody brought the neighbourhoods in yet, or none exists on this day
    better: int
    worse: int
    with_something: int  # neighbourhoods where any offer counts

    @property
    def rows(self) -> list[Row]:
        return [row for group in self.groups for row in group.rows]


def city(filters: CoverageFilter) -> City:
    """The areas asked for. The finding is about all of that part of the city, whatever else is left out."""
    everything = _look(filters)
    here = _within(everything, filters)
    shown = [row for row in here if _is_asked(row, filters)]
    standing = [row for row in everything if not (row.change and row.change.is_gone)]
    summary = summarise(row.area for row in here if not (row.change and row.change.is_gone))
    groups = _by_direction(shown) if filters.since_day else _by_norm(shown)
    return City(
        summary=summary,
        groups=tuple(group for group in groups if group.rows),
        map=draw(
            _neighbourhoods(standing),
            shown={row.area.pk for row in _neighbourhoods(shown)},
            kind=filters.map_kind,
            circles=_drawn_circles(standing, filters),
        ),
        lacking={function: areas for function, areas in summary.priority_lacking.items() if areas},
        is_empty=not _neighbourhoods(standing),
        better=_how_many(here, Direction.BETTER),
        worse=_how_many(here, Direction.WORSE),
        with_something=sum(bool(area.covered) for area in summary.neighbourhoods),
    )


def by_name(moment: MomentFilter) -> list[Group]:
    """All neighbourhoods, then all circles."""
    rows = [Row.of(area, moment) for area in coverage(at=moment.day, ages=moment.band)]
    groups = [Group(_("Neighbourhoods"), tuple(_neighbourhoods(rows))), Group(_("Movement circles"), _circles(rows))]
    return [group for group in groups if group.rows]


def _look(filters: CoverageFilter) -> list[Row]:
    at, ages, selection = filters.day, filters.band, filters.selection
    if since := filters.since_day:
        changes = compare(since=since, at=at, ages=ages, selection=selection)
        return [Row.of_change(change, filters) for change in changes]
    return [Row.of(area, filters) for area in coverage(at=at, ages=ages, selection=selection)]


def _neighbourhoods(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row.area.kind == AreaKind.NEIGHBOURHOOD]


def _circles(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(row for row in rows if row.area.kind == AreaKind.CIRCLE)


def _within(rows: list[Row], filters: CoverageFilter) -> list[Row]:
    """A district's neighbourhoods; a circle with its neighbourhoods; where both are asked, what lies in both."""
    if slug := filters.circle_slug:
        circles = [row for row in _circles(rows) if row.area.slug == slug]
        inside = frozenset().union(*(row.area.neighbourhoods for row in circles))
        rows = [row for row in _neighbourhoods(rows) if row.area.pk in inside] + circles
    if district := filters.district_name:
        rows = [row for row in rows if row.area.district == district]
    return rows


def _is_asked(row: Row, filters: CoverageFilter) -> bool:
    area = row.area
    return (not filters.only_gaps or bool(area.gaps)) and (not filters.function or filters.function in area.missing)


def _drawn_circles(rows: list[Row], filters: CoverageFilter) -> list[AreaCoverage]:
    """All of them as a layer, or the one that is asked."""
    return [row.area for row in _circles(rows) if filters.draws_circles or row.area.slug == filters.circle_slug]


def _by_norm(rows: list[Row]) -> list[Group]:
    def group(title: str, chosen: Iterable[Row]) -> Group:
        return Group(title, tuple(sorted(chosen, key=_what_is_missing_first)))

    here = _neighbourhoods(rows)
    return [
        group(_("Priority neighbourhoods"), (row for row in here if row.area.priority)),
        group(_("Other neighbourhoods"), (row for row in here if not row.area.priority)),
        group(_("Movement circles"), _circles(rows)),
    ]


def _what_is_missing_first(row: Row) -> tuple:
    return row.area.norm_met, -len(row.area.missing), row.area.name.casefold()


def _by_direction(rows: list[Row]) -> list[Group]:
    """What got worse first; circles are other ways to cut the same city, and come after."""
    titles = {
        Direction.WORSE: _("Worse"),
        Direction.BETTER: _("Better"),
        Direction.OTHER: _("Better and worse, or just different"),
        Direction.NONE: _("Nothing changed"),
    }
    here = _neighbourhoods(rows)
    groups = [
        Group(title, tuple(row for row in here if row.change and row.change.direction == direction), direction)
        for direction, title in titles.items()
    ]
    changed = tuple(row for row in _circles(rows) if row.change and row.change.changes)
    return [*groups[:3], Group(_("Movement circles"), changed, Direction.OTHER), groups[3]]


def _how_many(rows: list[Row], direction: Direction) -> int:
    return sum(row.change is not None and row.change.direction == direction for row in _neighbourhoods(rows))
