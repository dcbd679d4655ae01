"""Taking back the last import: what that would do, what stands in its way, and doing it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jos.dashboards.imports.importers import IMPORTERS
from jos.dashboards.imports.importing import reason
from jos.shared import undoing
from jos.shared.enums import ImportKind
from jos.shared.models import FileImport
from jos.shared.undoing import CannotUndo, Models, Undoing


def last_import() -> FileImport | None:
    """The one that can be undone: the last that was applied, of whatever kind, and not undone yet."""
    return FileImport.objects.defer("content", "beside").applied().order_by("-applied_at", "-pk").first()


def undoing_of(file_import: FileImport) -> Undoing:
    """What undoing it would do, and what stands in its way. Reads only."""
    looked = undoing.look(reason(file_import), among=_writes(file_import))
    if file_import != last_import():
        looked.obstacles.insert(0, _not_the_last())
    return looked


@transaction.atomic
def undo_import(pk: int, *, by) -> FileImport:
    """Put back every record it wrote, all of them or none. CannotUndo where people built on it since."""
    applied = list(
        FileImport.objects.defer("content", "beside").select_for_update().applied().order_by("-applied_at", "-pk")
    )
    if not applied or applied[0].pk != pk:
        raise CannotUndo([_not_the_last()])
    file_import = applied[0]
    undoing.undo(reason(file_import), among=_writes(file_import), by=by)
    if finish := IMPORTERS[ImportKind(file_import.kind)].after_undo:
        finish()
    file_import.undone_at, file_import.undone_by = timezone.now(), by
    file_import.save(update_fields=["undone_at", "undone_by"])
    return file_import


def _writes(file_import: FileImport) -> Models:
    return IMPORTERS[ImportKind(file_import.kind)].writes


def _not_the_last() -> str:
    return _("Only the last import can be undone, and this is not it, or not any more.")
