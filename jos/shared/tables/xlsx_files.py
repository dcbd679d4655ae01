"""Reads the sheets of an XLSX file. A formula is the text somebody typed; nothing is calculated."""

import datetime
import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from jos.shared.archives import check_archive
from jos.shared.imports import FileRefused

_MOST_LINES = 300_000  # blank ones too: a file can claim a row far below the last one that a sheet can have
_MOST_COLUMNS = 200
_LARGEST = 1e300  # a whole number can have more digits than a computer counts with: that one stays text


def xlsx_rows(content: bytes) -> list[tuple[int, list[str]]]:
    """The cells of each row of the first sheet that is not blank, as text, with its number in the sheet."""
    with _opened(content) as workbook:
        return [(line, [_text(cell.value) for cell in cells]) for line, cells in _rows(workbook.worksheets[0])]


@dataclass
class Sheet:
    """One sheet of a workbook: read no further than its header until its lines are asked for."""

    name: str
    header: list[str]
    content: bytes = field(repr=False)
    percents: set[int] = field(default_factory=set)  # columns shown as percentages, known once the lines are read

    def lines(self) -> list[tuple[int, list[str | float]]]:
        """Each row that is not blank, the header first: numbers as numbers, everything else as text."""
        with _opened(self.content) as workbook:
            rows = []
            for line, cells in _rows(workbook[self.name]):
                rows.append((line, [_cell(cell.value) for cell in cells]))
                self.percents |= {at for at, cell in enumerate(cells) if _is_percentage(cell)}
            return rows


def sheets(content: bytes) -> list[Sheet]:
    """The sheets of a workbook with the first row that is not blank, in their order."""
    with _opened(content) as workbook:
        firsts = [(sheet.title, next(_rows(sheet), (0, ()))) for sheet in workbook.worksheets]
        return [Sheet(title, [_text(cell.value) for cell in cells], content) for title, (_line, cells) in firsts]


@contextmanager
def _opened(content: bytes) -> Iterator[Any]:
    """The workbook, and one refusal for whatever is wrong with it."""
    check_archive(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and extensions, which no table needs
        try:
            workbook = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
            try:
                yield workbook
            finally:
                workbook.close()
        except FileRefused:
            raise
        except Exception as error:  # openpyxl lets out whatever a broken file makes happen, dozens of sorts
            raise FileRefused(_("This file cannot be read as a spreadsheet. Save it as .xlsx or as CSV.")) from error


def _rows(sheet) -> Iterator[tuple[int, tuple]]:
    sheet.reset_dimensions()  # what a file says about its size need not be true
    for line, cells in enumerate(sheet.iter_rows(), start=1):
        if line > _MOST_LINES or len(cells) > _MOST_COLUMNS:
            raise FileRefused(
                _("This sheet is too large: %(lines)d lines and %(columns)d columns are the most.")
                % {"lines": _MOST_LINES, "columns": _MOST_COLUMNS}
            )
        if any(cell.value is not None for cell in cells):
            yield line, cells


def _is_percentage(cell) -> bool:
    return isinstance(cell.value, int | float) and "%" in (cell.number_format or "")


def _cell(value: Any) -> str | float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return value if is_number and not abs(value) > _LARGEST else _text(value)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return (value.date() if value.time() == datetime.time.min else value).isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.12g}"  # a sum that shows as 0.3 may be a hair more
    return str(getattr(value, "text", value))  # an array formula keeps its text apart
