"""Roles for the city, accounts that close, second steps that are lost. All work on the person's next request."""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jos.accounts.enums import Role
from jos.accounts.models import User
from jos.accounts.tasks import mail_second_step_removed


@transaction.atomic
def change_city_role(user: User, *, role: Role | str, by) -> None:
    """Give, change or take away (empty) somebody's role for the city."""
    user = _locked_account(user, stays_administrator=role == Role.ADMINISTRATOR)
    user.role = role
    user.save_by(by)


@transaction.atomic
def close_account(user: User, *, by) -> None:
    """Nobody is deleted: what they did stays theirs. A closed account is out on its next request."""
    user = _locked_account(user, stays_administrator=False)
    user.is_active = False
    user.save_by(by)


@transaction.atomic
def reopen_account(user: User, *, by) -> None:
    user = User.objects.select_for_update().get(pk=user.pk)
    user.is_active = True
    user.save_by(by)


@transaction.atomic
def remove_second_step(user: User, *, by) -> None:
    """Somebody lost phone and recovery codes. They are signed out everywhere, start again, and hear of it by mail."""
    if user == by:
        raise ValidationError(_("You remove your own second step on the page of your account."))
    user = User.objects.select_for_update().get(pk=user.pk)
    Authenticator.objects.filter(user=user).delete()
    for session in UserSession.objects.filter(user=user):
        session.end()
    user._change_reason = "second step removed"
    user.save_by(by)
    transaction.on_commit(lambda: mail_second_step_removed.enqueue(user.pk))


def _locked_account(user: User, *, stays_administrator: bool) -> User:
    """Lock all administrators, so that the last two cannot undo each other at the same moment."""
    administrators = list(User.objects.select_for_update().filter(role=Role.ADMINISTRATOR, is_active=True))
    if not stays_administrator and [administrator.pk for administrator in administrators] == [user.pk]:
        raise ValidationError(_("This is the only administrator. First make somebody else administrator."))
    return User.objects.select_for_update().get(pk=user.pk)
