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


def hours_by_function(offers: Mapping[OfferFacts, Fraction]) -> dict[Function, Hours]:
    """The hours of each function that these offers give, each for its share."""
    # By denominator: exact, without a fraction for each offer.
    totals: dict[Function, dict[int, Decimal]] = {function: defaultdict(Decimal) for function in Function}
    known, unknown = set(), set()
    for offer, share in offers.items():
        numerator, denominator = share.as_integer_ratio()
        for function, hours in offer.hours.items():
            if hours is None:
                unknown.add(function)
            else:
                known.add(function)
                totals[function][denominator] += hours * numerator
    return {f: Hours(add_up(totals[f]), some_known=f in known, some_unknown=f in unknown) for f in Function}


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
