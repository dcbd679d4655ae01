"""Once a day, from cron: what was kept long enough goes for good, and the register says how much."""

from django.core.management.base import BaseCommand, CommandParser

HELP = "Removes what was kept long enough, and writes down how much. --dry-run only says it."


def add_arguments(parser: CommandParser) -> None:
    parser.add_argument("--dry-run", action="store_true", help="say how much, and remove nothing")


def run(command: BaseCommand, *, dry_run: bool, **_options) -> None:
    command.stdout.write("…")
