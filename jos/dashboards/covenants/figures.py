"""The page of figures: what the covenants of a year add up to by function, and what each number is made of."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from covenants.counting.followed import Followed, followed
from covenants.counting.overdue import Overdue, overdue
from covenants.counting.results import NumberResult
from covenants.counting.together import NumbersTogether, ScalesTogether, Together, together
from covenants.models import Blueprint, Covenant, Indicator
from jos.dashboards.covenants.forms import FiguresFilter
from jos.dashboards.covenants.spread import Spread
from jos.dashboards.covenants.trend import trend_line, trend_words
from jos.shared.charts import Sparkline
from jos.shared.time import today
from neighbourhoods.models import Neighbourhood
from organisations.enums import Function


@dataclass(frozen=True)
class NumberRow:
    """A number over covenants, its trend, and where one sees what it is made of."""

    numbers: NumbersTogether
    trend: Sparkline | None
    trend_words: str
    where: str


@dataclass(frozen=True)
class ScaleCard:
    """Statements over covenants, and where one sees who stands where."""

    scales: ScalesTogether
    spread: Spread
    where: str


@dataclass(frozen=True)
class OfFunction:
    """Numbers and stories stand beside each other (R10)."""

    function: Function
    numbers: tuple[NumberRow, ...]
    scales: tuple[ScaleCard, ...]
    alone: int  # indicators of one covenant only, without a blueprint: nothing to lay beside
    where: str  # the same of this function alone


@dataclass(frozen=True)
class AreaRow:
    """A number in one neighbourhood, over the covenants that look at it there apart."""

    area: Neighbourhood
    numbers: NumbersTogether
    where: str


@dataclass(frozen=True)
class FiguresPage:
    filters: FiguresFilter
    blueprint: Blueprint | None  # the one that is looked at
    functions: tuple[OfFunction, ...]
    areas: tuple[AreaRow, ...]  # of that one
    covenants: int  # in force today, of those that are asked for
    seen_at: datetime.datetime

    @cached_property
    def overdue(self) -> Overdue:
        """Of the covenants that are asked for."""
        return overdue(self.filters.covenants, today())

    @cached_property
    def results(self) -> list[NumberResult]:
        """All numbers of covenants of which the value is known."""
        rows = [row for function in self.functions for row in function.numbers]
        return [result for row in rows for result in row.numbers.known if result.target is not None]

    @property
    def reached(self) -> int:
        return sum(bool(result.is_reached) for result in self.results)

    @property
    def numbers(self) -> list[NumberRow]:
        return [row for function in self.functions for row in function.numbers]

    @property
    def scales(self) -> list[ScaleCard]:
        return [card for function in self.functions for card in function.scales]


def figures_page(filters: FiguresFilter) -> FiguresPage:
    """Only what is asked is read: by neighbourhood where one is, or one indicator is."""
    covenants, blueprint = filters.covenants, filters.blueprint
    asked = _asked(covenants, filters)
    return FiguresPage(
        filters=filters,
        blueprint=blueprint,
        functions=tuple(_functions(asked, filters)),
        areas=tuple(_areas(asked, filters)) if blueprint else (),
        covenants=sum(covenant.is_in_force(today()) for covenant in covenants),
        seen_at=timezone.now(),
    )


def _asked(covenants: QuerySet[Covenant], filters: FiguresFilter) -> list[Followed]:
    indicators = Indicator.objects.all()
    if filters.chosen("function"):
        indicators = indicators.filter(function=filters.chosen("function"))
    if filters.blueprint:
        indicators = indicators.filter(blueprint=filters.blueprint)
    by_area = bool(filters.area or filters.blueprint)
    found = followed(covenants, today(), indicators, by_area=by_area, scales_in=filters.year_shown)
    return _in_area(found, filters.area)


def _in_area(found: Iterable[Followed], area: Neighbourhood | None) -> list[Followed]:
    if area is None:
        return list(found)
    return [here for each in found if (here := each.in_area(area.pk))]


def _functions(asked: Iterable[Followed], filters: FiguresFilter) -> Iterable[OfFunction]:
    of_function: dict[str, list[Together]] = defaultdict(list)
    for each in together(asked, filters.year_shown, filters.trend):
        of_function[each.measure.function].append(each)
    for function in Function:
        if some := of_function[function.value]:
            shared = [each for each in some if each.measure.blueprint_slug or filters.chosen("partner")]
            numbers = tuple(_number(each, filters) for each in shared if isinstance(each, NumbersTogether))
            scales = tuple(_scale(each, filters) for each in shared if isinstance(each, ScalesTogether))
            where = filters.address(function=function.value)
            yield OfFunction(function, numbers, scales, len(some) - len(shared), where)


def _number(numbers: NumbersTogether, filters: FiguresFilter) -> NumberRow:
    values = tuple(amount.value for amount in numbers.by_year)
    words = trend_words(map(str, filters.trend), values)
    return NumberRow(numbers, trend_line(values), words, _where(numbers, filters))


def _scale(scales: ScalesTogether, filters: FiguresFilter) -> ScaleCard:
    return ScaleCard(scales, Spread(scales), _where(scales, filters))


def _where(found: Together, filters: FiguresFilter) -> str:
    """What it is made of; of one covenant only: its results."""
    if found.measure.blueprint_slug:
        return f"?{filters.address(indicator=found.measure.blueprint_slug)}"
    covenant = found.results[0].followed.covenant
    return f"{reverse('covenant_results', args=[covenant.slug])}?year={filters.year_shown}#i{found.measure.pk}"


def _areas(asked: Iterable[Followed], filters: FiguresFilter) -> Iterable[AreaRow]:
    """Each neighbourhood apart, where somebody looks at it there."""
    asked = [each for each in asked if each.area is None and each.indicator.is_quantitative]
    for area in filters.areas:
        here = _in_area(asked, area)
        for numbers in together(here, filters.year_shown, ()):
            if isinstance(numbers, NumbersTogether) and numbers.known:
                yield AreaRow(area, numbers, f"?{filters.address(neighbourhood=area.slug)}")
