"""How promises go, once both sides signed: each side says it of its own (R10)."""

import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from covenants.enums import CommitmentState, CovenantState
from covenants.models import Commitment, Covenant
from covenants.permissions import can_say_how_it_goes
from jos.shared.saving import save_version
from jos.shared.steps import NOT_ANY_MORE
from jos.shared.time import in_words, today


@transaction.atomic
def say_how_it_goes(*, commitment: Commitment, version: int, by) -> Commitment:
    """Save what was typed on `commitment`, over `version`. ValidationError says what is in the way."""
    covenant = Covenant.objects.held().get(pk=commitment.covenant_id)
    if not can_say_how_it_goes(by, commitment):
        raise PermissionDenied
    stands = Commitment.objects.standing().filter(pk=commitment.pk).exists()
    if covenant.state != CovenantState.SIGNED or not stands:
        raise ValidationError(NOT_ANY_MORE)
    _check(commitment)
    save_version(commitment, version=version, by=by)
    return commitment


def _check(commitment: Commitment) -> None:
    if commitment.state != CommitmentState.KEPT:
        commitment.kept_on = None
    elif commitment.kept_on is None:
        raise ValidationError({"kept_on": _("Say on which day it was kept.")})
    elif commitment.kept_on > today():
        raise ValidationError({"kept_on": _("This day is still to come. Say it once it is kept.")})
    elif commitment.kept_on < (first := _promised_on(commitment.covenant)):
        words = {"day": in_words(first)}
        raise ValidationError({"kept_on": _("It was promised on %(day)s. Give a day from then on.") % words})
    if commitment.state == CommitmentState.NOT_KEPT and not commitment.explanation.strip():
        raise ValidationError({"explanation": _("Say why it was not kept.")})


def _promised_on(covenant: Covenant) -> datetime.date:
    """Signed before it starts, or only later."""
    return min(covenant.signed_on or covenant.valid_from, covenant.valid_from)
