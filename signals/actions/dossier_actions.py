"""What is done about a dossier: planned, changed and taken, by the service that owns it or by staff (R8)."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jos.shared.saving import save_new, save_version, save_with
from jos.shared.time import today
from signals.enums import WITH_ANSWER, DossierState
from signals.models import Dossier, DossierAction
from signals.permissions import can_act_on

AS_IT_WAS = WITH_ANSWER | {DossierState.DONE}  # what was said to be done rests on its actions


@transaction.atomic
def plan_action(*, action: DossierAction, by) -> DossierAction:
    """Add something concrete: what, by whom and by when. It can be taken already."""
    dossier = _hold(action, by)
    action, is_new = save_new(action, by=by)
    if is_new:
        _note_the_first(dossier, action, by)
    return action


@transaction.atomic
def change_action(*, action: DossierAction, version: int, by) -> DossierAction:
    """Save what was typed over `version`: another day, or that it was taken and what came of it."""
    dossier = _hold(action, by)
    save_version(action, version=version, by=by)
    _note_the_first(dossier, action, by)
    return action


def cannot_plan(dossier: Dossier) -> str:
    """Why nothing is planned or changed any more."""
    if dossier.merged_into_id or dossier.state in AS_IT_WAS:
        return _("This dossier is done: its actions stay as they are.")
    return ""


def _hold(action: DossierAction, by) -> Dossier:
    dossier = Dossier.objects.held().get(pk=action.dossier_id)
    if not can_act_on(by, dossier):
        raise PermissionDenied
    if refusal := cannot_plan(dossier):
        raise ValidationError(refusal)
    if action.taken_on and action.taken_on > today():
        raise ValidationError({"taken_on": _("This day is still to come. Say it once it is done.")})
    return dossier


def _note_the_first(dossier: Dossier, action: DossierAction, by) -> None:
    """How long it took until something happened is counted from it."""
    if action.taken_on and (dossier.first_action_on is None or action.taken_on < dossier.first_action_on):
        save_with(dossier, by=by, first_action_on=action.taken_on)
