"""Why history is written: what is done inside `because(…)` is found again, and can be undone (`jos.shared.undoing`)."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from simple_history.manager import HistoryManager
from simple_history.models import HistoricalRecords

_reason: ContextVar[str] = ContextVar("reason", default="")


@contextmanager
def because(reason: str) -> Iterator[None]:
    """All history written inside says this reason, one row at a time or in bulk."""
    token = _reason.set(reason)
    try:
        yield
    finally:
        _reason.reset(token)


class _Rows(HistoryManager):
    def bulk_history_create(self, objs, *args, default_change_reason="", **kwargs):
        reason = default_change_reason or _reason.get()
        return super().bulk_history_create(objs, *args, default_change_reason=reason, **kwargs)


class History(HistoricalRecords):
    """Every version of a record, with who made it, when, and why where somebody said so."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, history_manager=_Rows, **kwargs)

    def get_change_reason_for_object(self, instance, history_type, using):
        return super().get_change_reason_for_object(instance, history_type, using) or _reason.get() or None
