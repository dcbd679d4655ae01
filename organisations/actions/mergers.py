"""Making one organisation of two that are the same, without losing what either did (docs/decisions/0009)."""

import datetime
from collections.abc import Collection
from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from jos.shared import undoing
from jos.shared.history import because
from jos.shared.saving import claim_version, save_with
from jos.shared.time import today
from jos.shared.undoing import CannotUndo, Models
from organisations.enums import MemberRole, OfferStatus
from organisations.models import (
    Contact,
    Distinction,
    Invitation,
    Membership,
    Offer,
    Organisation,
    Partnership,
    PartnershipMember,
    Place,
)
from organisations.periods import Days, common, longest

# What an organisation says of itself: of each, somebody chooses whose stays.
FACTS = (
    *("name", "kind", "sector", "company_number", "size", "website", "languages", "description"),
    *("charter_signed_on", "confirms_every"),
)
WRITES: Models = (
    *(Organisation, Partnership, PartnershipMember, Place, Contact, Membership, Invitation, Distinction, Offer),
)


@transaction.atomic
def merge_organisations(
    *, kept: Organisation, other: Organisation, versions: tuple[int, int], taken: Collection[str], by
) -> Organisation:
    """All that is of `other` becomes of `kept`, which takes over the facts named in `taken`.

    The other one ends, and leads to the one that stays. ChangedMeanwhile where either was saved after `versions`.
    """
    kept, other = _locked(kept, other)
    claim_version(kept, version=versions[0])
    claim_version(other, version=versions[1])
    _hold(kept, other)
    with because(f"merger {uuid4().hex}"):
        facts = {name: getattr(other, name) for name in FACTS if name in taken}
        days = _keep_to_their_days(kept, other, by)
        _move_places(kept, other, by)
        _move(Offer.objects.filter(organisation=other), kept, by)
        _move_contacts(kept, other, by)
        _move_members(kept, other, by)
        _move_invitations(kept, other, by)
        _move_partnerships(kept, other, by)
        _retire(other, kept, by)
        _keep(kept, other, facts, days, by)
    return kept


@transaction.atomic
def undo_merger(*, other: Organisation, by) -> None:
    """Two organisations again, each with what it had. CannotUndo where people went on with the one that stayed."""
    other = Organisation.objects.select_for_update().get(pk=other.pk)
    merged = other.history.exclude(merged_into=None).order_by("history_id").last()
    if other.merged_into_id is None or merged is None:
        raise CannotUndo([_("%(name)s is not merged, or not any more.") % {"name": other}])
    undoing.undo(merged.history_change_reason or "", among=WRITES, by=by)


def _locked(kept: Organisation, other: Organisation) -> tuple[Organisation, Organisation]:
    if kept.pk == other.pk:
        raise ValidationError(_("This is one and the same organisation. Choose another one."))
    found = Organisation.objects.select_for_update().order_by("pk").in_bulk([kept.pk, other.pk])
    for organisation in (found[kept.pk], found[other.pk]):
        if organisation.merged_into_id:
            raise ValidationError(_("%(name)s was already merged.") % {"name": organisation})
    return found[kept.pk], found[other.pk]


def _hold(*organisations: Organisation) -> None:
    """Whoever changes one of their records now waits, and then sees that it changed."""
    for model in (Place, Offer, Contact, Membership, Invitation):
        records = model._default_manager.filter(organisation__in=organisations).order_by("pk")
        list(records.select_for_update().values_list("pk"))


def _keep_to_their_days(kept: Organisation, other: Organisation, by) -> Days:
    """The days of both together. An offer that stopped with its organisation does not come back to life by this."""
    days = longest(Days.of(kept), Days.of(other))
    for organisation in (kept, other):
        its_days = Days.of(organisation)
        for offer in organisation.offers.filter(status=OfferStatus.PUBLISHED) if its_days != days else ():
            counted = common(Days.of(offer), its_days)
            if counted is None:
                save_with(offer, by=by, status=OfferStatus.ARCHIVED)  # it never counted on any day
            elif counted != Days.of(offer):
                save_with(offer, by=by, valid_from=counted.start, valid_until=counted.until)
    return days


def _move(records, kept: Organisation, by) -> None:
    for record in records:
        save_with(record, by=by, organisation=kept)


