"""What holds for any table of figures, and what the definition says word by word."""

import math
import time

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from neighbourhoods.enums import Method
from neighbourhoods.weighing.scoring import Scores, score
from tests.neighbourhoods import naive_weighing as naive

methods = st.sampled_from(Method)
values = st.none() | st.integers(-50, 50).map(lambda number: number / 4)
weights_of_one = st.integers(-20, 20).filter(bool).map(lambda number: number / 4)


@st.composite
def tables(draw, most_places: int = 8, most_statistics: int = 5) -> tuple[naive.Table, list[float]]:
    width = draw(st.integers(1, most_statistics))
    table = draw(st.lists(st.lists(values, min_size=width, max_size=width), max_size=most_places))
    return table, draw(st.lists(weights_of_one, min_size=width, max_size=width))


def judge(table: naive.Table, weights: list[float], method: Method = Method.ZSCORE) -> Scores:
    numbers = [[math.nan if value is None else value for value in row] for row in table]
    return score(np.array(numbers, dtype=float).reshape(len(table), len(weights)), np.array(weights), method)


def ranks(scores: Scores) -> list[int | None]:
    return [rank or None for rank in scores.ranks.tolist()]


def test_a_z_score_is_the_distance_from_the_mean_in_standard_deviations():
    assert judge([[1], [2], [3]], [1]).totals == pytest.approx([-1.224745, 0, 1.224745], abs=1e-6)


def test_a_rank_is_the_place_in_the_row_from_0_to_1_and_ties_share_the_middle():
    assert judge([[10], [20], [20], [90]], [1], Method.RANK).totals == pytest.approx([0, 0.5, 0.5, 1])


def test_a_negative_weight_turns_need_round():
    assert ranks(judge([[1], [2], [3]], [-2])) == [1, 2, 3]


def test_a_heavier_statistic_says_more():
    scores = judge([[0, 1], [1, 0]], [3, 1])
    assert scores.totals == pytest.approx([-0.5, 0.5])


def test_a_statistic_that_is_the_same_everywhere_adds_nothing():
    scores = judge([[0.1, 1], [0.1, 2], [0.1, 3]], [5, 1])
    assert scores.contributions[:, 0].tolist() == [0, 0, 0]


def test_what_is_missing_has_no_say_and_the_rest_shares_its_weight():
    scores = judge([[1, None], [2, 8], [3, 9]], [1, 1])
    assert scores.contributions[0].tolist() == pytest.approx([-1.224745, 0], abs=1e-6)


def test_a_place_of_which_nothing_is_known_has_no_rank_and_takes_none_from_others():
    assert ranks(judge([[None], [1], [2]], [1])) == [None, 2, 1]


def test_a_tie_shares_the_best_rank():
    assert ranks(judge([[5], [5], [1]], [1])) == [1, 1, 3]


def test_what_only_the_arithmetic_of_a_computer_tells_apart_is_a_tie():
    scores = judge([[1, 1, 1], [2, 3, 2], [3, 4, 3], [4, 2, 4]], [1, 1, 1], Method.RANK)
    assert scores.totals[2] != scores.totals[3]
    assert ranks(scores) == [4, 3, 1, 1]


def test_one_statistic_alone_leaves_no_doubt_about_a_rank():
    scores = judge([[1], [2], [3]], [7])
    assert (scores.lows.tolist(), scores.highs.tolist()) == ([3, 2, 1], [3, 2, 1])


def test_a_rank_that_hangs_on_the_weights_has_a_wide_interval():
    scores = judge([[0, 10], [10, 0], [5, 5.01]], [1, 1])
    assert list(zip(scores.lows.tolist(), scores.highs.tolist(), strict=True)) == [(1, 3), (1, 3), (1, 2)]


def test_in_the_worst_quarter_are_at_most_a_quarter_of_those_known():
    assert judge([[1], [2], [3], [4]], [1]).in_worst_quarter[:, 0].tolist() == [False, False, False, True]
    assert judge([[1], [2], [3], [4]], [-1]).in_worst_quarter[:, 0].tolist() == [True, False, False, False]


def test_two_that_are_equally_bad_are_too_many_for_a_quarter_of_four():
    assert not judge([[1], [2], [4], [4]], [1]).in_worst_quarter.any()


