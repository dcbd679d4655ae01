"""Roles for the city, and accounts that close. Both work on the person's next request."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jos.accounts.enums import Role
from jos.accounts.models import User


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


def _locked_account(user: User, *, stays_administrator: bool) -> User:
    """Lock all administrators, so that the last two cannot undo each other at the same moment."""
    administrators = list(User.objects.select_for_update().filter(role=Role.ADMINISTRATOR, is_active=True))
    if not stays_administrator and [administrator.pk for administrator in administrators] == [user.pk]:
        raise ValidationError(_("This is the only administrator. First make somebody else administrator."))
    return User.objects.select_for_update().get(pk=user.pk)
