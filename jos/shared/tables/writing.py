"""Writes tables that spreadsheets open well and that import again without change."""

import csv
import datetime
import io
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from django.db import models
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from jos.shared.tables.cells import NOT_TEXT, guard

Cell = str | bool | int | Decimal | datetime.date | None


class TableFormat(models.TextChoices):
    CSV = "csv", "CSV"
    XLSX = "xlsx", "Excel"


_XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def table_response(
    name: str, file_format: str, header: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> HttpResponseBase:
    """A file to save; 404 for a format there is not.

    CSV leaves line by line, so that a long list starts at once and needs no memory.
    """
    response: HttpResponseBase
    if file_format not in TableFormat.values:
        raise Http404
    if file_format == TableFormat.CSV:
        response = StreamingHttpResponse(csv_lines(header, rows), content_type="text/csv; charset=utf-8")
    else:
        response = HttpResponse(xlsx_bytes(header, rows), content_type=_XLSX_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}.{file_format}"'
    return response


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """For Excel as Belgians have it: UTF-8 with a mark, `;` between the cells, decimal comma."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";")
    writer.writerow([_csv_text(name) for name in header])
    yield buffer.getvalue().encode("utf-8-sig")
    for row in rows:
        buffer.seek(0)
        buffer.truncate()
        writer.writerow([_csv_text(_said(cell)) for cell in row])
        yield buffer.getvalue().encode()


def xlsx_bytes(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """One sheet. Numbers and dates are numbers and dates; text is text, also when it looks like a formula."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    for row in (header, *rows):
        sheet.append([_xlsx_cell(sheet, _said(cell)) for cell in row])
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def _said(cell: Cell) -> Cell:
    """Yes or no, in the words of the page."""
    if isinstance(cell, bool):
        return _("yes") if cell else _("no")
    return cell


def _csv_text(cell: Cell) -> str:
    """Only text can be taken for a formula: a number may begin with a minus."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return f"{cell:f}".replace(".", ",")
    return str(cell) if isinstance(cell, int) else guard(NOT_TEXT.sub("", str(cell)))


def _xlsx_cell(sheet, cell: Cell):
    if not isinstance(cell, str):
        return cell
    written = WriteOnlyCell(sheet, value=NOT_TEXT.sub("", cell))
    written.data_type = "s"  # also where it starts with =
    return written
