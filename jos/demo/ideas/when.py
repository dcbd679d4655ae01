"""Days and hours as partners write them: "maandag en woensdag 16:00-17:30, zaterdag 10:00-12:00"."""

import datetime
import re

from organisations.enums import Weekday

Moment = tuple[Weekday, datetime.time, datetime.time]

DAYS = dict(zip(("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"), Weekday, strict=True))
_DAY = f"(?:{'|'.join(DAYS)})"
_PART = re.compile(rf"({_DAY}(?:(?:, | en | tot ){_DAY})*) (\d+:\d\d)-(\d+:\d\d)(?:, |$)")


def moments(when: str) -> list[Moment]:
    """Every day with its hours. ValueError where it says something else: that belongs in an idea's `words`."""
    found = list(_PART.finditer(when))
    if sum(len(part[0]) for part in found) != len(when):
        raise ValueError(when)
    return [(day, _time(part[2]), _time(part[3])) for part in found for day in _days(part[1])]


def _days(text: str) -> list[Weekday]:
    if " tot " in text:
        first, last = (DAYS[name] for name in text.split(" tot "))
        return [day for day in Weekday if first <= day <= last]
    return [DAYS[name] for name in re.split(", | en ", text)]


def _time(text: str) -> datetime.time:
    hour, minute = map(int, text.split(":"))
    return datetime.time(hour, minute)
