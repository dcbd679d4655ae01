"""The days and hours of an offer in words, "Tuesday and Thursday 15:30-18:30". `schedule_reading` reads them."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext as _

from organisations.enums import Weekday
from organisations.models import OfferMoment

Hours = tuple[datetime.time, datetime.time]


class Moment(NamedTuple):
    """A moment of an offer, before it is saved."""

    weekday: Weekday
    starts_at: datetime.time
    ends_at: datetime.time

    @classmethod
    def of(cls, saved: OfferMoment) -> "Moment":
        return cls(Weekday(saved.weekday), saved.starts_at, saved.ends_at)


def in_words(moments: Iterable[OfferMoment | Moment]) -> str:
    """Days with the same hours stand together. Nothing where no days are known."""
    days: dict[Hours, list[Weekday]] = defaultdict(list)
    for moment in sorted(moments, key=lambda moment: (moment.weekday, moment.starts_at)):
        days[moment.starts_at, moment.ends_at].append(Weekday(moment.weekday))
    return ", ".join(f"{_days(of_hours)} {_hours(*hours)}" for hours, of_hours in days.items())


def _days(days: list[Weekday]) -> str:
    names = [str(day.label) for day in days]
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return _("%(first)s to %(last)s") % {"first": names[0], "last": names[-1]}
    if len(names) == 1:
        return names[0]
    return _("%(days)s and %(last)s") % {"days": ", ".join(names[:-1]), "last": names[-1]}


def _hours(starts_at: datetime.time, ends_at: datetime.time) -> str:
    return f"{starts_at:%H:%M}-{ends_at:%H:%M}"
