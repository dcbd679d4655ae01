"""The city in one look, for the sentence a dashboard opens with."""

from collections.abc import Iterable
from dataclasses import dataclass

from organisations.coverage.enums import AreaKind, GapKind, Status
from organisations.coverage.results import AreaCoverage
from organisations.enums import Function


@dataclass(frozen=True)
class CitySummary:
    """Which neighbourhoods stand how. Movement circles are other ways to cut the same city: they are not added."""

    neighbourhoods: tuple[AreaCoverage, ...]
    priority: tuple[AreaCoverage, ...]
    priority_whole: tuple[AreaCoverage, ...]
    priority_scattered: tuple[AreaCoverage, ...]
    priority_lacking: dict[Function, tuple[AreaCoverage, ...]]  # of priority neighbourhoods
    without_free_time: tuple[AreaCoverage, ...]
    without_entry: tuple[AreaCoverage, ...]  # other functions, but no free time
    with_gaps: tuple[AreaCoverage, ...]


def summarise(areas: Iterable[AreaCoverage]) -> CitySummary:
    neighbourhoods = tuple(area for area in areas if area.kind == AreaKind.NEIGHBOURHOOD)
    priority = tuple(area for area in neighbourhoods if area.priority)
    return CitySummary(
        neighbourhoods=neighbourhoods,
        priority=priority,
        priority_whole=tuple(area for area in priority if area.status == Status.WHOLE),
        priority_scattered=tuple(area for area in priority if area.status == Status.SCATTERED),
        priority_lacking={
            function: tuple(area for area in priority if function in area.missing) for function in Function
        },
        without_free_time=tuple(area for area in neighbourhoods if Function.FREE_TIME in area.missing),
        without_entry=tuple(area for area in neighbourhoods if any(gap.kind == GapKind.NO_ENTRY for gap in area.gaps)),
        with_gaps=tuple(area for area in neighbourhoods if area.gaps),
    )
