from datetime import date, timedelta

import pytest

from signals.terms import is_working_day, working_days_after, working_days_before, working_days_between


@pytest.mark.parametrize(
    ("start", "number", "end"),
    [
        (date(2026, 11, 20), 1, date(2026, 11, 23)),  # over a weekend
        (date(2026, 4, 3), 1, date(2026, 4, 7)),  # over Easter Monday
        (date(2026, 11, 10), 1, date(2026, 11, 12)),  # over Armistice Day
        (date(2026, 12, 24), 2, date(2026, 12, 29)),  # Christmas, a weekend
        (date(2026, 11, 22), 0, date(2026, 11, 22)),
    ],
)
def test_a_term_counts_working_days_only(start, number, end):
    assert working_days_after(start, number) == end
    assert working_days_between(start, end) == number


def test_the_national_holiday_is_no_working_day():
    assert not is_working_day(date(2027, 7, 21))
    assert is_working_day(date(2027, 7, 22))


def test_nothing_lies_between_a_day_and_an_earlier_one():
    assert working_days_between(date(2026, 11, 23), date(2026, 11, 20)) == 0


@pytest.mark.parametrize("passed", range(21))
def test_a_term_that_began_before_that_working_day_is_over_and_no_other(passed):
    day = date(2026, 12, 20) + timedelta(days=passed)  # over Christmas, New Year and weekends
    first_in_time = working_days_before(day, 10)
    assert working_days_after(first_in_time, 10) >= day > working_days_after(first_in_time - timedelta(days=1), 10)
