"""Once a day, from cron: mails about dossiers of which the term ends, or ended."""

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jos.shared.time import today
from signals.actions.reminders import reminders, send_reminders

HELP = "Mails services and staff about dossiers of which the term ends or ended. --dry-run only says it."


def add_arguments(parser: CommandParser) -> None:
    parser.add_argument("--dry-run", action="store_true", help="say who would get a mail, and send none")


def run(command: BaseCommand, *, dry_run: bool, **_options) -> None:
    found = reminders(today()) if dry_run else send_reminders(at=today())
    for membership, dossiers in found.to_services:
        number = ngettext("%(number)d dossier", "%(number)d dossiers", len(dossiers)) % {"number": len(dossiers)}
        command.stdout.write(f"{membership.organisation} ({membership.user}): {number}")
    for service in found.without_coordinator:
        command.stdout.write(_("%(service)s has no coordinator to mail.") % {"service": service})
    for user in found.to_staff:
        command.stdout.write(_("%(who)s hears what is late.") % {"who": user})
    if not found.dossiers:
        command.stdout.write(_("Nothing climbed since the last mails."))
    elif dry_run:
        command.stdout.write(_("Dry run: nothing was sent."))
