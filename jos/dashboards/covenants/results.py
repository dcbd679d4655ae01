"""The page of results of one covenant, for both its sides: every indicator, period by period, and what is late."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse

from covenants.counting.followed import PastPeriod, followed
from covenants.counting.overdue import Overdue, overdue
from covenants.counting.results import NumberResult, Result, ScaleResult, result_of
from covenants.enums import Side
from covenants.indicators.adding_up import Amount
from covenants.models import Covenant
from jos.dashboards.covenants.trend import trend_line, trend_words
from jos.shared.charts import Sparkline
from jos.shared.time import in_words, today
from organisations.enums import Function

ALL = "all"  # years


@dataclass(frozen=True)
class PeriodCell:
    """What was said in one period, and where its reports are."""

    period: PastPeriod
    where: str
    amount: Amount | None = None
    partner: int | None = None
    city: int | None = None


@dataclass(frozen=True)
class ResultRow:
    result: Result
    periods: tuple[PeriodCell, ...]
    trend: Sparkline | None = None
    trend_words: str = ""

    @property
    def is_number(self) -> bool:
        return isinstance(self.result, NumberResult)


@dataclass(frozen=True)
class OfFunction:
    function: Function
    rows: tuple[ResultRow, ...]


@dataclass(frozen=True)
class ResultsPage:
    """`year`: only periods that ended in it; None: all of them together."""

    covenant: Covenant
    year: int | None
    years: tuple[int, ...]
    functions: tuple[OfFunction, ...]
    overdue: Overdue

    @property
    def rows(self) -> list[ResultRow]:
        return [row for function in self.functions for row in function.rows]

    @property
    def known(self) -> list[ResultRow]:
        """Of which one can say whether they got where both wanted."""
        return [row for row in self.rows if row.result.is_reached is not None]

    @property
    def reached(self) -> int:
        return sum(bool(row.result.is_reached) for row in self.known)


def results_page(covenant: Covenant, asked: QueryDict) -> ResultsPage:
    """Always the same queries, however many indicators and periods it has."""
    this_one = Covenant.objects.filter(pk=covenant.pk)
    found = followed(this_one, today(), by_area=False)
    years = sorted({period.ends_on.year for each in found for period in each.periods}, reverse=True)
    year = _year(years, asked.get("year"))
    rows = [_row(result_of(each.of(each.ended_in(year)) if year else each), covenant) for each in found]
    return ResultsPage(
        covenant=covenant,
        year=year,
        years=tuple(years),
        functions=tuple(_by_function(rows)),
        overdue=overdue(this_one, today()),
    )


def _year(years: Sequence[int], asked: str | None) -> int | None:
    """The last one that is known of, unless another is asked, or all of them."""
    if asked == ALL:
        return None
    return next((year for year in years if str(year) == asked), next(iter(years), None))


def _by_function(rows: list[ResultRow]) -> Iterable[OfFunction]:
    for function in Function:
        if here := [row for row in rows if row.result.indicator.function == function]:
            yield OfFunction(function, tuple(here))


def _row(result: Result, covenant: Covenant) -> ResultRow:
    if isinstance(result, ScaleResult):
        return ResultRow(result, tuple(_placed(result, covenant)))
    cells = tuple(_measured(result, covenant))
    words = trend_words((in_words(cell.period.ends_on) for cell in cells), result.trend)
    return ResultRow(result, cells, trend_line(result.trend), words)


def _measured(result: NumberResult, covenant: Covenant) -> Iterable[PeriodCell]:
    for period, amount in result.by_period:
        yield PeriodCell(period, _page(covenant, period), amount=amount)


def _placed(result: ScaleResult, covenant: Covenant) -> Iterable[PeriodCell]:
    for period in result.followed.periods:
        partner, city = (result.followed.place(period, side) for side in (Side.PARTNER, Side.CITY))
        yield PeriodCell(period, _page(covenant, period), partner=partner, city=city)


def _page(covenant: Covenant, period: PastPeriod) -> str:
    return reverse("covenant_period", args=[covenant.slug, period.pk])
