"""Amounts in rows and columns with what they make together: hours a week by age, euros by year. All exact."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from covenants.models import AgreedHours, BudgetLine, Covenant
from neighbourhoods.models import Neighbourhood
from organisations.enums import AgeBand, Function

ALL_AGES = ""  # as `AgreedHours.age_band` says it
AGES: tuple[str, ...] = (ALL_AGES, *AgeBand)

Amounts = Mapping[tuple[Any, Any], Decimal]  # by row and column


@dataclass(frozen=True)
class Line:
    """One row. None where nothing was agreed: that is no zero."""

    head: Any
    cells: tuple[Decimal | None, ...]

    @property
    def total(self) -> Decimal | None:
        return total(self.cells)


@dataclass(frozen=True)
class Grid:
    """Rows, with a last one of sums."""

    columns: tuple[Any, ...]
    lines: tuple[Line, ...]

    @property
    def sums(self) -> Line:
        columns = range(len(self.columns))
        return Line(None, tuple(total(line.cells[column] for line in self.lines) for column in columns))

    @property
    def named_cells(self) -> tuple[tuple[Line, tuple[tuple[Any, Decimal | None], ...]], ...]:
        """Each line, and the sums, with the column of each cell: a phone shows it beside the number."""
        return tuple((line, tuple(zip(self.columns, line.cells, strict=True))) for line in (*self.lines, self.sums))


@dataclass(frozen=True)
class AreaHours:
    """The hours a week in one neighbourhood. None: over the whole reach, in equal parts."""

    area: Neighbourhood | None
    grid: Grid


@dataclass(frozen=True)
class HoursTable:
    """All hours a week, the ones over the whole reach first."""

    ages: tuple[str, ...]
    areas: tuple[AreaHours, ...]

    @property
    def total(self) -> Decimal | None:
        return total(each.grid.sums.total for each in self.areas)


@dataclass(frozen=True)
class BudgetTable:
    """Euros by year and function, beside what the covenant says they make in all."""

    grid: Grid
    stated: Decimal | None

    @property
    def problem(self) -> Decimal | None:
        """How much more the lines make than what is stated, or less. None where they match."""
        return apart(self.stated, self.grid.sums.total)


def total(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """None where there is nothing to add up."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None


def apart(stated: Decimal | None, made: Decimal | None) -> Decimal | None:
    """How much more was `made` than `stated`; negative where less, None where they match."""
    difference = (made or Decimal(0)) - (stated or Decimal(0))
    return difference or None


def grid(amounts: Amounts, rows: Iterable, columns: Iterable) -> Grid:
    columns = tuple(columns)
    return Grid(columns, tuple(Line(row, tuple(amounts.get((row, column)) for column in columns)) for row in rows))


def years_of(covenant: Covenant) -> range:
    """The calendar years in which it holds."""
    return range(covenant.valid_from.year, covenant.valid_until.year + 1)


def functions_of(covenant: Covenant, also: Iterable[str] = ()) -> tuple[Function, ...]:
    """Those it funds, with those that stand in it all the same."""
    named = {*covenant.functions, *also}
    return tuple(function for function in Function if function in named)


def hours_table(hours: Iterable[AgreedHours]) -> HoursTable:
    """`hours` with their neighbourhoods. Only the ages and functions that they name."""
    hours = list(hours)
    named = {each.age_band for each in hours}
    ages = tuple(age for age in AGES if age in named)
    areas: dict[Neighbourhood | None, dict] = {}
    for each in hours:
        areas.setdefault(each.neighbourhood, {})[Function(each.function), each.age_band] = each.hours_per_week
    found = sorted(areas, key=lambda area: (area is not None, str(area or "")))
    return HoursTable(ages, tuple(AreaHours(area, _of_area(areas[area], ages)) for area in found))


def budget_table(covenant: Covenant, lines: Iterable[BudgetLine]) -> BudgetTable:
    """For every year of the covenant, also where nothing was filled in yet."""
    amounts = {(line.year, Function(line.function)): line.amount for line in lines}
    years = sorted({*years_of(covenant), *(year for year, _function in amounts)})
    functions = functions_of(covenant, (function for _year, function in amounts))
    return BudgetTable(grid(amounts, years, functions), covenant.total_budget)


def _of_area(amounts: Amounts, ages: tuple[str, ...]) -> Grid:
    named = {function for function, _age in amounts}
    return grid(amounts, (function for function in Function if function in named), ages)
