"""Reads the first sheet of an XLSX file as text. A formula is the text somebody typed; nothing is calculated."""

import datetime
import io
import warnings
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from jos.shared.archives import check_archive
from jos.shared.imports import FileRefused

_MOST_LINES = 300_000  # blank ones too: a file can claim a row far below the last one that a sheet can have
_MOST_COLUMNS = 200


def xlsx_rows(content: bytes) -> list[tuple[int, list[str]]]:
    """The cells of each row that is not blank, with its number in the sheet."""
    check_archive(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and extensions, which no table needs
        try:
            return _rows_of_first_sheet(content)
        except FileRefused:
            raise
        except Exception as error:  # openpyxl lets out whatever a broken file makes happen, dozens of sorts
            raise FileRefused(_("This file cannot be read as a spreadsheet. Save it as .xlsx or as CSV.")) from error


def _rows_of_first_sheet(content: bytes) -> list[tuple[int, list[str]]]:
    workbook = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
    try:
        sheet = workbook.worksheets[0]
        sheet.reset_dimensions()  # what a file says about its size need not be true
        rows = []
        for line, values in enumerate(sheet.iter_rows(values_only=True), start=1):
            if line > _MOST_LINES or len(values) > _MOST_COLUMNS:
                raise FileRefused(
                    _("This sheet is too large: %(lines)d lines and %(columns)d columns are the most.")
                    % {"lines": _MOST_LINES, "columns": _MOST_COLUMNS}
                )
            if any(value is not None for value in values):
                rows.append((line, [_text(value) for value in values]))
        return rows
    finally:
        workbook.close()


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return (value.date() if value.time() == datetime.time.min else value).isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.12g}"  # a sum that shows as 0.3 may be a hair more
    return str(getattr(value, "text", value))  # an array formula keeps its text apart
