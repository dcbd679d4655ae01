"""Writes planned offers in bulk, with their history, so that a file of many thousands of rows takes a minute."""

from typing import Any

from django.db import transaction
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from jos.shared.models import unique_slug
from jos.shared.tables.cells import UNKNOWN
from jos.shared.time import today
from organisations.enums import Function, OfferStatus
from organisations.imports.offer_proposals import Partnerships, WarmPlaces
from organisations.imports.offer_rows import Facts, KnownOffer, OfferRow
from organisations.models import Offer, OfferFunction, OfferMoment, OfferNeighbourhood
from organisations.schedule import Moment

BATCH = 200  # the work of one statement grows with the square of its rows
_PLAIN = ("title", "work_form", "age_min", "age_max", "valid_from", "valid_until")  # columns that are fields


@transaction.atomic
def write_offers(
    new: list[OfferRow],
    changed: list[tuple[OfferRow, KnownOffer]],
    partnerships: Partnerships,
    places: WarmPlaces,
    *,
    by,
) -> None:
    partnerships.write(by=by)
    places.write(by=by)
    _create(new, partnerships, places, by)
    _change(changed, partnerships, places, by)


def _create(rows: list[OfferRow], partnerships: Partnerships, places: WarmPlaces, by) -> None:
    slugs = set(Offer.objects.values_list("slug", flat=True))
    offers = [
        Offer(
            organisation=row.organisation,
            partnership=partnerships.named(row.partnership),
            place=places.of(row),
            slug=unique_slug(Offer, row.facts["title"], slugs),
            status=OfferStatus.PUBLISHED,
            **_said_otherwise(row.facts),
            **{column: row.facts[column] for column in _PLAIN if column in row.facts},
        )
        for row in rows
    ]
    bulk_create_with_history(offers, Offer, default_user=by)
    functions, reach, moments = [], [], []
    for row, offer in zip(rows, offers, strict=True):
        functions += [_function(offer, *each) for each in _hours(row.facts).items() if each[1] is not None]
        reach += [OfferNeighbourhood(offer=offer, neighbourhood_id=each) for each in row.neighbourhoods]
        moments += _moments(offer, row.facts)
    bulk_create_with_history(functions, OfferFunction, default_user=by)
    bulk_create_with_history(reach, OfferNeighbourhood, default_user=by)
    bulk_create_with_history(moments, OfferMoment, default_user=by)


def _change(pairs: list[tuple[OfferRow, KnownOffer]], partnerships: Partnerships, places: WarmPlaces, by) -> None:
    for row, known in pairs:
        _set_fields(known.offer, row, known, partnerships, places)
    told = [column for column in _PLAIN if any(_differs(column, *pair) for pair in pairs)]
    fields = [*told, "schedule", "is_free", "partnership", "place", "status", "confirmed_on", "version"]
    bulk_update_with_history([known.offer for _row, known in pairs], Offer, fields, batch_size=BATCH, default_user=by)
    _change_functions(pairs, by)
    _change_moments([pair for pair in pairs if _differs("schedule", *pair)], by)
    _change_reach([(row, known) for row, known in pairs if _moved(row, known)], by)


def _set_fields(offer: Offer, row: OfferRow, known: KnownOffer, partnerships: Partnerships, places: WarmPlaces) -> None:
    for column in _PLAIN:
        if _differs(column, row, known):
            setattr(offer, column, row.facts[column])
    for name, value in _said_otherwise(row.facts).items():
        if name != "schedule" or _differs("schedule", row, known):
            setattr(offer, name, value)
    if "partnership" in row.facts:
        offer.partnership = partnerships.named(row.partnership)
    if place := places.of(row):
        offer.place = place
    elif known.facts.get("warm_place") and not row.warm_place:
        offer.place = None
    offer.status = OfferStatus.PUBLISHED
    offer.confirmed_on = today()
    offer.version += 1


def _change_functions(pairs: list[tuple[OfferRow, KnownOffer]], by) -> None:
    added, changed = [], []
    for row, known in pairs:
        existing = {each.function: each for each in known.functions}
        for function, said in _hours(row.facts).items():
            current = existing.get(function)
            if current and said is None:
                current.delete_by(by)
            elif current and said != known.facts[function]:
                current.hours_per_week = None if said == UNKNOWN else said
                changed.append(current)
            elif current is None and said is not None:
                added.append(_function(known.offer, function, said))
    bulk_create_with_history(added, OfferFunction, default_user=by)
    bulk_update_with_history(changed, OfferFunction, ["hours_per_week"], batch_size=BATCH, default_user=by)


def _change_moments(pairs: list[tuple[OfferRow, KnownOffer]], by) -> None:
    """What is no longer said goes, what is new comes; what stays is not touched."""
    added = []
    for row, known in pairs:
        kept = set()
        for moment in known.moments:
            told = Moment.of(moment)
            if told in row.facts["schedule"].moments:
                kept.add(told)
            else:
                moment.delete_by(by)
        added += [each for each in _moments(known.offer, row.facts) if Moment.of(each) not in kept]
    bulk_create_with_history(added, OfferMoment, default_user=by)


def _change_reach(pairs: list[tuple[OfferRow, KnownOffer]], by) -> None:
    """Other neighbourhoods: a division of the hours that was made for the old ones no longer holds."""
    added, shared_out = [], []
    for row, known in pairs:
        for each in known.reach:
            if each.neighbourhood_id not in row.neighbourhoods:
                each.delete_by(by)
            elif each.share is not None:
                each.share = None
                shared_out.append(each)
        reached = {each.neighbourhood_id for each in known.reach}
        added += [
            OfferNeighbourhood(offer=known.offer, neighbourhood_id=each)
            for each in row.neighbourhoods
            if each not in reached
        ]
    bulk_create_with_history(added, OfferNeighbourhood, default_user=by)
    bulk_update_with_history(shared_out, OfferNeighbourhood, ["share"], batch_size=BATCH, default_user=by)


def _moved(row: OfferRow, known: KnownOffer) -> bool:
    return _differs("neighbourhood_code", row, known)


def _differs(column: str, row: OfferRow, known: KnownOffer) -> bool:
    """The file has this column, and says something else than is known."""
    return column in row.facts and row.facts[column] != known.facts[column]


def _said_otherwise(facts: Facts) -> dict[str, Any]:
    """Fields whose column has another name, or says more than one thing."""
    fields = {"schedule": facts["schedule"].words} if "schedule" in facts else {}
    return fields | ({"is_free": facts["free"]} if "free" in facts else {})


def _moments(offer: Offer, facts: Facts) -> list[OfferMoment]:
    schedule = facts.get("schedule")
    return [OfferMoment(offer=offer, **each._asdict()) for each in sorted(schedule.moments)] if schedule else []


def _hours(facts: Facts) -> dict[str, Any]:
    """What the file says about each function it has a column for."""
    return {function: facts[function] for function in Function.values if function in facts}


def _function(offer: Offer, function: str, said: Any) -> OfferFunction:
    return OfferFunction(offer=offer, function=function, hours_per_week=None if said == UNKNOWN else said)
