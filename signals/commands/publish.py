"""Counts of signals as a statistic, so that a weighing can use them."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from neighbourhoods.models import Statistic
from signals.publishing import populations, publish, to_publish

HELP = "Writes the number of signals of each neighbourhood as a statistic, of periods that are over."


def add_arguments(parser: CommandParser) -> None:
    parser.add_argument("--population", metavar="SLUG", help="the statistic that counts young people, for per 1,000")
    parser.add_argument("--dry-run", action="store_true", help="say what would change, and write nothing")


def run(command: BaseCommand, *, population: str | None, dry_run: bool, **_options) -> None:
    chosen = _population(population)
    changes = to_publish() if dry_run else publish(population=chosen, by=None)
    command.stdout.write(f"Periods: {', '.join(changes.periods) or 'none is over yet'}")
    command.stdout.write(f"Added: {len(changes.added)}. Changed: {len(changes.changed)}.")
    if dry_run:
        command.stdout.write("Dry run: nothing was written.")


def _population(slug: str | None) -> Statistic | None:
    if slug is None:
        return None
    found = populations().filter(slug=slug).first()
    if found is None:
        known = ", ".join(populations().values_list("slug", flat=True)) or "none yet"
        raise CommandError(f"No statistic {slug} counts young people. Those that do: {known}.")
    return found
