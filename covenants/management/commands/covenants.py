"""`manage.py covenants verify|…`: what a terminal or cron asks. Each word is a module in `covenants.commands`."""

from django.core.management.base import CommandParser

from covenants.commands import remind, report, verify
from jos.shared.commands import DataCommand

COMMANDS = {"remind": remind, "report": report, "verify": verify}


class Command(DataCommand):
    returncode_without_tables = 2  # 1 says that a file is not what was signed
    help = "Covenants: how they stand, whether a document is the one that was signed, and reminders."

    def add_arguments(self, parser: CommandParser) -> None:
        subparsers = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
        for name, module in COMMANDS.items():
            module.add_arguments(subparsers.add_parser(name, help=module.HELP, description=module.HELP))

    def handle(self, *, what: str, **options) -> None:
        COMMANDS[what].run(self, **options)
