"""On which days of the year a season falls. The school holidays are those of Flemish schools.

Their dates follow from the calendar: Decision of the Flemish Government of 17 April 1991, still the rule.
"""

import datetime
from functools import cache

from dateutil.easter import easter

from organisations.enums import Season

Days = tuple[datetime.date, datetime.date]  # the first and the last, both included


def in_season(season: str, day: datetime.date) -> bool:
    """Does what runs in this season run on this day? The school year leaves its own holidays out."""
    if season == Season.SUMMER:
        return day.month in (7, 8)
    if season == Season.HOLIDAYS:
        return is_school_holiday(day)
    return season == Season.ALL_YEAR or not is_school_holiday(day)


def seasons_on(day: datetime.date) -> list[Season]:
    return [season for season in Season if in_season(season, day)]


def is_school_holiday(day: datetime.date) -> bool:
    """In one of the five holidays. Loose days off, such as Ascension Day, are none."""
    return any(first <= day <= last for year in (day.year - 1, day.year) for first, last in school_holidays(year))


@cache
def school_holidays(year: int) -> tuple[Days, ...]:
    """The holidays that begin in this year, weekends at their end included."""
    easter_day = easter(year)
    spring = _monday(easter_day) - datetime.timedelta(weeks=6)  # the seventh Monday before Easter
    easter_days = _weeks(2, _easter_holidays_from(easter_day))
    return (
        _weeks(1, spring),
        (easter_days[0], max(easter_days[1], easter_day + datetime.timedelta(days=1))),
        (datetime.date(year, 7, 1), datetime.date(year, 8, 31)),
        _weeks(1, _monday_of_or_after(datetime.date(year, 11, 1), late=(7,))),
        _weeks(2, _monday_of_or_after(datetime.date(year, 12, 25), late=(6, 7))),
    )


def _easter_holidays_from(easter_day: datetime.date) -> datetime.date:
    """The first Monday of April; with an early or a late Easter, as close to it as can be."""
    if easter_day.month == 3:
        return easter_day + datetime.timedelta(days=1)
    if easter_day > datetime.date(easter_day.year, 4, 15):
        return _monday(easter_day) - datetime.timedelta(weeks=1)
    return _monday(datetime.date(easter_day.year, 4, 7))


def _monday_of_or_after(day: datetime.date, *, late: tuple[int, ...]) -> datetime.date:
    """The Monday of its week; where the day is one of these `late` ones, the Monday after."""
    return _monday(day) + datetime.timedelta(weeks=day.isoweekday() in late)


def _monday(day: datetime.date) -> datetime.date:
    return day - datetime.timedelta(days=day.weekday())


def _weeks(number: int, monday: datetime.date) -> Days:
    return monday, monday + datetime.timedelta(days=7 * number - 1)
