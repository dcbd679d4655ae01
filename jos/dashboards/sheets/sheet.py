"""One neighbourhood or movement circle on a day: how it stands, and everything that makes it so."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from jos.dashboards.coverage.forms import MomentFilter
from jos.dashboards.sheets.charts import carried_by, over_months
from jos.dashboards.sheets.strengths import Scene, strengths
from jos.shared.charts import BarChart, LineChart
from neighbourhoods.models import MovementCircle, Neighbourhood, PriorityDecision
from organisations.coverage import Ages, AreaCoverage
from organisations.coverage.facts import AreaFacts, CityFacts, OfferFacts
from organisations.coverage.hours import hours_by_function
from organisations.coverage.loading import load_area
from organisations.coverage.rules import assess, by_neighbourhood, inside
from organisations.coverage.trend import month_by_month, since_for
from organisations.enums import GOES_TO_YOUNG_PEOPLE, AgeBand, Function
from organisations.models import Offer, Place

OFFERS_ON_A_PAGE = 30


@dataclass(frozen=True)
class OfferHere:
    """An offer that counts, with the hours a week it brings to the area. A function it does not have is left out."""

    offer: Offer
    hours: dict[Function, Decimal | None]  # None: not known
    unconfirmed: bool

    @property
    def by_function(self) -> list[tuple[Function, bool, Decimal | None]]:
        """Each of the four: whether it has it, and its hours."""
        return [(function, function in self.hours, self.hours.get(function)) for function in Function]


@dataclass(frozen=True)
class BandHere:
    """How the area stands for one age band: it can be whole for children and empty for teenagers."""

    name: str
    query: str  # for the address of the same sheet for these ages
    records: str
    area: AreaCoverage


@dataclass(frozen=True)
class Sheet:
    at: datetime.date
    area: AreaCoverage
    records: str  # where the offers behind its numbers are
    bands: tuple[BandHere, ...]  # all ages first
    offers: tuple[OfferHere, ...]
    warm_places: tuple[Place, ...]
    on_the_move: tuple[Offer, ...]  # mobile and outreach work
    decisions: tuple[PriorityDecision, ...]
    trend: LineChart
    carried: BarChart
    crowding_out: tuple[str, ...]  # R7, a sentence for each stretch of months
    strengths: tuple[str, ...]

    @property
    def shown_offers(self) -> tuple[OfferHere, ...]:
        """As many as one looks through on a page; `records` has all of them."""
        return self.offers[:OFFERS_ON_A_PAGE]


def sheet(place: Neighbourhood | MovementCircle, moment: MomentFilter) -> Sheet | None:
    """None where the area does not exist on that day. The facts are fetched once, and judged for every age band."""
    facts = load_area(place, moment.day, since_for(moment.day))
    if not facts.areas:
        return None
    (area,) = assess(facts, moment.band)
    months = list(month_by_month(facts, place, ages=moment.band))
    rows = _offers(facts, moment.band)
    offers = _offers_here(area, rows, facts)
    bands = _bands(facts)
    trend, crowding_out = over_months(months)
    warm = _warm_places(rows, facts.areas[0], moment.day)
    scene = Scene(
        at=moment.day,
        area=area,
        bands=tuple(band.area for band in bands[1:]),
        offers=tuple(here.offer for here in offers),
        in_warm_places=tuple(offer for offer in rows if offer.place in warm),
        months=tuple(months),
    )
    return Sheet(
        at=moment.day,
        area=area,
        records=_records(area, moment.query),
        bands=bands,
        offers=offers,
        warm_places=warm,
        on_the_move=tuple(here.offer for here in offers if here.offer.work_form in GOES_TO_YOUNG_PEOPLE),
        decisions=tuple(place.priority_decisions.in_force(moment.day)),
        trend=trend,
        carried=carried_by(offers),
        crowding_out=crowding_out,
        strengths=tuple(strengths(scene)),
    )


def _bands(facts: CityFacts) -> tuple[BandHere, ...]:
    every = [(_("All ages"), ""), *((str(band.label), band.value) for band in AgeBand)]
    return tuple(_band(facts, name, ages) for name, ages in every)


def _band(facts: CityFacts, name: str, ages: str) -> BandHere:
    (area,) = assess(facts, Ages.parse(ages) if ages else None)
    query = urlencode({"at": facts.at.isoformat()} | ({"ages": ages} if ages else {}))
    return BandHere(name, query, _records(area, query), area)


def _records(area: AreaCoverage, query: str) -> str:
    """The address of the offers behind the numbers of the area."""
    return f"{reverse('offers')}?{area.kind}={area.slug}&{query}"


def _offers(facts: CityFacts, ages: Ages | None) -> list[Offer]:
    """Those that count: they reach the area, or are held in a warm place there."""
    (area,) = facts.areas
    counting = [offer for offer in facts.offers if offer.counts(facts.at, ages)]
    here = {o.pk for o in counting if not area.neighbourhoods.isdisjoint({*o.shares, o.warm_place_in})}
    rows = Offer.objects.filter(pk__in=here).select_related("organisation", "partnership", "place")
    return list(rows.prefetch_related("moments").order_by("organisation__name", "title"))


def _offers_here(area: AreaCoverage, rows: Iterable[Offer], facts: CityFacts) -> tuple[OfferHere, ...]:
    """The offers behind the numbers: their hours add up to those of the area."""
    counted = [offer for offer in facts.offers if offer.pk in area.offers]
    shares = inside(facts.areas[0], by_neighbourhood(counted))
    facts_of = {offer.pk: offer for offer in shares}
    return tuple(
        OfferHere(row, _hours_here(offer, shares[offer]), offer.unconfirmed)
        for row in rows
        if (offer := facts_of.get(row.pk))
    )


def _hours_here(offer: OfferFacts, share: Fraction) -> dict[Function, Decimal | None]:
    hours = hours_by_function({offer: share})
    return {function: hours[function].shown for function in offer.hours}


def _warm_places(offers: Iterable[Offer], area: AreaFacts, at: datetime.date) -> tuple[Place, ...]:
    """Those where an offer that counts is held (R6)."""
    here = {
        offer.place
        for offer in offers
        if offer.place
        and offer.place.warm
        and offer.place.neighbourhood_id in area.neighbourhoods
        and offer.place.holds_on(at)
    }
    return tuple(sorted(here, key=lambda place: place.name.casefold()))
