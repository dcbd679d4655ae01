"""Ending an organisation and starting again. What counted on a past day stays as it was."""

import datetime
from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from jos.shared.saving import claim_version, save_with
from jos.shared.time import today
from organisations.actions.offers import say_again
from organisations.enums import OfferStatus
from organisations.models import Offer, Organisation


@transaction.atomic
def end_organisation(*, organisation: Organisation, last_day: datetime.date, version: int, by) -> None:
    """Its offers count until and including `last_day`: not because they end, but because it does."""
    claim_version(organisation, version=version)
    organisation.valid_until = last_day
    organisation.save_by(by)


@transaction.atomic
def restart_organisation(
    *, organisation: Organisation, start: datetime.date, offers: Iterable[Offer], version: int, by
) -> None:
    """It goes on from `start`, with these of its offers. The days without it stay days without it.

    Its offers that were still open end where it ended, so that they do not fill the gap; those that go on, go on
    in a period of their own.
    """
    claim_version(organisation, version=version)
    last_day = organisation.valid_until
    organisation.valid_until = None
    organisation.save_by(by)
    if last_day is None or not _leaves_a_gap(last_day, start):
        return  # no day without it: its offers just go on
    chosen = {offer.pk for offer in offers}
    for offer in stopped_with(organisation, last_day):
        if offer.valid_from and offer.valid_from > last_day:
            _begin_later(offer, start if offer.pk in chosen else None, by)
            continue
        save_with(offer, by=by, valid_until=last_day)
        if offer.pk in chosen:
            restart_offer(offer=offer, start=start, by=by)


def stopped_with(organisation: Organisation, last_day: datetime.date) -> list[Offer]:
    """Its published offers that would have gone on after its last day."""
    offers = organisation.offers.filter(status=OfferStatus.PUBLISHED).with_details()
    return [offer for offer in offers if offer.valid_until is None or offer.valid_until > last_day]


def _begin_later(offer: Offer, start: datetime.date | None, by) -> None:
    """It was to begin while there was no organisation: it begins with it, or waits as a draft."""
    if start is None:
        save_with(offer, by=by, status=OfferStatus.DRAFT)
    else:
        save_with(offer, by=by, valid_from=max(start, offer.valid_from or start))


@transaction.atomic
def restart_offer(*, offer: Offer, start: datetime.date, by, token: UUID | None = None) -> Offer:
    """It goes on from `start`. Where days lie between, in a period of its own: a copy that says the same."""
    if token and (twin := Offer.objects.filter(created_with=token).first()):
        return twin  # the form was sent twice
    offer = Offer.objects.select_for_update(of=("self",)).get(pk=offer.pk)
    if offer.valid_until and _leaves_a_gap(offer.valid_until, start):
        return _continuation(offer, start, token, by)
    save_with(offer, by=by, valid_until=None, confirmed_on=today())
    return offer


def _leaves_a_gap(last_day: datetime.date, start: datetime.date) -> bool:
    """Days lie between the two, also where there is no day after the last one."""
    return (start - last_day).days > 1


def _continuation(offer: Offer, start: datetime.date, token: UUID | None, by) -> Offer:
    reach = [(row.neighbourhood, row.share) for row in offer.reach.select_related("neighbourhood")]
    days = {"valid_from": start, "valid_until": None}
    return say_again(offer, reach=reach, status=OfferStatus.PUBLISHED, created_with=token, **days, by=by)
