"""Over which days both sides report."""

import datetime
from itertools import pairwise

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from covenants.enums import Rhythm
from covenants.following_up.schedule import Days, as_stored, periods_of

START, UNTIL = datetime.date(2026, 1, 1), datetime.date(2026, 12, 31)
DAYS = st.dates(datetime.date(2020, 1, 1), datetime.date(2035, 12, 31))
A_DAY = datetime.timedelta(days=1)


def days(*isos: str) -> list[Days]:
    dates = [datetime.date.fromisoformat(iso) for iso in isos]
    return [Days(*pair) for pair in zip(dates[::2], dates[1::2], strict=True)]


def each_day(period: Days) -> list[datetime.date]:
    return [period.starts_on + A_DAY * number for number in range((period.ends_on - period.starts_on).days + 1)]


def said(own) -> str:
    with pytest.raises(ValidationError) as refused:
        periods_of(Rhythm.OWN, START, UNTIL, own)
    return " ".join(refused.value.messages)


def test_a_year_has_four_quarters():
    assert periods_of(Rhythm.QUARTER, START, UNTIL) == days(
        "2026-01-01", "2026-03-31", "2026-04-01", "2026-06-30", "2026-07-01", "2026-09-30", "2026-10-01", "2026-12-31"
    )


def test_half_years_are_cut_off_where_the_covenant_starts_and_ends():
    found = periods_of(Rhythm.HALF_YEAR, datetime.date(2026, 3, 15), datetime.date(2027, 2, 28))
    assert found == days("2026-03-15", "2026-06-30", "2026-07-01", "2026-12-31", "2027-01-01", "2027-02-28")


def test_a_school_year_starts_in_september():
    found = periods_of(Rhythm.SCHOOL_YEAR, START, datetime.date(2027, 8, 31))
    assert found == days("2026-01-01", "2026-08-31", "2026-09-01", "2027-08-31")


def test_a_few_days_at_either_end_go_with_the_period_beside_them():
    found = periods_of(Rhythm.QUARTER, datetime.date(2026, 3, 20), datetime.date(2026, 10, 10))
    assert found == days("2026-03-20", "2026-06-30", "2026-07-01", "2026-10-10")


@pytest.mark.parametrize("rhythm", [each for each in Rhythm if each != Rhythm.OWN])
def test_a_covenant_of_one_day_has_one_period(rhythm):
    leap_day = datetime.date(2028, 2, 29)
    assert periods_of(rhythm, leap_day, leap_day) == [Days(leap_day, leap_day)]


def test_a_quarter_that_begins_or_ends_on_a_leap_day_has_it():
    found = periods_of(Rhythm.QUARTER, datetime.date(2028, 2, 29), datetime.date(2032, 2, 29))
    assert (found[0], found[-1]) == tuple(days("2028-02-29", "2028-03-31", "2032-01-01", "2032-02-29"))


def test_the_last_day_of_a_school_year_goes_with_the_next():
    found = periods_of(Rhythm.SCHOOL_YEAR, datetime.date(2026, 8, 31), datetime.date(2027, 8, 31))
    assert found == days("2026-08-31", "2027-08-31")


def test_own_periods_come_in_their_order():
    own = [["2026-05-01", "2026-12-31"], ["2026-01-01", "2026-02-28"]]
    found = periods_of(Rhythm.OWN, START, UNTIL, own)
    assert as_stored(found) == own[::-1]


def test_periods_that_overlap_are_refused():
    text = said([["2026-01-01", "2026-06-30"], ["2026-06-30", "2026-12-31"]])
    assert "1 January 2026 – 30 June 2026 and 30 June 2026 – 31 December 2026 overlap" in text


def test_a_period_that_ends_before_it_starts_is_refused():
    assert "ends before it starts. Turn the two days round." in said([["2026-06-30", "2026-01-01"]])


@pytest.mark.parametrize("pair", [["2025-12-31", "2026-03-31"], ["2026-10-01", "2027-01-01"]])
def test_a_period_outside_the_covenant_is_refused(pair):
    assert "Keep it within 1 January 2026 – 31 December 2026." in said([pair])


def test_own_dates_need_a_period():
    assert said([]) == "Give at least one period to report on."


@pytest.mark.parametrize("own", [[["soon", "later"]], [["2026-01-01"]], [None], [[None, 3]]])
def test_what_is_no_period_is_refused(own):
    assert said(own) == "Give each period the day it starts and the day it ends."


def test_far_too_many_periods_are_refused():
    month = [[f"2026-{month:02}-01", f"2026-{month:02}-02"] for month in range(1, 13)]
    assert "Give 60 at most" in said(month * 6)


@given(DAYS, st.integers(0, 400), st.lists(st.tuples(st.integers(-30, 430), st.integers(0, 200)), max_size=4))
def test_what_is_left_of_a_period_holds_each_other_day_once(start, length, pairs):
    whole = Days(start, start + A_DAY * length)
    taken = [Days(start + A_DAY * first, start + A_DAY * (first + more)) for first, more in pairs]
    left = [day for piece in whole.without(taken) for day in each_day(piece)]
    gone = {day for piece in taken for day in each_day(piece)}
    assert left == [day for day in each_day(whole) if day not in gone]


@given(DAYS, st.integers(0, 3000), st.sampled_from([each for each in Rhythm if each != Rhythm.OWN]))
def test_whatever_the_rhythm_each_day_is_reported_on_once(start, length, rhythm):
    until = start + datetime.timedelta(days=length)
    found = periods_of(rhythm, start, until)
    assert found[0].starts_on == start
    assert found[-1].ends_on == until
    assert all(each.starts_on <= each.ends_on for each in found)
    assert all(one.ends_on + A_DAY == next_one.starts_on for one, next_one in pairwise(found))
