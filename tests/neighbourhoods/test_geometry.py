import datetime

import pytest
from shapely.geometry import Polygon

from neighbourhoods.geometry import neighbourhood_at, on_plane, to_geojson
from tests.builders import make_neighbourhood, square


@pytest.mark.django_db
def test_coordinates_find_their_neighbourhood():
    make_neighbourhood("West", geometry=square(0))
    make_neighbourhood("Oost", geometry=square(1))
    assert neighbourhood_at(50.805, 4.305).name == "West"
    assert neighbourhood_at(50.805, 4.315).name == "Oost"
    assert neighbourhood_at(50.9, 4.305) is None


@pytest.mark.django_db
def test_a_point_on_a_border_is_in_the_first_by_name():
    make_neighbourhood("West", geometry=square(0))
    make_neighbourhood("Oost", geometry=square(1))
    assert neighbourhood_at(50.805, 4.31).name == "Oost"


@pytest.mark.django_db
def test_an_ended_neighbourhood_holds_no_place_today():
    make_neighbourhood(geometry=square(0), valid_until=datetime.date(2020, 1, 1))
    assert neighbourhood_at(50.805, 4.305) is None
    assert neighbourhood_at(50.805, 4.305, at=datetime.date(2019, 1, 1))


def test_the_plane_is_in_metres():
    height = 0.01 * 111_250
    width = height * 0.632  # the cosine of 50.8 degrees
    assert on_plane(square(0)).area == pytest.approx(height * width, rel=0.01)


def test_borders_are_stored_as_rounded_multipolygons():
    stored = to_geojson(Polygon([(4.123456789, 50), (4.2, 50), (4.2, 51)]))
    assert stored["type"] == "MultiPolygon"
    assert stored["coordinates"][0][0][0] == [4.1234568, 50.0]
