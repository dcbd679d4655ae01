"""One neighbourhood or movement circle on a day: how it stands, and everything that makes it so."""

from collections.abc import Iterable
from dataclasses import dataclass

from jos.dashboards.forms import MomentFilter
from neighbourhoods.models import MovementCircle, Neighbourhood, PriorityDecision
from organisations.coverage import Ages, AreaCoverage, FunctionCoverage
from organisations.coverage.facts import AreaFacts, CityFacts
from organisations.coverage.loading import load_area
from organisations.coverage.rules import assess
from organisations.enums import GOES_TO_YOUNG_PEOPLE, AgeBand
from organisations.models import Offer, Place


@dataclass(frozen=True)
class FunctionHere:
    """One function, and the offers that carry it."""

    coverage: FunctionCoverage
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class BandHere:
    """How the area stands for one age band: it can be whole for children and empty for teenagers."""

    band: AgeBand
    area: AreaCoverage


@dataclass(frozen=True)
class Sheet:
    area: AreaCoverage
    functions: tuple[FunctionHere, ...]
    bands: tuple[BandHere, ...]
    offers: tuple[Offer, ...]
    warm_places: tuple[Place, ...]
    on_the_move: tuple[Offer, ...]  # mobile and outreach work
    decisions: tuple[PriorityDecision, ...]


def sheet(place: Neighbourhood | MovementCircle, moment: MomentFilter) -> Sheet | None:
    """None where the area does not exist on that day. The facts are fetched once, and judged for every age band."""
    facts = load_area(place, moment.day)
    if not facts.areas:
        return None
    (area,) = assess(facts, moment.band)
    offers = _offers(area)
    return Sheet(
        area=area,
        functions=tuple(_carried_by(function, offers) for function in area.functions.values()),
        bands=tuple(BandHere(band, assess(facts, Ages.parse(band))[0]) for band in AgeBand),
        offers=offers,
        warm_places=_warm_places(offers, facts.areas[0], facts),
        on_the_move=tuple(offer for offer in offers if offer.work_form in GOES_TO_YOUNG_PEOPLE),
        decisions=tuple(place.priority_decisions.in_force(moment.day)),
    )


def _offers(area: AreaCoverage) -> tuple[Offer, ...]:
    rows = Offer.objects.filter(pk__in=area.offers).select_related("organisation", "partnership", "place")
    return tuple(rows.order_by("organisation__name", "title"))


def _carried_by(function: FunctionCoverage, offers: Iterable[Offer]) -> FunctionHere:
    return FunctionHere(function, tuple(offer for offer in offers if offer.pk in function.offers))


def _warm_places(offers: Iterable[Offer], area: AreaFacts, facts: CityFacts) -> tuple[Place, ...]:
    """Those where an offer that counts is held (R6)."""
    here = {
        offer.place
        for offer in offers
        if offer.place
        and offer.place.warm
        and offer.place.neighbourhood_id in area.neighbourhoods
        and offer.place.holds_on(facts.at)
    }
    return tuple(sorted(here, key=lambda place: place.name.casefold()))
