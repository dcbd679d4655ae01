"""Counts signals along every axis at once, for the whole city, each neighbourhood and each theme."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from django.utils import timezone

from signals.enums import TallyOf
from signals.terms import working_days_between

NOT_SAID = ""  # unknown is counted apart, and is no neighbourhood, theme or age (R17)
COLUMNS = ("neighbourhood_id", "theme_id", "age_band", "kind", "received_at", "answered_at", "state", "did_it_change")

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


@dataclass
class Count:
    """So many signals, and along each axis how many of them have which value."""

    signals: int = 0
    by: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, signals: int, by: dict[str, dict[str, int]]) -> None:
        self.signals += signals
        for axis, counts in by.items():
            self.by[axis].update(counts)


Key = tuple[str, str]  # of what, and of which: ("area", "12"); ("city", "")
Counts = dict[Key, Count]


def count(signals: Iterable[tuple]) -> dict[str, Counts]:
    """By quarter. Rows of COLUMNS, however many: they are looked at one by one."""
    found: dict[str, Counts] = defaultdict(lambda: defaultdict(Count))
    for area, theme, age, kind, received_at, answered_at, state, did_it_change in signals:
        received_on = timezone.localdate(received_at)
        values = {
            Axis.AREA.value: _key(area),
            Axis.THEME.value: _key(theme),
            Axis.AGE.value: age,
            Axis.KIND.value: kind,
            Axis.MONTH.value: f"{received_on:%Y-%m}",
            Axis.STATE.value: state,
        }
        if answered_at:
            values[Axis.DAYS.value] = str(days_between(received_on, timezone.localdate(answered_at)))
        if did_it_change:
            values[Axis.CHANGED.value] = did_it_change
        quarter = found[quarter_of(received_on)]
        for key in ((TallyOf.CITY.value, ""), (TallyOf.AREA.value, _key(area)), (TallyOf.THEME.value, _key(theme))):
            quarter[key].signals += 1
            for axis, value in values.items():
                quarter[key].by[axis][value] += 1
    return found


def quarter_of(day: datetime.date) -> str:
    return f"{day.year}-Q{(day.month + 2) // 3}"


def _key(pk: int | None) -> str:
    return NOT_SAID if pk is None else str(pk)
