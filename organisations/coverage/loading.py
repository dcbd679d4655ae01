"""Fetches the facts: always the same five queries, however many days, areas and rows there are."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache

from django.db.models import Case, Exists, Model, OuterRef, Q, QuerySet, Value, When

from neighbourhoods.models import MovementCircle, Neighbourhood, PriorityDecision
from organisations.confirmation import confirmation_state
from organisations.coverage.enums import AreaKind
from organisations.coverage.facts import AreaFacts, CityFacts, OfferFacts, PartnershipFacts
from organisations.coverage.hours import divide
from organisations.coverage.rules import year_before
from organisations.enums import ConfirmationState, Function, OfferStatus
from organisations.models import Offer, OfferFunction, OfferNeighbourhood, Partnership, PartnershipMember, Place

OFFER_COLUMNS = [
    *("pk", "partnership", "valid_from", "valid_until", "age_min", "age_max", "work_form", "confirmed_on"),
    *("organisation", "organisation__name", "organisation__kind", "organisation__valid_from"),
    *("organisation__valid_until", "organisation__confirms_every", "partnership__name"),
]


def load_city(
    at: datetime.date, is_wanted: Callable[[AreaFacts], bool] | None = None, *, circles: bool = True
) -> CityFacts:
    """What the rules need to judge all areas, or only those wanted, on the day `at`."""
    (city,) = load_days([at], is_wanted, circles=circles)
    return city


def load_days(
    days: Sequence[datetime.date],
    is_wanted: Callable[[AreaFacts], bool] | None = None,
    *,
    circles: bool = True,
    since: datetime.date | None = None,
    within: frozenset[int] = frozenset(),
) -> list[CityFacts]:
    """The same for each of a few days. What offers do is fetched once for all of them.

    `since`: from an earlier day than the rules look back. `within`: also of these neighbourhoods.
    """
    areas = load_areas(days, circles)
    asked = offers_between(since or year_before(min(days)), max(days))
    if is_wanted:
        areas = {day: [area for area in some if is_wanted(area)] for day, some in areas.items()}
        asked = touching(asked, within.union(*(area.neighbourhoods for some in areas.values() for area in some)))
    rows, hours, shares = load_rows(asked, days), load_hours(asked), load_shares(asked)
    organisations = {row["organisation"]: row["organisation__name"] for row in rows}
    return [
        CityFacts(
            at=day,
            areas=tuple(areas[day]),
            offers=tuple(offers_of(rows, hours, shares, day)),
            organisations=organisations,
            partnerships=partnerships_of(rows, day),
        )
        for day in days
    ]


def load_area(area: Neighbourhood | MovementCircle, at: datetime.date, since: datetime.date | None = None) -> CityFacts:
    """What the rules need to judge one area, also from `since` on. No areas where it does not exist on `at`."""
    kind = AreaKind.CIRCLE if isinstance(area, MovementCircle) else AreaKind.NEIGHBOURHOOD
    parts = area.neighbourhoods.all() if isinstance(area, MovementCircle) else [area]
    (city,) = load_days(
        [at],
        lambda facts: (facts.kind, facts.pk) == (kind, area.pk),
        circles=kind == AreaKind.CIRCLE,
        since=since,
        within=frozenset(part.pk for part in parts),
    )
    return city


def load_areas(days: Sequence[datetime.date], circles: bool) -> dict[datetime.date, list[AreaFacts]]:
    """The neighbourhoods that exist on each day by name, then the circles by name, if they are asked."""
    neighbourhoods = load_neighbourhoods(days)
    around = load_circles(neighbourhoods) if circles else {}
    return {day: existing + around.get(day, []) for day, existing in neighbourhoods.items()}


def load_neighbourhoods(days: Sequence[datetime.date]) -> dict[datetime.date, list[AreaFacts]]:
    codes: dict[int, list[str]] = defaultdict(list)
    found: dict[int, dict[int, dict]] = defaultdict(dict)
    rows = on_each(days, Neighbourhood, "neighbourhood", ("pk", "name", "slug", "district", "codes", "codes__code"))
    for row in sorted(rows, key=lambda row: row["codes"] or 0):  # the first it got is the one it is shown with
        found[row["on"]][row["pk"]] = row
        if row["codes__code"] and row["codes__code"] not in codes[row["pk"]]:
            codes[row["pk"]].append(row["codes__code"])
    return {
        day: sorted((neighbourhood_of(row, codes) for row in found[number].values()), key=by_name)
        for number, day in enumerate(days)
    }


def neighbourhood_of(row: Mapping, codes: Mapping[int, list[str]]) -> AreaFacts:
    return AreaFacts(
        kind=AreaKind.NEIGHBOURHOOD,
        pk=row["pk"],
        name=row["name"],
        slug=row["slug"],
        district=row["district"],
        codes=tuple(codes[row["pk"]]),
        neighbourhoods=frozenset([row["pk"]]),
        priority=row["priority"],
    )


def load_circles(neighbourhoods: Mapping[datetime.date, list[AreaFacts]]) -> dict[datetime.date, list[AreaFacts]]:
    """The circles that hold on each day, over those of their neighbourhoods that exist. Without any, there is none."""
    inside: dict[tuple[int, int], set[int]] = defaultdict(set)
    found: dict[int, dict[int, dict]] = defaultdict(dict)
    for row in on_each(list(neighbourhoods), MovementCircle, "circle", ("pk", "name", "slug", "neighbourhoods")):
        found[row["on"]][row["pk"]] = row
        inside[row["on"], row["pk"]].add(row["neighbourhoods"])
    circles = {}
    for number, (day, areas) in enumerate(neighbourhoods.items()):
        existing = {area.pk for area in areas}
        all_here = (circle_of(row, inside[number, pk] & existing) for pk, row in found[number].items())
        circles[day] = sorted((circle for circle in all_here if circle.neighbourhoods), key=by_name)
    return circles


def circle_of(row: Mapping, neighbourhoods: set[int]) -> AreaFacts:
    return AreaFacts(
        kind=AreaKind.CIRCLE,
        pk=row["pk"],
        name=row["name"],
        slug=row["slug"],
        codes=(row["slug"],),
        neighbourhoods=frozenset(neighbourhoods),
        priority=row["priority"],
    )


def on_each(days: Sequence[datetime.date], areas: type[Model], kind: str, columns: Sequence[str]) -> QuerySet:
    """Those that exist, with their priority, `on` each day by number: one query for all days."""
    first, *others = (
        areas._default_manager.on(day)
        .annotate(
            on=Value(number),
            priority=Exists(PriorityDecision.objects.giving_priority(day).filter(**{kind: OuterRef("pk")})),
        )
        .order_by()
        .values("on", "priority", *columns)
        for number, day in enumerate(days)
    )
    return first.union(*others, all=True) if others else first


def by_name(area: AreaFacts) -> tuple[str, int]:
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
    reaching = OfferNeighbourhood.objects.filter(neighbourhood__in=neighbourhoods).order_by().values("offer")
    held = Offer.objects.filter(place__neighbourhood__in=neighbourhoods).order_by().values("pk")
    return offers.filter(pk__in=reaching.union(held))


def load_rows(asked: QuerySet, days: Iterable[datetime.date]) -> list[dict]:
    """The offers; for each day where their warm place is, and whether they run for a partnership that holds."""
    on_days: dict[str, Case | Exists] = {}
    for day in days:
        warm = Place.objects.on(day).filter(warm=True).values("pk")
        on_days[f"warm_{day.toordinal()}"] = Case(When(place__in=warm, then="place__neighbourhood"))
        on_days[f"together_{day.toordinal()}"] = Exists(
            PartnershipMember.objects.on(day).filter(
                partnership=OuterRef("partnership"),
                partnership__in=Partnership.objects.on(day).values("pk"),
                organisation=OuterRef("organisation"),
            )
        )
    return list(asked.order_by().annotate(**on_days).values(*OFFER_COLUMNS, *on_days))


def offers_of(rows: Iterable[dict], hours: Mapping, shares: Mapping, at: datetime.date) -> Iterator[OfferFacts]:
    is_unconfirmed = unconfirmed_on(at)
    for row in rows:
        yield OfferFacts(
            pk=row["pk"],
            organisation=row["organisation"],
            kind=row["organisation__kind"],
            partnership=row["partnership"],
            hours=hours[row["pk"]],
            shares=shares.get(row["pk"], {}),
            valid_from=latest(row["valid_from"], row["organisation__valid_from"]),
            valid_until=earliest(row["valid_until"], row["organisation__valid_until"]),
            age_min=row["age_min"],
            age_max=row["age_max"],
            work_form=row["work_form"],
            warm_place_in=row[f"warm_{at.toordinal()}"],
            unconfirmed=is_unconfirmed(row["confirmed_on"], row["organisation__confirms_every"]),
        )


def partnerships_of(rows: Iterable[dict], at: datetime.date) -> dict[int, PartnershipFacts]:
    """The partnerships that hold, with those members that have an offer on their behalf."""
    together = [row for row in rows if row[f"together_{at.toordinal()}"]]
    members: dict[int, set[int]] = defaultdict(set)
    for row in together:
        members[row["partnership"]].add(row["organisation"])
    names = {row["partnership"]: row["partnership__name"] for row in together}
    return {pk: PartnershipFacts(name, frozenset(members[pk])) for pk, name in names.items()}


def load_hours(asked: QuerySet) -> dict[int, dict[Function, Decimal | None]]:
    """By offer and function."""
    hours: dict[int, dict[Function, Decimal | None]] = defaultdict(dict)
    by_value = {function.value: function for function in Function}
    rows = OfferFunction.objects.filter(offer__in=asked.values("pk")).order_by()
    for offer, function, hours_per_week in rows.values_list("offer", "function", "hours_per_week"):
        hours[offer][by_value[function]] = hours_per_week
    return hours


def load_shares(asked: QuerySet) -> dict[int, dict[int, Fraction]]:
    """By offer and neighbourhood."""
    percents: dict[int, dict[int, Decimal | None]] = defaultdict(dict)
    rows = OfferNeighbourhood.objects.filter(offer__in=asked.values("pk")).order_by()
    for offer, neighbourhood, percent in rows.values_list("offer", "neighbourhood", "share"):
        percents[offer][neighbourhood] = percent
    return {offer: divide(of_offer) for offer, of_offer in percents.items()}


def unconfirmed_on(at: datetime.date) -> Callable[[datetime.date, int], bool]:
    """Is an offer unconfirmed on `at`? Many were confirmed on the same day: each day is judged once."""

    @cache
    def is_unconfirmed(confirmed_on: datetime.date, every_months: int) -> bool:
        return confirmation_state(confirmed_on, every_months, at=at) == ConfirmationState.UNCONFIRMED

    return is_unconfirmed


def latest(first: datetime.date | None, second: datetime.date | None) -> datetime.date | None:
    """Of two starts. An open one leaves the other."""
    return max(first, second) if first and second else first or second


def earliest(first: datetime.date | None, second: datetime.date | None) -> datetime.date | None:
    """Of two ends. An open one leaves the other."""
    return min(first, second) if first and second else first or second
