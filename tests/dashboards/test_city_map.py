"""The map keeps flowers apart, however close together neighbourhoods lie."""

import math

from hypothesis import given
from hypothesis import strategies as st

from jos.dashboards.city_map import keep_clear

spots = st.lists(st.tuples(st.floats(0, 5000), st.floats(0, 5000)), max_size=25).map(tuple)


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
