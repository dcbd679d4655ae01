from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from covenants.enums import AddsUp
from covenants.indicators.adding_up import WHOLE, Amount, add_up, amount_of, of_area, of_period, over_periods

NORTH, SOUTH = 1, 2
values = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False)
unknown_too = st.lists(st.one_of(st.none(), values), max_size=12)


@dataclass(frozen=True)
class Rule:
    over_periods: str = AddsUp.SUM
    over_areas: str = AddsUp.SUM


def amounts(*several) -> list[Amount]:
    return [amount_of(None if each is None else Decimal(str(each))) for each in several]


def together(how, *several) -> Amount:
    return add_up(amounts(*several), how)


def test_what_adds_up_is_added_exactly():
    assert together(AddsUp.SUM, "0.10", "0.20") == Amount(Decimal("0.30"))


def test_the_mean_is_of_what_is_known():
    assert together(AddsUp.MEAN, 60, None, 80) == Amount(Decimal(70), unknown=1)


def test_the_latest_counts_and_says_so_when_later_ones_are_unknown():
    assert together(AddsUp.LATEST, 12, 14) == Amount(Decimal(14))
    assert together(AddsUp.LATEST, 14, 12, None, None) == Amount(Decimal(12), unknown=2)
    assert together(AddsUp.LATEST, None, 12) == Amount(Decimal(12))


def test_a_whole_of_which_an_age_is_unknown_gives_way_to_areas_that_are_known():
    cells = {("6-15", None): Decimal(10), ("16-25", None): None, (WHOLE, NORTH): Decimal(8), (WHOLE, SOUTH): Decimal(9)}
    assert of_period(cells, (NORTH, SOUTH), Rule()) == Amount(Decimal(17))


def test_the_latest_of_equal_values_is_the_last_one():
    assert together(AddsUp.LATEST, 12, None, 12) == Amount(Decimal(12))


def test_the_same_people_may_count_twice_so_the_highest_is_the_least_there_were():
    assert together(AddsUp.DISTINCT, 40, 55, 30) == Amount(Decimal(55), is_at_least=True)
    assert together(AddsUp.DISTINCT, 40) == Amount(Decimal(40))


@pytest.mark.parametrize("how", AddsUp)
def test_r17_unknown_is_not_zero(how):
    nothing_known = together(how, None, None)

    assert nothing_known == Amount(None, unknown=2)
    assert not nothing_known.is_partial
    assert together(how, 0).value == 0


@given(unknown_too, st.sampled_from([AddsUp.SUM, AddsUp.MEAN, AddsUp.DISTINCT]), st.randoms())
def test_the_order_never_matters_but_for_the_latest(several, how, random):
    shuffled = random.sample(several, len(several))

    assert add_up(map(amount_of, several), how) == add_up(map(amount_of, shuffled), how)


@given(unknown_too, st.sampled_from(AddsUp))
def test_r17_what_is_unknown_never_changes_the_value_and_is_always_counted(several, how):
    known = add_up((amount_of(each) for each in several if each is not None), how)
    all_of_them = add_up(map(amount_of, several), how)

    assert all_of_them.value == known.value
    if how != AddsUp.LATEST:
        assert all_of_them.unknown == several.count(None)


@given(unknown_too, unknown_too, st.sampled_from([AddsUp.SUM, AddsUp.DISTINCT]))
def test_adding_up_in_two_steps_says_the_same(first, second, how):
    at_once = add_up(map(amount_of, [*first, *second]), how)
    in_steps = add_up([add_up(map(amount_of, first), how), add_up(map(amount_of, second), how)], how)

    assert in_steps == at_once


@given(st.lists(values, min_size=1, max_size=12))
def test_people_who_may_count_twice_are_never_more_than_their_sum_nor_less_than_any(several):
    distinct = add_up(map(amount_of, several), AddsUp.DISTINCT).value

    assert max(several) <= distinct <= add_up(map(amount_of, several), AddsUp.SUM).value


def test_a_period_adds_up_its_areas():
    cells = {(WHOLE, NORTH): Decimal(30), (WHOLE, SOUTH): Decimal(20)}

    assert of_period(cells, [NORTH, SOUTH], Rule()) == Amount(Decimal(50))


def test_an_area_nobody_said_anything_about_is_unknown():
    cells = {(WHOLE, NORTH): Decimal(30)}

    assert of_period(cells, [NORTH, SOUTH], Rule()) == Amount(Decimal(30), unknown=1)


def test_what_was_said_of_the_whole_counts_before_what_follows_from_its_parts():
    cells = {(WHOLE, None): Decimal(42), (WHOLE, NORTH): Decimal(30), (WHOLE, SOUTH): Decimal(20)}

    assert of_period(cells, [NORTH, SOUTH], Rule(over_areas=AddsUp.DISTINCT)) == Amount(Decimal(42))


def test_a_whole_that_is_said_to_be_unknown_still_has_its_parts():
    cells = {(WHOLE, None): None, (WHOLE, NORTH): Decimal(30)}

    assert of_period(cells, [NORTH, SOUTH], Rule()) == Amount(Decimal(30), unknown=1)


def test_without_areas_or_ages_there_is_only_the_whole():
    assert of_period({(WHOLE, None): Decimal(42)}, [], Rule()) == Amount(Decimal(42))
    assert of_period({}, [], Rule()) == Amount(None, unknown=1)
    assert of_period({}, [NORTH, SOUTH], Rule()).value is None


def test_people_of_different_ages_add_up_where_people_of_different_areas_may_be_the_same():
    cells = {("6-15", NORTH): Decimal(10), ("16-25", NORTH): Decimal(12), (WHOLE, SOUTH): Decimal(15)}
    rule = Rule(over_areas=AddsUp.DISTINCT)

    assert of_area(cells, NORTH, rule) == Amount(Decimal(22))
    assert of_period(cells, [NORTH, SOUTH], rule) == Amount(Decimal(22), is_at_least=True)


def test_a_share_of_different_ages_is_their_mean():
    cells = {("6-15", None): Decimal(40), ("16-25", None): Decimal(60)}

    assert of_period(cells, [], Rule(over_areas=AddsUp.MEAN)) == Amount(Decimal(50))


def test_periods_follow_their_own_rule():
    rule = Rule(over_periods=AddsUp.LATEST, over_areas=AddsUp.SUM)
    quarters = [of_period({(WHOLE, None): Decimal(value)}, [], rule) for value in (3, 5)]

    assert over_periods(quarters, rule) == Amount(Decimal(5))
    assert over_periods(quarters, Rule()) == Amount(Decimal(8))
