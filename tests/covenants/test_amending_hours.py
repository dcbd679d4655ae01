"""R7: more free-time hours, but never at the cost of the other three functions."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from covenants.amending.hours import less_elsewhere, less_in
from covenants.enums import CovenantState
from organisations.enums import Function
from tests.covenant_builders import make_covenant, make_hours

FREE_TIME, WELFARE, BRIDGE, SIGNAL = Function


def hours(**by_function) -> dict[Function, Decimal]:
    return {Function[name]: Decimal(value) for name, value in by_function.items()}


def test_R7_more_free_time_with_less_bridge_is_seen():
    found = less_elsewhere(hours(FREE_TIME=10, BRIDGE=8), hours(FREE_TIME=12, BRIDGE=6))
    assert [(each.function, each.before, each.after) for each in found] == [(BRIDGE, 8, 6)]


def test_R7_a_function_that_goes_altogether_is_less_as_well():
    assert [each.function for each in less_elsewhere(hours(FREE_TIME=10, SIGNAL=2), hours(FREE_TIME=11))] == [SIGNAL]


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(hours(FREE_TIME=12, BRIDGE=8), id="only more"),
        pytest.param(hours(FREE_TIME=10, BRIDGE=6), id="less, but free time gains nothing"),
        pytest.param(hours(FREE_TIME=8, BRIDGE=6), id="less of both"),
    ],
)
def test_R7_asks_nothing_where_free_time_takes_nothing(after):
    assert less_elsewhere(hours(FREE_TIME=10, BRIDGE=8), after) == []


amounts = st.dictionaries(st.sampled_from(Function), st.decimals(0, 100, places=2))


@given(before=amounts, after=amounts)
def test_R7_what_both_ways_lose_is_never_the_same(before, after):
    """Free time cannot gain in both directions."""
    assert not (less_elsewhere(before, after) and less_elsewhere(after, before))


@pytest.mark.django_db
def test_R7_looks_at_all_ages_and_neighbourhoods_together(organisation):
    base = make_covenant(organisation, state=CovenantState.SIGNED)
    amendment = make_covenant(organisation, amends=base)
    make_hours(base, FREE_TIME, 10)
    make_hours(base, BRIDGE, 8)
    make_hours(amendment, FREE_TIME, 6, age_band="6-11")
    make_hours(amendment, FREE_TIME, 6, age_band="12-15")
    make_hours(amendment, BRIDGE, 4, age_band="12-15")
    make_hours(amendment, BRIDGE, 4, age_band="16-19")
    assert less_in(amendment) == []
    amendment.hours.filter(age_band="16-19").delete()
    assert [each.function for each in less_in(amendment)] == [BRIDGE]


@pytest.mark.django_db
def test_R7_asks_nothing_of_a_first_covenant(organisation):
    covenant = make_covenant(organisation)
    make_hours(covenant, FREE_TIME, 10)
    assert less_in(covenant) == []
