"""How an organisation keeps its offers up to date: what asks for attention, and who should be reminded."""

import datetime
from dataclasses import dataclass
from itertools import groupby

from jos.shared.time import today
from organisations.actions.reminders import DAYS_OF_REST
from organisations.enums import ConfirmationState, MemberRole, OfferStatus
from organisations.models import Membership, Offer, Organisation


@dataclass(frozen=True)
class OwnOffers:
    """The offers of one organisation, as its people look at them."""

    attention: tuple[Offer, ...]  # longest overdue first
    right: tuple[Offer, ...]
    drafts: tuple[Offer, ...]
    over: tuple[Offer, ...]  # ended or archived

    @property
    def running(self) -> tuple[Offer, ...]:
        return self.attention + self.right


def own_offers(*, organisation: Organisation) -> OwnOffers:
    """All offers of `organisation`, in three queries."""
    offers = list(Offer.objects.filter(organisation=organisation).with_details())
    running = [offer for offer in offers if offer.is_running]
    return OwnOffers(
        attention=tuple(sorted((o for o in running if o.is_due), key=lambda o: -o.days_overdue)),
        right=tuple(o for o in running if not o.is_due),
        drafts=tuple(o for o in offers if o.status == OfferStatus.DRAFT),
        over=tuple(o for o in offers if o.status != OfferStatus.DRAFT and not o.is_running),
    )


@dataclass(frozen=True)
class Silence:
    """An organisation that has not said for a while whether its offers are still right."""

    organisation: Organisation
    to_confirm: int
    unconfirmed: int
    days: int  # since the first of them was due
    has_coordinator: bool

    @property
    def can_be_reminded(self) -> bool:
        last = self.organisation.reminded_on
        return self.has_coordinator and (last is None or last <= today() - datetime.timedelta(days=DAYS_OF_REST))


def silent_organisations() -> list[Silence]:
    """Organisations with offers past their confirmation, the longest silence first, in two queries."""
    due = [offer for offer in Offer.objects.past_confirmation().order_by("organisation_id") if offer.is_due]
    coordinated = set(
        Membership.objects.filter(role=MemberRole.COORDINATOR).values_list("organisation_id", flat=True).distinct()
    )
    silences = [
        _silence(list(offers), has_coordinator=key in coordinated)
        for key, offers in groupby(due, key=lambda offer: offer.organisation_id)
    ]
    return sorted(silences, key=lambda silence: (-silence.days, silence.organisation.name))


def _silence(offers: list[Offer], *, has_coordinator: bool) -> Silence:
    unconfirmed = sum(offer.confirmation() == ConfirmationState.UNCONFIRMED for offer in offers)
    return Silence(
        organisation=offers[0].organisation,
        to_confirm=len(offers) - unconfirmed,
        unconfirmed=unconfirmed,
        days=max(offer.days_overdue for offer in offers),
        has_coordinator=has_coordinator,
    )
