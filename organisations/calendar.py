"""An offer as a calendar file (RFC 5545): one weekly event for each of its moments."""

import datetime

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event, vRecur

from jos.shared.addresses import full_address
from jos.shared.tables.cells import tidy, tidy_lines
from organisations.dates import A_DAY, days_of, in_brussels, meeting_on
from organisations.enums import Season, Weekday
from organisations.models import Offer, OfferMoment


def calendar_of(offer: Offer) -> bytes:
    """For the calendar of whoever wants to come. Empty of events where all days of the offer are past."""
    calendar = Calendar()
    calendar.add("prodid", "-//JOS//youth work//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", tidy(offer.title))
    for moment in offer.moments.all():
        if event := _event(offer, moment):
            calendar.add_component(event)
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _event(offer: Offer, moment: OfferMoment) -> Event | None:
    days = _weekly(offer, moment)
    if not days:
        return None
    first = meeting_on(days[0], moment)
    event = Event()
    event.add("uid", f"offer-{offer.pk}-{moment.weekday}-{moment.starts_at:%H%M}@{_host()}")
    event.add("dtstamp", timezone.now().astimezone(datetime.UTC))
    event.add("summary", tidy(offer.title))
    event.add("dtstart", first.starts)
    event.add("dtend", first.ends)
    event.add("rrule", _rule(offer, moment, days[-1]))
    if pauses := _pauses(days):
        event.add("exdate", [meeting_on(day, moment).starts for day in pauses])
    event.add("description", tidy_lines(_description(offer)))
    event.add("url", full_address(offer.get_absolute_url()))
    if place := _place(offer):
        event.add("location", tidy(place))
    return event


def _weekly(offer: Offer, moment: OfferMoment) -> list[datetime.date]:
    """The days of this moment, from the start of the offer or today, whichever is later."""
    return [day for day in days_of(offer, since=timezone.localdate()) if day.isoweekday() == moment.weekday]


def _rule(offer: Offer, moment: OfferMoment, last: datetime.date) -> vRecur:
    """Every week until the offer ends. A season is known a year ahead, and no further."""
    rule: dict[str, str | datetime.datetime] = {"freq": "weekly", "byday": Weekday(moment.weekday).name[:2]}
    until = offer.valid_until if offer.season == Season.ALL_YEAR else last
    if until:
        rule["until"] = in_brussels(until, moment.starts_at).astimezone(datetime.UTC)
    return vRecur(rule)


def _pauses(days: list[datetime.date]) -> list[datetime.date]:
    """The weeks between the first and the last day that the season leaves out."""
    held = set(days)
    every = (days[0] + number * A_DAY for number in range(0, (days[-1] - days[0]).days, 7))
    return [day for day in every if day not in held]


def _description(offer: Offer) -> str:
    said = [offer.organisation.name, offer.description, offer.schedule]
    if offer.season != Season.ALL_YEAR:
        said.append(offer.get_season_display().capitalize())
    return "\n".join(filter(None, [*said, full_address(offer.get_absolute_url())]))


def _place(offer: Offer) -> str:
    return ", ".join(filter(None, [offer.place.name, offer.place.address])) if offer.place else offer.route


def _host() -> str:
    """Part of what makes an event unique in the world."""
    return settings.BASE_URL.split("://")[-1].split(":")[0]
