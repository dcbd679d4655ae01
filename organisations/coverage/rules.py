"""The rules of the charter, R1 to R7, over plain facts: the same facts always give the same answer.

R1, four functions of equal worth: none is treated apart, but for free time, the way in.
R5, people decide where priority lies: an area has priority by decision, never by a figure.
The others stand where they are applied: `situation.py` (R2, R3), `gaps.py` (R2 to R4, R6), `warnings.py` (R7).
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction

from jos.shared.time import months_later
from organisations.coverage.facts import EVERYTHING, Ages, AreaFacts, CityFacts, OfferFacts, Selection
from organisations.coverage.gaps import find_gaps
from organisations.coverage.results import AreaCoverage
from organisations.coverage.situation import Situation
from organisations.coverage.warnings import find_warnings


def assess(city: CityFacts, ages: Ages | None = None, selection: Selection = EVERYTHING) -> list[AreaCoverage]:
    """Every area of the city, in the order given. Of a selection of the offers: what these carry, without a norm."""
    chosen = [offer for offer in city.offers if selection.holds(offer)]
    offers = [offer for offer in chosen if offer.counts(city.at, ages)]
    year_ago = year_before(city.at)
    earlier_offers = [offer for offer in chosen if offer.counts(year_ago, ages)]
    here, here_earlier = by_neighbourhood(offers), by_neighbourhood(earlier_offers)
    warm = {offer.warm_place_in for offer in offers}
    return [
        judge(
            Situation(
                city=city,
                ages=ages,
                area=area,
                offers=inside(area, here),
                earlier_offers=inside(area, here_earlier),
                warm_place=not warm.isdisjoint(area.neighbourhoods),
                judged=not selection.leaves_out,
            )
        )
        for area in city.areas
    ]


def judge(situation: Situation) -> AreaCoverage:
    """Lay the norm beside the situation (R4, R6), where all that is there was looked at."""
    area = situation.area
    return AreaCoverage(
        kind=area.kind,
        pk=area.pk,
        code=area.code,
        name=area.name,
        slug=area.slug,
        district=area.district,
        neighbourhoods=area.neighbourhoods,
        priority=area.priority,
        status=situation.status,
        whole_by=situation.whole_by,
        functions=situation.functions,
        warm_place=situation.warm_place,
        outreach=situation.outreach,
        gaps=tuple(find_gaps(situation)) if situation.judged else (),
        warnings=tuple(find_warnings(situation)) if situation.judged else (),
        judged=situation.judged,
    )


def year_before(at: datetime.date) -> datetime.date:
    """The day with which R7 compares; 28 February for a leap day. There is no year before the first."""
    return months_later(at, -12) if at.year > datetime.MINYEAR else at


def by_neighbourhood(offers: Iterable[OfferFacts]) -> dict[int, list[OfferFacts]]:
    reaching = defaultdict(list)
    for offer in offers:
        for neighbourhood in offer.shares:
            reaching[neighbourhood].append(offer)
    return reaching


def inside(area: AreaFacts, reaching: Mapping[int, list[OfferFacts]]) -> dict[OfferFacts, Fraction]:
    """The offers that reach any neighbourhood of the area, each once, with the share of its hours that stays inside."""
    shares: dict[OfferFacts, Fraction] = {}
    for neighbourhood in area.neighbourhoods:
        for offer in reaching.get(neighbourhood, ()):
            share = offer.shares[neighbourhood]
            shares[offer] = shares[offer] + share if offer in shares else share
    return shares
