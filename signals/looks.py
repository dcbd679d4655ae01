"""Who saw the words of signals is written down: every page that shows raw words calls this."""

from collections.abc import Iterable

from signals.models import Look, Signal


def note_looks(signals: Iterable[Signal], *, by) -> None:
    """Once a day for each person and signal, all in one query."""
    Look.objects.bulk_create([Look(signal=signal, by=by) for signal in signals], ignore_conflicts=True)
