"""The days on which an offer takes place: its moments, within its period and its season."""

import datetime
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone

from jos.shared.time import today
from organisations.models import Offer, OfferMoment
from organisations.seasons import in_season

A_DAY = datetime.timedelta(days=1)
A_YEAR = datetime.timedelta(days=366)  # nobody plans further ahead


@dataclass(frozen=True)
class Meeting:
    """One time that young people can come."""

    starts: datetime.datetime
    ends: datetime.datetime


def next_meetings(offer: Offer, *, number: int) -> list[Meeting]:
    """The first that are not over yet, in order. None for an offer without known days, or that ends before."""
    return list(itertools.islice(_meetings(offer, after=timezone.localtime()), number))


def _meetings(offer: Offer, *, after: datetime.datetime) -> Iterator[Meeting]:
    moments = sorted(offer.moments.all(), key=lambda moment: moment.starts_at)
    if not moments:
        return
    for day in days_of(offer, since=after.date() - A_DAY):  # the night before may not be over
        for moment in moments:
            if moment.weekday == day.isoweekday():
                meeting = meeting_on(day, moment)
                if meeting.ends > after:
                    yield meeting


def days_of(offer: Offer, *, since: datetime.date) -> Iterator[datetime.date]:
    """Every day of its period and season from `since` on, a year ahead at most."""
    first = max(since, offer.valid_from or since)
    last = min(today() + A_YEAR, offer.valid_until or datetime.date.max)
    for number in range((last - first).days + 1):
        day = first + number * A_DAY
        if in_season(offer.season, day):
            yield day


def meeting_on(day: datetime.date, moment: OfferMoment) -> Meeting:
    """In Brussels time. What ends before it starts, ends the next day."""
    ends_on = day + A_DAY if moment.goes_past_midnight else day
    return Meeting(in_brussels(day, moment.starts_at), in_brussels(ends_on, moment.ends_at))


def in_brussels(day: datetime.date, hour: datetime.time) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, hour))
