"""The coverage of areas as a table: a row an area. The pages save it, the command `coverage` writes it."""

from collections.abc import Iterable, Iterator

from jos.shared.tables.cells import UNKNOWN
from jos.shared.tables.writing import Cell
from organisations.coverage.changes import AreaChange
from organisations.coverage.results import AreaCoverage, FunctionCoverage
from organisations.enums import Function

COLUMNS = (
    *("code", "name", "kind", "district", "priority", "status", "whole_by"),
    *Function.values,
    *("warm_place", "outreach", "norm_met", "gaps", "warnings"),
)

CHANGE_COLUMNS = (
    *("code", "name", "kind", "district", "direction", "changes"),
    *(f"{function}_{when}" for function in Function.values for when in ("before", "now")),
    *("priority_before", "priority_now", "status_before", "status_now", "norm_met_before", "norm_met_now"),
)


def coverage_rows(areas: Iterable[AreaCoverage]) -> Iterator[tuple[Cell, ...]]:
    for area in areas:
        yield (
            *(area.code, area.name, area.kind.value, area.district, area.priority, area.status.value),
            "; ".join(area.whole_by),
            *(hours_of(covered) for covered in area.functions.values()),
            *(area.warm_place, area.outreach, area.norm_met if area.judged else ""),
            " ".join(finding.text for finding in area.gaps),
            " ".join(finding.text for finding in area.warnings),
        )


def hours_of(covered: FunctionCoverage) -> Cell:
    """Empty where the function is missing, a question mark where its hours are not known (R17)."""
    if not covered.covered:
        return ""
    return UNKNOWN if covered.hours is None else covered.hours


def change_rows(changes: Iterable[AreaChange]) -> Iterator[tuple[Cell, ...]]:
    """What changed between two days: what did not exist on one of them is empty there."""
    for change in changes:
        area, before, now = change.area, change.before, None if change.is_gone else change.area
        yield (
            *(area.code, area.name, area.kind.value, area.district),
            *(change.direction.value, " ".join(change.sentences)),
            *(hours_of(some.functions[function]) if some else "" for function in Function for some in (before, now)),
            *(some.priority if some else "" for some in (before, now)),
            *(some.status.value if some else "" for some in (before, now)),
            *(some.norm_met if some and some.judged else "" for some in (before, now)),
        )
