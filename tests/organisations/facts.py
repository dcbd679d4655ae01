"""Plain facts for the rules, without a database. Tests say only what matters to them."""

import datetime
import itertools
from decimal import Decimal

from organisations.coverage.enums import AreaKind
from organisations.coverage.facts import Ages, AreaFacts, CityFacts, OfferFacts, PartnershipFacts
from organisations.coverage.hours import divide
from organisations.coverage.results import AreaCoverage
from organisations.coverage.rules import assess
from organisations.enums import Function

FREE_TIME, WELFARE, BRIDGE, SIGNAL = Function
AT = datetime.date(2026, 3, 1)
NORTH, SOUTH, EAST = 1, 2, 3
KRING, OVERKANT, BRUG = 11, 12, 13
NAMES = {KRING: "De Kring", OVERKANT: "De Overkant", BRUG: "De Brug"}

_numbers = itertools.count(1)


def offer(*functions: Function, hours="4", by: int = KRING, reach=(NORTH,), **fields) -> OfferFacts:
    """An offer of De Kring in the north. `reach`: neighbourhoods, or percents by neighbourhood. No `hours`: unknown."""
    a_week = None if hours is None else Decimal(hours)
    percents = reach if isinstance(reach, dict) else dict.fromkeys(reach)
    defaults = {"pk": next(_numbers), "organisation": by, "shares": divide(percents)}
    return OfferFacts(**defaults | {"hours": dict.fromkeys(functions, a_week)} | fields)


def partnership(*members: int, name: str = "Samen") -> PartnershipFacts:
    return PartnershipFacts(name, frozenset(members))


def neighbourhood(pk: int = NORTH, *, priority: bool = False) -> AreaFacts:
    return AreaFacts(AreaKind.NEIGHBOURHOOD, pk, "Noord", frozenset([pk]), priority)


def circle(*neighbourhoods: int, priority: bool = False) -> AreaFacts:
    return AreaFacts(AreaKind.CIRCLE, 1, "Rond de vaart", frozenset(neighbourhoods), priority)


def judge(
    *offers: OfferFacts,
    area: AreaFacts | None = None,
    priority: bool = False,
    ages: str = "",
    at: datetime.date = AT,
    partnerships: dict | None = None,
) -> AreaCoverage:
    """How one area stands: the north, unless another is given."""
    area = area or neighbourhood(priority=priority)
    city = CityFacts(at=at, areas=(area,), offers=offers, organisations=NAMES, partnerships=partnerships or {})
    (result,) = assess(city, Ages.parse(ages) if ages else None)
    return result


def kinds(findings) -> list[str]:
    return [finding.kind.value for finding in findings]


def found(findings) -> list[tuple]:
    """Kind and function of each."""
    return [(finding.kind.value, finding.function) for finding in findings]
