"""The months one can slide to, and the days one likes to compare with."""

import datetime

import pytest
from django.http import QueryDict

from jos.dashboards.coverage.forms import CoverageFilter
from jos.dashboards.coverage.months import days_to_compare_with, months_around

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_november(time_machine):
    time_machine.move_to("2026-11-21 12:00")


def months(query: str = "") -> list:
    return [month for year in months_around(CoverageFilter(QueryDict(query))) for month in year.months]


def compare(query: str = "") -> dict[str, str]:
    return {day.name: day.address for day in days_to_compare_with(CoverageFilter(QueryDict(query)))}


def test_a_year_back_and_half_a_year_on():
    shown = months()
    assert (shown[0].first, shown[-1].first) == (datetime.date(2025, 11, 1), datetime.date(2027, 5, 1))
    assert [year.number for year in months_around(CoverageFilter(QueryDict()))] == [2025, 2026, 2027]


def test_the_month_that_is_shown_and_this_month_are_marked():
    shown = months("at=2026-03-14")
    assert [month.first for month in shown if month.is_shown] == [datetime.date(2026, 3, 1)]
    assert [month.first for month in months() if month.is_now] == [datetime.date(2026, 11, 1)]


def test_a_month_leads_to_its_first_day_and_this_month_to_today():
    addresses = {month.first: month.address for month in months("gaps=on&kind=SPORT&kind=CULTURE&at=2026-10-01")}
    same = "gaps=on&kind=SPORT&kind=CULTURE"
    assert addresses[datetime.date(2026, 9, 1)] == f"?at=2026-09-01&{same}"
    assert addresses[datetime.date(2026, 11, 1)] == f"?{same}"


def test_a_day_to_compare_with_is_dropped_where_it_would_come_after():
    addresses = {month.first.month: month.address for month in months("at=2026-06-01&since=2026-03-01")}
    assert "since" not in addresses[3]
    assert addresses[4] == "?at=2026-04-01&since=2026-03-01"


@pytest.mark.parametrize("at", ["0001-01-01", "9999-12-31"])
def test_the_calendar_has_a_begin_and_an_end(at):
    assert 1 <= len(months(f"at={at}")) < 19
    assert compare(f"at={at}") is not None


def test_a_month_ago_the_start_of_the_year_and_a_year_ago():
    assert compare() == {
        "a month ago": "?since=2026-10-21",
        "1 January 2026": "?since=2026-01-01",
        "a year ago": "?since=2025-11-21",
    }


def test_of_another_day_they_are_said_by_date():
    assert list(compare("at=2026-01-01")) == ["1 December 2025", "1 January 2025"]
