"""All statistics by category, each with how the city stands and where it came from."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import QuerySet

from jos.shared.charts import Sparkline
from neighbourhoods.enums import Audience, Category
from neighbourhoods.figures import UNKNOWN, Figure, Figures
from neighbourhoods.models import Statistic


@dataclass(frozen=True)
class Listed:
    """`period`: the last one with any value; empty where there is none yet."""

    statistic: Statistic
    period: str
    city: Figure
    trend: Sparkline


@dataclass(frozen=True)
class Group:
    category: Category
    statistics: tuple[Listed, ...]


def with_what_it_needs() -> QuerySet[Statistic]:
    return Statistic.objects.select_related("data_set", "part", "whole", "weighted_by")


def listed(audience: Audience) -> list[Group]:
    """What this audience may see, in the order of the categories."""
    figures = Figures(with_what_it_needs(), audience=audience)
    return by_category(_listed(figures, statistic) for statistic in figures.statistics)


def _listed(figures: Figures, statistic: Statistic) -> Listed:
    period = figures.latest(statistic) or ""
    city = figures.row(statistic, period)[None] if period else UNKNOWN
    return Listed(statistic, period, city, sparkline(figures, statistic, None))


def sparkline(figures: Figures, statistic: Statistic, area: int | None) -> Sparkline:
    return Sparkline(tuple(figure.value for _period, figure in figures.of_area(statistic, area)))


def by_category(found: Iterable[Listed]) -> list[Group]:
    """The categories that have any, in their own order; the statistics of each by name."""
    place = {category.value: number for number, category in enumerate(Category)}
    in_order = sorted(found, key=lambda each: (place[each.statistic.category], each.statistic.name.casefold()))
    return [
        Group(Category(category), tuple(group))
        for category, group in groupby(in_order, key=lambda each: each.statistic.category)
    ]
