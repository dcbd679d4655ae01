"""`manage.py signals report|retention|…`: what a terminal or cron asks. Each word is a module in `signals.commands`."""

from django.core.management.base import CommandParser

from jos.shared.commands import DataCommand
from signals.commands import publish, remind, report, retention, tally

COMMANDS = {"publish": publish, "remind": remind, "report": report, "retention": retention, "tally": tally}


class Command(DataCommand):
    help = "Signals of young people: what is kept and for how long, reminders, and counts."

    def add_arguments(self, parser: CommandParser) -> None:
        subparsers = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
        for name, module in COMMANDS.items():
            module.add_arguments(subparsers.add_parser(name, help=module.HELP, description=module.HELP))

    def handle(self, *, what: str, **options) -> None:
        COMMANDS[what].run(self, **options)
