import pytest
import shapely

from jos.shared.time import today
from neighbourhoods.drawing import redraw, simplified
from neighbourhoods.models import Neighbourhood
from neighbourhoods.paths import rings_of
from tests.builders import make_neighbourhood, square
from tests.real_data import real_geojson


@pytest.mark.django_db
def test_the_city_starts_in_its_top_left_corner_with_y_downwards():
    make_neighbourhood("Noord", geometry=square(0, 1))
    make_neighbourhood("Zuid", geometry=square(0, 0))
    redraw()
    north, south = Neighbourhood.objects.order_by("name")
    assert min(north.box[0], south.box[0]) == 0
    assert north.box[1] == 0
    assert north.label_y < south.label_y
    assert south.box[3] == pytest.approx(2 * 1113, abs=20)  # two hundredths of a degree of latitude


@pytest.mark.django_db
def test_a_label_stands_inside_its_neighbourhood():
    make_neighbourhood("Wijk")
    redraw()
    neighbourhood = Neighbourhood.objects.get()
    ring = shapely.Polygon(rings_of(neighbourhood.path)[0])
    assert ring.contains(shapely.Point(neighbourhood.label_x, neighbourhood.label_y))


@pytest.mark.django_db
def test_drawing_leaves_no_trace_in_history():
    neighbourhood = make_neighbourhood()
    redraw()
    assert neighbourhood.history.count() == 1


@pytest.mark.django_db
def test_an_ended_neighbourhood_stands_on_the_same_plane():
    make_neighbourhood("Nieuw", geometry=square(0))
    make_neighbourhood("Oud", geometry=square(0), valid_until=today().replace(year=today().year - 1, day=1))
    redraw()
    new, old = Neighbourhood.objects.order_by("name")
    assert new.box == old.box


@pytest.mark.django_db
def test_drawing_an_empty_city_is_fine():
    redraw()
    assert not Neighbourhood.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [3, 60])
def test_drawing_asks_as_much_of_the_database_for_many(rows, django_assert_num_queries):
    for number in range(rows):
        make_neighbourhood(geometry=square(number % 10, number // 10))
    with django_assert_num_queries(4):  # savepoint, read, write, release
        redraw()


def test_shared_borders_stay_shared():
    left = shapely.Polygon([(0, 0), (100, 0), (101, 40), (99, 60), (100, 100), (0, 100)])
    right = shapely.Polygon([(200, 0), (200, 100), (100, 100), (99, 60), (101, 40), (100, 0)])
    simple = simplified([left, right], [True, True], 20)
    assert len(simple[0].exterior.coords) == 5
    assert shapely.coverage_is_valid(simple)


def test_overlapping_borders_are_simplified_each_on_its_own():
    left, right = shapely.box(0, 0, 100, 100), shapely.box(90, 0, 200, 100)
    assert simplified([left, right], [True, True], 20) == [left, right]


@pytest.mark.real_data
@pytest.mark.django_db
def test_a_real_city_is_drawn_in_few_bytes():
    for feature in real_geojson("gent/stadswijken-gent.geojson")["features"]:
        make_neighbourhood(feature["properties"]["wijk"], geometry=feature["geometry"])
    redraw()
    paths = Neighbourhood.objects.values_list("path", flat=True)
    assert len(paths) == 25
    assert sum(map(len, paths)) < 15_000
    assert all(shapely.Polygon(ring).is_valid for path in paths for ring in rings_of(path))
