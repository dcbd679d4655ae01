"""How an organisation keeps its offers up to date: what asks for attention, and who should be reminded."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields

from django.db.models import Count, Exists, Min, OuterRef

from jos.shared.mail import mail_text
from jos.shared.time import today
from organisations.actions.reminders import DAYS_OF_REST, to_remind
from organisations.confirmation import UNCONFIRMED_AFTER, confirm_before
from organisations.enums import OfferStatus
from organisations.models import Membership, Offer, Organisation
from organisations.models.offer import rhythm_passed
from organisations.tasks import reminder_context


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

    @property
    def are_many(self) -> bool:
        """More than one finds by looking."""
        return len(self.running) + len(self.drafts) + len(self.over) > 10

    def called(self, words: str) -> "OwnOffers":
        """Those with these words in their title or where they are."""
        return OwnOffers(*(_called(words.casefold(), getattr(self, field.name)) for field in fields(self)))


def _called(words: str, offers: Iterable[Offer]) -> tuple[Offer, ...]:
    return tuple(
        offer
        for offer in offers
        if any(words in str(name).casefold() for name in (offer, offer.place or "", *offer.neighbourhoods.all()))
    )


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
        rested = last is None or last <= today() - datetime.timedelta(days=DAYS_OF_REST)
        return self.has_coordinator and (rested or self.organisation.reminder_failed)


def silent_organisations() -> list[Silence]:
    """Organisations with offers past their confirmation, the longest silence first, in two queries."""
    long_ago = rhythm_passed(today() - UNCONFIRMED_AFTER)
    waiting = Offer.objects.past_confirmation().order_by().values("organisation")
    counted = waiting.annotate(number=Count("pk"), unconfirmed=Count("pk", filter=long_ago), oldest=Min("confirmed_on"))
    counts = {row["organisation"]: row for row in counted}
    reached = Exists(Membership.objects.coordinators().filter(organisation=OuterRef("pk")))
    organisations = Organisation.objects.defer("description").annotate(has_coordinator=reached)
    silences = [_silence(one, **counts[one.pk]) for one in organisations.filter(pk__in=counts)]
    return sorted(silences, key=lambda silence: (-silence.days, silence.organisation.name))


def _silence(found, *, number: int, unconfirmed: int, oldest: datetime.date, **_more) -> Silence:
    return Silence(
        organisation=found,
        to_confirm=number - unconfirmed,
        unconfirmed=unconfirmed,
        days=(today() - confirm_before(oldest, found.confirms_every)).days,
        has_coordinator=found.has_coordinator,
    )


@dataclass(frozen=True)
class Reminder:
    """A mail as it would leave now, to each of `addresses` apart."""

    organisation: Organisation
    addresses: tuple[str, ...]
    subject: str
    body: str


def reminders(organisations: Iterable[Organisation]) -> list[Reminder]:
    """The mails for those that can be reminded and have something to confirm, in four queries."""
    found = list(to_remind(organisations).order_by("name", "pk"))
    offers: dict[int, list[Offer]] = defaultdict(list)
    for offer in Offer.objects.past_confirmation().filter(organisation__in=found):
        offers[offer.organisation_id].append(offer)
    addresses: dict[int, list[str]] = defaultdict(list)
    members = Membership.objects.coordinators().filter(organisation__in=found)
    for organisation, address in members.values_list("organisation", "user__email"):
        addresses[organisation].append(address)
    return [
        Reminder(each, tuple(addresses[each.pk]), *mail_text("reminder", reminder_context(each, offers[each.pk])))
        for each in found
        if offers[each.pk]
    ]
