"""Fetches the facts for a day: always the same seven queries, whatever the day, the areas and the number of rows."""

import datetime
from collections import defaultdict
from collections.abc import Callable
from functools import cache

from django.db.models import Case, Q, QuerySet, When

from neighbourhoods.models import MovementCircle, Neighbourhood, PriorityDecision
from organisations.confirmation import confirmation_state
from organisations.coverage.enums import AreaKind
from organisations.coverage.facts import AreaFacts, CityFacts, OfferFacts, PartnershipFacts
from organisations.coverage.hours import divide
from organisations.coverage.rules import year_before
from organisations.enums import GOES_TO_YOUNG_PEOPLE, ConfirmationState, Function, OfferStatus
from organisations.models import Offer, OfferFunction, OfferNeighbourhood, PartnershipMember, Place


def load_city(at: datetime.date, is_wanted: Callable[[AreaFacts], bool] | None = None) -> CityFacts:
    """What the rules need to judge all areas, or only those wanted, on the day `at`."""
    areas = load_areas(at)
    counting = offers_between(year_before(at), at)
    if is_wanted:
        areas = [area for area in areas if is_wanted(area)]
        counting = touching(counting, frozenset().union(*(area.neighbourhoods for area in areas)))
    offers, organisations = load_offers(counting, at)
    return CityFacts(
        at=at,
        areas=tuple(areas),
        offers=tuple(offers),
        organisations=organisations,
        partnerships=load_partnerships(at),
    )


def load_areas(at: datetime.date) -> list[AreaFacts]:
    """The neighbourhoods that exist on `at` by name, then the circles by name."""
    decided = PriorityDecision.objects.in_force(at).values_list("neighbourhood", "circle")
    priority_neighbourhoods, priority_circles = map(frozenset, zip(*decided, strict=True)) if decided else ((), ())
    neighbourhoods = load_neighbourhoods(at, priority_neighbourhoods)
    existing = frozenset(neighbourhood.pk for neighbourhood in neighbourhoods)
    return neighbourhoods + load_circles(at, priority_circles, existing)


def load_neighbourhoods(at: datetime.date, with_priority: frozenset[int]) -> list[AreaFacts]:
    details, codes = {}, defaultdict(list)
    rows = Neighbourhood.objects.on(at).order_by("codes")
    for pk, name, slug, district, code in rows.values_list("pk", "name", "slug", "district", "codes__code"):
        details[pk] = {"name": name, "slug": slug, "district": district}
        codes[pk] += [code] if code else []
    neighbourhoods = [
        AreaFacts(
            kind=AreaKind.NEIGHBOURHOOD,
            pk=pk,
            neighbourhoods=frozenset([pk]),
            priority=pk in with_priority,
            codes=tuple(codes[pk]),
            **detail,
        )
        for pk, detail in details.items()
    ]
    return sorted(neighbourhoods, key=by_name)


def load_circles(at: datetime.date, with_priority: frozenset[int], existing: frozenset[int]) -> list[AreaFacts]:
    details, inside = {}, defaultdict(set)
    for pk, name, slug, neighbourhood in MovementCircle.objects.on(at).values_list(
        "pk", "name", "slug", "neighbourhoods"
    ):
        details[pk] = {"name": name, "slug": slug, "codes": (slug,)}
        inside[pk].add(neighbourhood)
    circles = [
        AreaFacts(
            kind=AreaKind.CIRCLE,
            pk=pk,
            neighbourhoods=existing.intersection(inside[pk]),
            priority=pk in with_priority,
            **detail,
        )
        for pk, detail in details.items()
    ]
    return sorted(circles, key=by_name)


def by_name(area: AreaFacts) -> tuple:
    """The same order on every database."""
    return area.name.casefold(), area.pk


