"""The inbox: what waits, page by page, at the same cost however many signals there are."""

import datetime
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.utils.functional import cached_property

from signals.enums import SignalState
from signals.models import Signal
from signals.terms import answered_too_late_before

PER_PAGE = 25
MOST = 1_000  # signals that are counted and paged through: whoever wants more asks less at once

RELATED = ("theme", "neighbourhood", "dossier", "referred_to", "voice__organisation")
BORDERS = tuple(f"neighbourhood__{name}" for name in ("geometry", "path", "box"))  # by far the longest, and not shown


class Pages(Paginator):
    """Counts no further than the last page it shows, so that a million signals cost no more than a thousand."""

    def __init__(self, found: QuerySet[Signal], counted: int | None = None):
        """`counted`: where somebody did so already, no further than one more than is shown."""
        if counted is None:
            keys = list(found.order_by().values_list("pk", flat=True)[: MOST + 1])
            counted = len(keys)
            if counted <= MOST:  # these are all there are: few among a million are not looked for twice
                found = found.filter(pk__in=keys)
        super().__init__(found[:MOST], PER_PAGE)
        self.counted = counted

    @cached_property
    def count(self) -> int:
        return min(self.counted, MOST)

    @property
    def has_more(self) -> bool:
        """There are more than can be paged through."""
        return self.counted > MOST


@dataclass(frozen=True)
class Waiting:
    """How many signals wait for staff, counted as far as can be paged through, and one more."""

    counted: int
    danger: int
    overdue: int
    asked: int  # these wait for who sent them

    @property
    def all(self) -> int:
        return min(self.counted, MOST)

    @property
    def is_more(self) -> bool:
        """There are more than are counted."""
        return self.counted > MOST


def waiting(at: datetime.date) -> Waiting:
    """Two queries, along the index: no more rows are read than are counted."""
    received = Signal.objects.filter(state=SignalState.RECEIVED).urgent_first()[: MOST + 1]
    counts = received.aggregate(
        counted=Count("pk"),
        danger=Count("pk", filter=Q(mentions_danger=True)),
        overdue=Count("pk", filter=Q(received_at__lt=answered_too_late_before(at))),
    )
    asked = Signal.objects.filter(state=SignalState.QUESTION_ASKED).order_by()  # in order, all signals would be walked
    return Waiting(**counts, asked=asked[: MOST + 1].count())


def with_facts(signals: QuerySet[Signal]) -> QuerySet[Signal]:
    """With what a row of a list says about each."""
    return signals.select_related(*RELATED).defer("code_hash", "reply", *BORDERS)
