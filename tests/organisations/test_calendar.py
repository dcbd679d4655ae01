"""The calendar file is read back by the library that calendars use themselves."""

import datetime

import pytest
import time_machine
from icalendar import Calendar

from organisations.calendar import calendar_of
from organisations.enums import Audience, OfferStatus, Season, Weekday
from tests import builders

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("wednesday")]


@pytest.fixture
def wednesday():
    with time_machine.travel("2026-10-07 12:00+02:00", tick=False):
        yield


@pytest.fixture
def offer(organisation):
    offer = builders.make_offer(organisation, title="Meidenavond; samen, altijd")
    builders.make_moment(offer, Weekday.FRIDAY, 19, 22)
    return offer


def events(offer) -> list:
    calendar = Calendar.from_ical(calendar_of(offer))
    assert not calendar.errors
    return calendar.walk("VEVENT")


def test_each_moment_comes_back_every_week_in_brussels_time(offer):
    builders.make_moment(offer, Weekday.SUNDAY, 14, 17)
    friday, sunday = events(offer)

    assert friday["DTSTART"].to_ical() == b"20261009T190000"
    assert friday["DTSTART"].params["TZID"] == "Europe/Brussels"
    assert friday["RRULE"].to_ical() == b"FREQ=WEEKLY;BYDAY=FR"
    assert sunday["RRULE"].to_ical() == b"FREQ=WEEKLY;BYDAY=SU"
    assert sunday.decoded("DTEND") - sunday.decoded("DTSTART") == datetime.timedelta(hours=3)


def test_the_time_zone_stands_in_the_file(offer):
    (zone,) = Calendar.from_ical(calendar_of(offer)).walk("VTIMEZONE")

    assert zone["TZID"] == "Europe/Brussels"


def test_text_with_signs_of_the_format_survives(offer):
    offer.description = "Eerste regel\nTweede; met, tekens \\ en BEGIN:VEVENT"
    (event,) = events(offer)

    assert event["SUMMARY"] == "Meidenavond; samen, altijd"
    assert "Eerste regel\nTweede; met, tekens \\ en BEGIN:VEVENT" in event["DESCRIPTION"]


def test_it_ends_with_the_offer(offer):
    offer.valid_until = datetime.date(2026, 10, 30)
    (event,) = events(offer)

    assert event["RRULE"]["UNTIL"] == [datetime.datetime(2026, 10, 30, 18, 0, tzinfo=datetime.UTC)]


def test_it_begins_with_the_offer(offer):
    offer.valid_from = datetime.date(2026, 12, 1)
    (event,) = events(offer)

    assert event.decoded("DTSTART").date() == datetime.date(2026, 12, 4)


def test_a_night_ends_the_next_day(offer):
    builders.make_moment(offer, Weekday.SATURDAY, 22, 2)
    night = events(offer)[1]

    assert night["DTEND"].to_ical() == b"20261011T020000"


def test_a_season_leaves_weeks_out_and_says_so(offer):
    offer.season = Season.SCHOOL_YEAR
    (event,) = events(offer)
    left_out = {when.dt.date() for when in event["EXDATE"].dts}

    assert datetime.date(2026, 11, 6) in left_out
    assert datetime.date(2026, 11, 13) not in left_out
    assert "school year" in event["DESCRIPTION"]


def test_the_same_moment_keeps_its_name(offer):
    (before,) = events(offer)
    with time_machine.travel("2026-12-01", tick=False):
        (after,) = events(offer)

    assert before["UID"] == after["UID"]


def test_an_offer_that_is_over_has_no_event(offer):
    offer.valid_until = datetime.date(2026, 10, 1)

    assert events(offer) == []


def test_everybody_can_fetch_the_file(client, offer):
    response = client.get(f"/offers/{offer.slug}/calendar.ics")

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert f'filename="{offer.slug}.ics"' in response["Content-Disposition"]
    assert b"BEGIN:VEVENT" in response.content
    assert not response.cookies


def test_without_days_there_is_no_file_but_an_answer(client, organisation):
    offer = builders.make_offer(organisation, title="Straathoekwerk")
    response = client.get(f"/offers/{offer.slug}/calendar.ics")

    assert response.status_code == 404
    assert "We do not know on which days" in response.content.decode()


@pytest.mark.parametrize("hidden", [{"status": OfferStatus.DRAFT}, {"audience": Audience.PROFESSIONALS}])
def test_what_a_visitor_may_not_see_has_no_file_either(client, organisation, hidden):
    offer = builders.make_offer(organisation, title="Geheim", **hidden)
    builders.make_moment(offer, Weekday.FRIDAY, 19, 22)
    response = client.get(f"/offers/{offer.slug}/calendar.ics")

    assert response.status_code == 404
    assert "Geheim" not in response.content.decode()


def test_no_text_can_start_a_line_of_its_own(offer):
    offer.title = offer.route = "Samen\rATTENDEE:mailto:iemand@example.org"
    offer.description = "Eerst dit\rATTACH:https://example.org\x0b\r\ndan dat"

    lines = calendar_of(offer).replace(b"\r\n ", b"").split(b"\r\n")

    assert not any(b"\r" in line or line.startswith((b"ATT", b"dan")) for line in lines)


def test_an_offer_until_the_last_day_of_all_days_has_nights_too(organisation):
    offer = builders.make_offer(organisation, valid_until=datetime.date.max)
    builders.make_moment(offer, Weekday.FRIDAY, 22, 2)

    (event,) = events(offer)

    assert event["RRULE"]["UNTIL"][0].year == 9999