def offers_between(first: datetime.date, last: datetime.date) -> QuerySet:
    """Published offers of any day between the two: all that can count on either, the rules decide which do."""
    return Offer.objects.filter(
        Q(valid_from=None) | Q(valid_from__lte=last),
        Q(valid_until=None) | Q(valid_until__gte=first),
        status=OfferStatus.PUBLISHED,
    )


def touching(offers: QuerySet, neighbourhoods: frozenset[int]) -> QuerySet:
    """Offers that reach these neighbourhoods, or are held in a place there."""
    reaching = OfferNeighbourhood.objects.filter(neighbourhood__in=neighbourhoods).values("offer")
    return offers.filter(Q(pk__in=reaching) | Q(place__neighbourhood__in=neighbourhoods))


def load_offers(counting: QuerySet, at: datetime.date) -> tuple[list[OfferFacts], dict[int, str]]:
    """The offers, and the names of their organisations."""
    hours, percents = defaultdict(dict), defaultdict(dict)
    function_of = {function.value: function for function in Function}
    parts = {"offer__in": counting.values("pk")}
    for offer, function, hours_a_week in OfferFunction.objects.filter(**parts).values_list(
        "offer", "function", "hours_per_week"
    ):
        hours[offer][function_of[function]] = hours_a_week
    for offer, neighbourhood, share in OfferNeighbourhood.objects.filter(**parts).values_list(
        "offer", "neighbourhood", "share"
    ):
        percents[offer][neighbourhood] = share

    @cache
    def is_unconfirmed(confirmed_on: datetime.date, every_months: int) -> bool:
        return confirmation_state(confirmed_on, every_months, at=at) == ConfirmationState.UNCONFIRMED

    warm = Place.objects.on(at).filter(warm=True)
    organisations, offers = {}, []
    for row in (
        counting.annotate(warm_place_in=Case(When(place__in=warm.values("pk"), then="place__neighbourhood")))
        .values_list(
            "pk",
            "organisation",
            "organisation__name",
            "partnership",
            "valid_from",
            "valid_until",
            "organisation__valid_from",
            "organisation__valid_until",
            "age_min",
            "age_max",
            "work_form",
            "warm_place_in",
            "confirmed_on",
            "organisation__confirms_every",
            named=True,
        )
        .order_by()
    ):
        organisations[row.organisation] = row.organisation__name
        offers.append(
            OfferFacts(
                pk=row.pk,
                organisation=row.organisation,
                hours=hours[row.pk],
                shares=divide(percents[row.pk]),
                partnership=row.partnership,
                valid_from=latest(row.valid_from, row.organisation__valid_from),
                valid_until=earliest(row.valid_until, row.organisation__valid_until),
                age_min=row.age_min,
                age_max=row.age_max,
                goes_to_young_people=row.work_form in GOES_TO_YOUNG_PEOPLE,
                warm_place_in=row.warm_place_in,
                unconfirmed=is_unconfirmed(row.confirmed_on, row.organisation__confirms_every),
            )
        )
    return offers, organisations


def latest(first: datetime.date | None, second: datetime.date | None) -> datetime.date | None:
    """Of two starts. An open one leaves the other."""
    return max(first, second) if first and second else first or second


def earliest(first: datetime.date | None, second: datetime.date | None) -> datetime.date | None:
    """Of two ends. An open one leaves the other."""
    return min(first, second) if first and second else first or second


def load_partnerships(at: datetime.date) -> dict[int, PartnershipFacts]:
    """The partnerships that hold on `at`, with their members of that day."""
    names, members = {}, defaultdict(set)
    holding = Q(partnership__valid_from=None) | Q(partnership__valid_from__lte=at)
    holding &= Q(partnership__valid_until=None) | Q(partnership__valid_until__gte=at)
    rows = PartnershipMember.objects.on(at).filter(holding)
    for pk, name, organisation in rows.values_list("partnership", "partnership__name", "organisation"):
        names[pk] = name
        members[pk].add(organisation)
    return {pk: PartnershipFacts(name, frozenset(members[pk])) for pk, name in names.items()}
