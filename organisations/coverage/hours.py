"""Hours a week of offers in an area, exact until the end."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

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
    def rounded(self) -> Decimal | None:
        """To two decimals. None: there are offers, but of none are the hours known."""
        if self.some_unknown and not self.some_known:
            return None
        exact = Decimal(self.known.numerator) / self.known.denominator
        return exact.quantize(HUNDREDTH, ROUND_HALF_UP)


def hours_in(neighbourhoods: frozenset[int], function: Function, offers: Iterable[OfferFacts]) -> Hours:
    """The hours of `function` that these offers give these neighbourhoods."""
    totals: dict[int, Decimal] = defaultdict(Decimal)  # by denominator: exact, without a fraction for each offer
    some_known = some_unknown = False
    for offer in offers:
        hours = offer.hours[function]
        if hours is None:
            some_unknown = True
        else:
            some_known = True
            share = share_in(neighbourhoods, offer.shares)
            totals[share.denominator] += hours * share.numerator
    known = sum((Fraction(total) / denominator for denominator, total in totals.items()), Fraction())
    return Hours(known, some_known, some_unknown)


def share_in(neighbourhoods: frozenset[int], shares: Mapping[int, Fraction]) -> Fraction:
    """The part of an offer that these neighbourhoods get: an offer that lies inside them wholly counts once."""
    inside = [share for neighbourhood, share in shares.items() if neighbourhood in neighbourhoods]
    return inside[0] if len(inside) == 1 else sum(inside, Fraction())


def divide(percents: Mapping[int, Decimal | None]) -> dict[int, Fraction]:
    """Shares by neighbourhood: as the organisation divided them, the rest in equal parts."""
    given = [percent for percent in percents.values() if percent is not None]
    open_ends = len(percents) - len(given)
    rest = max(Fraction(0), 1 - Fraction(sum(given)) / 100) / open_ends if open_ends else None
    return {pk: rest if percent is None else Fraction(percent) / 100 for pk, percent in percents.items()}
