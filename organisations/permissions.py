"""Who may do what with organisations, their offers and their people. Each function is one sentence of policy.

Asked anew on every request, so that a role or membership that is lost, is lost at once.
"""

from jos.accounts.permissions import is_administrator, is_staff, works_for_city
from jos.shared.time import today
from organisations.enums import InvitedAs, MemberRole
from organisations.models import Invitation, Membership, Offer, Organisation, Partnership


def memberships_of(user) -> list[Membership]:
    """This person's memberships, by name of the organisation. Read once for each request's user."""
    if not user.is_authenticated:
        return []
    if not hasattr(user, "_memberships"):
        user._memberships = list(user.memberships.select_related("organisation").order_by("organisation__name"))
    return user._memberships


def is_member(user, organisation: Organisation) -> bool:
    return any(membership.organisation_id == organisation.pk for membership in memberships_of(user))


def is_coordinator(user, organisation: Organisation) -> bool:
    return any(
        membership.organisation_id == organisation.pk and membership.role == MemberRole.COORDINATOR
        for membership in memberships_of(user)
    )


def can_see_professional_information(user) -> bool:
    """Contacts and offers for professionals are seen by everybody with a role for the city or an organisation.

    Somebody who left the last organisation still has an account, but sees what visitors see.
    """
    return works_for_city(user) or bool(memberships_of(user))


def can_create_organisation(user) -> bool:
    """Staff add organisations."""
    return is_staff(user)


def can_edit_organisation(user, organisation: Organisation) -> bool:
    """Staff and every member edit an organisation, its places and contacts."""
    return is_staff(user) or is_member(user, organisation)


def can_edit_offer(user, offer: Offer) -> bool:
    """Staff and every member of its organisation edit an offer."""
    return is_staff(user) or is_member(user, offer.organisation)


def can_edit_partnerships(user) -> bool:
    """Staff record partnerships: they concern several organisations at once."""
    return is_staff(user)


def can_edit_partnership_members(user, partnership: Partnership) -> bool:
    """Staff and the coordinators of its lead say who takes part in a partnership."""
    return is_staff(user) or is_coordinator(user, partnership.lead)


def can_manage_members(user, organisation: Organisation) -> bool:
    """Staff and its coordinators invite, change and remove the members of an organisation."""
    return is_staff(user) or is_coordinator(user, organisation)


def can_manage_invitation(user, invitation: Invitation) -> bool:
    """Who may invite somebody may also send that invitation again or withdraw it."""
    if invitation.organisation is None:
        return invitation.invited_as in city_roles_to_invite(user)
    return can_manage_members(user, invitation.organisation)


def can_remove_member(user, membership: Membership) -> bool:
    """Everybody may leave; otherwise those who manage the members remove somebody."""
    return membership.user_id == user.pk or can_manage_members(user, membership.organisation)


def can_comment_on_decisions(user) -> bool:
    """Everybody of an organisation that did not end can say, on its behalf, what it thinks of a proposed decision."""
    return bool(organisations_to_speak_for(user))


def organisations_to_speak_for(user) -> list[Organisation]:
    """Those of this person that are there today."""
    own = (membership.organisation for membership in memberships_of(user))
    return [organisation for organisation in own if organisation.holds_on(today())]


def can_merge_organisations(user) -> bool:
    """Staff make one organisation of two: it concerns both."""
    return is_staff(user)


def can_end_organisation(user) -> bool:
    """Staff say that an organisation ended, or starts again."""
    return is_staff(user)


def can_import(user) -> bool:
    """Staff import files."""
    return is_staff(user)


def can_send_reminders(user) -> bool:
    """Staff remind organisations to confirm their offers."""
    return is_staff(user)


def can_invite_for_city(user) -> bool:
    """Staff invite policymakers and colleagues of the youth service."""
    return is_staff(user)


def can_manage_accounts(user) -> bool:
    """Administrators change roles for the city and close accounts."""
    return is_administrator(user)


def city_roles_to_invite(user) -> tuple[InvitedAs, ...]:
    """Staff invite policymakers and staff; only administrators make administrators."""
    if is_administrator(user):
        return (InvitedAs.POLICYMAKER, InvitedAs.STAFF, InvitedAs.ADMINISTRATOR)
    return (InvitedAs.POLICYMAKER, InvitedAs.STAFF) if is_staff(user) else ()
