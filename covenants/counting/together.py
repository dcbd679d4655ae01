"""The same indicator in several covenants: sums only where it says that they add up, of statements the spread (R10).

The same: of one blueprint, with the same unit and the same way to add up, or with the same statements.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from covenants.counting.followed import Followed, Watched
from covenants.counting.results import NumberResult, ScaleResult, is_reached, result_of
from covenants.enums import Side
from covenants.indicators.adding_up import Amount, add_up, amount_of, over_periods


@dataclass(frozen=True)
class NumbersTogether:
    """One number over covenants. Baseline and target are of the covenants of which the value is known."""

    results: tuple[NumberResult, ...]
    by_year: tuple[Amount, ...]  # the trend

    @property
    def measure(self) -> Watched:
        """One of them: they are all alike."""
        return self.results[0].indicator

    @cached_property
    def known(self) -> tuple[NumberResult, ...]:
        return tuple(result for result in self.results if result.value.value is not None)

    @cached_property
    def value(self) -> Amount:
        return add_up((result.value for result in self.known), self.measure.over_areas)

    @cached_property
    def baseline(self) -> Amount:
        return add_up((amount_of(each.baseline) for each in self.known), self.measure.over_areas)

    @cached_property
    def target(self) -> Amount:
        return add_up((amount_of(each.target) for each in self.known), self.measure.over_areas)

    @property
    def is_reached(self) -> bool | None:
        return is_reached(self.value.value, self.target.value, self.measure.better_when)


@dataclass(frozen=True)
class ScalesTogether:
    """One list of statements over covenants: how many stand where. Never an average."""

    results: tuple[ScaleResult, ...]

    @property
    def measure(self) -> Watched:
        return self.results[0].indicator

    @property
    def at_start(self) -> list[int]:
        return self._spread(result.indicator.baseline_place for result in self.results)

    @property
    def by_partner(self) -> list[int]:
        return self._spread(result.partner for result in self.results)

    @property
    def by_city(self) -> list[int]:
        return self._spread(result.city for result in self.results)

    @property
    def aimed(self) -> list[int]:
        return self._spread(result.indicator.aim_place for result in self.results)

    @property
    def differing(self) -> list[ScaleResult]:
        return [result for result in self.results if result.differs]

    def at(self, place: int, side: str = Side.PARTNER) -> list[ScaleResult]:
        """The covenants behind a number of the spread."""
        return [result for result in self.results if result.places[Side(side)] == place]

    def _spread(self, places: Iterable[int | None]) -> list[int]:
        found = Counter(places)
        return [found[place] for place in range(1, len(self.measure.statements) + 1)]


Together = NumbersTogether | ScalesTogether


def together(followed: Iterable[Followed], year: int, years: Sequence[int]) -> list[Together]:
    """What covenants that ran in `year` say of it together, in the order of the library. `years`: of the trend."""
    ever: dict[tuple, list[Followed]] = defaultdict(list)
    alike: dict[tuple, list[Followed]] = defaultdict(list)
    for each in followed:
        key = _likeness(each.indicator)
        ever[key].append(each)
        if each.covenant.valid_from.year <= year <= each.covenant.valid_until.year:
            alike[key].append(each)
    found = [_together(some, ever[key], year, years) for key, some in alike.items()]
    return sorted(found, key=_in_order)


def _likeness(indicator: Watched) -> tuple:
    if indicator.blueprint_slug is None:
        return (indicator.pk,)
    if indicator.is_quantitative:
        adding = indicator.over_periods, indicator.over_areas, indicator.better_when
        return indicator.blueprint_slug, indicator.unit, *adding
    return indicator.blueprint_slug, *indicator.statements


def _together(some: Sequence[Followed], ever: Sequence[Followed], year: int, years: Sequence[int]) -> Together:
    results = [result_of(each.of(each.ended_in(year))) for each in some]
    if isinstance(results[0], ScaleResult):
        return ScalesTogether(tuple(results))  # type: ignore[arg-type]
    return NumbersTogether(tuple(results), tuple(_of_year(ever, each) for each in years))  # type: ignore[arg-type]


def _of_year(some: Sequence[Followed], year: int) -> Amount:
    here = ((each, periods) for each in some if (periods := each.ended_in(year)))
    values = (over_periods(map(each.amount, periods), each.indicator) for each, periods in here)
    return add_up(values, some[0].indicator.over_areas)


def _in_order(one: Together) -> tuple:
    measure = one.measure
    return (not measure.blueprint_slug, measure.blueprint_position or 0, measure.name.casefold(), measure.pk)
