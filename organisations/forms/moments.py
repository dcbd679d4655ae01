"""Days and hours as people fill them in: tick days, say from when until when; a row for each other set of hours."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext as _

from organisations.enums import Weekday
from organisations.schedule import Moment, in_words

ROWS = 3  # shown at least; there is always an empty one
MOST_ROWS = 14
DAY, WEEK = 24 * 60, 7 * 24 * 60  # in minutes


@dataclass(frozen=True)
class Row:
    """One row of the form, as it was typed."""

    days: tuple[str, ...] = ()
    starts_at: str = ""
    ends_at: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.days or self.starts_at or self.ends_at)


class MomentsWidget(forms.Widget):
    template_name = "organisations/widgets/moments.html"
    use_fieldset = True

    def id_for_label(self, id_: str) -> str:
        return id_

    def value_from_datadict(self, data, files, name: str) -> list[Row]:
        return [
            Row(
                tuple(forms.CheckboxSelectMultiple().value_from_datadict(data, files, f"{name}-{number}-days") or ()),
                str(data.get(f"{name}-{number}-from", "")).strip(),
                str(data.get(f"{name}-{number}-until", "")).strip(),
            )
            for number in _numbers(data, name)
        ]

    def value_omitted_from_data(self, data, files, name: str) -> bool:
        return not _numbers(data, name)

    def get_context(self, name: str, value, attrs) -> dict:
        rows = list(value or [])[:MOST_ROWS]
        rows += [Row()] * max(ROWS - len(rows), 0 if rows and rows[-1].is_empty else 1)
        context = super().get_context(name, None, attrs)
        context["widget"]["rows"] = rows
        context["widget"]["more_is_open"] = any(not row.is_empty for row in rows[1:])
        context["widget"]["days"] = [(str(day.value), day.label, WEEKDAYS_ABBR[day - 1]) for day in Weekday]
        return context


def _numbers(data, name: str) -> list[int]:
    """Of the rows that were sent."""
    found = {int(match[1]) for key in data if (match := re.fullmatch(rf"{re.escape(name)}-(\d\d?)-\w+", key))}
    return sorted(found)[:MOST_ROWS]


class MomentsField(forms.Field):
    """A list of moments. What is wrong is said about the day or the row it is about."""

    widget = MomentsWidget

    def prepare_value(self, value) -> list[Row]:
        return list(value) if value and isinstance(value[0], Row) else list(_rows(value or ()))

    def clean(self, value) -> list[Moment]:
        moments = sorted(moment for row in value or () if not row.is_empty for moment in _moments(row))
        _refuse_overlap(moments)
        return moments

    def has_changed(self, initial, data) -> bool:
        try:
            return sorted(initial or []) != self.clean(data)
        except ValidationError:
            return True

    def in_words(self, value: Iterable[Moment]) -> str:
        return in_words(sorted(value))


def _rows(moments: Iterable[Moment]) -> Iterator[Row]:
    """Days with the same hours share a row."""
    days = defaultdict(list)
    for moment in sorted(moments):
        days[moment.starts_at, moment.ends_at].append(str(int(moment.weekday)))
    for (starts_at, ends_at), together in days.items():
        yield Row(tuple(together), f"{starts_at:%H:%M}", f"{ends_at:%H:%M}")


def _moments(row: Row) -> list[Moment]:
    days = [_day(day) for day in dict.fromkeys(row.days)]
    if not days:
        hours = "-".join(filter(None, [row.starts_at, row.ends_at]))
        raise ValidationError(_("Tick the days on which it is %(hours)s.") % {"hours": hours[:40]})
    names = ", ".join(str(day.label) for day in days)
    if not (row.starts_at and row.ends_at):
        raise ValidationError(_("%(days)s: fill in from which hour until which.") % {"days": names})
    starts_at, ends_at = _hour(row.starts_at), _hour(row.ends_at)
    if starts_at == ends_at:
        raise ValidationError(_("%(days)s: it ends at the moment it starts.") % {"days": names})
    return [Moment(day, starts_at, ends_at) for day in days]


def _day(text: str) -> Weekday:
    if text not in map(str, Weekday.values):
        raise ValidationError(_("Choose days from Monday to Sunday."))
    return Weekday(int(text))


def _hour(text: str) -> datetime.time:
    """14:30, or as people write it where the browser has no field for hours: 14.30, 14u30, 14."""
    found = re.fullmatch(r"(\d{1,2})(?:[:.,uhUH](\d{2})?)?(?::00)?", text, re.ASCII)
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise ValidationError(_("“%(text)s” is no hour. Write it like 14:30.") % {"text": text[:20]})
    return datetime.time(int(found[1]), int(found[2] or 0))


def _refuse_overlap(moments: list[Moment]) -> None:
    for one, other in combinations(moments, 2):
        if _overlap(one, other):
            words = {"one": in_words([one]), "other": in_words([other])}
            raise ValidationError(_("%(one)s and %(other)s overlap. Change one of them.") % words)


def _overlap(one: Moment, other: Moment) -> bool:
    """The week goes round: Sunday night touches Monday."""
    between = (_start(other) - _start(one)) % WEEK
    return between < _minutes(one) or WEEK - between < _minutes(other)


def _start(moment: Moment) -> int:
    return (moment.weekday - 1) * DAY + moment.starts_at.hour * 60 + moment.starts_at.minute


def _minutes(moment: Moment) -> int:
    """What ends before it starts ends the next day."""
    starts, ends = (at.hour * 60 + at.minute for at in (moment.starts_at, moment.ends_at))
    return (ends - starts) % DAY
