"""Reads days and hours from words in Dutch or English, as people write them in a table. The rest stays words."""

import datetime
import re
from collections.abc import Iterable
from typing import NamedTuple

from jos.shared.tables.cells import tidy
from organisations.enums import Weekday
from organisations.models import OfferMoment
from organisations.schedule import Moment, in_words

DAYS = {
    Weekday.MONDAY: "maandag ma monday mon",
    Weekday.TUESDAY: "dinsdag di tuesday tue tues",
    Weekday.WEDNESDAY: "woensdag wo woe wed wednesday",
    Weekday.THURSDAY: "donderdag do don thursday thu thurs",
    Weekday.FRIDAY: "vrijdag vr vrij friday fri",
    Weekday.SATURDAY: "zaterdag za zat saturday sat",
    Weekday.SUNDAY: "zondag zo zon sunday sun",
}
BETWEEN = "; "  # the days and hours, and what they do not say

_DAY_OF = {name: day for day, names in DAYS.items() for name in names.split()}
_DAY = rf"(?:{'|'.join(sorted(_DAY_OF, key=len, reverse=True))})\b\.?"
_TO = r"\s*(?:-|–|t/m|tot en met|tot|to|until)\s*"
_AND = r"\s*(?:,|/|\+|&|\ben\b|\band\b)\s*"
_SPAN = rf"{_DAY}(?:{_TO}{_DAY})?"
_TIME = r"\d{1,2}(?:[:.uh]\s?\d{2})?(?:\s?(?:uur|u|h)\b)?"
_MOMENT = re.compile(
    rf"(?P<days>{_SPAN}(?:{_AND}{_SPAN})*)\s*,?\s*(?:van |from )?(?P<start>{_TIME}){_TO}(?P<end>{_TIME})", re.IGNORECASE
)
_NEXT = re.compile(rf"(?:{_AND}|\s*[;.]\s*)(?={_DAY})", re.IGNORECASE)
_REST = re.compile(r"\s*[;,.]\s*|\s*(?=\()|$")


class Schedule(NamedTuple):
    """When an offer takes place: the days and hours, and what they do not say."""

    moments: frozenset[Moment]
    words: str


def read_schedule(text: str) -> Schedule:
    """The days and hours a text begins with. All of it stays words where a part of them is not sure."""
    text = tidy(text)
    moments: list[Moment] = []
    position = 0
    while found := _MOMENT.match(text, position):
        read = _moments(found)
        if not read:
            return Schedule(frozenset(), text)
        moments += read
        position = found.end()
        if following := _NEXT.match(text, position):
            position = following.end()
        else:
            break
    rest = _REST.match(text, position)
    if not rest or not _can_stand_together(moments):
        return Schedule(frozenset(), text)
    return Schedule(frozenset(moments), text[rest.end() :] if moments else text)


def as_written(moments: Iterable[OfferMoment | Moment], words: str) -> str:
    """When an offer takes place, as a table says it: what `read_schedule` reads."""
    return BETWEEN.join(filter(None, [in_words(moments), words]))


def _can_stand_together(moments: list[Moment]) -> bool:
    """No two begin at the same hour of the same day."""
    return len({moment[:2] for moment in moments}) == len(moments)


def _moments(found: re.Match) -> list[Moment]:
    start, end = _time(found["start"]), _time(found["end"])
    if start is None or end is None or start == end:
        return []
    return [Moment(day, start, end) for day in _days(found["days"])]


def _days(text: str) -> list[Weekday]:
    days: list[Weekday] = []
    for span in re.findall(_SPAN, text, re.IGNORECASE):
        first, *last = [_DAY_OF[name.rstrip(".").casefold()] for name in re.findall(_DAY, span, re.IGNORECASE)]
        until = last[0] if last else first
        length = (until - first) % 7  # "zaterdag tot maandag" goes on in the next week
        days += [Weekday((first - 1 + step) % 7 + 1) for step in range(length + 1)]
    return days


def _time(text: str) -> datetime.time | None:
    hour, minute = ([int(number) for number in re.findall(r"\d+", text)] + [0])[:2]
    if (hour, minute) == (24, 0):
        return datetime.time(0)
    return datetime.time(hour, minute) if hour < 24 and minute < 60 else None
