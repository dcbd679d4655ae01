"""Each night, from cron: count all signals anew, so that the pages of figures need not."""

from django.core.management.base import BaseCommand, CommandParser

from signals.counting.tallies import write_tallies

HELP = "Counts all signals anew for the pages of figures. Each night; nothing is lost when it does not run."


def add_arguments(parser: CommandParser) -> None:
    pass


def run(command: BaseCommand, **_options) -> None:
    command.stdout.write(f"{write_tallies()} tallies written.")
