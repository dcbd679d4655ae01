"""Versions of records as they would have been, written at once: a row of history for every step somebody took."""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Model

from jos.demo.writing import BATCH


@dataclass(frozen=True)
class Version:
    record: Model
    values: dict[str, object]  # as they were then
    by: Model | None
    at: datetime.datetime
    because: str

    def row(self, history: type[Model], kind: str) -> Model:
        """As history keeps it. What the record points at has its key by now."""
        values = {"id": self.record.pk} | self.values
        return history(
            history_type=kind,
            history_date=self.at,
            history_user=self.by,
            history_change_reason=self.because or None,
            **values,
        )


class Past:
    """Remembers each version when it is made, and writes all of them once the records are there."""

    def __init__(self) -> None:
        self._versions: dict[type[Model], list[Version]] = defaultdict(list)
        self._fields: dict[type[Model], list[str]] = {}

    def note(self, record: Model, *, by, at: datetime.datetime, because: str = "") -> None:
        """It has been like this since `at`, because of `by` (None: the portal itself)."""
        values = {name: getattr(record, name) for name in self._tracked(type(record))}
        self._versions[type(record)].append(Version(record, values, by, at, because))

    def _tracked(self, model: type[Model]) -> list[str]:
        if model not in self._fields:
            self._fields[model] = [field.name for field in model.history.model.tracked_fields if field.name != "id"]
        return self._fields[model]

    def write(self) -> list[Model]:
        """In the order in which it happened. Gives the rows."""
        rows: list[Model] = []
        for model, versions in self._versions.items():
            history, seen, of_model = model.history.model, set[int](), []
            for version in sorted(versions, key=lambda version: version.at):
                of_model.append(version.row(history, "~" if id(version.record) in seen else "+"))
                seen.add(id(version.record))
            rows += history.objects.bulk_create(of_model, batch_size=BATCH)
        return rows
