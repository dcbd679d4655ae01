"""Writing a signed amendment into the covenant it amends: what was reported before keeps its place."""

from collections.abc import Iterable

from django.db import models

from covenants.amending.copying import ABOUT, copy_areas, text_of
from covenants.models import Covenant, Indicator
from jos.shared.saving import save_with
from jos.shared.time import today

# An indicator that looks at something else is another one: its old values say nothing about it.
SAME_MEASURE = ("kind", "unit", "statements")


def merge_text(amendment: Covenant, into: Covenant, *, by) -> None:
    """Make the covenant say what its amendment says."""
    save_with(into, by=by, **{name: getattr(amendment, name) for name in ABOUT})
    copy_areas(amendment, into, by=by)
    for old, new in (
        (into.articles.all(), amendment.articles.all()),
        (into.hours.all(), amendment.hours.all()),
        (into.budget.all(), amendment.budget.all()),
    ):
        _replace(old, new, into, by)
    _match(into.commitments.in_text(), amendment.commitments.in_text(), into, by)
    _match(into.indicators.standing(), amendment.indicators.standing(), into, by)


def _replace(old: models.QuerySet, new: models.QuerySet, into: Covenant, by) -> None:
    """Rows that say the same stay. The others go, before those that are new come."""
    wanted = [text_of(record) for record in new]
    for record in old:
        if (said := text_of(record)) in wanted:
            wanted.remove(said)
        else:
            record.delete_by(by)
    for said in wanted:
        new.model(covenant=into, **said).save_by(by)


def _match(old: Iterable, new: models.QuerySet, into: Covenant, by) -> None:
    """What is a copy of a row changes that row, so that its values stay with it. What has no copy left, is dropped."""
    standing = {record.pk: record for record in old}
    for record in new:
        stored = standing.get(record.copy_of_id)
        if stored is None or _measures_something_else(stored, record):
            new.model(covenant=into, **text_of(record)).save_by(by)
            continue
        del standing[stored.pk]
        if text_of(stored) != text_of(record):
            save_with(stored, by=by, **text_of(record))
    for record in standing.values():
        save_with(record, by=by, dropped_on=today())


def _measures_something_else(stored: models.Model, record: models.Model) -> bool:
    return isinstance(stored, Indicator) and any(
        getattr(stored, name) != getattr(record, name) for name in SAME_MEASURE
    )
