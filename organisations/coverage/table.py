"""The coverage of areas as a table: a row an area. The pages save it, the command `coverage` writes it."""

from collections.abc import Iterable, Iterator

from jos.shared.tables.cells import UNKNOWN
from jos.shared.tables.writing import Cell
from organisations.coverage.results import AreaCoverage, FunctionCoverage
from organisations.enums import Function

COLUMNS = (
    *("code", "name", "kind", "district", "priority", "status", "whole_by"),
    *Function.values,
    *("warm_place", "outreach", "norm_met", "gaps", "warnings"),
)


def coverage_rows(areas: Iterable[AreaCoverage]) -> Iterator[tuple[Cell, ...]]:
    for area in areas:
        yield (
            *(area.code, area.name, area.kind.value, area.district, area.priority, area.status.value),
            "; ".join(area.whole_by),
            *(hours_of(covered) for covered in area.functions.values()),
            *(area.warm_place, area.outreach, area.norm_met),
            " ".join(finding.text for finding in area.gaps),
            " ".join(finding.text for finding in area.warnings),
        )


def hours_of(covered: FunctionCoverage) -> Cell:
    """Empty where the function is missing, a question mark where its hours are not known (R17)."""
    if not covered.covered:
        return ""
    return UNKNOWN if covered.hours is None else covered.hours
