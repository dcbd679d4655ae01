"""Each change of areas and of decisions about them, with who made it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jos.shared.saving import save_if_changed, save_new
from jos.shared.time import in_words
from neighbourhoods.models import MovementCircle, Neighbourhood, PriorityDecision


@transaction.atomic
def save_decision(decision: PriorityDecision, *, by) -> None:
    """Record a decision. ValidationError where another one about the same area holds at the same time."""
    type(decision.area).objects.select_for_update().get(pk=decision.area.pk)  # one at a time for each area
    if clash := PriorityDecision.objects.clashing_with(decision).first():
        raise ValidationError(
            _("%(area)s already has a decision %(period)s, by %(decided_by)s. End that one first.")
            % {"area": clash.area, "period": _period(clash), "decided_by": clash.decided_by}
        )
    if decision.pk:
        save_if_changed(decision, by=by)
    else:
        decision.recorded_by = by
        decision.save_by(by)


def _period(decision: PriorityDecision) -> str:
    start, end = (day and in_words(day) for day in (decision.valid_from, decision.valid_until))
    if end is None:
        return _("from %(start)s, without an end") % {"start": start}
    return _("from %(start)s until %(end)s") % {"start": start, "end": end}


@transaction.atomic
def save_circle(circle: MovementCircle, *, neighbourhoods: list[Neighbourhood], by) -> MovementCircle:
    """Save a movement circle and the neighbourhoods it spans."""
    circle._history_user = by  # for the neighbourhoods as well
    if circle.pk:
        save_if_changed(circle, by=by)
    else:
        save_new(circle, by=by, named=circle.name)
    circle.neighbourhoods.set(neighbourhoods)
    return circle
