"""Nobody can tell a small count: not from one page, and not from all pages of neighbourhoods and themes together."""

from itertools import product

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from signals.counting.small import FEWEST_SIGNALS, hidden_in_line, hidden_in_table

SMALL = st.integers(0, 12)


def tables(rows: int, columns: int):
    cells = [(f"r{row}", f"c{column}") for row, column in product(range(rows), range(columns))]
    return st.lists(SMALL, min_size=len(cells), max_size=len(cells)).map(
        lambda counts: dict(zip(cells, counts, strict=True))
    )


def totals(table, side: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for cell, number in table.items():
        found[cell[side]] = found.get(cell[side], 0) + number
    return found


def hidden_cells(table, few_rows=(), few_columns=()) -> set:
    """The table as a matrix, and the cells of it that are hidden."""
    rows, columns = (list(dict.fromkeys(cell[side] for cell in table)) for side in (0, 1))
    gone = hidden_in_table(
        np.array([[table[row, column] for column in columns] for row in rows]),
        few_rows=np.isin(rows, list(few_rows)),
        few_columns=np.isin(columns, list(few_columns)),
    )
    return {(row, column) for i, row in enumerate(rows) for j, column in enumerate(columns) if gone[i, j]}


def hide(table) -> tuple[set, set, set]:
    """As the pages do: first what is hidden of the city, then the cells."""
    few_rows, few_columns = hidden_in_line(totals(table, 0)), hidden_in_line(totals(table, 1))
    return few_rows, few_columns, hidden_cells(table, few_rows=few_rows, few_columns=few_columns)


def equations(table):
    """Of all cells an attacker does not see: the sums that the totals on all pages give."""
    few_rows, few_columns, gone = hide(table)
    for side, few in ((0, few_rows), (1, few_columns)):
        for line in totals(table, side):
            here = [cell for cell in sorted(gone) if cell[side] == line]
            if here and line not in few:
                yield here, sum(table[cell] for cell in here)
    yield sorted(gone), sum(table[cell] for cell in gone)


def other_value_fits(table, cell) -> bool:
    """Whether some other table gives the same pages, with another number here: the attacker cannot tell which."""
    _few_rows, _few_columns, gone = hide(table)
    others = sorted(gone - {cell})
    sums = [(set(line), total) for line, total in equations(table)]

    def fits(values: dict, left: list) -> bool:
        for line, total in sums:
            known = sum(values.get(each, 0) for each in line)
            if known > total or (known < total and line <= values.keys()):
                return False
        if not left:
            return True
        return any(fits(values | {left[0]: number}, left[1:]) for number in _tried(table[left[0]]))

    return any(fits({cell: number}, others) for number in (table[cell] - 1, table[cell] + 1) if number >= 0)


def _tried(number: int) -> list[int]:
    return [each for each in (number, number - 1, number + 1) if each >= 0]


class TestLine:
    def test_a_small_count_takes_others_along(self):
        assert hidden_in_line({"a": 3, "b": 13, "c": 40}) == {"a", "b"}

    def test_without_small_counts_all_is_shown(self):
        assert hidden_in_line({"a": 5, "b": 40}) == set()


class TestTable:
    def test_what_is_hidden_in_a_row_is_no_help_in_its_column(self):
        """Hiding one more in the row only, its column would give that one back, and the row then the small one."""
        table = {(r, c): 20 for r in "abc" for c in "xyz"} | {("a", "x"): 2}
        gone = hidden_cells(table)
        for side in (0, 1):
            for line in totals(table, side):
                assert sum(cell[side] == line for cell in gone) != 1

    def test_a_row_that_is_hidden_itself_shows_nothing(self):
        table = {("a", "x"): 3, ("a", "y"): 90, ("b", "x"): 50, ("b", "y"): 50}
        gone = hidden_cells(table, few_rows={"a"})
        assert {("a", "x"), ("a", "y")} <= gone

    def test_a_table_of_large_counts_is_whole(self):
        assert hidden_cells({(r, c): 20 for r in "ab" for c in "xy"}) == set()

    @given(tables(3, 3))
    def test_no_small_count_is_shown(self, table):
        *_few, gone = hide(table)
        assert all(number >= FEWEST_SIGNALS for cell, number in table.items() if cell not in gone)

    @settings(max_examples=60)
    @given(tables(3, 3))
    def test_whoever_lays_all_pages_side_by_side_cannot_tell_a_small_count(self, table):
        *_few, gone = hide(table)
        small = [cell for cell in gone if 0 < table[cell] < FEWEST_SIGNALS]
        assume(small)
        assert all(other_value_fits(table, cell) for cell in small)

    @given(tables(2, 4))
    def test_it_does_not_matter_from_which_side_one_looks(self, table):
        turned = {(column, row): number for (row, column), number in table.items()}
        assert {(row, column) for column, row in hidden_cells(turned)} == hidden_cells(table)


@pytest.mark.parametrize("number", [0, 1, 4])
def test_whether_it_is_none_or_a_few_cannot_be_seen(number):
    table = {(r, c): 20 for r in "abc" for c in "xyz"} | {("a", "x"): number}
    assert ("a", "x") in hidden_cells(table)
