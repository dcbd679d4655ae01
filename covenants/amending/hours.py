"""More free-time hours, but never at the cost of the other three: checked on every amendment (R7)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from covenants.models import AgreedHours, Covenant
from organisations.enums import Function

NOTHING = Decimal(0)


@dataclass(frozen=True)
class Less:
    """A function that gets fewer hours a week while free time gets more."""

    function: Function
    before: Decimal
    after: Decimal


def hours_by_function(hours: Iterable[AgreedHours]) -> dict[Function, Decimal]:
    """Hours a week, all ages and neighbourhoods together."""
    found: dict[Function, Decimal] = defaultdict(Decimal)
    for agreed in hours:
        found[Function(agreed.function)] += agreed.hours_per_week
    return dict(found)


def less_elsewhere(before: Mapping[Function, Decimal], after: Mapping[Function, Decimal]) -> list[Less]:
    """What the other functions lose while free time gains. Nothing where it does not gain (R7)."""
    if after.get(Function.FREE_TIME, NOTHING) <= before.get(Function.FREE_TIME, NOTHING):
        return []
    both = [(function, before.get(function, NOTHING), after.get(function, NOTHING)) for function in Function]
    return [Less(*each) for each in both if each[2] < each[1]]


def says_something(reason: str) -> bool:
    """A space or a full stop is no reason."""
    return any(sign.isalnum() for sign in reason)


def less_in(amendment: Covenant) -> list[Less]:
    """What functions lose by this amendment, that both sides need a reason for. Nothing for a new covenant."""
    if amendment.amends is None:
        return []
    before, after = hours_by_function(amendment.amends.hours.all()), hours_by_function(amendment.hours.all())
    return less_elsewhere(before, after)
