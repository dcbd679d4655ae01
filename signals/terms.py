"""Terms in working days: no weekends, no Belgian holidays."""

import datetime
from functools import cache

import holidays
from django.conf import settings

from jos.shared.time import midnight

A_DAY = datetime.timedelta(days=1)


@cache
def _holidays() -> holidays.HolidayBase:
    """It works out each year once, when the first day of it is asked."""
    return holidays.country_holidays("BE")


def is_working_day(day: datetime.date) -> bool:
    return day.weekday() < 5 and day not in _holidays()


def working_days_after(day: datetime.date, number: int) -> datetime.date:
    """The day on which a term of so many working days ends. The day it starts on does not count."""
    while number > 0:
        day += A_DAY
        number -= is_working_day(day)
    return day


def working_days_before(day: datetime.date, number: int) -> datetime.date:
    """The last day from which so many working days have passed on `day`."""
    while number > 0:
        number -= is_working_day(day)
        day -= A_DAY
    return day


def answered_too_late_before(at: datetime.date) -> datetime.datetime:
    """A signal that was received before this moment, and still waits on `at`, is overdue."""
    last_day_too_late = working_days_before(at - A_DAY, settings.SIGNAL_ANSWER_DAYS)
    return midnight(last_day_too_late + A_DAY)


def working_days_between(start: datetime.date, end: datetime.date) -> int:
    """How many working days lie after `start`, until `end` included. 0 when `end` does not come after it."""
    days = (end - start).days
    return sum(is_working_day(start + A_DAY * passed) for passed in range(1, days + 1))
