"""What the page of a weighing tells: who comes first and how sure that is, what each figure adds, where it piles up."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from jos.shared.charts import percent
from neighbourhoods.enums import FiguresSay, Method
from neighbourhoods.figures import Figure
from neighbourhoods.forms.weighings import WeightRow, WhatIf
from neighbourhoods.models import PriorityDecision
from neighbourhoods.weighing import Place, Ranking, Weighed, reweigh, says, weigh

SERIES = 12  # fills that can be told apart; more statistics begin again
STRONGEST = 1


@dataclass(frozen=True)
class Decided:
    """A decision in force that puts a neighbourhood first, by itself or with the circle it is in."""

    pk: int
    circle: str


@dataclass(frozen=True)
class Ingredient:
    """One statistic of the weighing, with the fill of its part of the bars."""

    fill: int
    row: WeightRow
    weighed: Weighed


@dataclass(frozen=True)
class Part:
    """What one statistic adds, as a piece of a bar: percents of its width."""

    fill: int
    x: str
    width: str


@dataclass(frozen=True)
class Interval:
    """The ranks between which a place lies, as they are drawn: percents from the first to the last."""

    low: str
    high: str
    own: str


@dataclass(frozen=True)
class Number:
    """What is known of one place in one statistic, and what that adds."""

    weighed: Weighed
    figure: Figure
    added: float | None


@dataclass(frozen=True)
class Row:
    """One neighbourhood as the table shows it."""

    place: Place
    says: FiguresSay
    decided: Decided | None
    interval: Interval | None
    parts: tuple[Part, ...]
    mostly: tuple[str, ...]  # names of the statistics that add most
    worst: tuple[str, ...]  # names of those in whose worst quarter it is
    worst_fills: tuple[int, ...]
    numbers: tuple[Number, ...]
    is_first: bool
    before: int | None  # its rank with the weights that were saved

    @property
    def missing(self) -> list[Number]:
        return [number for number in self.numbers if not number.figure.is_known]

    @property
    def is_sure(self) -> bool:
        return self.place.rank_low == self.place.rank_high


@dataclass(frozen=True)
class Pile:
    """The neighbourhoods that are in the worst quarter of so many statistics."""

    count: int
    rows: list[Row]


class WeighingPage:
    """A version of a weighing, with other weights where those are asked."""

    def __init__(self, what_if: WhatIf, saved: Ranking, decided: Mapping[int, Decided]) -> None:
        """`saved`: what the saved weights say. `decided`: by neighbourhood, what people decided."""
        self.what_if = what_if
        self.version = what_if.version
        self.method = Method(what_if.recipe.method)
        self.top = what_if.recipe.top
        self.saved = saved
        self.ranking = self._asked() if what_if.is_other else saved
        self._decided = decided

    @classmethod
    def of(cls, what_if: WhatIf, *, at: datetime.date) -> "WeighingPage":
        """As it stands on a day, in five queries."""
        return cls(what_if, weigh(what_if.saved.weights.items(), what_if.saved.method, at=at), decided(at))

    def _asked(self) -> Ranking:
        weights = {statistic.slug: weight for statistic, weight in self.what_if.recipe.weights.items()}
        return reweigh(self.saved, weights, self.method)

    @cached_property
    def ingredients(self) -> list[Ingredient]:
        """All that the version weighs, also what is left out now."""
        rows = zip(self.what_if.rows, self.saved.weighed, strict=True)
        return [Ingredient(index % SERIES, row, weighed) for index, (row, weighed) in enumerate(rows)]

    @cached_property
    def rows(self) -> list[Row]:
        return [self._row(place) for place in self.ranking.places]

    @cached_property
    def sure(self) -> list[Row]:
        """Those that come first however the weights move."""
        return [row for row in self.rows if row.says == FiguresSay.FIRST]

    @cached_property
    def unsure(self) -> list[Row]:
        return [row for row in self.rows if row.place.rank and row.says == FiguresSay.UNCERTAIN]

    @cached_property
    def piles(self) -> list[Pile]:
        """Where it piles up: in the worst quarter of two statistics or more, most of them first."""
        in_order = sorted(self.rows, key=lambda row: -len(row.worst))
        found = [Pile(count, list(rows)) for count, rows in groupby(in_order, key=lambda row: len(row.worst))]
        return [pile for pile in found if pile.count > 1]

    @cached_property
    def entering(self) -> list[Place]:
        """Who is in the top now, and was not with the weights that were saved."""
        return _without(self.ranking.top(self.top), self._first_before)

    @cached_property
    def leaving(self) -> list[Place]:
        return _without(self._first_before, self.ranking.top(self.top))

    @cached_property
    def _first_before(self) -> list[Place]:
        return self.saved.top(self.what_if.saved.top)

    @cached_property
    def _names(self) -> dict[str, str]:
        return {weighed.slug: weighed.statistic.name for weighed in self.saved.weighed}

    @cached_property
    def _fills(self) -> dict[str, int]:
        return {ingredient.weighed.slug: ingredient.fill for ingredient in self.ingredients}

    @cached_property
    def _ranks_before(self) -> dict[int, int | None]:
        return {place.neighbourhood.pk: place.rank for place in self.saved.places}

    @cached_property
    def _scale(self) -> "Scale":
        return Scale.over([place.contributions for place in self.ranking.places])

    @property
    def zero(self) -> str:
        """Where the bars begin: to the left of it what makes need less."""
        return percent(self._scale.at(0))

    @property
    def edge(self) -> str:
        """Where the top ends, in the drawing of the intervals."""
        return percent(100 * min(self.top, self._last) / self._last)

    def _row(self, place: Place) -> Row:
        pk = place.neighbourhood.pk
        return Row(
            place=place,
            says=says(place, self.top),
            decided=self._decided.get(pk),
            interval=self._interval(place),
            parts=tuple(self._parts(place.contributions)),
            mostly=tuple(self._names[slug] for slug in strongest(place.contributions)),
            worst=tuple(self._names[slug] for slug in place.in_worst_quarter),
            worst_fills=tuple(self._fills[slug] for slug in place.in_worst_quarter),
            numbers=tuple(
                Number(weighed, place.figures[weighed.slug], place.contributions.get(weighed.slug))
                for weighed in self.ranking.weighed
            ),
            is_first=place.rank is not None and place.rank <= self.top,
            before=self._ranks_before[pk],
        )

    def _interval(self, place: Place) -> Interval | None:
        if place.rank is None or place.rank_low is None or place.rank_high is None:
            return None
        return Interval(*(self._at_rank(rank) for rank in (place.rank_low, place.rank_high, place.rank)))

    def _at_rank(self, rank: int) -> str:
        return percent(100 * (rank - 0.5) / self._last)

    @cached_property
    def _last(self) -> int:
        return max(1, len(self.ranking.ranked))

    def _parts(self, added: Mapping[str, float]) -> Iterable[Part]:
        """Beside each other, away from zero on either side."""
        ends = {True: 0.0, False: 0.0}
        for slug, value in added.items():
            start = ends[value < 0]
            ends[value < 0] += value
            left, right = sorted((self._scale.at(start), self._scale.at(start + value)))
            if right - left >= 0.05:  # less is no line on a screen
                yield Part(self._fills[slug], f"{left:.1f}%", f"{right - left:.1f}%")


@dataclass(frozen=True)
class Scale:
    """From the longest bar on one side of zero to the longest on the other."""

    lowest: float
    highest: float

    @classmethod
    def over(cls, rows: Iterable[Mapping[str, float]]) -> "Scale":
        ends = [
            [sum(value for value in row.values() if (value < 0) is below) for below in (True, False)] for row in rows
        ]
        return cls(min((low for low, _high in ends), default=0), max((high for _low, high in ends), default=0))

    def at(self, value: float) -> float:
        return 100 * (value - self.lowest) / ((self.highest - self.lowest) or 1)


def strongest(added: Mapping[str, float]) -> list[str]:
    """What adds most to the score, where it adds anything."""
    in_order = sorted(added, key=lambda slug: added[slug], reverse=True)
    return [slug for slug in in_order[:STRONGEST] if added[slug] > 0]


def decided(at: datetime.date) -> dict[int, Decided]:
    """The decision in force on `at` that puts a neighbourhood first: its own, or else that of a circle."""
    found = PriorityDecision.objects.giving_priority(at).order_by("pk")
    by_area: dict[int, Decided] = {}
    for pk, own, inside, circle in found.values_list("pk", "neighbourhood", "circle__neighbourhoods", "circle__name"):
        if own:
            by_area[own] = Decided(pk, "")
        elif inside:
            by_area.setdefault(inside, Decided(pk, circle))
    return by_area


def _without(places: list[Place], others: list[Place]) -> list[Place]:
    gone = {place.neighbourhood.pk for place in others}
    return [place for place in places if place.neighbourhood.pk not in gone]
