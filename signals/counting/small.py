"""Which counts of signals are too few to show, and which others go with them (docs/decisions/0010 and 0017).

A neighbourhood and a theme cross in one table, whose rows and columns are shown on different pages with their totals.
So whatever is hidden is hidden in both, and stays hidden when all those pages are laid side by side. What was not
said is no place, theme or age, and names nobody: it is always shown, apart.
"""

from collections.abc import Collection, Iterable, Mapping
from itertools import islice

from neighbourhoods.enums import Audience
from neighbourhoods.figures.disclosure import ENOUGH, FEWEST, hidden

FEWEST_SIGNALS = FEWEST[Audience.INTERNAL]
TOGETHER = ENOUGH * FEWEST_SIGNALS  # what the hidden ones of a line make, at least

Cell = tuple[str, str]


def hidden_in_line(counts: Mapping[str, int]) -> set[str]:
    """The keys whose count is not shown, where the total of all is."""
    return hidden(counts, audience=Audience.INTERNAL, whole=sum(counts.values()))


def hidden_in_table(
    table: Mapping[Cell, int], *, few_rows: Collection[str] = (), few_columns: Collection[str] = ()
) -> set[Cell]:
    """The cells that are not shown. `few_…`: rows and columns of which not even the total is."""
    gone = {cell for cell, number in table.items() if number < FEWEST_SIGNALS}
    gone |= {cell for cell in table if cell[0] in few_rows or cell[1] in few_columns}
    lines = [*_lines(table, 0, few_rows), *_lines(table, 1, few_columns)]
    while more := {*_with_the_line(table, lines, gone), *_with_the_alone(table, gone, few_rows, few_columns)}:
        gone |= more
    return gone


def _lines(table: Mapping[Cell, int], side: int, few: Collection[str]) -> list[list[Cell]]:
    """The rows (0) or columns (1) of which the total is shown, each with its smallest first."""
    lines: dict[str, list[Cell]] = {}
    for cell in sorted(table, key=lambda cell: (table[cell], cell)):
        if cell[side] not in few:
            lines.setdefault(cell[side], []).append(cell)
    return list(lines.values())


def _with_the_line(table: Mapping[Cell, int], lines: Iterable[list[Cell]], gone: set[Cell]) -> Iterable[Cell]:
    """The total less what is shown is what is hidden: that has to be two cells at least, and enough together."""
    for line in lines:
        here = [cell for cell in line if cell in gone]
        shown = [cell for cell in line if cell not in gone]
        while here and shown and (len(here) < 2 or sum(table[cell] for cell in here) < TOGETHER):
            here.append(shown.pop(0))
            yield here[-1]


def _with_the_alone(
    table: Mapping[Cell, int], gone: set[Cell], few_rows: Collection[str], few_columns: Collection[str]
) -> Iterable[Cell]:
    """A small count that cannot be swapped with hidden ones of another row and column follows from all totals."""
    shown = sorted((cell for cell in table if cell not in gone), key=lambda cell: table[cell])
    columns_of: dict[str, set[str]] = {}
    rows_of: dict[str, set[str]] = {}
    for row, column in gone:
        columns_of.setdefault(row, set()).add(column)
        rows_of.setdefault(column, set()).add(row)
    for row, column in gone:
        if not 0 < table[row, column] < FEWEST_SIGNALS or row in few_rows or column in few_columns:
            continue
        corners = (
            (other_row, other_column)
            for other_column in columns_of[row] - {column}
            for other_row in (rows_of[column] & rows_of[other_column]) - {row}
        )
        if not any(_can_swap(table, (row, column), corner) for corner in corners):
            beside = (cell for cell in shown if cell[0] == row or cell[1] == column)
            yield from islice(beside, 1)


def _can_swap(table: Mapping[Cell, int], cell: Cell, corner: Cell) -> bool:
    """One more here and there, one less at the two other corners, or the reverse: no total changes."""
    (row, column), (other_row, other_column) = cell, corner
    beside = min(table[row, other_column], table[other_row, column])
    return beside > 0 or table[corner] > 0
