"""Writing many records at once, with the history they would have had if people had made them one by one."""

import datetime

from django.db.models import Model
from django.utils import timezone
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

BATCH = 1_000


def moment(day: datetime.date) -> datetime.datetime:
    """Some time between nine and five in Brussels, another on every day."""
    number = day.toordinal()
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(9 + number % 8, number * 7 % 60)))


def made(record: Model, *, by, on: datetime.date) -> None:
    """Remember who makes this record and when, for when it is written."""
    record._history_user = by  # type: ignore[attr-defined]
    record._history_date = moment(on)  # type: ignore[attr-defined]


def made_with(part: Model, whole: Model) -> None:
    """This record was made together with another, by the same person."""
    part._history_user = whole._history_user  # type: ignore[attr-defined]
    part._history_date = whole._history_date  # type: ignore[attr-defined]


def write(records: list, *, by=None, on: datetime.date | None = None) -> None:
    """All of one model, with their first version. `by` made those of which nothing else was said, on the day `on`."""
    if records:
        date = moment(on) if on else None
        bulk_create_with_history(records, type(records[0]), batch_size=BATCH, default_user=by, default_date=date)


def write_changes(records: list, fields: list[str]) -> None:
    """A next version of each."""
    if records:
        bulk_update_with_history(records, type(records[0]), fields, batch_size=BATCH)
