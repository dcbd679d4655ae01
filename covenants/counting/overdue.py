"""What is late on both sides: the city's promises and reports count as much as the partners' (R10)."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, QuerySet

from covenants.enums import CovenantState, Side
from covenants.models import Commitment, Covenant, Report, ReportingPeriod


@dataclass(frozen=True)
class Overdue:
    """How many promises, and how many covenants lack a report, by side."""

    commitments: Mapping[Side, int]
    reports: Mapping[Side, int]


def overdue(covenants: QuerySet[Covenant], at: datetime.date) -> Overdue:
    """Of signed covenants, on the day `at`. Two queries."""
    return Overdue(_commitments(covenants, at), _reports(covenants, at))


def _commitments(covenants: QuerySet[Covenant], at: datetime.date) -> Mapping[Side, int]:
    late = Commitment.objects.overdue(at).filter(covenant__in=covenants, covenant__state=CovenantState.SIGNED)
    found = dict(late.order_by().values_list("side").annotate(number=Count("pk")))
    return {side: found.get(side.value, 0) for side in Side}


def _reports(covenants: QuerySet[Covenant], at: datetime.date) -> Mapping[Side, int]:
    """Covenants that lack one, however many periods it is late with."""
    late = ReportingPeriod.objects.filter(covenant__in=covenants, due_on__lt=at, settled_on=None).order_by()
    sent = {side: Exists(Report.objects.submitted().filter(period=OuterRef("pk"), side=side)) for side in Side}
    counts = late.aggregate(**{side.value: Count("covenant", filter=~sent[side], distinct=True) for side in Side})
    return {side: counts[side.value] for side in Side}
