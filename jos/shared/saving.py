"""Saving what somebody typed: once when it is sent twice, and never over what somebody else saved meanwhile."""

from typing import TypeVar

from django.db import IntegrityError, models, transaction

Record = TypeVar("Record", bound=models.Model)


class ChangedMeanwhile(Exception):
    """Somebody else saved this record after the form was opened."""


def save_new(record: Record, *, by) -> tuple[Record, bool]:
    """Save a new record, and say whether it is new: the token of a form that came before gives that form's record."""
    if twin := _made_before(record):
        return twin, False
    try:
        with transaction.atomic():
            record.save_by(by)
    except IntegrityError:  # the other sending was a moment faster
        if twin := _made_before(record):
            return twin, False
        raise
    return record, True


def _made_before(record: Record) -> Record | None:
    if record.created_with is None:
        return None
    return type(record)._default_manager.filter(created_with=record.created_with).first()


def claim_version(record: models.Model, *, version: int) -> None:
    """Make the record's next version ours, or `ChangedMeanwhile`. Call inside a transaction: it holds the row."""
    rows = type(record)._default_manager.filter(pk=record.pk, version=version)
    if not rows.update(version=version + 1):
        raise ChangedMeanwhile
    record.version = version + 1


def save_if_changed(record: models.Model, *, by) -> bool:
    """Save, with a row of history, only where a value differs from what is stored."""
    saved = type(record)._default_manager.get(pk=record.pk)
    fields = [field.attname for field in record._meta.concrete_fields if field.name != "version"]
    if all(getattr(saved, name) == getattr(record, name) for name in fields):
        return False
    record.save_by(by)
    return True


def save_version(record: models.Model, *, version: int, by) -> None:
    """Save a changed record as the version after `version`."""
    claim_version(record, version=version)
    save_if_changed(record, by=by)
