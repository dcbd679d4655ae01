"""Reads a table as people send it: CSV in any usual encoding and delimiter, or XLSX. Anything else is refused."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from jos.shared.imports import FileRefused, Problem, refuse_too_large
from jos.shared.tables.cells import same
from jos.shared.tables.csv_files import csv_rows
from jos.shared.tables.xlsx_files import xlsx_rows

MOST_ROWS = 200_000

_ZIP_STARTS = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Columns:
    """The columns an import knows, in the order of an export. In a file their order, capitals and spaces are free."""

    all: tuple[str, ...]
    optional: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "; ".join(self.all)

    @property
    def required(self) -> tuple[str, ...]:
        return tuple(column for column in self.all if column not in self.optional)


@dataclass(frozen=True)
class Row:
    """One row below the header: the text of its cells by column, and the line of the file where it starts."""

    line: int
    cells: dict[str, str]


@dataclass
class Table:
    columns: tuple[str, ...]  # those of the import that the file has
    rows: list[Row]
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


@dataclass
class RowReader:
    """Takes the cells of one row for what they mean, and notes what is wrong with them."""

    row: Row
    problems: list[Problem]

    def read(self, column: str, parse: Callable[[str], Any]) -> Any:
        """What the cell means; None after noting a problem."""
        try:
            return parse(self.row.cells.get(column, ""))
        except ValueError as error:
            self.refuse(column, str(error))
        except ValidationError as error:
            self.refuse(column, " ".join(error.messages))
        return None

    def refuse(self, column: str, why: str) -> None:
        self.problems.append(Problem(at_column(self.row.line, column), why))


def at_line(line: int) -> str:
    return _("line %(line)d") % {"line": line}


def at_column(line: int, column: str) -> str:
    return _("line %(line)d, column %(column)s") % {"line": line, "column": column}


def read_table(content: bytes, name: str, columns: Columns) -> Table:
    """The rows of a file that has at least the required columns. FileRefused where it is no such table."""
    refuse_too_large(content)
    lines = _lines(content, name, columns)
    header = next(lines, None)
    if header is None:
        raise FileRefused(_("This file is empty."))
    places, notes = _places(header[1], columns)
    table = Table(columns=tuple(places), rows=[], notes=notes)
    for line, cells in lines:
        if len(table.rows) >= MOST_ROWS:
            raise FileRefused(_("This file has more than %(rows)d rows. Split it.") % {"rows": MOST_ROWS})
        table.rows.append(Row(line, {column: cells[at] if at < len(cells) else "" for column, at in places.items()}))
        if any(cell.strip() for cell in cells[len(header[1]) :]):
            why = _("This row has more cells than the header. Put quotes around a cell that holds the delimiter.")
            table.problems.append(Problem(at_line(line), why))
    if not table.rows:
        raise FileRefused(_("This file has a header, but no rows."))
    return table


def _lines(content: bytes, name: str, columns: Columns) -> Iterator[tuple[int, list[str]]]:
    """Each line that is not blank, with its number. The first is the header."""
    if refuse_other_formats(content, name):
        lines: Iterable[tuple[int, list[str]]] = xlsx_rows(content)
    else:
        known = {same(column) for column in columns.all}
        lines = csv_rows(content, is_known=lambda cell: same(cell) in known)
    return ((line, cells) for line, cells in lines if any(cell.strip() for cell in cells))


def refuse_other_formats(content: bytes, name: str) -> bool:
    """Whether it is XLSX, and otherwise CSV. FileRefused where it is something else by its first bytes or its name."""
    if content.startswith(_OLD_EXCEL):
        raise FileRefused(_("This is an old Excel file. Save it as .xlsx or as CSV."))
    is_xlsx = content.startswith(_ZIP_STARTS)
    if not is_xlsx and name.lower().endswith((".xlsx", ".xlsm")):
        raise FileRefused(_("This file is called .xlsx, but it is no Excel file. Save it as .xlsx or as CSV."))
    return is_xlsx


def _places(header: list[str], columns: Columns) -> tuple[dict[str, int], list[Problem]]:
    """Where each column of the import stands in the file, and a note about the columns it does not know."""
    names = [same(cell) for cell in header]
    if missing := [column for column in columns.required if same(column) not in names]:
        raise FileRefused(
            _("These columns are missing: %(missing)s. The first line must name the columns: %(all)s.")
            % {"missing": ", ".join(missing), "all": columns}
        )
    if twice := [column for column in columns.all if names.count(same(column)) > 1]:
        raise FileRefused(_("These columns are there twice: %(columns)s.") % {"columns": ", ".join(twice)})
    known = {same(column) for column in columns.all}
    ignored = [cell.strip() for cell, name in zip(header, names, strict=True) if name and name not in known]
    notes = [Problem("", _("Columns not used: %(columns)s.") % {"columns": ", ".join(ignored)})] if ignored else []
    return {column: names.index(same(column)) for column in columns.all if same(column) in names}, notes
