"""Each step of a dossier, with who took it. `signals.dossiers.transitions` says which may be taken.

Merging and splitting stand in `signals.actions.dossier_mergers`, what is done about it in `dossier_actions`.
"""

from functools import partial

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from jos.shared.saving import claim_version, save_if_changed, save_new
from jos.shared.steps import NOT_ANY_MORE, lacks
from jos.shared.time import today
from neighbourhoods.models import Neighbourhood
from signals.dossiers.reopening import are_enough
from signals.dossiers.transitions import transition
from signals.enums import WITH_ANSWER, DossierState, DossierStep, Outcome
from signals.models import Dossier, DossierMove, GroupVoice
from signals.tasks import mail_group_answer
from signals.terms import working_days_after


@transaction.atomic
def open_dossier(*, dossier: Dossier, neighbourhoods: list[Neighbourhood], by) -> Dossier:
    """Begin a dossier: many signals seem to point at one pattern."""
    move_on(dossier, None, DossierStep.OPEN, by)
    dossier, is_new = save_new(dossier, by=by, named=dossier.title)
    if is_new:
        _set_neighbourhoods(dossier, neighbourhoods, by)
        write_move(dossier, DossierStep.OPEN, source="", by=by)
    return dossier


@transaction.atomic
def change_dossier(*, dossier: Dossier, neighbourhoods: list[Neighbourhood], version: int, by) -> Dossier:
    """Save what it is about, typed over `version`: it stays where it stands."""
    stored = go_on(dossier, DossierStep.CHANGE, version, by)
    is_moved = set(stored.neighbourhoods.all()) != set(neighbourhoods)
    if save_if_changed(dossier, by=by) or is_moved:
        _set_neighbourhoods(dossier, neighbourhoods, by)
        write_move(dossier, DossierStep.CHANGE, source=stored.state, by=by)
    return dossier


@transaction.atomic
def take_step(*, dossier: Dossier, step: DossierStep, version: int, by, why: str = "") -> Dossier:
    """Take a step over `version`, with what was typed on `dossier`. ValidationError says what is in the way."""
    dossier.why = why
    stored = go_on(dossier, step, version, by)
    _do(dossier, stored, step, by)
    return dossier


@transaction.atomic
def reopen_if_enough(dossier: Dossier) -> bool:
    """Whether enough voices say that it did not change yet: then the system reopens it, and nobody has to ask."""
    stored = Dossier.objects.held().get(pk=dossier.pk)
    if stored.state not in WITH_ANSWER or stored.merged_into_id or not are_enough(stored):
        return False
    stored.version += 1
    stored.why = ""  # that the system did it says why
    source, stored.state = stored.state, DossierState.REOPENED
    _reopen(stored, None)
    stored.save_by(None)
    write_move(stored, DossierStep.REOPEN, source=source, by=None)
    return True


def go_on(dossier: Dossier, step: DossierStep, version: int, by) -> Dossier:
    """Take the row of the table; the dossier as it was stored. Nobody else touches it until the transaction ends."""
    stored = Dossier.objects.held().get(pk=dossier.pk)
    claim_version(dossier, version=version)
    move_on(dossier, stored, step, by)
    return stored


def move_on(dossier: Dossier, stored: Dossier | None, step: DossierStep, by) -> None:
    """Put it in the state where the step leads, or say what is in the way."""
    row = transition(stored.state if stored else None, step)
    if row is None or (stored and stored.merged_into_id):
        raise ValidationError(NOT_ANY_MORE)
    if not row.may(by, stored or dossier):
        raise PermissionDenied
    if stored and (not_now := row.not_now(stored, by)):
        raise ValidationError(not_now)
    if lacking := lacks(row.needs, dossier, stored):
        raise ValidationError(lacking)
    dossier.state = row.target or stored.state


def write_move(dossier: Dossier, step: DossierStep, *, source: str, by, why: str = "", other=None) -> None:
    """Leave the step in the trail. `other`: the dossier it was merged with, or split from."""
    DossierMove.objects.create(
        dossier=dossier, step=step, source=source, target=dossier.state, by=by, why=why, other=other
    )


def _do(dossier: Dossier, stored: Dossier, step: DossierStep, by) -> None:
    """What a step brings with it besides the state; then save it, and leave it in the trail."""
    if effect := _EFFECTS.get(step):
        effect(dossier, by)
    if dossier.state == DossierState.ANSWERED and stored.state not in WITH_ANSWER:
        _answer(dossier)
    dossier.save_by(by)
    write_move(dossier, step, source=stored.state, by=by, why=dossier.why)


def _give_the_term_of_the_theme(dossier: Dossier, _by) -> None:
    dossier.term_days = dossier.theme.term_days
    _start_the_term(dossier, _by)


def _start_the_term(dossier: Dossier, _by) -> None:
    dossier.due_on = working_days_after(today(), dossier.term_days or dossier.theme.term_days)
    dossier.review_on = None


def _park(dossier: Dossier, _by) -> None:
    dossier.due_on = dossier.term_days = None


def _finish(dossier: Dossier, by) -> None:
    dossier.finished_by, dossier.verified_by = by, None


def _verify(dossier: Dossier, by) -> None:
    dossier.verified_by = by


def _decline(dossier: Dossier, _by) -> None:
    dossier.outcome, dossier.review_on = Outcome.NOT_DONE, None


def _close(dossier: Dossier, _by) -> None:
    dossier.closed_on = today()


def _reopen(dossier: Dossier, _by) -> None:
    """With a new term, and new evidence to give. The answer it had stays until there is another one."""
    _give_the_term_of_the_theme(dossier, _by)
    dossier.reopened_on, dossier.closed_on = today(), None
    dossier.finished_by = dossier.verified_by = None
    dossier.evidence = ""


def _publish(dossier: Dossier, _by) -> None:
    dossier.published_on = today()


def _unpublish(dossier: Dossier, _by) -> None:
    dossier.published_on = dossier.closed_on = None


_EFFECTS = {
    DossierStep.PRIORITISE: _give_the_term_of_the_theme,
    DossierStep.PARK: _park,
    DossierStep.ASSIGN: _start_the_term,
    DossierStep.FINISH: _finish,
    DossierStep.VERIFY: _verify,
    DossierStep.DECLINE: _decline,
    DossierStep.CLOSE: _close,
    DossierStep.REOPEN: _reopen,
    DossierStep.PUBLISH: _publish,
    DossierStep.UNPUBLISH: _unpublish,
}


def _answer(dossier: Dossier) -> None:
    """From now on who sent one of its signals reads the answer. Workers hear that it is there for their group."""
    dossier.answered_on = today()
    for worker in GroupVoice.objects.filter(signal__dossier=dossier).values_list("by", flat=True).distinct():
        transaction.on_commit(partial(mail_group_answer.enqueue, worker, dossier.pk))


def _set_neighbourhoods(dossier: Dossier, neighbourhoods: list[Neighbourhood], by) -> None:
    dossier._history_user = by
    dossier.neighbourhoods.set(neighbourhoods)
