"""How an area went from month to month: the same question asked on the same day of each month, facts fetched once.

Each month says what `coverage(at=day)` says. The guard against crowding out (R7) is asked of every month as well.
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from jos.shared.time import months_later
from neighbourhoods.models import MovementCircle, Neighbourhood
from organisations.coverage.facts import Ages, AreaFacts, CityFacts
from organisations.coverage.results import Finding
from organisations.coverage.rules import by_neighbourhood, inside, year_before
from organisations.coverage.situation import Situation
from organisations.coverage.warnings import crowding_out
from organisations.enums import Function

MONTHS = 36


@dataclass(frozen=True)
class MonthCoverage:
    """One area on one day."""

    day: datetime.date
    hours: Mapping[Function, Decimal | None]  # a week; 0: nobody, None: somebody, but no hours known (R17)
    whole_by: tuple[str, ...]  # organisations that had all four functions on their own (R2)
    crowded_out: tuple[Finding, ...]  # R7: against a year before


def since_for(until: datetime.date, months: int = MONTHS) -> datetime.date:
    """From which day on facts are needed: R7 looks back a year."""
    return year_before(days(until, months)[0])


def days(until: datetime.date, months: int) -> list[datetime.date]:
    """The same day of each month, or the last of a shorter one. The calendar begins in the year 1."""
    there_are = (until.year - 1) * 12 + until.month
    return [months_later(until, -back) for back in reversed(range(min(months, there_are)))]


def month_by_month(
    facts: CityFacts, area: Neighbourhood | MovementCircle, *, months: int = MONTHS, ages: Ages | None = None
) -> Iterator[MonthCoverage]:
    """The months up to the day of the facts, the oldest first; only those in which the area existed.

    `facts`: of this area, from `since_for` on.
    """
    if not facts.areas:
        return
    alone = replace(facts, partnerships={})  # whose members are known for one day only
    parts = list(area.neighbourhoods.all()) if isinstance(area, MovementCircle) else [area]
    for day in days(facts.at, months):
        here = frozenset(part.pk for part in parts if part.holds_on(day)) if area.holds_on(day) else frozenset()
        if here:
            yield month(replace(alone, at=day), replace(facts.areas[0], neighbourhoods=here), ages)


def month(city: CityFacts, area: AreaFacts, ages: Ages | None) -> MonthCoverage:
    def offers_on(day: datetime.date):
        return inside(area, by_neighbourhood(offer for offer in city.offers if offer.counts(day, ages)))

    situation = Situation(
        city=city,
        ages=ages,
        area=area,
        offers=offers_on(city.at),
        earlier_offers=offers_on(year_before(city.at)),
        warm_place=False,  # not asked
    )
    return MonthCoverage(
        day=city.at,
        hours={function: hours.shown for function, hours in situation.hours.items()},
        whole_by=situation.whole_by,
        crowded_out=tuple(crowding_out(situation)),
    )
