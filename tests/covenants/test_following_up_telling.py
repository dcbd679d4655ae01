"""What several say together: whoever reads everything, always, cannot tell what one of them said."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from covenants.following_up.telling import (
    FEWEST,
    Counted,
    last_told,
    percent_of,
    refuse_once_told,
    score_in_words,
    score_of,
    told_from,
)

SCORES = range(1, 6)


def others(number: int, total: int) -> list[int]:
    """So many scores that make this total."""
    base, more = divmod(total, number)
    return [base + 1] * more + [base] * (number - more)


@given(st.lists(st.integers(1, 5), min_size=FEWEST, max_size=30))
def test_whatever_is_told_each_may_have_given_any_score(scores):
    told, number = score_of(scores), len(scores) - 1
    for mine in SCORES:
        totals = range(number, 5 * number + 1)
        assert any(score_of([mine, *others(number, total)]) == told for total in totals)


@pytest.mark.parametrize(
    ("scores", "told"),
    [
        ([1] * 5, "at most 2"),
        ([2] * 5, "at most 2"),
        ([1, 1, 1, 1, 5], "at most 2"),
        ([3] * 5, "3"),
        ([3, 3, 3, 4, 4], "3.5"),
        ([5] * 5, "at least 4"),
    ],
)
def test_all_the_same_at_an_end_is_told_as_a_bound(scores, told):
    assert score_in_words(score_of(scores)) == told


def test_fewer_than_five_say_nothing():
    assert score_of([3] * 4) is None
    assert percent_of([Counted(5, 10)] * 4) is None


def test_a_year_is_told_from_the_first_of_april_after_it_and_changes_no_more():
    assert told_from(2025) == datetime.date(2026, 4, 1)
    before, then = datetime.date(2026, 3, 31), datetime.date(2026, 4, 1)
    assert (last_told(before), last_told(then)) == (2024, 2025)
    refuse_once_told(2025, before)
    with pytest.raises(ValidationError, match="told since 1 April 2026"):
        refuse_once_told(2025, then)


@given(st.dates(datetime.date(2020, 1, 1), datetime.date(2040, 1, 1)))
def test_what_is_told_once_is_told_ever_after(day):
    assert last_told(day) < day.year
    assert last_told(day) <= last_told(day + datetime.timedelta(days=1))


@pytest.mark.parametrize(
    ("counted", "why"),
    [
        ([Counted(2, 4), *[Counted(1, 5)] * 4], "without the first one four people are left"),
        ([Counted(3, 5), *[Counted(4, 5)] * 4], "without the first one four are left on the other side"),
        ([Counted(0, 5)] * 5, "nobody of them"),
        ([Counted(100, 200), *[Counted(10, 20)] * 4], "most of them are of one organisation"),
    ],
)
def test_no_share_that_one_of_them_could_take_apart(counted, why):
    assert percent_of(counted) is None, why


def test_a_share_of_many_is_rounded_to_five_in_a_hundred():
    assert percent_of([*[Counted(5, 10)] * 4, Counted(6, 10)]) == 50


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 60)), min_size=1, max_size=12))
def test_who_knows_its_own_counts_never_learns_of_fewer_than_five_people(pairs):
    counted = [Counted(min(those, people), people) for those, people in pairs]
    if percent_of(counted) is None:
        return
    for one in counted:
        rest = [each for each in counted if each is not one]
        those, people = sum(each.those for each in rest), sum(each.people for each in rest)
        assert min(those, people - those) >= 5
        assert one.people <= people
