from datetime import date, timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from signals.terms import answered_too_late_before, is_working_day, working_days_after, working_days_between


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
def test_what_was_received_longer_ago_than_staff_take_is_overdue_and_nothing_else(passed):
    at = date(2026, 12, 20) + timedelta(days=passed)  # over Christmas, New Year and weekends
    first_in_time = timezone.localdate(answered_too_late_before(at))
    day_before = first_in_time - timedelta(days=1)
    assert working_days_after(day_before, settings.SIGNAL_ANSWER_DAYS) < at
    assert working_days_after(first_in_time, settings.SIGNAL_ANSWER_DAYS) >= at
