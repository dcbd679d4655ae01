"""Which neighbourhoods come first when some statistics are weighed (R5, docs/decisions/0011).

Need is the value of a statistic, turned round where its weight is negative: there more means less need. To add up
what has different units, each statistic is made comparable first, over the neighbourhoods whose value is known:

- z-score: how many standard deviations it lies from their mean. All 0 where all are equal.
- rank: its place in the row, from 0 (least need) to 1 (most need). Equal ones share the middle of their places.

A statistic adds its weight's share of that: |weight| / the sum of the |weights| of all that is known there. So what is
missing is not 0 and not the mean: it has no say. The score is the sum, and the highest has rank 1; a tie shares the
best rank. Where nothing is known there is no score and no rank.

How sure a rank is: the same with 1,000 other sets of weights, each weight times something between 0.5 and 1.5. The
rank lies between the 5th and the 95th percentile of what comes out.

In the worst quarter: at most a quarter of the neighbourhoods whose value is known are as bad, or worse.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from neighbourhoods.enums import FiguresSay, Method, Missing
from neighbourhoods.figures import UNKNOWN, Figure, Figures, Row
from neighbourhoods.models import Neighbourhood, Statistic, WeighingVersion
from neighbourhoods.weighing.scoring import Scores, score


@dataclass(frozen=True)
class Weighed:
    """One statistic of a weighing, with the period its values are of: none where there are no values yet."""

    statistic: Statistic
    weight: float
    period: str | None
    city: Figure

    @property
    def slug(self) -> str:
        return self.statistic.slug


@dataclass(frozen=True)
class Place:
    """One neighbourhood in the row. What is known of it by the slug of the statistic."""

    neighbourhood: Neighbourhood
    score: float | None
    rank: int | None
    rank_low: int | None
    rank_high: int | None
    contributions: Mapping[str, float]  # only of what is known
    figures: Mapping[str, Figure]
    in_worst_quarter: tuple[str, ...]

    @property
    def values(self) -> dict[str, float]:
        return {slug: figure.value for slug, figure in self.figures.items() if figure.value is not None}

    @property
    def missing(self) -> dict[str, Missing]:
        """Why there is no value, of what is not known."""
        return {slug: figure.missing or Missing.UNKNOWN for slug, figure in self.figures.items() if not figure.is_known}

    @property
    def worst_quarter_count(self) -> int:
        return len(self.in_worst_quarter)


@dataclass(frozen=True)
class Ranking:
    """All neighbourhoods in a row: most need first, and last where nothing is known."""

    method: Method
    weighed: tuple[Weighed, ...]  # by slug
    places: tuple[Place, ...]

    @cached_property
    def ranked(self) -> tuple[Place, ...]:
        return tuple(place for place in self.places if place.rank is not None)

    def top(self, number: int) -> list[Place]:
        """Those with a rank in the first `number`: more of them where some are equal."""
        return [place for place in self.ranked if place.rank and place.rank <= number]

    def place_of(self, neighbourhood: int | None) -> Place | None:
        """None where it does not exist on the day that was asked."""
        return next((place for place in self.places if place.neighbourhood.pk == neighbourhood), None)


def weigh(
    items: Iterable[tuple[Statistic, float]],
    method: str = Method.ZSCORE,
    *,
    period: str | None = None,
    at: datetime.date | None = None,
) -> Ranking:
    """Weigh the neighbourhoods of the day `at`, in four queries.

    `items`: statistics, each once, with a weight that is not 0. Of each the last period that has values is taken, and
    that ends no later than `period` does.
    """
    in_order = sorted(items, key=lambda item: item[0].slug)  # so that their order never matters
    figures = Figures([statistic for statistic, _weight in in_order], at=at, history=False)
    figures.read_latest(period)
    columns = [column(figures, statistic, weight, period) for statistic, weight in in_order]
    return rank(figures.neighbourhoods, columns, Method(method))


def weigh_version(version: WeighingVersion, *, period: str | None = None, at: datetime.date | None = None) -> Ranking:
    """Weigh as a version of a weighing says, in five queries."""
    items = [(item.statistic, item.weight) for item in version.items.select_related("statistic")]
    return weigh(items, version.method, period=period, at=at)


def reweigh(ranking: Ranking, weights: Mapping[str, float], method: str) -> Ranking:
    """The same figures with other weights by slug, without asking for them again. What has no weight is left out."""
    columns = [
        (replace(weighed, weight=weights[weighed.slug]), _row(ranking, weighed.slug))
        for weighed in ranking.weighed
        if weights.get(weighed.slug)
    ]
    return rank([place.neighbourhood for place in ranking.places], columns, Method(method))


def rank(neighbourhoods: Sequence[Neighbourhood], columns: Sequence[tuple[Weighed, Row]], method: Method) -> Ranking:
    """Weigh what was read."""
    table = [[_number(row.get(area.pk, UNKNOWN)) for _weighed, row in columns] for area in neighbourhoods]
    values = np.array(table, dtype=float).reshape(len(neighbourhoods), len(columns))
    scores = score(values, np.array([weighed.weight for weighed, _row in columns], dtype=float), method)
    places = [_place(index, area, columns, scores) for index, area in enumerate(neighbourhoods)]
    places.sort(key=lambda place: (place.rank is None, place.rank, place.neighbourhood.name.casefold()))
    return Ranking(method, tuple(weighed for weighed, _row in columns), tuple(places))


def says(place: Place | None, top: int) -> FiguresSay:
    """Whether a place belongs to the first `top`, however the weights move."""
    if place is None or place.rank_low is None or place.rank_high is None:
        return FiguresSay.UNCERTAIN
    if place.rank_high <= top:
        return FiguresSay.FIRST
    return FiguresSay.NOT_FIRST if place.rank_low > top else FiguresSay.UNCERTAIN


def all_say(said: Iterable[FiguresSay]) -> FiguresSay:
    """What the figures say of a circle: only what they say of all of its neighbourhoods."""
    different = set(said)
    return different.pop() if len(different) == 1 else FiguresSay.UNCERTAIN


def column(figures: Figures, statistic: Statistic, weight: float, period: str | None) -> tuple[Weighed, Row]:
    """One statistic of a weighing with its row: of the last period that has values, no later than `period`."""
    latest = figures.latest(statistic, period)
    row = figures.row(statistic, latest) if latest else {}
    return Weighed(statistic, weight, latest, row.get(None, UNKNOWN)), row


def _row(ranking: Ranking, slug: str) -> Row:
    return {place.neighbourhood.pk: place.figures[slug] for place in ranking.places}


def _number(figure: Figure) -> float:
    return np.nan if figure.value is None else figure.value


def _place(index: int, area: Neighbourhood, columns: Sequence[tuple[Weighed, Row]], scores: Scores) -> Place:
    figures = {weighed.slug: row.get(area.pk, UNKNOWN) for weighed, row in columns}
    is_ranked = scores.ranks[index] > 0
    low, own, high = (int(ranks[index]) for ranks in (scores.lows, scores.ranks, scores.highs))
    return Place(
        neighbourhood=area,
        score=float(scores.totals[index]) if is_ranked else None,
        rank=own if is_ranked else None,
        rank_low=low if is_ranked else None,
        rank_high=high if is_ranked else None,
        contributions={
            slug: float(added)
            for (slug, figure), added in zip(figures.items(), scores.contributions[index], strict=True)
            if figure.is_known
        },
        figures=figures,
        in_worst_quarter=tuple(
            slug for slug, is_worst in zip(figures, scores.in_worst_quarter[index], strict=True) if is_worst
        ),
    )
