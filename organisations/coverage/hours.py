"""Hours a week of offers in an area, exact until the end."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from math import lcm

from organisations.coverage.facts import OfferFacts
from organisations.enums import Function

HUNDREDTH = Decimal("0.01")
NOT_OFFERED = Decimal(-1)


@dataclass(frozen=True)
class Hours:
    """A sum of hours, some of which may be unknown. Unknown is not zero (R17): the sum is then only a lower bound."""

    known: Fraction
    some_known: bool
    some_unknown: bool

    def surely_more_than(self, other: "Hours") -> bool:
        """Whatever the unknown hours are."""
        return not other.some_unknown and self.known > other.known

    @property
    def rounded(self) -> Decimal:
        """What is known, to two decimals."""
        exact = Decimal(self.known.numerator) / self.known.denominator
        return exact.quantize(HUNDREDTH, ROUND_HALF_UP)

    @property
    def shown(self) -> Decimal | None:
        """None: there are offers, but of none are the hours known."""
        return None if self.some_unknown and not self.some_known else self.rounded


def hours_of(function: Function, offers: Mapping[OfferFacts, Fraction]) -> Hours:
    """The hours of `function` that these offers give, each for its share."""
    totals: dict[int, Decimal] = defaultdict(Decimal)  # by denominator: exact, without a fraction for each offer
    some_known = some_unknown = False
    for offer, share in offers.items():
        hours = offer.hours.get(function, NOT_OFFERED)
        if hours is None:
            some_unknown = True
        elif hours is not NOT_OFFERED:
            some_known = True
            totals[share.denominator] += hours * share.numerator
    return Hours(add_up(totals), some_known, some_unknown)


def add_up(totals: Mapping[int, Decimal]) -> Fraction:
    """The sum of `total / denominator` for each denominator, in whole numbers."""
    parts = [(total.as_integer_ratio(), denominator) for denominator, total in totals.items()]
    common = lcm(*(bottom * denominator for (_top, bottom), denominator in parts))
    return Fraction(sum(top * (common // (bottom * denominator)) for (top, bottom), denominator in parts), common)


def divide(percents: Mapping[int, Decimal | None]) -> dict[int, Fraction]:
    """Shares by neighbourhood: as the organisation divided them, the rest in equal parts."""
    given = [percent for percent in percents.values() if percent is not None]
    if not given:
        return dict.fromkeys(percents, equal_part(len(percents)))
    rest = max(Fraction(0), 1 - Fraction(sum(given)) / 100) * equal_part(len(percents) - len(given))
    return {pk: rest if percent is None else Fraction(percent) / 100 for pk, percent in percents.items()}


@cache
def equal_part(count: int) -> Fraction:
    return Fraction(1, count) if count else Fraction()
