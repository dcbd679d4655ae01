import datetime

import pytest
import time_machine

from organisations.dates import next_meetings
from organisations.enums import Season, Weekday
from tests import builders

pytestmark = pytest.mark.django_db
WEDNESDAY = "2026-10-07 12:00+02:00"


def times(offer, number: int = 3) -> list[str]:
    return [
        f"{meeting.starts:%a %d/%m %H:%M}-{meeting.ends:%a %H:%M}" for meeting in next_meetings(offer, number=number)
    ]


@pytest.fixture
def offer():
    return builders.make_offer(builders.make_organisation())


@time_machine.travel(WEDNESDAY, tick=False)
def test_the_next_times_come_in_order(offer):
    builders.make_moment(offer, Weekday.THURSDAY, 16, 18)
    builders.make_moment(offer, Weekday.WEDNESDAY, 14, 17)

    assert times(offer) == ["Wed 07/10 14:00-Wed 17:00", "Thu 08/10 16:00-Thu 18:00", "Wed 14/10 14:00-Wed 17:00"]


@time_machine.travel(WEDNESDAY, tick=False)
def test_what_is_going_on_still_counts_and_what_is_over_does_not(offer):
    builders.make_moment(offer, Weekday.WEDNESDAY, 11, 13)
    builders.make_moment(offer, Weekday.WEDNESDAY, 9, 11)

    assert times(offer, 2) == ["Wed 07/10 11:00-Wed 13:00", "Wed 14/10 09:00-Wed 11:00"]


@time_machine.travel("2026-10-10 00:30+02:00", tick=False)
def test_a_night_that_began_yesterday_is_not_over(offer):
    builders.make_moment(offer, Weekday.FRIDAY, 22, 2)

    assert times(offer, 1) == ["Fri 09/10 22:00-Sat 02:00"]


@time_machine.travel(WEDNESDAY, tick=False)
def test_only_days_of_its_period_and_season(offer):
    builders.make_moment(offer, Weekday.WEDNESDAY, 14, 17)
    offer.valid_from, offer.valid_until = datetime.date(2026, 10, 20), datetime.date(2026, 11, 12)
    offer.season = Season.SCHOOL_YEAR

    assert times(offer) == ["Wed 21/10 14:00-Wed 17:00", "Wed 28/10 14:00-Wed 17:00", "Wed 11/11 14:00-Wed 17:00"]


@time_machine.travel(WEDNESDAY, tick=False)
def test_without_known_days_or_after_its_end_there_is_none(offer):
    assert times(offer) == []
    builders.make_moment(offer, Weekday.WEDNESDAY, 14, 17)
    offer.valid_until = datetime.date(2026, 10, 6)

    assert times(offer) == []
