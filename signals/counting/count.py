"""Counts signals along every axis at once, for the whole city, each neighbourhood and each theme."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from itertools import islice, repeat
from typing import Any

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast, Substr
from django.utils import timezone

from signals.enums import TallyOf
from signals.models import Signal
from signals.terms import working_days_between

NOT_SAID = ""  # unknown is counted apart, and is no neighbourhood, theme or age (R17)
AT_ONCE = 20_000  # signals: a million do not fit in memory

days_between = cache(working_days_between)


class Axis(StrEnum):
    AREA = "area"
    THEME = "theme"
    AGE = "age"
    KIND = "kind"
    MONTH = "month"
    STATE = "state"
    DAYS = "days"  # working days until the first answer, of those that have one
    CHANGED = "changed"  # what those say who were asked whether something changed


OF_SOME = (Axis.DAYS, Axis.CHANGED)  # a signal without a value is not counted along these


@dataclass
class Count:
    """So many signals, and along each axis how many of them have which value."""

    signals: int = 0
    by: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, signals: int, by: Mapping[str, Mapping[str, int]]) -> None:
        self.signals += signals
        for axis, counts in by.items():
            self.by[axis].update(counts)


Key = tuple[str, str]  # of what, and of which: ("area", "12"); ("city", "")
Counts = dict[Key, Count]


def count(signals: QuerySet[Signal]) -> dict[str, Counts]:
    """By year. All are read once, whatever their number."""
    found: dict[str, Counts] = defaultdict(lambda: defaultdict(Count))
    for (of, axis), numbers in _numbers(_rows(signals)).items():
        for (year, key, value), number in numbers.items():
            if axis in OF_SOME and not (value or value == 0):
                continue
            about = found[year][of.value, _key(key)]
            about.by[axis.value][_key(value)] += number
            about.signals += number * (axis == Axis.KIND)  # every signal has one
    return found


def _rows(signals: QuerySet[Signal]) -> Iterator[tuple]:
    """Moments are read by their hour: to make a million dates takes long, and there are few hours."""
    hours = {
        name: Substr(Cast(f"{name}_at", TextField()), 1, len("2026-11-22 05")) for name in ("received", "answered")
    }
    columns = ("neighbourhood_id", "theme_id", "age_band", "kind", *hours, "state", "did_it_change")
    return signals.order_by().annotate(**hours).values_list(*columns).iterator(AT_ONCE)


def _numbers(rows: Iterator[tuple]) -> dict[tuple[TallyOf, Axis], Counter[tuple[str, Any, Any]]]:
    """How many there are of each year, neighbourhood or theme, and value."""
    found: dict[tuple[TallyOf, Axis], Counter[tuple[str, Any, Any]]] = defaultdict(Counter)
    while some := list(islice(rows, AT_ONCE)):
        areas, themes, ages, kinds, received, answered, states, changed = zip(*some, strict=True)
        months = [_month(hour) for hour in received]
        years = [month[:4] for month in months]
        values: dict[Axis, Iterable] = {
            Axis.AREA: areas,
            Axis.THEME: themes,
            Axis.AGE: ages,
            Axis.KIND: kinds,
            Axis.MONTH: months,
            Axis.STATE: states,
            Axis.DAYS: [_days(*hours) for hours in zip(received, answered, strict=True)],
            Axis.CHANGED: changed,
        }
        for of, keys in ((TallyOf.CITY, repeat("")), (TallyOf.AREA, areas), (TallyOf.THEME, themes)):
            for axis, along in values.items():
                found[of, axis].update(zip(years, keys, along, strict=False))
    return found


@cache
def _day(hour: str) -> datetime.date:
    """In Brussels."""
    return timezone.localdate(datetime.datetime.fromisoformat(f"{hour}:00+00:00"))


@cache
def _month(hour: str) -> str:
    return f"{_day(hour):%Y-%m}"


def _days(received: str, answered: str | None) -> int | None:
    return days_between(_day(received), _day(answered)) if answered else None


def _key(value: int | str | None) -> str:
    return NOT_SAID if value is None else str(value)