def _move_places(kept: Organisation, other: Organisation, by) -> None:
    """A place both have becomes one; where they differ in what counts, both stay and one says whose it was."""
    for place in other.places.all():
        twin = kept.places.filter(name=place.name, neighbourhood=place.neighbourhood_id).first()
        if twin and (twin.warm, Days.of(twin)) == (place.warm, Days.of(place)):
            _make_one(twin, place, by)
            continue
        if twin:
            place.name = _free_name(kept, place, f"{place.name[:80]} ({other.name[:30]})")
        _move([place], kept, by)


def _make_one(twin: Place, place: Place, by) -> None:
    """What the one that stays does not say, the other one says."""
    for offer in place.offers.all():
        save_with(offer, by=by, place=twin)
    missing = {
        name: getattr(place, name)
        for name in ("address", "latitude", "longitude", "opening_hours", "accessibility")
        if getattr(twin, name) in ("", None, []) and getattr(place, name) not in ("", None, [])
    }
    if missing:
        save_with(twin, by=by, **missing)
    place.delete_by(by)


def _free_name(kept: Organisation, place: Place, name: str) -> str:
    here = kept.places.filter(neighbourhood=place.neighbourhood_id)
    free, number = name, 1
    while here.filter(name=free).exists():
        number += 1
        free = f"{name} {number}"
    return free


def _move_contacts(kept: Organisation, other: Organisation, by) -> None:
    known = set(kept.contacts.values_list("name", "job", "email", "phone"))
    for contact in other.contacts.all():
        if (contact.name, contact.job, contact.email, contact.phone) in known:
            contact.delete_by(by)
        else:
            _move([contact], kept, by)


def _move_members(kept: Organisation, other: Organisation, by) -> None:
    """Somebody who is in both keeps the highest role."""
    members = {membership.user_id: membership for membership in kept.memberships.all()}
    for membership in other.memberships.all():
        twin = members.get(membership.user_id)
        if twin is None:
            _move([membership], kept, by)
            continue
        if membership.role == MemberRole.COORDINATOR and twin.role != MemberRole.COORDINATOR:
            save_with(twin, by=by, role=MemberRole.COORDINATOR)
        membership.delete_by(by)


def _move_invitations(kept: Organisation, other: Organisation, by) -> None:
    """Of two open invitations of one person, that of the one that stays is left open."""
    invited = set(Invitation.objects.open().filter(organisation=kept).values_list("email", flat=True))
    for invitation in other.invitations.all():
        is_open = not (invitation.accepted_at or invitation.withdrawn_at)
        if is_open and invitation.email in invited:
            invitation.withdrawn_at = timezone.now()
        _move([invitation], kept, by)


def _move_partnerships(kept: Organisation, other: Organisation, by) -> None:
    """Who took part in both names from the same day, took part until the last of the two."""
    for partnership in other.led_partnerships.all():
        save_with(partnership, by=by, lead=kept)
    for member in other.partnerships.all():
        twin = kept.partnerships.filter(partnership=member.partnership_id, valid_from=member.valid_from).first()
        if twin is None:
            _move([member], kept, by)
            continue
        until = longest(Days.of(twin), Days.of(member)).until
        if until != twin.valid_until:
            save_with(twin, by=by, valid_until=until)
        member.delete_by(by)


def _retire(other: Organisation, kept: Organisation, by) -> None:
    """It was no organisation of its own any more from yesterday on, so nothing counts twice, today neither."""
    yesterday = today() - datetime.timedelta(days=1)
    start, end = (min(day, yesterday) if day else None for day in (other.valid_from, other.valid_until))
    for earlier in other.merged.all():
        save_with(earlier, by=by, merged_into=kept)
    # Its number is free for the one that stays; its history keeps it.
    save_with(other, by=by, merged_into=kept, company_number="", valid_from=start, valid_until=end or yesterday)


def _keep(kept: Organisation, other: Organisation, facts: dict[str, Any], days: Days, by) -> None:
    reminded = Organisation.objects.filter(pk__in=[kept.pk, other.pk]).aggregate(last=Max("reminded_on"))["last"]
    Distinction.objects.filter(one=min(kept.pk, other.pk), other=max(kept.pk, other.pk)).delete()
    save_with(kept, by=by, reminded_on=reminded, valid_from=days.start, valid_until=days.until, **facts)


@transaction.atomic
def tell_apart(*, one: Organisation, other: Organisation, by) -> None:
    """Remember that somebody looked at these two, and that they are not the same."""
    first, second = sorted((one, other), key=lambda organisation: organisation.pk)
    Organisation.objects.select_for_update().get(pk=first.pk)  # two who press at the same moment say it once
    if first != second and not Distinction.objects.filter(one=first, other=second).exists():
        Distinction(one=first, other=second).save_by(by)
