"""Once a day, from cron: what was kept long enough goes for good, and the register says how much."""

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jos.shared.time import today
from signals.retention import apply, look_ahead, unanswered_too_long

HELP = "Removes what was kept long enough, and writes down how much. Exit code 0 when all went well, 1 when not."


def add_arguments(parser: CommandParser) -> None:
    parser.add_argument("--dry-run", action="store_true", help="say how much would go, and remove nothing")


def run(command: BaseCommand, *, dry_run: bool, **_options) -> None:
    at = today()
    for outcome in look_ahead(at) if dry_run else apply(at):
        command.stdout.write(f"{outcome.rule.what} ({outcome.rule.until()}): {outcome.amount}")
    if waiting := unanswered_too_long(at):
        words = ngettext(
            "%(number)d signal is older than that and has no answer. Its words stay until it has one.",
            "%(number)d signals are older than that and have no answer. Their words stay until they have one.",
            waiting,
        )
        command.stderr.write(words % {"number": waiting})
    command.stdout.write(_("Dry run: nothing was removed.") if dry_run else _("Removed, and written in the register."))
