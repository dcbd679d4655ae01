"""Each change of a priority decision, with who made it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jos.shared.saving import save_new, save_version
from jos.shared.time import in_words
from neighbourhoods.models import PriorityDecision


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
