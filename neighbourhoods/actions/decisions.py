"""Each step of a priority decision, with who took it. `neighbourhoods.decisions` says which may be taken."""

import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jos.shared.saving import claim_version, save_if_changed, save_new, save_with
from jos.shared.steps import NOT_ANY_MORE, lacks
from jos.shared.time import in_words, today
from neighbourhoods.decisions.frozen import freeze
from neighbourhoods.decisions.transitions import transition
from neighbourhoods.enums import DecisionStage, DecisionStep
from neighbourhoods.models import PriorityDecision

GIVE_IT_A_PERIOD = (DecisionStep.RECORD, DecisionStep.DECIDE, DecisionStep.CHANGE)
A_DAY = datetime.timedelta(days=1)


@transaction.atomic
def propose(*, decision: PriorityDecision, by) -> PriorityDecision:
    """Lay a proposal on the table, with the figures as they are today."""
    return _begin(decision, DecisionStep.PROPOSE, by)


@transaction.atomic
def record_decision(*, decision: PriorityDecision, by) -> PriorityDecision:
    """Record what was decided elsewhere. ValidationError where another one about the area holds at the same time."""
    return _begin(decision, DecisionStep.RECORD, by)


@transaction.atomic
def change_decision(*, decision: PriorityDecision, version: int, by) -> PriorityDecision:
    """Save what was typed over `version`: it stays where it stands."""
    _go_on(decision, DecisionStep.CHANGE, version, by)
    save_if_changed(decision, by=by)
    return decision


@transaction.atomic
def take_step(*, decision: PriorityDecision, step: DecisionStep, version: int, by, why: str = "") -> PriorityDecision:
    """Take a step over `version`, with what was typed on `decision`. ValidationError says what is in the way."""
    decision.why = why
    _go_on(decision, step, version, by)
    if step in (DecisionStep.PUBLISH, DecisionStep.UNPUBLISH):
        decision.published_on = today() if step == DecisionStep.PUBLISH else None
    decision.save_by(by)
    return decision


def _begin(decision: PriorityDecision, step: DecisionStep, by) -> PriorityDecision:
    PriorityDecision.objects.hold_areas([decision])
    _move(decision, None, step, by)
    decision.recorded_by = by
    return save_new(decision, by=by)[0]


def _go_on(decision: PriorityDecision, step: DecisionStep, version: int, by) -> None:
    """Nobody else touches it, or another decision about its area, until the transaction ends."""
    PriorityDecision.objects.hold_areas([decision])
    stored = PriorityDecision.objects.select_for_update().get(pk=decision.pk)
    claim_version(decision, version=version)
    _move(decision, stored, step, by)


def _move(decision: PriorityDecision, stored: PriorityDecision | None, step: DecisionStep, by) -> None:
    """Put it in the stage where the step leads, or say what is in the way."""
    row = transition(stored.stage if stored else None, step)
    if row is None:
        raise ValidationError(NOT_ANY_MORE)
    if not row.may(by):
        raise PermissionDenied
    if not_now := row.when(stored or decision, today()):
        raise ValidationError(not_now)
    if stored is None or stored.stage != DecisionStage.DECIDED:
        _freeze(decision)  # until it is decided: then they are what it rested on, for good
    if lacking := lacks(row.needs, decision, today()):
        raise ValidationError(lacking)
    if step in GIVE_IT_A_PERIOD and row.target == DecisionStage.DECIDED:
        _end_what_it_replaces(decision, by)
        _refuse_clash(decision)
    decision.stage = row.target


def _freeze(decision: PriorityDecision) -> None:
    """The figures as they are today, with the score and how sure it is. Signals may decide too: then there are none."""
    version = decision.weighing_version
    decision.figures = freeze(decision.area, version, at=today()) if version else {}


def _end_what_it_replaces(decision: PriorityDecision, by) -> None:
    """The day before this one begins. The chain is one: a decision is replaced once, by one about the same area."""
    if decision.replaces_id is None or decision.valid_from is None:
        return
    old = PriorityDecision.objects.select_for_update().get(pk=decision.replaces_id)
    if old.stage != DecisionStage.DECIDED or old.area != decision.area:
        raise ValidationError({"replaces": _("Choose a decision about %(area)s.") % {"area": decision.area}})
    if old.replaced_by.filter(stage=DecisionStage.DECIDED).exclude(pk=decision.pk).exists():
        raise ValidationError({"replaces": _("Another decision replaced this one already. Choose that one.")})
    last_day = decision.valid_from - A_DAY
    if old.valid_from and old.valid_from > last_day:
        wrong = _("It replaces a decision that begins on %(day)s. It can only begin later than that one.")
        raise ValidationError({"valid_from": wrong % {"day": in_words(old.valid_from)}})
    if old.valid_until is None or old.valid_until > last_day:
        review_on = old.review_on if old.review_on and old.review_on <= last_day else None
        save_with(old, by=by, valid_until=last_day, review_on=review_on)


def _refuse_clash(decision: PriorityDecision) -> None:
    if clash := PriorityDecision.objects.clashing_with(decision).first():
        raise ValidationError(
            _("%(area)s already has a decision %(period)s, by %(decided_by)s. End that one first.")
            % {"area": clash.area, "period": _period(clash), "decided_by": clash.decided_by}
        )


def _period(decision: PriorityDecision) -> str:
    start, end = (day and in_words(day) for day in (decision.valid_from, decision.valid_until))
    if end is None:
        return _("from %(start)s, without an end") % {"start": start}
    return _("from %(start)s until %(end)s") % {"start": start, "end": end}
