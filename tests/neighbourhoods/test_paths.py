import pytest
import shapely

from neighbourhoods.paths import path_of, rings_of, svg_path


def test_holes_and_islands_are_drawn():
    ring = shapely.box(0, 0, 100, 100) - shapely.box(40, 40, 60, 60)
    island = shapely.box(200, 0, 210, 10)
    rings = rings_of(svg_path(shapely.MultiPolygon([ring, island])))
    assert [shapely.Polygon(ring).area for ring in rings] == [10_000, 400, 100]


@pytest.mark.parametrize("path", ["M0 0l10 0 0-5z", "M5 5l10 0 0 10-10 0zM7 7l2 0 0 2z"])
def test_a_path_is_read_and_written_without_change(path):
    assert path_of(rings_of(path)) == path


def test_what_is_smaller_than_a_unit_is_not_drawn():
    assert svg_path(shapely.box(0, 0, 0.4, 0.4)) == ""
