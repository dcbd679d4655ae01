"""Terms in working days: no weekends, no Belgian holidays."""

import datetime
from functools import cache

import holidays

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
    """The working day that lies so many before `day`: a term of that number that began earlier is over."""
    while number > 0:
        day -= A_DAY
        number -= is_working_day(day)
    return day


def working_days_between(start: datetime.date, end: datetime.date) -> int:
    """How many working days lie after `start`, until `end` included. 0 when `end` does not come after it."""
    days = (end - start).days
    return sum(is_working_day(start + A_DAY * passed) for passed in range(1, days + 1))
