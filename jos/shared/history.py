"""Why history is written: what is done inside `because(…)` is found again, and can be undone (`jos.shared.undoing`)."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import models
from django.utils import timezone
from simple_history.manager import HistoryManager
from simple_history.models import HistoricalRecords

BATCH = 500
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


def delete_with_history(keys: list[int], model: type[models.Model], *, by) -> None:
    """Delete many records that nothing hangs on, each with its row of history: at once, and not one by one."""
    now, reason = timezone.now(), _reason.get() or None
    for start in range(0, len(keys), BATCH):
        records = model._base_manager.filter(pk__in=keys[start : start + BATCH])
        rows = [
            model.history.model(
                history_date=now,
                history_user=by,
                history_change_reason=reason,
                history_type="-",
                **{field.attname: getattr(record, field.attname) for field in model.history.model.tracked_fields},
            )
            for record in records
        ]
        model.history.bulk_create(rows)
        records._raw_delete(records.db)  # delete() would write that history again, row by row
