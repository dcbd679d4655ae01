"""The coverage of the city as a table, for whoever wants to go on with it in a spreadsheet."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from jos.shared.tables.cells import UNKNOWN
from jos.shared.tables.writing import Cell
from organisations.coverage import AreaCoverage, FunctionCoverage
from organisations.enums import Function

COLUMNS = (
    *("code", "name", "kind", "district", "priority", "status", "whole_by"),
    *Function.values,
    *("warm_place", "outreach", "norm_met", "gaps", "warnings"),
)


def coverage_rows(areas: Iterable[AreaCoverage]) -> Iterator[tuple[Cell, ...]]:
    """One row an area, in the columns of the command `coverage`, with the district beside them."""
    for area in areas:
        yield (
            *(area.code, area.name, area.kind.value, area.district, _yes(area.priority), area.status.value),
            "; ".join(area.whole_by),
            *(_hours(covered) for covered in area.functions.values()),
            *(_yes(area.warm_place), _yes(area.outreach), _yes(area.norm_met)),
            " ".join(finding.text for finding in area.gaps),
            " ".join(finding.text for finding in area.warnings),
        )


def _hours(covered: FunctionCoverage) -> Cell:
    """Empty where the function is missing, a question mark where its hours are not known (R17)."""
    if not covered.covered:
        return ""
    return UNKNOWN if covered.hours is None else covered.hours


def _yes(answer: bool) -> str:
    return _("yes") if answer else _("no")
