"""Numbers as people write them, and whether their parts make the whole."""

from decimal import Decimal

import pytest
from django.utils import translation

from covenants.enums import AddsUp, AgeSplit, CovenantState, Side
from covenants.following_up.asked import Asked, Cell, Measured, report_of
from covenants.following_up.numbers import in_words, number
from covenants.following_up.sums import does_not_add_up
from covenants.indicators.units import why_not
from tests.builders import make_circle, make_neighbourhood
from tests.covenant_builders import make_covenant, make_number, make_period


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("12", Decimal(12)),
        (" 12,5 ", Decimal("12.5")),
        ("1 234", Decimal(1234)),
        ("1\u00a0234\u202f567,5", Decimal("1234567.5")),
        ("0", Decimal(0)),
        ("-0", Decimal(0)),
        ("1234,56", Decimal("1234.56")),
        ("9" * 10, Decimal(9999999999)),
        ("?", "?"),
        (" Onbekend", "?"),
        ("niet gekend", "?"),
        ("", None),
    ],
)
def test_a_number_is_read_as_people_write_it(text, means):
    assert number(text) == means


@pytest.mark.parametrize("text", ["veel", "12 5", "1e5", "=1+1", "٣", "--1", "NaN", "n.v.t.", "nvt", "-"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(ValueError, match="is not a number"):
        number(text)


@pytest.mark.parametrize("text", ["1.234", "12,345", "9" * 11, "9" * 5000, "1.234,5", "1,234.50"])
def test_a_number_that_can_be_read_in_two_ways_or_is_too_exact_says_so(text):
    with pytest.raises(ValueError, match="has too many digits"):
        number(text)


@pytest.mark.parametrize("unit", ["jongeren", "uren per week", "EUR", "%", "dagen"])
def test_what_is_counted_is_never_less_than_zero(unit):
    assert "are never less than 0" in why_not(Decimal(-1), unit)
    assert not why_not(Decimal(0), unit)
    assert not why_not(Decimal(110), unit)  # percent of the places there are
    assert not why_not(None, unit)


@pytest.mark.parametrize("unit", ["punten", "verschil met vorig jaar", "score op 10"])
def test_a_score_or_a_difference_can_be_less_than_zero(unit):
    assert not why_not(Decimal("-0.5"), unit)


def test_a_number_is_written_in_the_language_of_who_reads():
    assert in_words(Decimal("12.50")) == "12.5"
    with translation.override("nl"):
        assert in_words(Decimal("12.50")) == "12,5"
    assert in_words(Decimal("100.00")) == "100"
    assert in_words(None) == ""


@pytest.fixture
def asked(db):
    """A number by two groups of ages, in two neighbourhoods."""
    covenant = make_covenant(None, make_neighbourhood("Noord"), make_neighbourhood("Zuid"), state=CovenantState.SIGNED)
    make_number(covenant, age_split=AgeSplit.TWO, by_neighbourhood=True)
    return Asked(report_of(make_period(covenant), Side.PARTNER))


def refusal(asked, **values) -> str:
    """Keys: whole, young, old, north, south, and so on."""
    [indicator] = asked.numbers
    north, south = (area.pk for area in asked.areas)
    key = indicator.pk
    cells = {
        "whole": Cell(key), "young": Cell(key, "6-15"), "old": Cell(key, "16-25"),
        "north": Cell(key, "", north), "south": Cell(key, "", south),
        "north_young": Cell(key, "6-15", north), "north_old": Cell(key, "16-25", north),
    }  # fmt: skip
    said = {cells[name]: Measured(None if value is None else Decimal(value)) for name, value in values.items()}
    return does_not_add_up(indicator, said, asked)


@pytest.mark.parametrize(
    "values",
    [
        {"whole": 30},
        {"north": 10, "south": 20},
        {"whole": 30, "north": 10, "south": 20},
        {"whole": 30, "young": 25, "old": 5},
        {"whole": 30, "north_young": 4, "north_old": 6, "south": 20},
        {"whole": 30, "north": 10},
        {"whole": 30, "north": 10, "south": None},
        {"whole": 30, "young": 25},
        {"whole": None, "north": 10, "south": 20},
    ],
)
def test_parts_that_make_the_whole_or_are_not_all_known_are_fine(asked, values):
    assert refusal(asked, **values) == ""


@pytest.mark.parametrize(
    "values",
    [
        {"whole": 31, "north": 10, "south": 20},
        {"whole": 31, "young": 25, "old": 5},
        {"whole": 31, "north_young": 4, "north_old": 6, "south": 20},
    ],
)
def test_parts_that_do_not_make_the_whole_are_refused_with_both_sums(asked, values):
    assert refusal(asked, **values) == "The parts add up to 30, the whole says 31. Correct one of them."


@pytest.mark.parametrize("how", [AddsUp.MEAN, AddsUp.DISTINCT])
def test_what_does_not_add_up_over_areas_is_not_added_up(asked, how):
    asked.numbers[0].over_areas = how
    assert refusal(asked, whole=31, north=10, south=20) == ""


@pytest.mark.django_db
def test_the_neighbourhoods_are_those_of_the_covenant_and_of_its_circles_and_else_of_the_whole_city():
    north, south = make_neighbourhood("Noord"), make_neighbourhood("Zuid")
    make_neighbourhood("West")
    covenant = make_covenant(None, north, state=CovenantState.SIGNED)
    covenant.circles.add(make_circle(north, south))
    make_number(covenant, by_neighbourhood=True)
    assert Asked(report_of(make_period(covenant), Side.PARTNER)).areas == [north, south]
    everywhere = make_covenant(state=CovenantState.SIGNED)
    make_number(everywhere, by_neighbourhood=True)
    assert len(Asked(report_of(make_period(everywhere), Side.PARTNER)).areas) == 3
