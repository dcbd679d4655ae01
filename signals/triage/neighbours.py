"""The signal before and the signal after one, in the inbox as it is asked for."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from signals.models import Signal
from signals.triage.filters import InboxFilter


@dataclass(frozen=True)
class Neighbours:
    """References, or nothing where the list begins or ends."""

    previous: str
    next: str


def neighbours(signal: Signal, found: InboxFilter) -> Neighbours:
    """At most four queries, each for one row. The signal need not stand in the list itself (any more)."""
    signals = found.sorted
    if not found.most_urgent_first:
        return Neighbours(_first(_later(signals, signal), reverse=True), _first(_earlier(signals, signal)))
    alike = signals.filter(mentions_danger=signal.mentions_danger)
    others = signals.filter(mentions_danger=not signal.mentions_danger)
    before, after = _first(_earlier(alike, signal), reverse=True), _first(_later(alike, signal))
    if signal.mentions_danger:
        return Neighbours(before, after or _first(others))
    return Neighbours(before or _first(others, reverse=True), after)


def _earlier(signals: QuerySet[Signal], signal: Signal) -> QuerySet[Signal]:
    """Received before it. What is said twice keeps the database on its index."""
    same_moment = Q(received_at=signal.received_at, id__lt=signal.pk)
    return signals.filter(Q(received_at__lt=signal.received_at) | same_moment, received_at__lte=signal.received_at)


def _later(signals: QuerySet[Signal], signal: Signal) -> QuerySet[Signal]:
    same_moment = Q(received_at=signal.received_at, id__gt=signal.pk)
    return signals.filter(Q(received_at__gt=signal.received_at) | same_moment, received_at__gte=signal.received_at)


def _first(signals: QuerySet[Signal], *, reverse: bool = False) -> str:
    ordered = signals.reverse() if reverse else signals
    return ordered.values_list("reference", flat=True).first() or ""
