"""What is done with offers. Every change says who did it and writes only the history of what changed."""

import datetime
from collections.abc import Iterable
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from simple_history.utils import bulk_update_with_history

from jos.shared.saving import claim_version, save_if_changed, save_new, save_with
from jos.shared.time import today
from neighbourhoods.models import Neighbourhood
from organisations.enums import Function, OfferStatus
from organisations.models import Offer, OfferFunction, OfferMoment, OfferNeighbourhood
from organisations.schedule import Moment

Hours = dict[Function, Decimal | None]  # a week; None: unknown
Reach = list[tuple[Neighbourhood, Decimal | None]]  # with the share of the hours in percent; None: an equal part


@transaction.atomic
def create_offer(*, offer: Offer, functions: Hours, reach: Reach, moments: Iterable[Moment] = (), by) -> Offer:
    """Add an offer. What its organisation says now, is confirmed now."""
    offer, is_new = save_new(offer, by=by, named=offer.title)
    if is_new:
        _set_functions(offer, functions, by)
        _set_reach(offer, reach, by)
        _set_moments(offer, moments, by)
    return offer


@transaction.atomic
def change_offer(*, offer: Offer, version: int, functions: Hours, reach: Reach, moments: Iterable[Moment], by) -> Offer:
    """Save what was typed over `version`. Who reads and saves an offer, confirms it."""
    claim_version(offer, version=version)
    offer.confirmed_on = today()
    save_if_changed(offer, by=by)
    _set_functions(offer, functions, by)
    _set_reach(offer, reach, by)
    _set_moments(offer, moments, by)
    return offer


@transaction.atomic
def copy_offer(*, offer: Offer, neighbourhoods: Iterable[Neighbourhood], by, token: UUID | None = None) -> Offer:
    """The same in other neighbourhoods, as a draft. The place stays behind where it is not there."""
    reach: Reach = [(neighbourhood, None) for neighbourhood in neighbourhoods]
    place, period = offer.place, {}
    if place and place.neighbourhood_id not in {neighbourhood.pk for neighbourhood, _share in reach}:
        place = None
    if offer.valid_until and offer.valid_until < today():
        period = {"valid_from": None, "valid_until": None}
    return say_again(offer, reach=reach, status=OfferStatus.DRAFT, created_with=token, place=place, **period, by=by)


def say_again(offer: Offer, *, reach: Reach, by, **values) -> Offer:
    """A new offer, confirmed today, that says the same but for these values and where it is."""
    again = Offer.objects.get(pk=offer.pk)
    again.pk, again.version, again.confirmed_on = None, 1, today()
    again._state.adding = True
    for name, value in values.items():
        setattr(again, name, value)
    return create_offer(
        offer=again,
        functions={Function(row.function): row.hours_per_week for row in offer.functions.all()},
        reach=reach,
        moments=[Moment.of(row) for row in offer.moments.all()],
        by=by,
    )


@transaction.atomic
def confirm_offers(offers: Iterable[Offer], *, by) -> int:
    """Somebody who knows says that all is still right. Returns how many were not yet confirmed today."""
    keys = [offer.pk for offer in offers]
    fresh = list(Offer.objects.select_for_update().filter(pk__in=keys, confirmed_on__lt=today()))
    for offer in fresh:
        offer.confirmed_on = today()
    bulk_update_with_history(fresh, Offer, ["confirmed_on"], default_user=by)
    return len(fresh)


def end_offer(*, offer: Offer, last_day: datetime.date, by) -> Offer:
    """It counts until and including `last_day`, and stays readable."""
    return _set(offer, by, valid_until=last_day)


def publish_offer(*, offer: Offer, by) -> Offer:
    return _set(offer, by, status=OfferStatus.PUBLISHED, confirmed_on=today())


def archive_offer(*, offer: Offer, by) -> Offer:
    """Take it off the pages, whatever its period. It counts on no day any more."""
    return _set(offer, by, status=OfferStatus.ARCHIVED)


@transaction.atomic
def _set(offer: Offer, by, **values) -> Offer:
    offer = Offer.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=offer.pk)
    if any(getattr(offer, name) != value for name, value in values.items()):
        save_with(offer, by=by, **values)
    return offer


def _set_functions(offer: Offer, functions: Hours, by) -> None:
    saved = {row.function: row for row in OfferFunction.objects.filter(offer=offer)}
    for function in saved.keys() - functions.keys():
        saved[function].delete_by(by)
    for function, hours in functions.items():
        row = saved.get(function) or OfferFunction(offer=offer, function=function)
        if row.pk is None or row.hours_per_week != hours:
            row.hours_per_week = hours
            row.save_by(by)


def _set_reach(offer: Offer, reach: Reach, by) -> None:
    saved = {row.neighbourhood_id: row for row in OfferNeighbourhood.objects.filter(offer=offer)}
    for gone in saved.keys() - {neighbourhood.pk for neighbourhood, _share in reach}:
        saved[gone].delete_by(by)
    for neighbourhood, share in reach:
        row = saved.get(neighbourhood.pk) or OfferNeighbourhood(offer=offer, neighbourhood=neighbourhood)
        if row.pk is None or row.share != share:
            row.share = share
            row.save_by(by)


def _set_moments(offer: Offer, moments: Iterable[Moment], by) -> None:
    wanted = {(moment.weekday, moment.starts_at): moment.ends_at for moment in moments}
    saved = {(row.weekday, row.starts_at): row for row in OfferMoment.objects.filter(offer=offer)}
    for gone in saved.keys() - wanted.keys():
        saved[gone].delete_by(by)
    for (weekday, starts_at), ends_at in wanted.items():
        row = saved.get((weekday, starts_at)) or OfferMoment(offer=offer, weekday=weekday, starts_at=starts_at)
        if row.pk is None or row.ends_at != ends_at:
            row.ends_at = ends_at
            row.save_by(by)
