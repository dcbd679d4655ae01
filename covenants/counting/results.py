"""Each indicator beside where it started and where it should get. Unknown is never zero (R17), nor a target reached."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from covenants.counting.followed import Followed, PastPeriod, Watched
from covenants.enums import BetterWhen, Side
from covenants.indicators.adding_up import Amount, over_periods


@dataclass(frozen=True, slots=True)
class NumberResult:
    """`value`: of the periods that are looked at together."""

    followed: Followed
    value: Amount

    @property
    def by_period(self) -> list[tuple[PastPeriod, Amount]]:
        """Of each of them."""
        return [(period, self.followed.amount(period)) for period in self.followed.periods]

    @property
    def indicator(self) -> Watched:
        return self.followed.indicator

    @property
    def baseline(self) -> Decimal | None:
        return self.indicator.baseline if self.followed.is_whole else None

    @property
    def target(self) -> Decimal | None:
        return self.indicator.target if self.followed.is_whole else None

    @property
    def trend(self) -> tuple[Decimal | None, ...]:
        return tuple(amount.value for _period, amount in self.by_period)

    @property
    def is_reached(self) -> bool | None:
        return is_reached(self.value.value, self.target, self.indicator.better_when)


@dataclass(frozen=True, slots=True)
class ScaleResult:
    """Where the partner and the city placed themselves last, of the periods that are looked at."""

    followed: Followed
    places: dict[Side, int | None]

    @property
    def indicator(self) -> Watched:
        return self.followed.indicator

    @property
    def partner(self) -> int | None:
        return self.places[Side.PARTNER]

    @property
    def city(self) -> int | None:
        return self.places[Side.CITY]

    @property
    def differs(self) -> bool:
        """Where both placed themselves, and not on the same statement: there the talk starts."""
        return None not in self.places.values() and self.partner != self.city

    @property
    def is_reached(self) -> bool | None:
        """As the partner sees it."""
        return None if self.partner is None else self.partner >= (self.indicator.aim_place or 0)


Result = NumberResult | ScaleResult


def result_of(followed: Followed) -> Result:
    """Over all the periods it comes with."""
    if followed.indicator.is_quantitative:
        return NumberResult(followed, over_periods(map(followed.amount, followed.periods), followed.indicator))
    return ScaleResult(followed, {side: followed.last_place(side) for side in Side})


def numbers(results: Iterable[Result]) -> list[NumberResult]:
    return [result for result in results if isinstance(result, NumberResult)]


def scales(results: Iterable[Result]) -> list[ScaleResult]:
    return [result for result in results if isinstance(result, ScaleResult)]


def is_reached(value: Decimal | None, target: Decimal | None, better_when: str) -> bool | None:
    """None: not known."""
    if value is None or target is None:
        return None
    return value >= target if better_when == BetterWhen.HIGHER else value <= target
