"""What asks for attention at an organisation, for one of its people."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jos.dashboards.homes import covenant_sentences, covenants, decisions, signal_sentences, signals
from jos.dashboards.homes.city import CityToday
from jos.dashboards.homes.item import Item, say, urgent_first
from jos.dashboards.homes.unfinished import drafts_of, unfinished
from jos.dashboards.homes.waiting import Waiting, ask, each
from jos.shared.time import in_words, today
from neighbourhoods.models import Neighbourhood
from organisations.coverage import AreaCoverage
from organisations.enums import OfferStatus
from organisations.models import Invitation, Membership, Offer, Organisation

NAMED = 5  # so many each get a sentence of their own
ENDS_SOON = datetime.timedelta(days=60)


@dataclass(frozen=True)
class PartnerHome:
    to_confirm: tuple[Waiting, ...]  # offers, longest ago first
    running: int  # offers
    items: tuple[Item, ...]
    lacking: tuple[AreaCoverage, ...]  # neighbourhoods where it works, and something that is asked is not there


def partner_home(user, organisation: Organisation, city: CityToday, *, coordinates: bool) -> PartnerHome:
    waiting = _ask(user, organisation)
    here = {neighbourhood.found_at for neighbourhood in waiting["neighbourhoods"]}
    return PartnerHome(
        to_confirm=tuple(sorted(waiting["to_confirm"], key=lambda offer: (offer.day, offer.called))),
        running=len(waiting["running"]),
        items=urgent_first(_items(waiting, organisation, coordinates)),
        lacking=tuple(area for area in city.with_gaps if area.slug in here),
    )


def _ask(user, organisation: Organisation) -> Mapping[str, list[Waiting]]:
    offers = Offer.objects.filter(organisation=organisation)
    running = offers.running()
    title, slug = F("title"), F("slug")
    return ask(
        to_confirm=each(running.filter(pk__in=Offer.objects.past_confirmation()), title, slug, F("confirmed_on")),
        running=each(running),
        ending=each(running.filter(valid_until__lte=today() + ENDS_SOON), title, slug, F("valid_until")),
        unpublished=each(offers.filter(status=OfferStatus.DRAFT), title, slug),
        drafts=drafts_of(user),
        coordinators=each(Membership.objects.coordinators().filter(organisation=organisation)),
        invitations=each(Invitation.objects.expired().filter(organisation=organisation), F("email")),
        neighbourhoods=each(
            Neighbourhood.objects.filter(offers__in=offers.counting(today())).distinct(), F("name"), F("slug")
        ),
        **decisions.for_partner(organisation),
        **signals.for_organisation(organisation, user),
        **covenants.for_organisation(organisation),
    )


def _items(waiting: Mapping[str, list[Waiting]], organisation: Organisation, coordinates: bool):
    yield from signal_sentences.for_organisation(waiting)
    yield from covenant_sentences.for_organisation(waiting)
    yield from decisions.asked(waiting["asked"])
    yield from unfinished(waiting["drafts"])
    for offer in sorted(waiting["ending"], key=lambda offer: offer.day)[:NAMED]:
        yield _ends(offer)
    if waiting["unpublished"]:
        yield _unpublished(waiting["unpublished"])
    if waiting["invitations"] and coordinates:
        yield _invitations(waiting["invitations"], organisation)
    if not waiting["coordinators"]:
        sentence = say(_("<strong>Nobody is coordinator</strong> here now. The youth service can make somebody it."))
        yield Item(sentence, _("See who is in"), reverse("members", args=[organisation.slug]))


def _ends(offer: Waiting) -> Item:
    sentence = say(
        _("<strong>{name}</strong> ends on {day}. Does it go on?"), name=offer.called, day=in_words(offer.day)
    )
    return Item(sentence, _("Change it"), reverse("offer_edit", args=[offer.found_at]))


def _unpublished(offers: list[Waiting]) -> Item:
    text = ngettext(
        "<strong>{name}</strong> is a draft: nobody sees it yet.",
        "<strong>{Number} offers</strong> are drafts: nobody sees them yet.",
        len(offers),
    )
    sentence = say(text, number=len(offers), name=offers[0].called)
    where = reverse("offer_edit", args=[offers[0].found_at]) if len(offers) == 1 else reverse("own_offers")
    return Item(sentence, _("Finish it") if len(offers) == 1 else _("Finish them"), where)


def _invitations(invitations: list[Waiting], organisation: Organisation) -> Item:
    text = ngettext(
        "<strong>{name}</strong> did not answer your invitation in time.",
        "<strong>{Number} invitations</strong> were not answered in time.",
        len(invitations),
    )
    sentence = say(text, number=len(invitations), name=invitations[0].called)
    return Item(sentence, _("Send again"), reverse("members", args=[organisation.slug]))
