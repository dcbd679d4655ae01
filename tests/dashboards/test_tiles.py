"""A map of equal cells: nobody shares one, and everybody stays near."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jos.dashboards.coverage.tiles import cells_of, cheapest, lines

places = st.floats(-1e5, 1e5, allow_nan=False)
points = st.lists(st.tuples(places, places), max_size=40).map(tuple)


@given(points)
def test_no_two_stand_in_one_cell(some):
    cells = cells_of(some)
    assert len(set(cells)) == len(cells) == len(some)
    assert all(column >= 0 and row >= 0 for column, row in cells)


@given(points)
def test_the_same_points_stand_in_the_same_cells(some):
    cells_of.cache_clear()
    first = cells_of(some)
    cells_of.cache_clear()
    assert cells_of(some) == first


def test_what_lies_on_a_grid_stays_on_it():
    grid = tuple((float(x), float(y)) for y in range(3) for x in range(3))
    columns = {}
    for (x, _y), (column, _row) in zip(grid, cells_of(grid), strict=True):
        columns.setdefault(x, set()).add(column)
    assert max(columns[0]) < max(columns[2])


def test_west_is_left_and_north_is_above():
    west, east, north, south = cells_of(((0, 50), (100, 50), (50, 0), (50, 100)))
    assert west[0] < east[0]
    assert north[1] < south[1]


def test_many_on_one_spot_all_find_a_cell():
    assert len(set(cells_of(((7.0, 7.0),) * 30))) == 30


@pytest.mark.parametrize("number", [0, 1, 2])
def test_few_are_no_trouble(number):
    assert len(cells_of(tuple((float(n), 0.0) for n in range(number)))) == number


@given(st.integers(1, 5), st.integers(0, 2), st.randoms(use_true_random=False))
def test_the_choice_is_the_cheapest_there_is(rows, more, chance):
    costs = np.array([[chance.randint(0, 9) for _ in range(rows + more)] for _ in range(rows)], dtype=float)
    chosen = cheapest(costs)
    best = min(
        sum(costs[row, column] for row, column in enumerate(some))
        for some in itertools.permutations(range(rows + more), rows)
    )
    assert sum(costs[row, column] for row, column in enumerate(chosen)) == best


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Rabot", ["Rabot"]),
        ("Nieuw Gent", ["Nieuw Gent"]),
        ("Rabot - Blaisantvest", ["Rabot -", "Blaisantvest"]),
        ("Sint-Amandsberg", ["Sint-", "Amandsberg"]),
        ("Muide - Meulestede - Afrikalaan en nog veel meer", ["Muide -", "Meulestede -", "Afrikalaan e…"]),
    ],
)
def test_a_long_name_is_broken_where_it_may(name, expected):
    assert list(lines(name)) == expected
