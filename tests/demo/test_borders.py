import pytest
import shapely
from shapely.geometry import shape

from jos.demo.areas import SEED
from jos.demo.borders import draw_city, somewhere_in
from jos.demo.places import chance_for


def test_the_same_seed_draws_the_same_city():
    assert [g.geometry for g in draw_city(25, seed=3)] == [g.geometry for g in draw_city(25, seed=3)]
    assert draw_city(25, seed=3)[0].geometry != draw_city(25, seed=4)[0].geometry


@pytest.mark.parametrize("count", [25, 250, 500])
def test_borders_neither_overlap_nor_leave_anything_over(count):
    areas = [shape(ground.geometry).geoms[0] for ground in draw_city(count, seed=SEED)]
    assert len(areas) == count
    assert all(area.is_valid for area in areas)
    assert shapely.coverage_is_valid(areas)
    city = shapely.coverage_union_all(areas)
    assert city.geom_type == "Polygon"
    assert not city.interiors


@pytest.mark.parametrize("seed", range(5))
def test_any_seed_gives_a_city(seed):
    areas = [shape(ground.geometry).geoms[0] for ground in draw_city(25, seed=seed)]
    assert shapely.coverage_is_valid(areas)


def test_the_centre_is_finer_than_the_outskirts():
    areas = [ground.polygon.area for ground in draw_city(25, seed=SEED)]
    assert sum(areas[:5]) * 2 < sum(areas[-5:])


def test_borders_bend():
    """A border between two neighbourhoods is no straight line: it has points between its corners."""
    first, *others = [ground.polygon for ground in draw_city(25, seed=SEED)]
    shared = [first.intersection(other) for other in others]
    longest = shapely.line_merge(max(shared, key=lambda line: line.length))
    assert longest.length > 1.005 * shapely.LineString([longest.coords[0], longest.coords[-1]]).length


def test_a_house_stands_inside_its_neighbourhood():
    chance = chance_for("a test")
    for ground in draw_city(25, seed=SEED):
        assert shape(ground.geometry).contains(shapely.Point(somewhere_in(ground, chance)))
