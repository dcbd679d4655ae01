"""Each change of areas and of decisions about them, with who made it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jos.shared.saving import save_new, save_version
from jos.shared.time import in_words
from neighbourhoods.models import MovementCircle, Neighbourhood, PriorityDecision


@transaction.atomic
def record_decision(*, decision: PriorityDecision, by) -> PriorityDecision:
    """Record a decision. ValidationError where another one about the same area holds at the same time."""
    _refuse_clash(decision)
    decision.recorded_by = by
    return save_new(decision, by=by)[0]


@transaction.atomic
def change_decision(*, decision: PriorityDecision, version: int, by) -> PriorityDecision:
    """Save what was typed over `version`. ValidationError where it would clash with another decision."""
    _refuse_clash(decision)
    save_version(decision, version=version, by=by)
    return decision


def _refuse_clash(decision: PriorityDecision) -> None:
    PriorityDecision.objects.hold_areas([decision])
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


@transaction.atomic
def create_circle(*, circle: MovementCircle, neighbourhoods: list[Neighbourhood], by) -> MovementCircle:
    """Save a new movement circle with the neighbourhoods it spans."""
    circle, is_new = save_new(circle, by=by, named=circle.name)
    if is_new:
        circle.neighbourhoods.set(neighbourhoods)
    return circle


@transaction.atomic
def change_circle(*, circle: MovementCircle, version: int, neighbourhoods: list[Neighbourhood], by) -> None:
    """Save what was typed over `version`, and the neighbourhoods the circle spans."""
    save_version(circle, version=version, by=by)
    circle._history_user = by  # for the neighbourhoods as well
    circle.neighbourhoods.set(neighbourhoods)
