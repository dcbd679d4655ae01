"""Where everything stands on the map: borders that fit, flowers that keep apart, the crowded part enlarged."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jos.dashboards.coverage.enums import MapKind
from jos.dashboards.coverage.map_layout import SIZE, Ground, find_inset, keep_clear, lay_out
from neighbourhoods.paths import rings_of

spots = st.lists(st.tuples(st.floats(0, 5000), st.floats(0, 5000)), max_size=25).map(tuple)


def square(column: int, row: int, side: int = 1000) -> Ground:
    """A neighbourhood of `side` metres."""
    left, top = column * side, row * side
    return Ground(f"M{left} {top}l{side} 0 0 {side} {-side} 0z", (left + side / 2, top + side / 2))


def closest(points) -> float:
    return min((math.dist(a, b) for i, a in enumerate(points) for b in points[:i]), default=math.inf)


def test_flowers_that_overlap_are_moved_apart():
    assert closest(keep_clear(((0.0, 0.0), (10.0, 0.0), (5.0, 5.0)), 100)) > 90


def test_two_on_one_spot_find_a_way_too():
    first, second = keep_clear(((7.0, 7.0), (7.0, 7.0)), 100)
    assert math.dist(first, second) > 90


def test_flowers_with_room_stay_where_they_are():
    apart = ((0.0, 0.0), (500.0, 0.0))
    assert keep_clear(apart, 100) == apart


@given(spots)
def test_nobody_ends_up_closer_than_before_and_too_close(points):
    moved = keep_clear(points, 100)
    assert len(moved) == len(points)
    assert closest(moved) >= min(closest(points), 100) * 0.6


@pytest.mark.parametrize("side", [1, 100, 100_000])
def test_the_longer_side_of_any_city_is_as_long(side):
    layout = lay_out(MapKind.TRUE, (square(0, 0, side), square(1, 0, side)))
    assert layout.box == (-10, -10, SIZE + 20, SIZE / 2 + 20)


def test_neighbours_keep_sharing_their_border():
    left, right = lay_out(MapKind.TRUE, (square(0, 0, 777), square(1, 0, 777))).places
    corners = [{tuple(point) for point in rings_of(place.path)[0]} for place in (left, right)]
    assert len(corners[0] & corners[1]) == 2


def crowded_city() -> tuple[Ground, ...]:
    """Nine small neighbourhoods in the middle of four large ones."""
    outskirts = tuple(square(column, row, 10_000) for column in (0, 1) for row in (0, 1))
    centre = tuple(square(column, row, 400) for column in range(24, 27) for row in range(24, 27))
    return outskirts + centre


def test_a_crowded_centre_is_enlarged():
    layout = lay_out(MapKind.TRUE, crowded_city())
    assert [place.in_inset for place in layout.places] == [False] * 4 + [True] * 9
    assert layout.inset_flower < layout.flower / 2
    inside = [place.middle for place in layout.places if place.in_inset]
    assert closest(inside) > layout.inset_flower * 0.8


def test_a_city_with_room_has_no_inset():
    layout = lay_out(MapKind.TRUE, tuple(square(column, row) for column in range(5) for row in range(5)))
    assert layout.inset is None
    assert layout.inset_flower == layout.flower


def test_a_city_that_is_crowded_everywhere_has_none_either():
    everywhere = np.array([(x * 20.0, y * 20.0) for x in range(50) for y in range(50)])
    assert find_inset(everywhere, 30) is None


@given(st.lists(st.tuples(st.floats(0, SIZE), st.floats(0, SIZE)), min_size=1, max_size=30))
def test_an_inset_is_small_and_shows_a_crowd(points):
    found = find_inset(np.array(points), 30)
    if found:
        left, top, width, height = found
        inside = [(x, y) for x, y in points if left <= x <= left + width and top <= y <= top + height]
        assert len(inside) >= 3
        assert width == height <= SIZE * 0.45


def test_equal_cells_are_equal_and_apart():
    layout = lay_out(MapKind.TILES, crowded_city())
    sizes = {tuple(np.ptp(rings_of(place.path)[0], axis=0)) for place in layout.places}
    assert len(sizes) == 1
    assert len({place.middle for place in layout.places}) == 13
    assert layout.inset is None
