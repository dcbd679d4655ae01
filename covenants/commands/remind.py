"""Once a day, from cron: mails both sides about reports and promises whose day comes near, came, or passed."""

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from covenants.actions.reminders import send_reminders
from covenants.reminding import Due, reminders
from jos.shared.time import today

HELP = "Mails partners and staff about reports and promises that are due. --dry-run only says it."


def add_arguments(parser: CommandParser) -> None:
    parser.add_argument("--dry-run", action="store_true", help="say who would get a mail, and send none")


def run(command: BaseCommand, *, dry_run: bool, **_options) -> None:
    found = reminders(today()) if dry_run else send_reminders(at=today())
    for membership, due in found.to_partners:
        command.stdout.write(f"{membership.organisation} ({membership.user}): {_in_words(due)}")
    for user in found.to_staff:
        command.stdout.write(f"{_('The city')} ({user}): {_in_words(found.of_city)}")
    for organisation in found.without_coordinator:
        command.stdout.write(_("%(partner)s has no coordinator to mail.") % {"partner": organisation})
    if not found.about:
        command.stdout.write(_("No day came nearer since the last mails."))
    elif dry_run:
        command.stdout.write(_("Dry run: nothing was sent."))


def _in_words(due: Due) -> str:
    reports = ngettext("%(number)d report", "%(number)d reports", len(due.periods))
    promises = ngettext("%(number)d promise", "%(number)d promises", len(due.commitments))
    return f"{reports % {'number': len(due.periods)}}, {promises % {'number': len(due.commitments)}}"
