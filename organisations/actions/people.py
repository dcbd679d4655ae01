"""Letting people in, and out: invitations and memberships."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jos.accounts.enums import Role
from jos.accounts.models import User
from jos.accounts.permissions import is_staff
from organisations.enums import InvitedAs, MemberRole
from organisations.models import Invitation, Membership, Organisation
from organisations.models.invitation import FOR_AN_ORGANISATION, hash_token, new_token
from organisations.tasks import mail_invitation


class CannotAccept(Exception):
    """The invitation was used, withdrawn or expired in the meantime, or the address got an account."""


@transaction.atomic
def invite(*, email: str, invited_as: InvitedAs, organisation: Organisation | None, by) -> Invitation:
    """Invite somebody to an organisation, or for the city when there is none. Refuses those who are already in."""
    email = email.lower()
    _refuse_who_is_in(email, organisation)
    if Invitation.objects.open().filter(email=email, organisation=organisation).exists():
        raise ValidationError(_("This person already has an open invitation. You can send it again below."))
    invitation = Invitation(
        email=email,
        invited_as=invited_as,
        organisation=organisation,
        invited_by=by,
        token_hash=hash_token(new_token()),  # of a token nobody has: the mail brings one
    )
    try:
        with transaction.atomic():
            invitation.save_by(by)
    except IntegrityError as error:  # somebody else invited the same person at the same moment
        raise ValidationError(_("This person already has an open invitation. You can send it again below.")) from error
    _mail(invitation)
    return invitation


def _refuse_who_is_in(email: str, organisation: Organisation | None) -> None:
    if organisation and organisation.memberships.filter(user__email__iexact=email).exists():
        raise ValidationError(_("This person is already a member of %(name)s.") % {"name": organisation})
    if not organisation and (user := User.objects.filter(email__iexact=email).exclude(role="").first()):
        raise ValidationError(
            _("This person already has a role for the city: %(role)s.") % {"role": user.get_role_display()}
        )


def _mail(invitation: Invitation) -> None:
    transaction.on_commit(lambda: mail_invitation.enqueue(invitation.pk))


@transaction.atomic
def send_invitation_again(invitation: Invitation, *, by) -> None:
    """A new link, and seven new days. The old link stops working."""
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if not invitation.can_be_sent_again:
        raise ValidationError(_("This invitation was already accepted or withdrawn."))
    invitation.token_hash = hash_token(new_token())
    invitation.sent_at = timezone.now()
    invitation.save_by(by)
    _mail(invitation)


@transaction.atomic
def withdraw_invitation(invitation: Invitation, *, by) -> None:
    """The link stops working. Withdrawing twice is no error; what was accepted stays accepted."""
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if invitation.accepted_at:
        raise ValidationError(_("This invitation was already accepted."))
    if not invitation.withdrawn_at:
        invitation.withdrawn_at = timezone.now()
        invitation.save_by(by)


@transaction.atomic
def open_account(invitation: Invitation, *, name: str, password: str) -> User:
    """Somebody new accepts: an account for the address the invitation went to, and what it promised."""
    invitation = _still_usable(invitation)
    if User.objects.filter(email__iexact=invitation.email).exists():
        raise CannotAccept
    try:
        user = User.objects.create_user(invitation.email, name, password, by=invitation.invited_by)
    except IntegrityError as error:  # another invitation to this address is accepted at the same moment
        raise CannotAccept from error
    _let_in(invitation, user)
    return user


@transaction.atomic
def accept_invitation(invitation: Invitation, *, by) -> None:
    """Somebody who already has an account accepts."""
    invitation = _still_usable(invitation)
    if invitation.email != by.email.lower():
        raise CannotAccept
    _let_in(invitation, by)


def _still_usable(invitation: Invitation) -> Invitation:
    """Locked, so that two clicks at once let somebody in once."""
    invitation = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    if not invitation.is_usable:
        raise CannotAccept
    return invitation


def _let_in(invitation: Invitation, user: User) -> None:
    User.objects.select_for_update().get(pk=user.pk)  # who has two invitations accepts one after the other
    if invitation.invited_as in FOR_AN_ORGANISATION:
        if not Membership.objects.filter(user=user, organisation=invitation.organisation).exists():
            Membership(user=user, organisation=invitation.organisation, role=MemberRole(invitation.invited_as)).save_by(
                user
            )
    elif not user.role:  # somebody who got a role in the meantime keeps it
        user.role = Role(invitation.invited_as)
        user.save_by(user)
    invitation.accepted_at = timezone.now()
    invitation.save_by(user)


@transaction.atomic
def change_member_role(membership: Membership, *, role: MemberRole, by) -> None:
    membership = _locked(membership)
    if role != MemberRole.COORDINATOR and not is_staff(by):
        _keep_a_coordinator(membership)
    membership.role = role
    membership.save_by(by)


@transaction.atomic
def remove_member(membership: Membership, *, by) -> None:
    """Works on the person's next request. Only staff may leave an organisation without a coordinator."""
    membership = _locked(membership)
    if not is_staff(by):
        _keep_a_coordinator(membership)
    membership.delete_by(by)


def _locked(membership: Membership) -> Membership:
    """Lock the organisation, so that two coordinators cannot remove each other at the same moment."""
    Organisation.objects.select_for_update().get(pk=membership.organisation_id)
    return Membership.objects.select_related("user", "organisation").get(pk=membership.pk)


def _keep_a_coordinator(membership: Membership) -> None:
    others = membership.organisation.memberships.filter(role=MemberRole.COORDINATOR).exclude(pk=membership.pk)
    if membership.role == MemberRole.COORDINATOR and not others.exists():
        raise ValidationError(
            _("%(name)s is the only coordinator. First make somebody else coordinator, or ask the youth service.")
            % {"name": membership.user}
        )
