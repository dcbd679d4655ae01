"""What the pages about covenants show, as tables to save. What is not known is empty: never 0 (R17)."""

from collections.abc import Iterator
from decimal import Decimal

from covenants.indicators.adding_up import Amount
from jos.dashboards.covenants.figures import FiguresPage
from jos.dashboards.covenants.money import MoneyPage
from jos.dashboards.covenants.promised import PromisedPage
from jos.dashboards.covenants.results import PeriodCell, ResultsPage
from jos.shared.tables.writing import Cell
from organisations.enums import Function

FIGURES = (
    *("function", "indicator", "statement", "unit", "at_start", "value", "value_of_city", "at_least", "target"),
    *("covenants", "covenants_unknown"),
)
RESULTS = (
    *("function", "indicator", "kind", "unit", "from", "until", "at_start", "value", "at_least", "unknown_parts"),
    *("place_of_partner", "place_of_city", "target"),
)
PROMISED = ("name", "function", "agreed_hours", "hours_there", "some_hours_unknown", "not_there", "not_promised")
MONEY = ("code", "name", "district", "priority", "status", "need_rank", *Function.values, "total", "per_1000_young")


def figures_rows(page: FiguresPage) -> Iterator[list[Cell]]:
    """A row for each number and for each statement: of statements, how many covenants stand on it."""
    for of_function in page.functions:
        function = of_function.function.value
        for row in of_function.numbers:
            numbers, unit = row.numbers, row.numbers.measure.unit
            value: list[Cell] = [_value(numbers.baseline), _value(numbers.value), None, numbers.value.is_at_least]
            known = [len(numbers.results), len(numbers.results) - len(numbers.known)]
            yield [function, numbers.measure.name, "", unit, *value, _value(numbers.target), *known]
        for card in of_function.scales:
            results, name = card.scales.results, card.scales.measure.name
            unknown = sum(result.partner is None for result in results)
            for line in card.spread.lines:
                value = [line.at_start, line.partner, line.city, False, line.aimed]
                yield [function, name, line.statement, "", *value, len(results), unknown]


def results_rows(page: ResultsPage) -> Iterator[list[Cell]]:
    """A row for each indicator and period."""
    for row in page.rows:
        indicator = row.result.indicator
        start = indicator.baseline if row.is_number else indicator.baseline_place
        target = indicator.target if row.is_number else indicator.aim_place
        named = [indicator.function, indicator.name, indicator.kind, indicator.unit]
        for cell in row.periods:
            days: list[Cell] = [cell.period.starts_on, cell.period.ends_on]
            yield [*named, *days, start, *_said(cell), target]


def _said(cell: PeriodCell) -> list[Cell]:
    amount = cell.amount
    measured = [_value(amount), amount.is_at_least, amount.unknown] if amount else [None, "", ""]
    return [*measured, cell.partner, cell.city]


def promised_rows(page: PromisedPage) -> Iterator[list[Cell]]:
    """A row for each neighbourhood, or partner, and function."""
    for row in page.rows:
        for cell in row.cells:
            if not cell.is_empty:
                differs: list[Cell] = [cell.some_unknown, cell.not_there, cell.not_promised]
                yield [row.name, cell.function.value, cell.agreed, cell.there, *differs]


def money_rows(page: MoneyPage) -> Iterator[list[Cell]]:
    """A row for each neighbourhood, the highest need first."""
    for each in page.areas:
        area, per = each.area, each.per_1000
        named: list[Cell] = [area.code, area.name, area.district, area.priority, area.status.value, each.rank]
        per_1000 = None if per is None else per.quantize(Decimal("0.01"))
        yield [*named, *(each.amounts[function] for function in Function), each.total, per_1000]


def _value(amount: Amount) -> Decimal | None:
    """A mean has more decimals than say something."""
    return None if amount.value is None else round(amount.value, 4).normalize() + 0
