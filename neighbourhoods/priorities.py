"""Which priority decisions hold, come, went, or want a new look."""

import datetime
from dataclasses import dataclass

from django.db.models import QuerySet

from neighbourhoods.models import PriorityDecision


@dataclass(frozen=True)
class Priorities:
    """All decisions, as they stand on a day."""

    to_review: list[PriorityDecision]  # in force, and the day to look again has come
    in_force: list[PriorityDecision]
    coming: list[PriorityDecision]
    past: QuerySet[PriorityDecision]


def priorities(*, at: datetime.date) -> Priorities:
    decisions = PriorityDecision.objects.with_areas()
    in_force = list(decisions.in_force(at).order_by("valid_from", "pk"))
    return Priorities(
        to_review=[decision for decision in in_force if decision.is_to_review(at)],
        in_force=[decision for decision in in_force if not decision.is_to_review(at)],
        coming=list(decisions.filter(valid_from__gt=at).order_by("valid_from", "pk")),
        past=decisions.filter(valid_until__lt=at).order_by("-valid_until", "pk"),
    )
