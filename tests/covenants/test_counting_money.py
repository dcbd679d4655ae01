"""The budget by function and neighbourhood: exact to the cent."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from covenants.counting.money import divide_exactly, grants, years_with_money
from covenants.enums import CovenantState
from organisations.enums import Function
from tests import builders, covenant_builders
from tests.covenant_builders import YEAR

FREE_TIME = Function.FREE_TIME
WEIGHTS = st.dictionaries(st.integers(1, 30), st.fractions(0, 50, max_denominator=12), min_size=1, max_size=12)


@pytest.fixture
def areas(db):
    return [builders.make_neighbourhood(name) for name in ("Ham", "Muide", "Rabot")]


def make_funded(*areas, amount: float = 100):
    covenant = covenant_builders.make_covenant(None, *areas, state=CovenantState.SIGNED)
    covenant_builders.make_budget(covenant, FREE_TIME, amount)
    return covenant


def by_area(areas) -> dict:
    return {grant.area: grant.amount for grant in grants(YEAR, [area.pk for area in areas])}


@given(cents=st.integers(0, 10**10), weights=WEIGHTS)
def test_the_parts_always_add_up_to_the_amount(cents, weights):
    amount = Decimal(cents) / 100
    parts = divide_exactly(amount, weights)
    if any(weights.values()):
        assert sum(parts.values()) == amount
        total = sum(weights.values())
        assert all(
            abs(Fraction(parts[key]) - Fraction(amount) * w / total) < Fraction(1, 100) for key, w in weights.items()
        )
    else:
        assert parts == {}


def test_without_hours_each_neighbourhood_has_an_equal_part(areas):
    make_funded(*areas)
    assert sorted(by_area(areas).values()) == [Decimal("33.33"), Decimal("33.33"), Decimal("33.34")]


def test_money_follows_the_agreed_hours_of_its_function(areas):
    covenant = make_funded(*areas[:2])
    covenant_builders.make_hours(covenant, FREE_TIME, 3, neighbourhood=areas[0])
    covenant_builders.make_hours(covenant, FREE_TIME, 1, neighbourhood=areas[1])
    covenant_builders.make_hours(covenant, Function.BRIDGE, 50, neighbourhood=areas[1])
    assert by_area(areas) == {areas[0].pk: Decimal(75), areas[1].pk: Decimal(25)}


def test_a_covenant_without_areas_gives_to_the_whole_city(areas):
    make_funded(amount=30)
    assert set(by_area(areas).values()) == {Decimal(10)}


def test_what_goes_to_no_neighbourhood_of_today_is_not_lost(areas):
    make_funded(areas[0])
    assert by_area(areas[1:]) == {None: Decimal(100)}


def test_only_signed_covenants_give_money(areas):
    covenant_builders.make_budget(covenant_builders.make_covenant(None, areas[0]), FREE_TIME, 100)
    assert by_area(areas) == {}
    assert years_with_money() == []


def test_hours_over_the_whole_reach_weigh_in_each_neighbourhood(areas):
    covenant = make_funded(*areas, amount=900)
    covenant_builders.make_hours(covenant, FREE_TIME, 3)
    covenant_builders.make_hours(covenant, FREE_TIME, 6, neighbourhood=areas[0])
    assert by_area(areas) == {areas[0].pk: 700, areas[1].pk: 100, areas[2].pk: 100}


def test_years_run_from_the_last_to_the_first(areas):
    covenant_builders.make_budget(make_funded(areas[0]), FREE_TIME, 100, year=YEAR + 2)
    assert years_with_money() == [YEAR + 2, YEAR + 1, YEAR]


@pytest.mark.parametrize("number", [3, 12])
def test_asks_as_much_however_many_there_are(number, areas, django_assert_num_queries):
    for _each in range(number):
        covenant_builders.make_hours(make_funded(*areas), FREE_TIME, 2)
    with django_assert_num_queries(3):
        grants(YEAR, [area.pk for area in areas])
