"""The bases of what is asked in a terminal. An import shows the preview the browser shows, then all or nothing."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, IntegrityError, transaction
from django.utils.translation import gettext as _

from jos.shared.database import tables_are_up_to_date
from jos.shared.imports import Change, ChangeKind, FileRefused, Plan, Problem, is_too_large
from jos.shared.saving import ChangedMeanwhile

MOST_LINES = 200  # of one sort; a file that is wrong everywhere need not fill the screen


class DataCommand(BaseCommand):
    """Reads or writes what the portal holds. Without its tables, it says what to do first."""

    returncode_without_tables = 1

    def execute(self, *args, **options) -> str | None:
        try:
            return super().execute(*args, **options)
        except DatabaseError as error:
            if tables_are_up_to_date():
                raise
            raise CommandError(
                _("The tables in the database are not those of this version. Run first: manage.py release"),
                returncode=self.returncode_without_tables,
            ) from error


class ImportCommand(DataCommand):
    """Shows what an import would do, and does it unless something is wrong or it is a dry run."""

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", type=Path, help="the file to import")
        parser.add_argument("--dry-run", action="store_true", help="show what would happen, write nothing")

    def plan(self, content: bytes, name: str, options: dict[str, Any]) -> Plan:
        """What this file would do. Reads only."""
        raise NotImplementedError

    def apply(self, plan: Plan, options: dict[str, Any]) -> None:
        """Write the plan."""
        raise NotImplementedError

    @transaction.atomic
    def handle(self, *args, **options) -> None:
        try:
            plan = self.plan(read_file(options["file"]), options["file"].name, options)
        except FileRefused as refusal:
            raise CommandError(_("Nothing was written. %(why)s") % {"why": refusal}) from refusal
        if plan.is_refused:
            raise CommandError("\n".join([_("Nothing was written. Wrong in this file:"), *_lines(plan.problems)]))
        self._show(plan)
        if options["dry_run"]:
            self.stdout.write(_("Dry run: nothing was written."))
        elif plan.is_empty:
            self.stdout.write(_("There was nothing to write."))
        else:
            self._apply(plan, options)
            self.stdout.write(self.style.SUCCESS(_("Written.")))

    def _apply(self, plan: Plan, options: dict[str, Any]) -> None:
        try:
            self.apply(plan, options)
        except (IntegrityError, ChangedMeanwhile) as error:  # somebody wrote the same between our look and our write
            raise CommandError(_("Nothing was written: the data changed meanwhile. Try again.")) from error

    def _show(self, plan: Plan) -> None:
        for kind in ChangeKind:
            changes = plan.of_kind(kind)
            self.stdout.write(f"{kind.label}: {plan.counts()[kind]}")
            if kind != ChangeKind.UNCHANGED:
                self._write_all(_lines(changes))
        self._write_all(_lines(plan.notes))

    def _write_all(self, lines: list[str]) -> None:
        for line in lines:
            self.stdout.write(line)


def read_file(path: Path) -> bytes:
    """A file named on the command line."""
    try:
        if is_too_large(path.stat().st_size):
            raise FileRefused(
                _("%(file)s is larger than %(megabytes)d MB.")
                % {"file": path.name, "megabytes": settings.FILE_UPLOAD_MAX_MB}
            )
        return path.read_bytes()
    except OSError as error:
        raise CommandError(_("%(file)s cannot be read: %(why)s.") % {"file": path, "why": error.strerror}) from error


def _lines(items: list[Change] | list[Problem]) -> list[str]:
    shown = [f"  {_sentence(item)}" for item in items[:MOST_LINES]]
    if len(items) > MOST_LINES:
        shown.append("  " + _("… and %(number)d more") % {"number": len(items) - MOST_LINES})
    return shown


def _sentence(item: Change | Problem) -> str:
    if isinstance(item, Problem):
        return f"{item.where}: {item.text}" if item.where else item.text
    return f"{item.label}: {'; '.join(item.details)}" if item.details else item.label
