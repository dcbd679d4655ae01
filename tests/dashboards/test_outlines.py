"""The outline of a movement circle: around what belongs to it, just inside the borders."""

import itertools

import shapely

from jos.dashboards.coverage.outlines import PATTERNS, outline
from neighbourhoods.paths import rings_of

LEFT, RIGHT, FAR = "M0 0l100 0 0 100-100 0z", "M100 0l100 0 0 100-100 0z", "M500 0l100 0 0 100-100 0z"


def shape(path: str):
    return shapely.union_all([shapely.Polygon(ring) for ring in rings_of(path)])


def test_one_line_runs_around_neighbours():
    drawn = outline((LEFT, RIGHT), 0, as_one=True)
    assert drawn.count("M") == 1
    assert shape(drawn).equals(shapely.box(0, 0, 200, 100))


def test_what_lies_apart_gets_a_line_of_its_own():
    assert outline((LEFT, FAR), 0, as_one=True).count("M") == 2


def test_in_equal_cells_each_has_its_line():
    assert outline((LEFT, RIGHT), 1, as_one=False).count("M") == 2


def test_circles_that_share_a_border_keep_their_lines_apart():
    drawn = [shape(outline((LEFT,), number, as_one=True)) for number in range(PATTERNS)]
    for outer, inner in itertools.pairwise(drawn):
        assert outer.contains_properly(inner)


def test_a_hole_stays_a_hole():
    with_hole = "M0 0l100 0 0 100-100 0zM30 30l40 0 0 40-40 0z"
    assert outline((with_hole,), 0, as_one=True).count("M") == 2


def test_too_small_for_a_line_is_no_line():
    assert outline(("M0 0l2 0 0 2-2 0z",), 3, as_one=True) == ""
