"""Importing a file in the browser: kept as it came, previewed, then confirmed or withdrawn."""

from enum import Enum, auto
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from jos.dashboards.imports.importers import IMPORTERS
from jos.shared.enums import ImportKind
from jos.shared.history import because
from jos.shared.imports import FileRefused, Plan, Problem
from jos.shared.models import FileImport
from jos.shared.saving import ChangedMeanwhile
from jos.shared.tables.cells import tidy


class Outcome(Enum):
    """What became of a confirmation."""

    WRITTEN = auto()
    OTHER_PREVIEW = auto()  # the data changed since the preview: look again
    CLOSED = auto()  # already applied or withdrawn


def keep(*, kind: ImportKind, name: str, content: bytes, by) -> FileImport:
    """Keep an uploaded file to preview it. FileRefused where it cannot be such a file at all."""
    options = _read(kind, name, content)
    return FileImport.objects.create(kind=kind, name=tidy(name)[:200] or "?", content=content, options=options, by=by)


def _read(kind: ImportKind, name: str, content: bytes) -> dict[str, Any]:
    """Read the file once, to refuse what is no such file, and propose what there is to choose about it."""
    importer = IMPORTERS[kind]
    if importer.propose:
        return importer.propose(content, name)
    importer.plan(content, name, {})
    return {}


def choose(file_import: FileImport, *, options: dict[str, Any], beside: bytes | None = None) -> None:
    """Keep what staff chose about a file, and the file that came with it."""
    kept = {"options": options} | ({} if beside is None else {"beside": beside})
    FileImport.objects.open().filter(pk=file_import.pk).update(**kept)


def is_chosen(file_import: FileImport) -> bool:
    """Whether it says enough to preview it: of a table of figures somebody must have said what its columns are."""
    return file_import.options.get("is_chosen", True)


def preview(file_import: FileImport) -> Plan:
    """What this import would do now."""
    importer = IMPORTERS[ImportKind(file_import.kind)]
    beside = {"beside": bytes(file_import.beside)} if file_import.beside else {}
    try:
        return importer.plan(bytes(file_import.content), file_import.name, file_import.options | beside)
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
            if not is_chosen(file_import):
                return Outcome.OTHER_PREVIEW
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
