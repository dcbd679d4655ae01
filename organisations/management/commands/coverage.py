"""Which function is covered where: the rules of the charter, asked from a terminal or by another tool."""

import csv
import datetime
import json
from decimal import Decimal

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from jos.shared.commands import DataCommand
from jos.shared.tables import cells
from jos.shared.tables.writing import Cell
from jos.shared.time import today
from organisations.coverage import Ages, AreaCoverage, AreaKind, Finding, coverage
from organisations.coverage.table import COLUMNS, coverage_rows, hours_of
from organisations.enums import Function


class Command(DataCommand):
    help = "Says for each neighbourhood and movement circle which functions are covered, and what the norm lacks."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--at", metavar="DATE", help="the day to judge, 2026-03-01 or 1/3/2026; today if not given")
        parser.add_argument("--ages", metavar="BAND", help="only what counts for this age band, such as 12-15")
        parser.add_argument("--area", metavar="CODE", help="only the neighbourhood with this code")
        parser.add_argument("--circle", metavar="NAME", help="only this movement circle")
        parser.add_argument("--format", choices=["table", "csv", "json"], default="table")

    def handle(self, *, at: str | None, ages: str | None, area: str | None, circle: str | None, **options) -> None:
        day = read_day(at or "") or today()
        areas = coverage(at=day, ages=read_ages(ages) if ages is not None else None, area_code=area, circle_name=circle)
        check_found(areas, day, area, circle)
        writers = {"json": self.write_json, "csv": self.write_csv, "table": self.write_table}
        writers[options["format"]](areas)

    def write_json(self, areas: list[AreaCoverage]) -> None:
        self.stdout.write(json.dumps([as_json(area) for area in areas], ensure_ascii=False, indent=2))

    def write_csv(self, areas: list[AreaCoverage]) -> None:
        writer = csv.writer(self.stdout, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(map(as_text, row) for row in coverage_rows(areas))

    def write_table(self, areas: list[AreaCoverage]) -> None:
        rows = [table_header(), *(as_line(area) for area in areas)]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            self.stdout.write("  ".join(map(str.ljust, row, widths)).rstrip())


def read_day(text: str) -> datetime.date | None:
    try:
        return cells.date(text)
    except ValueError as error:
        raise CommandError(str(error)) from error


def read_ages(text: str) -> Ages:
    try:
        return Ages.parse(text)
    except ValueError as error:
        raise CommandError(_("“%s” is not an age band. Write it as 12-15.") % text) from error


def check_found(areas: list[AreaCoverage], at: datetime.date, code: str | None, circle: str | None) -> None:
    found = {area.kind for area in areas}
    if code is not None and AreaKind.NEIGHBOURHOOD not in found:
        raise CommandError(_("No neighbourhood has the code “%(code)s” on %(at)s.") % {"code": code, "at": at})
    if circle is not None and AreaKind.CIRCLE not in found:
        raise CommandError(_("No movement circle is called “%(name)s” on %(at)s.") % {"name": circle, "at": at})


def as_json(area: AreaCoverage) -> dict:
    return {
        "code": area.code,
        "name": area.name,
        "kind": area.kind.value,
        "priority": area.priority,
        "status": area.status.value,
        "whole_by": list(area.whole_by),
        "functions": {
            function.value: {
                "covered": covered.covered,
                "hours": as_number(covered.hours),
                "offers": len(covered.offers),
                "organisations": len(covered.organisations),
                "unconfirmed_only": covered.unconfirmed_only,
            }
            for function, covered in area.functions.items()
        },
        "warm_place": area.warm_place,
        "outreach": area.outreach,
        "norm_met": area.norm_met,
        "gaps": as_findings(area.gaps),
        "warnings": as_findings(area.warnings),
    }


def as_findings(findings: tuple[Finding, ...]) -> list[dict]:
    return [{"kind": finding.kind.value, "text": finding.text} for finding in findings]


def as_number(hours: Decimal | None) -> float | None:
    return None if hours is None else float(hours)


def as_text(cell: Cell) -> str:
    """As other tools read it: a decimal point, 4.5 and not 4.50."""
    return cells.guard(f"{cell.normalize():f}" if isinstance(cell, Decimal) else str(cell))


def table_header() -> list[str]:
    functions = [str(function.label) for function in Function]
    return [_("code"), _("name"), _("priority"), *functions, _("norm met"), pgettext("of an area", "state")]


def as_line(area: AreaCoverage) -> list[str]:
    return [
        area.code,
        area.name,
        yes(area.priority),
        *(as_text(hours_of(covered)) or "-" for covered in area.functions.values()),
        yes(area.norm_met),
        area.state_words,
    ]


def yes(answer: bool) -> str:
    return _("yes") if answer else _("no")
