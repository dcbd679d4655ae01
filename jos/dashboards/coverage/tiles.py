"""A map of equal cells: each neighbourhood gets one, as near as can be to where it lies."""

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

ROOM = 1.2  # cells for each neighbourhood: the empty ones keep the shape of the city
STRETCHED = 0.6  # how far what lies close together is pulled apart beforehand, from 0 to 1

Cell = tuple[int, int]  # column and row


@lru_cache(maxsize=16)
def cells_of(points: tuple[tuple[float, float], ...]) -> tuple[Cell, ...]:
    """The cell of each point: never two in one, and the same points always in the same cells."""
    if not points:
        return ()
    places = _stretched(np.array(points, dtype=float))
    columns, rows = _grid(len(points), np.array(points, dtype=float))
    cells = np.array([(column, row) for row in range(rows) for column in range(columns)])
    wanted = places * (columns - 1, rows - 1)
    costs = ((wanted[:, None, :] - cells[None, :, :]) ** 2).sum(axis=2)
    chosen = cells[cheapest(costs)]
    chosen -= chosen.min(axis=0)
    return tuple((int(column), int(row)) for column, row in chosen)


def _grid(number: int, points: np.ndarray) -> tuple[int, int]:
    """Columns and rows, in the proportions of the city where these are not extreme."""
    wide, high = np.maximum(np.ptp(points, axis=0), 1e-9)
    columns = math.ceil(math.sqrt(number * ROOM * min(max(wide / high, 0.6), 1.6)))
    return columns, math.ceil(number * ROOM / columns)


def _stretched(points: np.ndarray) -> np.ndarray:
    """From 0 to 1 each way: halfway between where a point lies, and its place in the row of all points."""
    span = np.ptp(points, axis=0)
    true = (points - points.min(axis=0)) / np.where(span > 0, span, 1)
    order = points.argsort(axis=0, kind="stable").argsort(axis=0, kind="stable")
    return true * (1 - STRETCHED) + order / max(len(points) - 1, 1) * STRETCHED


def cheapest(costs: np.ndarray) -> list[int]:
    """A column for each row, no column twice, at the lowest cost in all (the Hungarian method, row by row)."""
    rows, columns = costs.shape
    of_row, of_column = np.zeros(rows + 1), np.zeros(columns + 1)  # the prices paid so far
    taken_by = np.full(columns + 1, 0)  # row + 1 by column + 1; 0: free
    for row in range(1, rows + 1):
        _find_room(row, costs, of_row, of_column, taken_by)
    answer = [0] * rows
    for column in range(1, columns + 1):
        if taken_by[column]:
            answer[taken_by[column] - 1] = column - 1
    return answer


def _find_room(row: int, costs: np.ndarray, of_row: np.ndarray, of_column: np.ndarray, taken_by: np.ndarray) -> None:
    """Let one more row in along the cheapest path, on which others may have to move on."""
    columns = costs.shape[1]
    taken_by[0] = row
    least, came_from = np.full(columns + 1, np.inf), np.zeros(columns + 1, dtype=int)
    seen = np.zeros(columns + 1, dtype=bool)
    here = 0
    while taken_by[here]:
        seen[here] = True
        mover = taken_by[here]
        open_ones = np.flatnonzero(~seen[1:]) + 1
        asks = costs[mover - 1, open_ones - 1] - of_row[mover] - of_column[open_ones]
        better = asks < least[open_ones]
        least[open_ones[better]], came_from[open_ones[better]] = asks[better], here
        nearest = int(open_ones[least[open_ones].argmin()])
        step = least[nearest]
        of_row[taken_by[seen]] += step
        of_column[seen] -= step
        least[~seen] -= step
        here = nearest
    while here:
        taken_by[here] = taken_by[came_from[here]]
        here = came_from[here]


def lines(name: str, longest: int = 13) -> Sequence[str]:
    """A name over at most three lines, broken where it has a space or a hyphen."""
    words = name.replace("-", "-\u200b").replace(" ", " \u200b").split("\u200b")
    found = [""]
    for word in words:
        if found[-1] and len(found[-1] + word.rstrip()) > longest:
            found.append("")
        found[-1] += word
    shown = [line.strip() for line in found]
    return shown if len(shown) <= 3 else [*shown[:2], f"{shown[2][: longest - 1]}…"]
