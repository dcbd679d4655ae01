"""How it stands with signals and dossiers: counts by state, neighbourhood and theme, and how long they take."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from signals.counting.report import report

HELP = "Says how many signals and dossiers there are, by state, neighbourhood and theme, and how long they take."
TOO_FEW = "-"


def add_arguments(parser: CommandParser) -> None:
    parser.add_argument("--format", choices=["text", "json"], default="text", help="json: for another system")


def run(command: BaseCommand, *, format: str, **_options) -> None:
    found = report()
    if format == "json":
        command.stdout.write(json.dumps(found, indent=2, ensure_ascii=False))
        return
    for line in _lines(found):
        command.stdout.write(line)


def _lines(found: Mapping[str, Any], depth: int = 0) -> Iterator[str]:
    """Each value after its name, and what belongs together under it."""
    for name, value in found.items():
        words = "  " * depth + name.replace("_", " ")
        if isinstance(value, Mapping):
            yield words
            yield from _lines(value, depth + 1)
        else:
            yield f"{words}: {TOO_FEW if value is None else value}"
