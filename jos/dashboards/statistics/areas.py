"""What the figures say of one neighbourhood or movement circle, each beside the city."""

from collections.abc import Iterable
from dataclasses import dataclass

from jos.dashboards.statistics.listing import Group, Listed, by_category, sparkline, with_what_it_needs
from jos.dashboards.statistics.steps import ranks
from jos.shared.charts import Sparkline
from neighbourhoods.enums import Audience, Direction
from neighbourhoods.figures import UNKNOWN, Figure, Figures
from neighbourhoods.models import MovementCircle, Neighbourhood, Statistic


@dataclass(frozen=True)
class OfArea(Listed):
    """`rank` of `ranked`: its place among the neighbourhoods that have a value; a circle has none."""

    here: Figure
    rank: int | None = None
    ranked: int = 0

    @property
    def is_among_the_worst(self) -> bool:
        """In the worst quarter, where one way is worse."""
        has_worse = self.statistic.direction in (Direction.MORE_IS_WORSE, Direction.MORE_IS_BETTER)
        return has_worse and self.rank is not None and self.rank <= self.ranked / 4


@dataclass(frozen=True)
class AreaFigures:
    groups: tuple[Group, ...]

    @property
    def all(self) -> list[OfArea]:
        return [each for group in self.groups for each in group.statistics if isinstance(each, OfArea)]

    @property
    def worst(self) -> list[OfArea]:
        return [each for each in self.all if each.is_among_the_worst]


def area_figures(place: Neighbourhood | MovementCircle, audience: Audience) -> AreaFigures:
    """Each statistic in the last period that has any value. A fixed number of queries."""
    figures = Figures(with_what_it_needs(), audience=audience)
    return AreaFigures(tuple(by_category(_figures_of(place, figures))))


def _figures_of(place: Neighbourhood | MovementCircle, figures: Figures) -> Iterable[OfArea]:
    inside = _inside(place, figures)
    for statistic in figures.statistics:
        if inside is None:
            yield _of_neighbourhood(place.pk, statistic, figures)
        else:
            yield _of_circle(inside, statistic, figures)


def _inside(place: Neighbourhood | MovementCircle, figures: Figures) -> list[int] | None:
    """The neighbourhoods of a circle that are there today; None for a neighbourhood."""
    if isinstance(place, Neighbourhood):
        return None
    return [key for key in place.neighbourhoods.values_list("pk", flat=True) if key in set(figures.areas)]


def _of_neighbourhood(key: int, statistic: Statistic, figures: Figures) -> OfArea:
    period = figures.latest(statistic)
    if period is None or key not in figures.areas:
        return OfArea(statistic, "", UNKNOWN, Sparkline(()), UNKNOWN)
    row = figures.row(statistic, period)
    values = {area: value for area in figures.areas if (value := row[area].value) is not None}
    places = ranks(values, statistic.direction)
    trend = sparkline(figures, statistic, key)
    return OfArea(statistic, period, row[None], trend, row[key], places.get(key), len(places))


def _of_circle(inside: list[int], statistic: Statistic, figures: Figures) -> OfArea:
    period = figures.latest(statistic)
    if period is None or not inside:
        return OfArea(statistic, "", UNKNOWN, Sparkline(()), UNKNOWN)
    trend = [figures.together(statistic, each, inside) for each in figures.periods(statistic)]
    here = figures.together(statistic, period, inside)
    return OfArea(
        statistic, period, figures.row(statistic, period)[None], Sparkline(tuple(f.value for f in trend)), here
    )
