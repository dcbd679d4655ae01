"""How every covenant stands: state, turn, indicators with their values, spread, and the promises of both sides."""

import json
from argparse import ArgumentTypeError
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from covenants.counting.report import report
from covenants.counting.spans import parse

HELP = "Says how every covenant stands: whose turn it is, what was measured, and which promises are overdue."
UNKNOWN = "?"


def add_arguments(parser: CommandParser) -> None:
    parser.add_argument("--period", type=_period, help="only what ended in it: 2026, 2025-2026, 2026-H1 or 2026-Q1")
    parser.add_argument("--format", choices=["text", "json"], default="text", help="json: for another system")


def run(command: BaseCommand, *, period: str | None, format: str, **_options) -> None:
    found = report(period)
    if format == "json":
        command.stdout.write(json.dumps(found, indent=2, ensure_ascii=False))
        return
    for line in _lines(found):
        command.stdout.write(line)


def _period(text: str) -> str:
    try:
        return parse(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from error


def _lines(found: Mapping[str, Any]) -> Iterator[str]:
    """A paragraph for each covenant."""
    if not found["covenants"]:
        yield _("There are no covenants yet.")
    for covenant in found["covenants"]:
        turn = f", turn: {covenant['turn']}" if covenant["turn"] else ""
        yield f"{covenant['title']} ({covenant['partner']}): {covenant['state']}{turn}"
        yield from (f"  {line}" for line in _indicators(covenant["indicators"]))
        yield from (f"  {line}" for line in _periods(covenant["periods"]))
        for side, counts in covenant["commitments"].items():
            words = ", ".join(f"{name.replace('_', ' ')} {number}" for name, number in counts.items())
            yield f"  promises of the {side}: {words}"


def _indicators(indicators: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for each in indicators:
        if "unit" in each:
            at_least = ">=" if each["at_least"] else ""
            words = f"{at_least}{_said(each['value'])} {each['unit']}"
            yield f"{each['name']}: {_said(each['baseline'])} -> {words} -> {_said(each['target'])}"
        else:
            last = ", ".join(f"{side} {_said(place)}" for side, place in each["last"].items())
            spread = "; ".join(f"{side} {'/'.join(map(str, counts))}" for side, counts in each["spread"].items())
            yield f"{each['name']}: {_said(each['start'])} -> {last} -> {_said(each['aim'])} (spread: {spread})"


def _periods(periods: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for each in periods:
        if each["late"]:
            yield f"report on {each['from']} - {each['until']} is overdue: {', '.join(each['late'])}"


def _said(value) -> str:
    return UNKNOWN if value is None else str(value)
