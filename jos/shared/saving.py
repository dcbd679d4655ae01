"""Saving what somebody typed: once when it is sent twice, and never over what somebody else saved meanwhile."""

from collections.abc import Callable
from typing import TypeVar

from django.db import IntegrityError, models, transaction
from django.forms import BaseForm

from jos.shared.models import SavedBySomebody, Versioned, unique_slug

Record = TypeVar("Record", bound=models.Model)
Result = TypeVar("Result")


class ChangedMeanwhile(Exception):
    """Somebody else saved this record after the form was opened."""


def save_new(record: Record, *, by, named: str = "") -> tuple[Record, bool]:
    """Save a new record, and say whether it is new: the token of a form that came before gives that form's record.

    `named`: what to make its slug of. Where somebody takes that slug at the same moment, the next one is tried.
    """
    records = type(record)._default_manager
    while True:
        if named:
            record.slug = unique_slug(type(record), named)
        try:
            with transaction.atomic():
                record.save_by(by)
            return record, True
        except IntegrityError:
            token = getattr(record, "created_with", None)
            if token and (twin := records.filter(created_with=token).first()):
                return twin, False
            if not (named and records.filter(slug=record.slug).exists()):
                raise


def unless_taken(form: BaseForm, save: Callable[[], Result]) -> Result | None:
    """Save what the form holds; None where somebody took its name or number a moment ago, and then the form says so."""
    try:
        return save()
    except IntegrityError:
        form.full_clean()  # looks again, and now finds what the database found
        if form.is_valid():
            raise
        return None


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


def save_with(record: SavedBySomebody, *, by, **values) -> None:
    """Save these values, as the next version where versions are counted. Call inside a transaction that holds it."""
    for name, value in values.items():
        setattr(record, name, value)
    if isinstance(record, Versioned):
        record.version += 1
    record.save_by(by)


def save_version(record: models.Model, *, version: int, by) -> None:
    """Save a changed record as the version after `version`."""
    claim_version(record, version=version)
    save_if_changed(record, by=by)
