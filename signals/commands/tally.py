"""Each night, from cron: count all signals anew, so that the pages of figures need not."""

from django.core.management.base import BaseCommand, CommandParser

from signals.counting.tallies import tallies_now, write_tallies

HELP = "Counts all signals anew for the pages of figures. Each night; nothing is lost when it does not run."


def add_arguments(parser: CommandParser) -> None:
    parser.add_argument("--dry-run", action="store_true", help="say how many there would be, and write nothing")


def run(command: BaseCommand, *, dry_run: bool, **_options) -> None:
    if dry_run:
        command.stdout.write(f"{len(tallies_now())} tallies to write. Dry run: nothing was written.")
    else:
        command.stdout.write(f"{write_tallies()} tallies written.")
