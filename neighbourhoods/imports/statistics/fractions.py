"""Percentages that a file keeps as fractions: 0.125 where 12.5 % is meant. Staff say which; nobody guesses."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from jos.shared.tables.grids import Grid
from neighbourhoods.enums import Missing
from neighbourhoods.imports.statistics.choices import Column, Scale
from neighbourhoods.imports.statistics.reading import Key, Reading
from neighbourhoods.imports.statistics.values import Value, read_value
from neighbourhoods.models import Statistic

PERCENT = "%"
DECIMALS = 10  # 0.07 times 100 is 7, not 7.000000000000001


def in_percent(
    values: dict[Key, Value], column: Column, statistic: Statistic, grid: Grid, reading: Reading
) -> dict[Key, Value]:
    """The values as percentages, where staff said that they are fractions."""
    if column.scale == Scale.FRACTIONS:
        return {key: value if isinstance(value, Missing) else _times_100(value) for key, value in values.items()}
    is_shown_as_percentage = grid.place(column.header) in grid.percents
    is_percentage = PERCENT in statistic.unit and _are_fractions(values.values())
    if not column.scale and (is_shown_as_percentage or is_percentage):
        why = _("These may be percentages stored as fractions: 0.125 for 12.5%. Say “times 100”, or “as they are”.")
        reading.refuse(column.header, why)
    return values


def may_be_fractions(grid: Grid, at: int) -> bool:
    """Whether to ask about this column at all."""
    return at in grid.percents or _are_fractions(_numbers(grid, at))


def _numbers(grid: Grid, at: int) -> Iterable[Value]:
    for _line, cell in grid.column(at):
        try:
            yield read_value(cell, "")
        except ValueError:
            yield float("inf")  # no fraction, whatever it is


def _are_fractions(values: Iterable[Value]) -> bool:
    """All between 0 and 1, and not whole numbers only."""
    numbers = [value for value in values if not isinstance(value, Missing)]
    return all(0 <= number <= 1 for number in numbers) and any(number % 1 for number in numbers)


def _times_100(value: float) -> float:
    return round(value * 100, DECIMALS)
