"""How many signals came from where is a statistic: idempotent, of whole periods, and a weighing takes it."""

import datetime

import pytest

from jos.shared.time import midnight, today
from neighbourhoods.enums import AddsUp, Audience, Category, Derivation, Direction, Method, Missing
from neighbourhoods.figures import Figures, statistics_for
from neighbourhoods.models import Statistic, StatisticValue
from neighbourhoods.weighing import column, rank
from signals.enums import SignalKind
from signals.models import Signal
from signals.publishing import publish, to_publish
from tests import builders

LAST_YEAR = today().year - 1


def send(number: int, area, **when) -> None:
    received_at = midnight(datetime.date(when.get("year", LAST_YEAR), when.get("month", 3), 10))
    start = Signal.objects.count()
    Signal.objects.bulk_create(
        Signal(reference=f"{start + each:08d}", kind=SignalKind.IDEA, neighbourhood=area, received_at=received_at)
        for each in range(number)
    )


@pytest.fixture
def areas(db):
    """Sixty signals from Rabot, thirty from Ham, none from Muide."""
    found = [builders.make_neighbourhood(name) for name in ("Rabot", "Ham", "Muide", "Dampoort")]
    for area, number in zip(found, (60, 30, 20, 8), strict=True):
        send(number, area)
    return found


@pytest.fixture
def population(areas):
    """As many young people everywhere, so that the row of both is the same."""
    statistic = Statistic.objects.create(
        name="Jongeren",
        slug="jongeren",
        category=Category.POPULATION,
        direction=Direction.NEITHER,
        counts_people=True,
        adds_up=AddsUp.SUM,
    )
    for area in areas:
        StatisticValue.objects.create(statistic=statistic, neighbourhood=area, period=str(LAST_YEAR), value=2000)
    return statistic


def test_the_statistic_says_what_it_is_and_is_not_for_everybody(areas, staff):
    publish(population=None, by=staff)
    statistic = Statistic.objects.get(slug="signals")
    assert statistic.is_complete
    assert statistic.counts_people
    assert (statistic.category, statistic.adds_up, statistic.is_public) == (Category.SIGNALS, AddsUp.SUM, False)
    assert statistic not in statistics_for(Audience.PUBLIC)
    assert statistic.history.get().history_user == staff


def test_every_neighbourhood_has_a_number_also_where_nobody_spoke(areas, staff):
    quiet = builders.make_neighbourhood("Wondelgem")
    publish(population=None, by=staff)
    values = StatisticValue.objects.filter(period=str(LAST_YEAR)).values_list("neighbourhood", "value")
    assert dict(values)[quiet.pk] == 0
    assert dict(values)[areas[0].pk] == 60


def test_only_periods_that_are_over(areas, staff):
    send(9, areas[0], year=today().year, month=today().month)
    publish(population=None, by=staff)
    assert set(StatisticValue.objects.values_list("period", flat=True)) == {str(LAST_YEAR)}


def test_the_second_time_nothing_is_written(areas, population, staff):
    publish(population=population, by=staff)
    assert to_publish().is_empty
    before = StatisticValue.history.count(), Statistic.history.count()
    publish(population=population, by=staff)
    assert (StatisticValue.history.count(), Statistic.history.count()) == before


def test_what_was_erased_since_is_written_anew(areas, staff):
    publish(population=None, by=staff)
    Signal.objects.filter(neighbourhood=areas[0]).first().delete()
    assert to_publish().changed == {(str(LAST_YEAR), areas[0].pk): 59}
    publish(population=None, by=staff)
    assert StatisticValue.objects.get(neighbourhood=areas[0], period=str(LAST_YEAR)).value == 59


def test_what_staff_call_it_stays(areas, staff):
    publish(population=None, by=staff)
    Statistic.objects.filter(slug="signals").update(name="Stemmen van jongeren")
    publish(population=None, by=staff)
    assert Statistic.objects.get(slug="signals").name == "Stemmen van jongeren"


def test_per_1000_follows_from_it_and_from_the_population_that_is_chosen(areas, population, staff):
    publish(population=population, by=staff)
    derived = Statistic.objects.get(slug="signals-per-1000")
    assert (derived.derivation, derived.whole, derived.per) == (Derivation.PER, population, 1000)
    figures = Figures([derived])
    assert figures.row(derived, str(LAST_YEAR))[areas[0].pk].value == 30


def test_too_few_is_hidden_where_it_is_shown(areas, population, staff):
    send(3, builders.make_neighbourhood("Wondelgem"))
    publish(population=population, by=staff)
    statistic = Statistic.objects.get(slug="signals")
    row = Figures([statistic]).row(statistic, str(LAST_YEAR))
    assert sum(figure.missing == Missing.TOO_FEW for figure in row.values()) >= 2


def test_a_weighing_takes_it(areas, population, staff):
    publish(population=population, by=staff)
    derived = Statistic.objects.get(slug="signals-per-1000")
    weighed = column(Figures([derived]), derived, 1, str(today().year))
    top = rank(areas, [weighed], Method.ZSCORE).top(1)
    assert [place.neighbourhood for place in top] == [areas[0]]
