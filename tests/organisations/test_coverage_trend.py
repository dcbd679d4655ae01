"""The trend is the same question asked per month: each month says what `coverage` says of that day."""

import datetime
import random
from decimal import Decimal

import pytest

from jos.shared.time import months_later
from organisations.coverage import Ages, WarningKind, coverage
from organisations.coverage.loading import load_area
from organisations.coverage.trend import MONTHS, MonthCoverage, days, month_by_month, since_for
from organisations.enums import Function
from tests.builders import ALL_FOUR, make_circle, make_neighbourhood, make_offer, make_organisation, make_partnership

UNTIL = datetime.date(2026, 3, 31)
FREE_TIME, WELFARE, BRIDGE, SIGNAL = Function


def trend(area, *, until: datetime.date, months: int = MONTHS, ages: Ages | None = None) -> list[MonthCoverage]:
    return list(month_by_month(load_area(area, until, since_for(until, months)), area, months=months, ages=ages))


def some_day(chance: random.Random) -> datetime.date | None:
    return chance.choice([None, UNTIL - datetime.timedelta(days=chance.randrange(-100, 1600))])


@pytest.fixture
def messy_city(db):
    """Offers that come and go, of organisations that do, in neighbourhoods that do, with and without hours."""
    chance = random.Random(7)
    here = [
        make_neighbourhood("Noord"),
        make_neighbourhood("Zuid", valid_from=datetime.date(2024, 6, 15)),
        make_neighbourhood("Oud", valid_until=datetime.date(2025, 2, 1)),
    ]
    organisations = [make_organisation(), make_organisation(valid_until=datetime.date(2025, 9, 9))]
    together = make_partnership(*organisations)
    for _ in range(40):
        start, end = sorted([some_day(chance), some_day(chance)], key=lambda day: day or datetime.date.min)
        functions = chance.sample(list(Function), chance.randint(1, 4))
        a_week = [None, 4] if end and end.year < 2024 else [2, Decimal("3.5"), 8]  # unknown hours hide R7 for long
        make_offer(
            chance.choice(organisations),
            *chance.sample(here, chance.randint(1, 3)),
            functions={function: chance.choice(a_week) for function in functions},
            valid_from=start,
            valid_until=end,
            age_min=chance.choice([None, 6, 14]),
            partnership=chance.choice([None, together]),
        )
    make_offer(organisations[0], here[0], functions={FREE_TIME: 40}, valid_from=datetime.date(2025, 6, 1))
    return [*here[:2], make_circle(*here, name="Rond"), make_circle(here[0], valid_from=datetime.date(2025, 1, 1))]


@pytest.mark.parametrize("ages", [None, Ages(6, 11)])
def test_each_month_says_what_coverage_says_of_that_day(messy_city, ages):
    for area in messy_city:
        by_day = {month.day: month for month in trend(area, until=UNTIL, ages=ages)}
        for day in days(UNTIL, 36):
            said = [one for one in coverage(at=day, ages=ages) if (one.name, one.slug) == (area.name, area.slug)]
            assert (day in by_day) == bool(said)
            for one in said:
                month = by_day[day]
                assert month.hours == {
                    function: covered.hours if covered.covered else Decimal(0)
                    for function, covered in one.functions.items()
                }
                assert set(month.whole_by) <= set(one.whole_by)
                crowded_out = [warning for warning in one.warnings if warning.kind == WarningKind.CROWDING_OUT]
                assert list(month.crowded_out) == crowded_out


def test_the_messy_city_meets_what_it_is_for(messy_city):
    months = [month for area in messy_city for month in trend(area, until=UNTIL)]
    assert any(month.crowded_out for month in months)
    assert any(month.whole_by for month in months)


def test_R7_the_guard_shows_in_the_months_in_which_free_time_crowds_out_another(db):
    north, kring = make_neighbourhood("Noord"), make_organisation("De Kring")
    turn = datetime.date(2025, 6, 1)
    make_offer(kring, north, functions={FREE_TIME: 4})
    make_offer(kring, north, functions={FREE_TIME: 4}, valid_from=turn)
    make_offer(kring, north, functions={WELFARE: 6}, valid_until=turn)
    guarded = [month.day for month in trend(north, until=UNTIL) if month.crowded_out]
    assert guarded[0] == datetime.date(2025, 6, 30)
    assert len(guarded) == 10


def test_the_oldest_month_comes_first_and_the_day_stays_the_same(db):
    months = [month.day for month in trend(make_neighbourhood(), until=UNTIL, months=3)]
    assert months == [datetime.date(2026, 1, 31), datetime.date(2026, 2, 28), UNTIL]


def test_hours_that_are_not_known_are_no_zero(db):
    north = make_neighbourhood()
    make_offer(make_organisation(), north, functions={FREE_TIME: None})
    (month,) = trend(north, until=UNTIL, months=1)
    assert month.hours == {FREE_TIME: None, WELFARE: 0, BRIDGE: 0, SIGNAL: 0}


def test_there_is_no_month_before_the_calendar_begins(db):
    north = make_neighbourhood()
    assert len(trend(north, until=datetime.date(1, 2, 1))) == 2


def test_an_area_that_is_gone_has_no_trend(db):
    gone = make_neighbourhood(valid_until=datetime.date(2020, 1, 1))
    assert trend(gone, until=UNTIL) == []


@pytest.mark.parametrize("size", [3, 60])
def test_the_number_of_queries_does_not_grow(db, django_assert_num_queries, size):
    kring = make_organisation("De Kring")
    circle = make_circle(*(make_neighbourhood() for _ in range(size)))
    north = make_neighbourhood()
    for _ in range(size):
        make_offer(kring, north, *circle.neighbourhoods.all(), functions=ALL_FOUR)
    with django_assert_num_queries(4):
        trend(north, until=UNTIL)
    with django_assert_num_queries(7):  # each asks for the neighbourhoods of the circle
        trend(circle, until=months_later(UNTIL, 1))
