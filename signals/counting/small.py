"""Which counts of signals are too few to show, and which others go with them (docs/decisions/0010 and 0017).

A neighbourhood and a theme cross in one table, whose rows and columns are shown on different pages with their totals.
So whatever is hidden is hidden in both, and stays hidden when all those pages are laid side by side. What was not
said is no place, theme or age, and names nobody: it is always shown, apart.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from neighbourhoods.enums import Audience
from neighbourhoods.figures.disclosure import ENOUGH, FEWEST, hidden

FEWEST_SIGNALS = FEWEST[Audience.INTERNAL]
TOGETHER = ENOUGH * FEWEST_SIGNALS  # what the hidden ones of a line make, at least

NONE_LEFT = 2**40  # stands for what is hidden already: larger than any count

Table = NDArray[np.int64]
Mask = NDArray[np.bool_]


def hidden_in_line(counts: Mapping[str, int]) -> set[str]:
    """The keys whose count is not shown, where the total of all is."""
    return hidden(counts, audience=Audience.INTERNAL, whole=sum(counts.values()))


def hidden_in_table(table: Table, *, few_rows: Mask, few_columns: Mask) -> Mask:
    """The cells that are not shown. `few_…`: rows and columns of which not even the total is."""
    total_is_hidden = few_rows[:, None] | few_columns
    gone = (table < FEWEST_SIGNALS) | total_is_hidden
    while table.size:
        more = _next_in_row(table, gone) & ~few_rows[:, None]
        more |= _next_in_row(table.T, gone.T).T & ~few_columns
        more |= _beside(table, gone, _alone(table, gone) & ~total_is_hidden)
        if not more.any():
            break
        gone = gone | more
    return gone


def _next_in_row(table: Table, gone: Mask) -> Mask:
    """The total less what is shown is what is hidden: that has to be two cells at least, and enough together.

    Until then the smallest that are shown go as well.
    """
    left = np.where(gone, NONE_LEFT, table)
    order = left.argsort(axis=1, kind="stable")
    smallest_first = np.take_along_axis(left, order, axis=1)
    number = gone.sum(axis=1)[:, None] + np.arange(table.shape[1])  # hidden before each of these goes
    together = (table * gone).sum(axis=1)[:, None] + smallest_first.cumsum(axis=1) - smallest_first
    goes = ((number < 2) | (together < TOGETHER)) & (smallest_first < NONE_LEFT) & gone.any(axis=1, keepdims=True)
    found = np.zeros_like(gone)
    np.put_along_axis(found, order, goes, axis=1)
    return found


def _alone(table: Table, gone: Mask) -> Mask:
    """Small counts that cannot be swapped with hidden ones in another row and column: all totals give them away.

    One more here and in the opposite corner, one less in the two corners beside, or the reverse: no total changes. For
    that, all four are hidden, and either the corner opposite or the two beside are not 0. A product of matrices counts
    such corners of all cells at once; those in the row or column of the cell itself are taken off.
    """
    some = gone & (table > 0)
    all_gone, all_some = gone.astype(float), some.astype(float)
    here = all_some.sum(axis=1)[:, None] + all_some.sum(axis=0) - all_some
    opposite = np.linalg.multi_dot([all_gone, all_some.T, all_gone]) - here  # in the order that is least work
    beside = np.linalg.multi_dot([all_some, all_gone.T, all_some]) - here
    return some & (table < FEWEST_SIGNALS) & (opposite == 0) & (beside == 0)


def _beside(table: Table, gone: Mask, alone: Mask) -> Mask:
    """The smallest that is shown in the row and column of each of these."""
    left = np.where(gone, NONE_LEFT, table)
    in_row, in_column = left.min(axis=1)[:, None], left.min(axis=0)
    found = np.zeros_like(gone)
    rows, _columns = np.nonzero(alone & (in_row <= in_column) & (in_row < NONE_LEFT))
    found[rows, left.argmin(axis=1)[rows]] = True
    _rows, columns = np.nonzero(alone & (in_column <= in_row) & (in_column < NONE_LEFT))
    found[left.argmin(axis=0)[columns], columns] = True
    return found
