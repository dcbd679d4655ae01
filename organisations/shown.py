"""What the portal shows of an organisation to whom, by the very querysets and permissions the pages themselves use."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from jos.shared.templatetags.jos import company_number
from jos.shared.time import in_words, today
from organisations.enums import OfferStatus
from organisations.models import Invitation, Offer, Organisation, PartnershipMember, Place
from organisations.permissions import can_manage_members


@dataclass(frozen=True)
class Value:
    text: str
    url: str = ""


@dataclass(frozen=True)
class Shown:
    """One kind of thing, with what there is of it now."""

    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class ShownTo:
    """What an audience sees, beside what those before it see."""

    name: str
    who: str
    things: tuple[Shown, ...]


def shown(organisation: Organisation, *, reader) -> tuple[ShownTo, ...]:
    """Three circles of readers, each smaller than the one before. Who is invited, `reader` is told who may know it."""
    return (
        ShownTo(_("Everybody"), _("Also without signing in."), tuple(_for_everybody(organisation))),
        ShownTo(
            _("Professionals"),
            _("Everybody who signs in and works for the city or for a partner. They see this as well."),
            tuple(_for_professionals(organisation)),
        ),
        ShownTo(
            _("You and the city"),
            _("Members of your organisation, the youth service and policymakers. Nobody else sees this."),
            tuple(_for_ourselves(organisation, reader)),
        ),
    )


def _for_everybody(organisation: Organisation) -> Iterable[Shown]:
    offers = Offer.objects.counting(today()).filter(organisation=organisation)
    places = Place.objects.on(today()).filter(organisation=organisation)
    yield Shown(_("Name and kind"), _texts(organisation.name, organisation.get_kind_display()))
    yield Shown(_("Who you are"), _texts(organisation.description))
    yield Shown(_("Website"), _texts(organisation.website))
    yield Shown(_("Offers"), _links(offers.public()))
    yield Shown(_("Places"), _texts(*places))


def _for_professionals(organisation: Organisation) -> Iterable[Shown]:
    offers = Offer.objects.counting(today()).filter(organisation=organisation)
    partnerships = PartnershipMember.objects.on(today()).filter(organisation=organisation)
    signed = organisation.charter_signed_on
    yield Shown(_("Offers for professionals only"), _links(offers.for_professionals_only()))
    yield Shown(_("Contacts"), _texts(*organisation.contacts.all()))
    yield Shown(_("Company number"), _texts(company_number(organisation.company_number)))
    yield Shown(_("Charter signed on"), _texts(in_words(signed) if signed else ""))
    yield Shown(_("Partnerships"), _links(member.partnership for member in partnerships.select_related("partnership")))


def _for_ourselves(organisation: Organisation, reader) -> Iterable[Shown]:
    offers = Offer.objects.filter(organisation=organisation)
    yield Shown(_("Offers that are still a draft"), _links(offers.filter(status=OfferStatus.DRAFT)))
    yield Shown(_("Offers in the archive"), _links(offers.filter(status=OfferStatus.ARCHIVED)))
    yield Shown(_("Members"), _texts(*(each.user for each in organisation.memberships.select_related("user"))))
    if can_manage_members(reader, organisation):
        invitations = Invitation.objects.open().filter(organisation=organisation)
        yield Shown(_("Open invitations, for coordinators and the city"), _texts(*(each.email for each in invitations)))


def _texts(*things) -> tuple[Value, ...]:
    return tuple(Value(str(thing)) for thing in things if str(thing))


def _links(records: Iterable) -> tuple[Value, ...]:
    return tuple(Value(str(record), record.get_absolute_url()) for record in records)
