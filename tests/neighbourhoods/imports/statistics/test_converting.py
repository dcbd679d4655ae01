"""Values in older borders become estimates for today's neighbourhoods."""

import pytest

from jos.shared.imports import FileRefused
from neighbourhoods.enums import AddsUp, Missing
from neighbourhoods.models import StatisticValue
from tests.builders import make_neighbourhood, make_statistic, square
from tests.neighbourhoods.imports.files import box, collection, feature
from tests.neighbourhoods.imports.statistics.files import columns, imported, notes_of, plan_of, stored

pytestmark = pytest.mark.django_db

X, Y = 4.3, 50.8
OLD = {"old_name_field": "wijk", "old_code_field": "code"}


def wide(start: float, width: float) -> dict:
    """A piece of the row that is as high as a square, in squares."""
    return box(X + start * 0.01, Y, X + (start + width) * 0.01, Y + 0.01)


@pytest.fixture(autouse=True)
def city():
    """Two neighbourhoods, where there was one of one and a half and one of half a square."""
    return make_neighbourhood("West", code="1", geometry=square(0)), make_neighbourhood(
        "Oost", code="2", geometry=square(1)
    )


@pytest.fixture
def borders() -> dict:
    old = collection(feature("Groot", "G", geometry=wide(0, 1.5)), feature("Klein", "K", geometry=wide(1.5, 0.5)))
    return OLD | {"beside": old}


def test_numbers_are_divided_over_the_ground_and_added_up(borders):
    make_statistic("Druk", adds_up=AddsUp.SUM)
    imported("wijk;druk\nGroot;300\nK;40\n", **borders)
    assert stored() == {("West", "2024"): pytest.approx(200, 1e-3), ("Oost", "2024"): pytest.approx(140, 1e-3)}
    assert all(StatisticValue.objects.values_list("is_converted", flat=True))


def test_shares_and_means_are_the_mean_of_the_ground(borders):
    imported("wijk;druk\nGroot;30\nK;40\n", **borders)
    assert stored() == {("West", "2024"): pytest.approx(30), ("Oost", "2024"): pytest.approx(35, 1e-3)}


def test_numbers_are_divided_by_inhabitants_where_staff_say_so(city, borders):
    west, east = city
    make_statistic("Inwoners", values={west: 3000, east: 1000}, adds_up=AddsUp.SUM)
    new = columns(druk={"statistic": "Druk", "adds_up": True})
    imported("wijk;druk\nGroot;350\nK;40\n", columns=new, spread_by="population", population="Inwoners", **borders)
    assert stored() == {("West", "2024"): pytest.approx(300, 1e-3), ("Oost", "2024"): pytest.approx(90, 1e-3)}
    with pytest.raises(FileRefused, match="inhabitants"):
        plan_of("wijk;druk\nGroot;350\n", spread_by="population", **borders)


@pytest.mark.parametrize("adds_up", [AddsUp.SUM, AddsUp.NOT])
def test_a_part_that_is_missing_makes_the_estimate_missing(borders, adds_up):
    make_statistic("Druk", adds_up=adds_up)
    imported("wijk;druk\nGroot;300\nK;x\n", **borders)
    assert stored()["Oost", "2024"] == Missing.SUPPRESSED
    assert isinstance(stored()["West", "2024"], float)


def test_an_old_area_that_is_not_in_the_file_is_unknown(borders):
    imported("wijk;druk\nGroot;300\n", **borders)
    assert stored()["Oost", "2024"] == Missing.UNKNOWN


def test_slivers_do_not_count(borders):
    shifted = collection(feature("W", "W", geometry=wide(0, 1.004)), feature("O", "O", geometry=wide(1.004, 0.996)))
    imported("wijk;druk\nW;10\nO;x\n", **OLD, beside=shifted)
    assert stored() == {("West", "2024"): 10, ("Oost", "2024"): Missing.SUPPRESSED}


def test_a_neighbourhood_that_the_older_borders_hardly_cover_stays_unknown():
    imported("wijk;druk\nW;10\n", **OLD, beside=collection(feature("W", "W", geometry=wide(0, 1.5))))
    assert stored() == {("West", "2024"): 10, ("Oost", "2024"): Missing.UNKNOWN}


def test_it_is_said_that_they_are_estimates_and_how_much_ground_lies_outside(borders):
    notes = notes_of("wijk;druk\nGroot;300\nK;x\n", **borders)
    assert "These values were converted from older borders: they are estimates." in notes
    assert "0.0% of the ground" in notes
    outside = collection(feature("Groot", "G", geometry=wide(0, 4)))
    assert "50.0% of the ground" in notes_of("wijk;druk\nG;1\n", **OLD, beside=outside)


def test_the_city_as_a_whole_is_not_converted(borders, settings):
    settings.CITY_CODE = "44021"
    imported("wijk;druk\nGroot;300\nK;40\n44021;340\n", **borders)
    assert stored()["city", "2024"] == 340
    assert not StatisticValue.objects.get(neighbourhood=None).is_converted


def test_broken_older_borders_are_refused():
    for broken in (b"wijken={}", b"\xff\x00", collection(feature("A", "1"), feature("B", "1"))):
        with pytest.raises(FileRefused):
            plan_of("wijk;druk\nA;1\n", **OLD, beside=broken)
