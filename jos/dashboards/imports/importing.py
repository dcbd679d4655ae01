"""Importing a file in the browser: kept as it came, previewed, then confirmed or withdrawn."""

from enum import Enum, auto

from django.db import IntegrityError, transaction
from django.utils import timezone

from jos.dashboards.imports.importers import IMPORTERS
from jos.shared.enums import ImportKind
from jos.shared.history import because
from jos.shared.imports import FileRefused, Plan, Problem
from jos.shared.models import FileImport
from jos.shared.saving import ChangedMeanwhile
from jos.shared.tables.cells import tidy
from neighbourhoods.imports.choices import proposed
from neighbourhoods.imports.files import read_layer


class Outcome(Enum):
    """What became of a confirmation."""

    WRITTEN = auto()
    OTHER_PREVIEW = auto()  # the data changed since the preview: look again
    CLOSED = auto()  # already applied or withdrawn


def keep(*, kind: ImportKind, name: str, content: bytes, by) -> FileImport:
    """Keep an uploaded file to preview it. FileRefused where it cannot be such a file at all."""
    options = _read(kind, name, content)
    return FileImport.objects.create(kind=kind, name=tidy(name)[:200] or "?", content=content, options=options, by=by)


def _read(kind: ImportKind, name: str, content: bytes) -> dict[str, str]:
    """Read the file once, to refuse what is no such file, and propose the fields of one with borders."""
    if kind == ImportKind.NEIGHBOURHOODS:
        return proposed(read_layer(content))
    IMPORTERS[kind].plan(content, name, {})
    return {}


def preview(file_import: FileImport) -> Plan:
    """What this import would do now."""
    importer = IMPORTERS[ImportKind(file_import.kind)]
    try:
        return importer.plan(bytes(file_import.content), file_import.name, file_import.options)
    except FileRefused as refusal:
        return Plan(problems=[Problem("", str(refusal))])


def confirm(pk: int, *, fingerprint: str, by) -> Outcome:
    """Write what was previewed: all of it, or nothing where it would do something else by now."""
    try:
        with transaction.atomic():
            _wait_for_others()
            file_import = FileImport.objects.get(pk=pk)
            if not file_import.is_open:
                return Outcome.CLOSED
            plan = preview(file_import)
            if plan.is_refused or plan.fingerprint != fingerprint:
                return Outcome.OTHER_PREVIEW
            with because(reason(file_import)):
                IMPORTERS[ImportKind(file_import.kind)].apply(plan, by=by)
            file_import.fingerprint, file_import.summary = fingerprint, plan.counts()
            file_import.applied_at, file_import.closed_by = timezone.now(), by
            file_import.save()
            return Outcome.WRITTEN
    except (IntegrityError, ChangedMeanwhile):  # somebody wrote the same between our look and our write
        return Outcome.OTHER_PREVIEW


def reason(file_import: FileImport) -> str:
    """What history calls it."""
    return f"import {file_import.pk}"


def _wait_for_others() -> None:
    """Lock every import to finish: two files with the same in them are looked at and written one after the other."""
    list(FileImport.objects.select_for_update().open().order_by("pk").values_list("pk"))


def withdraw(file_import: FileImport, *, by) -> None:
    """Leave it. What was applied stays applied."""
    FileImport.objects.open().filter(pk=file_import.pk).update(withdrawn_at=timezone.now(), closed_by=by)
