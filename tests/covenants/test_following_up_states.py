"""How far the following up of a period is."""

import datetime

import pytest
from django.utils import timezone

from covenants.enums import PeriodState, Side
from covenants.following_up.states import is_late, state_of, still_to_report, waiting_for, with_reports
from covenants.models import ReportingPeriod
from tests.covenant_builders import make_covenant, make_period, make_report

pytestmark = pytest.mark.django_db

LAST = datetime.date(2026, 6, 30)
DUE = datetime.date(2026, 7, 31)
A_DAY = datetime.timedelta(days=1)


@pytest.fixture
def period():
    return make_period(make_covenant(), ends_on=LAST, due_on=DUE)


def send(period, side):
    return make_report(period, side, submitted_at=timezone.now())


@pytest.mark.parametrize(
    ("at", "state"),
    [
        (LAST, PeriodState.NOT_DUE),
        (LAST + A_DAY, PeriodState.DUE),
        (DUE, PeriodState.DUE),
        (DUE + A_DAY, PeriodState.OVERDUE),
    ],
)
def test_the_day_says_whether_it_is_due(period, at, state):
    assert state_of(period, at) == state


def test_one_report_is_not_enough(period):
    send(period, Side.PARTNER)
    make_report(period, Side.CITY)  # a draft
    assert still_to_report(period) == (Side.CITY,)
    assert state_of(period, DUE + A_DAY) == PeriodState.OVERDUE


def test_it_is_reported_once_both_sent_theirs(period):
    send(period, Side.PARTNER)
    send(period, Side.CITY)
    assert state_of(period, DUE + A_DAY) == PeriodState.SUBMITTED
    period.talk_asked_on = DUE
    assert state_of(period, DUE + A_DAY) == PeriodState.TALK_ASKED
    period.settled_on = DUE
    assert state_of(period, DUE + A_DAY) == PeriodState.SETTLED_TOGETHER


def test_r10_the_city_is_late_as_the_partner_is(period):
    send(period, Side.PARTNER)
    assert is_late(period, Side.CITY, DUE + A_DAY)
    assert not is_late(period, Side.CITY, DUE)
    assert not is_late(period, Side.PARTNER, DUE + A_DAY)


def test_who_did_not_report_is_waited_for_once_the_period_is_over(period):
    send(period, Side.PARTNER)
    make_report(period, Side.CITY)
    assert list(waiting_for(Side.CITY, LAST + A_DAY)) == [period]
    assert not waiting_for(Side.CITY, LAST).exists()
    assert not waiting_for(Side.PARTNER, LAST + A_DAY).exists()


def test_the_state_of_many_takes_one_query(django_assert_num_queries, period):
    send(period, Side.CITY)
    with django_assert_num_queries(1):
        assert [state_of(each, DUE) for each in with_reports(ReportingPeriod.objects.all())] == [PeriodState.DUE]
