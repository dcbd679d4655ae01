"""Whether a file is a document that both sides signed. For a script too: the exit code says it."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandParser

HELP = (
    "Says whether a PDF is, byte for byte, what city and partner signed. "
    "Exit code 0: signed by both. 1: known, but not signed by both, or taken back. 2: not known, or not readable."
)


def add_arguments(parser: CommandParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.pdf", help="the file to check")


def run(command: BaseCommand, *, file: Path, **_options) -> None:
    sys.exit(2)
