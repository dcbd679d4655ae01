"""Saving what somebody typed: once when it is sent twice, and never over what somebody else saved meanwhile."""

from typing import TypeVar

from django.db import IntegrityError, models, transaction

Record = TypeVar("Record", bound=models.Model)


class ChangedMeanwhile(Exception):
    """Somebody else saved this record after the form was opened."""


def save_new(record: Record, *, by) -> tuple[Record, bool]:
    """Save a new record, and say whether it is new: the token of a form that came before gives that form's record."""
    try:
        with transaction.atomic():
            record.save_by(by)
    except IntegrityError:
        token = record.created_with
        twin = type(record)._default_manager.filter(created_with=token).first() if token else None
        if twin is None:
            raise
        return twin, False
    return record, True


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
