"""What every import has in common: a plan that is shown first, and then carried out whole or not at all.

Each importer has a `plan_…(content, name, options)` that only reads and returns a `Plan`, and an
`apply_…(plan, by=)` that writes it in one transaction. The browser and the commands call the same two.
"""

import datetime
import hashlib
from dataclasses import dataclass, field

from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jos.shared.time import in_words


class ChangeKind(models.TextChoices):
    NEW = "NEW", _("new")
    CHANGED = "CHANGED", _("changed")
    UNCHANGED = "UNCHANGED", _("unchanged")
    MISSING = "MISSING", _("no longer in the file")


@dataclass(frozen=True)
class Change:
    """What the import would do to one record, in words."""

    kind: ChangeKind
    label: str
    details: tuple[str, ...] = ()  # "hours of welfare from 4 to 6"


@dataclass(frozen=True)
class Problem:
    """Why the file is refused: where, and what to do about it."""

    where: str  # "line 7, column hours", "feature 3 (Dampoort)"; empty for the file as a whole
    text: str


@dataclass
class Plan:
    """All an import would do. With a problem nothing is written; a note is only said."""

    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)  # repaired, skipped, questioned: does not stop the import

    @property
    def is_refused(self) -> bool:
        return bool(self.problems)

    @property
    def is_empty(self) -> bool:
        """There is nothing to write."""
        return not any(change.kind in (ChangeKind.NEW, ChangeKind.CHANGED) for change in self.changes)

    @property
    def fingerprint(self) -> str:
        """Two plans with the same fingerprint do the same: what was previewed is what is written."""
        return hashlib.sha256(repr((self.changes, self.problems)).encode()).hexdigest()

    def of_kind(self, kind: ChangeKind) -> list[Change]:
        return [change for change in self.changes if change.kind == kind]

    def counts(self) -> dict[str, int]:
        return {kind.value: len(self.of_kind(kind)) for kind in ChangeKind}


class FileRefused(ValueError):
    """A file cannot be read at all. The message says what is wrong and what to do."""


def is_too_large(size: int) -> bool:
    """Whether a file of `size` bytes is over the limit of this installation."""
    return size > settings.FILE_UPLOAD_MAX_MB * 1024 * 1024


def refuse_too_large(content: bytes) -> None:
    if is_too_large(len(content)):
        raise FileRefused(
            gettext("This file is larger than %(megabytes)d MB.") % {"megabytes": settings.FILE_UPLOAD_MAX_MB}
        )


def difference(what: object, old: object, new: object) -> str:
    """A change of one fact in words: "hours of welfare: from 4 to 6"."""
    return gettext("%(what)s: from %(old)s to %(new)s") % {"what": what, "old": _shown(old), "new": _shown(new)}


def _shown(value: object) -> object:
    if isinstance(value, datetime.date):
        return in_words(value)
    return gettext("nothing") if value in ("", None) else value
