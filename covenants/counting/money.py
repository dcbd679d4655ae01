"""The budget of covenants by function and neighbourhood, exact to the cent: the parts add up to what was given."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction

from django.db.models import Max, Min

from covenants.counting.reach import reaches, within
from covenants.models import AgreedHours, BudgetLine, Covenant
from organisations.enums import Function

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Grant:
    """What one covenant gives one function in one neighbourhood, in one year.

    `area`: none where the covenant names only neighbourhoods that are no more.
    """

    covenant: int
    function: Function
    area: int | None
    amount: Decimal


def years_with_money() -> list[int]:
    """Those of which a signed covenant has a budget, the last first."""
    ends = BudgetLine.objects.filter(covenant__in=Covenant.objects.signed()).aggregate(
        first=Min("year"), last=Max("year")
    )
    return list(range(ends["last"], ends["first"] - 1, -1)) if ends["last"] else []


def grants(year: int, existing: Collection[int]) -> list[Grant]:
    """The budget of a year, in three queries. `existing`: the neighbourhoods it is divided over.

    Where hours of the function were agreed, money follows them; without hours, each neighbourhood has an equal part.
    """
    covenants = Covenant.objects.signed().filter(budget__year=year).distinct()
    reach, hours = reaches(covenants), _hours(covenants)
    lines = BudgetLine.objects.filter(covenant__in=covenants, year=year, amount__gt=0).order_by("covenant", "id")
    found: list[Grant] = []
    for covenant, function, amount in lines.values_list("covenant", "function", "amount"):
        weights = _weights(hours[covenant, function], within(reach[covenant], existing))
        parts = divide_exactly(amount, weights) or {None: amount}
        found += [Grant(covenant, Function(function), area, part) for area, part in parts.items()]
    return found


def divide_exactly(amount: Decimal, weights: Mapping[int, Fraction]) -> dict[int | None, Decimal]:
    """In cents that add up to the amount: who loses most by rounding down gets a cent more."""
    total = sum(weights.values(), Fraction())
    if not total:
        return {}
    exact = {key: Fraction(amount) * weight / total for key, weight in weights.items()}
    parts: dict[int | None, Decimal] = {key: _down(share) for key, share in exact.items()}
    left = int((amount - sum(parts.values(), Decimal(0))) / CENT)
    for key in sorted(exact, key=lambda key: (Fraction(parts[key]) - exact[key], key))[:left]:
        parts[key] += CENT
    return parts


def _down(share: Fraction) -> Decimal:
    return (Decimal(share.numerator * 100 // share.denominator) / 100).quantize(CENT, ROUND_DOWN)


def _hours(covenants) -> Mapping[tuple[int, str], dict[int | None, Fraction]]:
    """The agreed hours of each function of each covenant by neighbourhood; None: over the whole reach."""
    rows = AgreedHours.objects.filter(covenant__in=covenants).order_by()
    found: dict[tuple[int, str], dict[int | None, Fraction]] = defaultdict(lambda: defaultdict(Fraction))
    for covenant, function, area, hours in rows.values_list("covenant", "function", "neighbourhood", "hours_per_week"):
        found[covenant, function][area] += Fraction(hours)
    return found


def _weights(hours: Mapping[int | None, Fraction], areas: list[int]) -> dict[int, Fraction]:
    everywhere = hours.get(None, Fraction())
    weights = {area: hours.get(area, Fraction()) + everywhere / len(areas) for area in areas}
    return weights if any(weights.values()) else dict.fromkeys(areas, Fraction(1))
