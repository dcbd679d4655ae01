"""Reads a table of which nobody knows the columns beforehand: the header, and every cell as text or as a number."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from jos.shared.imports import FileRefused, refuse_too_large
from jos.shared.tables.cells import same, tidy
from jos.shared.tables.csv_files import records_of_any
from jos.shared.tables.reading import MOST_ROWS, refuse_other_formats
from jos.shared.tables.xlsx_files import Sheet, sheets

Cell = str | float  # a number only where the file itself says that it is one
Header = list[str]

MOST_COLUMNS = 200  # each of them is asked about


@dataclass
class Grid:
    """A header of one line each, and the rows below it with the line of the file where they start."""

    header: Header
    rows: list[tuple[int, Sequence[Cell]]]
    sheet: str = ""
    sheets: list[str] = field(default_factory=list)  # all those of the workbook
    percents: set[int] = field(default_factory=set)  # columns that a spreadsheet shows as percentages
    notes: list[str] = field(default_factory=list)  # how it became a table, where it was none
    area: str = ""  # the column with what the rows are about, where nobody else gave it a name

    def place(self, name: str) -> int | None:
        """Where the column with this name stands: capitals and spaces do not count."""
        return next((at for at, header in enumerate(self.header) if header and same(header) == same(name)), None)

    def column(self, at: int) -> Iterator[tuple[int, Cell]]:
        """The line and the cell of each row."""
        for line, cells in self.rows:
            yield line, cells[at] if at < len(cells) else ""


def read_grid(
    content: bytes,
    name: str,
    *,
    sheet: str = "",
    has: Callable[[Header], bool] = any,
    holds: Callable[[Grid], bool] = lambda _grid: True,
) -> Grid:
    """The table in a CSV or XLSX file.

    Of a workbook the sheet that is named, or else the first whose header will do (`has`) and that is filled in
    (`holds`): templates often come with sheets that nobody used.
    """
    refuse_too_large(content)
    if refuse_other_formats(content, name):
        return _chosen(list(sheets(content)), sheet, has, holds)
    return grid_of(records_of_any(content))


def grid_of(lines: Iterable[tuple[int, Sequence[Cell]]], **facts) -> Grid:
    """A grid of lines, the first of which that is not blank names the columns. FileRefused where there is no table."""
    lines = [(line, cells) for line, cells in lines if any(str(cell).strip() for cell in cells)]
    if not lines:
        raise FileRefused(_("This file is empty."))
    if len(lines) == 1:
        raise FileRefused(_("This file has a header, but no rows."))
    refuse_too_large_a_table(rows=len(lines), columns=len(lines[0][1]))
    return Grid(_header(lines[0][1]), lines[1:], **facts)


def refuse_too_large_a_table(*, rows: int, columns: int) -> None:
    """Before it is made: a few megabytes of JSON can hold as many rows as columns, and their product is endless."""
    if rows > MOST_ROWS:
        raise FileRefused(_("This file has more than %(rows)d rows. Split it.") % {"rows": MOST_ROWS})
    if columns > MOST_COLUMNS:
        raise FileRefused(_("This file has more than %(columns)d columns. Split it.") % {"columns": MOST_COLUMNS})


def _header(cells: Sequence[Cell]) -> Header:
    """The names of the columns, each on one line. One that stands there twice is numbered."""
    names = [tidy(text_of(cell)) for cell in cells]
    seen: Counter[str] = Counter()
    header = []
    for name in names:
        seen[name] += 1
        header.append(f"{name} ({seen[name]})" if name and seen[name] > 1 else name)
    return header


def text_of(cell: Cell) -> str:
    """A cell as text: codes are text, also where a program made a number of them."""
    if isinstance(cell, str):
        return cell
    return str(int(cell)) if float(cell).is_integer() else f"{cell:.12g}"


def _chosen(found: list[Sheet], wanted: str, has: Callable[[Header], bool], holds: Callable[[Grid], bool]) -> Grid:
    names = [sheet.name for sheet in found]
    if wanted and wanted not in names:
        raise FileRefused(
            _("There is no sheet “%(sheet)s”. The sheets are: %(sheets)s.")
            % {"sheet": wanted, "sheets": ", ".join(names)}
        )
    filled = [sheet for sheet in found if (sheet.name == wanted if wanted else sheet.header)]
    fitting = [sheet for sheet in filled if has(_header(sheet.header))]
    if not filled:
        raise FileRefused(_("This file is empty."))
    candidates = fitting or filled
    return next(filter(holds, _grids(candidates, names)), None) or _grid_of_sheet(candidates[0], names)


def _grids(candidates: list[Sheet], names: list[str]) -> Iterator[Grid]:
    """One by one, since a large sheet takes a while to read. Not those with a header only."""
    for sheet in candidates:
        with suppress(FileRefused):
            yield _grid_of_sheet(sheet, names)


def _grid_of_sheet(sheet: Sheet, names: list[str]) -> Grid:
    return grid_of(sheet.lines(), sheet=sheet.name, sheets=names, percents=sheet.percents)