def test_of_three_known_none_is_in_the_worst_quarter():
    assert not judge([[1], [2], [9], [None]], [1]).in_worst_quarter.any()


@pytest.mark.parametrize("method", Method)
def test_no_places_no_statistics_and_huge_numbers_are_no_trouble(method):
    assert judge([], [1], method).ranks.tolist() == []
    assert score(np.empty((2, 0)), np.empty(0), method).ranks.tolist() == [0, 0]
    assert ranks(judge([[1e308], [-1e308], [5e-324]], [1], method)) == [1, 3, 2]
    assert ranks(judge([[5e-324], [0]], [1], method)) == [1, 2]


@given(tables(), methods)
def test_it_is_what_the_definition_says(case, method):
    table, weights = case
    scores = judge(table, weights, method)
    assert ranks(scores) == naive.ranks(table, weights, method)
    for place, expected in enumerate(naive.contributions(table, weights, method)):
        assert {number: scores.contributions[place, number] for number in expected} == pytest.approx(expected)
    worst = [set(np.flatnonzero(row).tolist()) for row in scores.in_worst_quarter]
    assert worst == naive.worst_quarters(table, weights)


@pytest.mark.parametrize("method", Method)
def test_so_are_the_intervals(method):
    random = np.random.default_rng(2024)
    table = [[None if random.random() < 0.2 else float(random.normal()) for _each in range(4)] for _place in range(7)]
    scores = judge(table, [1, -2, 0.5, 3], method)
    found = [(low, high) if low else None for low, high in zip(scores.lows, scores.highs, strict=True)]
    assert found == naive.intervals(table, [1, -2, 0.5, 3], method)


@given(tables(), methods, st.sampled_from([0.001, 0.5, 3, 1000]))
@example(([[0.0, 1.0], [1.0, 0.0]], [0.25, 0.25]), Method.ZSCORE, 3)
def test_scaling_all_weights_changes_nothing(case, method, factor):
    table, weights = case
    before, after = judge(table, weights, method), judge(table, [weight * factor for weight in weights], method)
    assert ranks(after) == ranks(before)
    assert after.totals == pytest.approx(before.totals)
    assert (after.lows.tolist(), after.highs.tolist()) == (before.lows.tolist(), before.highs.tolist())


@given(tables(), methods)
def test_contributions_add_up_to_the_score(case, method):
    scores = judge(*case, method)
    assert scores.contributions.sum(axis=1) == pytest.approx(scores.totals)


@given(tables(), methods)
def test_the_interval_holds_the_rank(case, method):
    scores = judge(*case, method)
    assert (scores.lows <= scores.ranks).all()
    assert (scores.ranks <= scores.highs).all()


@given(tables(), methods)
def test_the_same_figures_give_the_same_answer(case, method):
    first, second = judge(*case, method), judge(*case, method)
    assert all(np.array_equal(getattr(first, name), getattr(second, name)) for name in vars(first))


@given(tables(), methods)
def test_a_place_without_a_value_of_a_statistic_does_not_move_what_that_statistic_says_of_others(case, method):
    """Neither as 0 nor as any other number: it is the same as if the place were not in that column at all."""
    table, weights = case
    unknown = [None] * len(weights)
    before, after = judge(table, weights, method), judge([*table, unknown], weights, method)
    assert after.totals[:-1] == pytest.approx(before.totals)
    assert ranks(after) == [*ranks(before), None]
    assert np.array_equal(after.in_worst_quarter[:-1], before.in_worst_quarter)


@given(tables(most_statistics=4), methods, weights_of_one)
def test_a_statistic_nobody_has_a_value_of_changes_no_score(case, method, weight):
    table, weights = case
    before = judge(table, weights, method)
    after = judge([[*row, None] for row in table], [*weights, weight], method)
    assert after.totals == pytest.approx(before.totals)
    assert ranks(after) == ranks(before)


def test_a_region_of_250_neighbourhoods_and_20_statistics_takes_a_moment():
    """Milliseconds are measured by `make bench`; a loop in Python over draws and places would take minutes."""
    random = np.random.default_rng(1)
    table = random.normal(size=(250, 20))
    started = time.process_time()
    score(table, random.normal(size=20), Method.ZSCORE)
    assert time.process_time() - started < 2
