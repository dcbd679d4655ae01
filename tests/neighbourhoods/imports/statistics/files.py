"""Small files with figures, made here, as cities and provinces send them and as they should not."""

import io

from openpyxl import Workbook

from neighbourhoods.imports.statistics import apply_statistics, plan_statistics
from neighbourhoods.imports.statistics.plans import StatisticsPlan
from neighbourhoods.models import Statistic


def columns(**of: str | dict) -> list[dict]:
    """`druk="Druk"` says that the column druk holds the statistic Druk."""
    return [
        {"header": header, **({"statistic": said} if isinstance(said, str) else said)} for header, said in of.items()
    ]


def plan_of(content: str | bytes, name: str = "cijfers.csv", **options) -> StatisticsPlan:
    """What importing this would do: the areas in `wijk`, of 2024, its column druk unless told otherwise."""
    content = content.encode() if isinstance(content, str) else content
    chosen = {"area_field": "wijk", "columns": columns(druk="Druk")}
    if "period_field" not in options:
        chosen["period"] = "2024"
    return plan_statistics(content, name, chosen | options)


def problems_of(content: str | bytes, name: str = "cijfers.csv", **options) -> str:
    return "\n".join(f"{problem.where}: {problem.text}" for problem in plan_of(content, name, **options).problems)


def notes_of(content: str | bytes, name: str = "cijfers.csv", **options) -> str:
    return "\n".join(note.text for note in plan_of(content, name, **options).notes)


def imported(content: str | bytes, name: str = "cijfers.csv", *, by=None, **options) -> StatisticsPlan:
    """Plan it and write it."""
    plan = plan_of(content, name, **options)
    assert not plan.problems
    apply_statistics(plan, by=by)
    return plan


def stored(name: str = "Druk") -> dict:
    """The values of a statistic by neighbourhood and period: a number or a reason."""
    values = Statistic.objects.get(name=name).values.select_related("neighbourhood")
    return {
        (str(each.neighbourhood or "city"), each.period): each.missing if each.value is None else each.value
        for each in values
    }


def workbook(**sheets: list[list]) -> bytes:
    """An XLSX file. A cell can be a number with its format: (0.125, "0.0%")."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for line, row in enumerate(rows, start=1):
            for at, cell in enumerate(row, start=1):
                value, number_format = cell if isinstance(cell, tuple) else (cell, "General")
                sheet.cell(line, at, value).number_format = number_format
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
