"""Agreed hours beside what partners really do: promised but not there, there but not promised (R7)."""

import datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from covenants.counting.hours import crowded_out, promised_hours, rounded
from covenants.enums import CovenantState
from organisations.coverage import Ages
from organisations.enums import Function
from tests import builders, covenant_builders

AT = datetime.date(2026, 5, 1)
FREE_TIME, BRIDGE = Function.FREE_TIME, Function.BRIDGE


@pytest.fixture
def areas(db):
    return [builders.make_neighbourhood(name) for name in ("Ham", "Muide", "Rabot")]


@pytest.fixture
def house(db):
    return builders.make_organisation("De Kring vzw")


def make_signed(party, *areas, **fields):
    return covenant_builders.make_covenant(party, *areas, state=CovenantState.SIGNED, **fields)


def found(at=AT, ages=None):
    promises = promised_hours(at, ages).promises
    return {(each.area.name, each.function): each for each in promises}


def test_what_is_promised_and_not_there_is_the_difference(areas, house):
    covenant_builders.make_hours(make_signed(house, areas[0]), FREE_TIME, 12)
    builders.make_offer(house, areas[0], functions={FREE_TIME: 9})
    promise = found()["Ham", FREE_TIME]
    assert (promise.agreed, promise.there.known, promise.not_there, promise.not_promised) == (12, 9, 3, 0)


def test_what_is_there_and_not_promised_is_the_difference_the_other_way(areas, house):
    make_signed(house, areas[0])
    builders.make_offer(house, areas[0], functions={FREE_TIME: 9})
    promise = found()["Ham", FREE_TIME]
    assert (promise.not_there, promise.not_promised) == (0, 9)


def test_hours_over_the_whole_reach_are_in_equal_parts(areas, house):
    covenant_builders.make_hours(make_signed(house, *areas[:2]), FREE_TIME, 9)
    assert found()["Muide", FREE_TIME].agreed == Fraction(9, 2)


def test_a_covenant_without_areas_reaches_the_whole_city_and_circles_count_with_their_neighbourhoods(areas, house):
    covenant_builders.make_hours(make_signed(house), FREE_TIME, 9)
    assert [found()[area.name, FREE_TIME].agreed for area in areas] == [3, 3, 3]
    around = make_signed(builders.make_organisation())
    around.circles.add(builders.make_circle(*areas[1:]))
    covenant_builders.make_hours(around, BRIDGE, 8)
    assert [found()[area.name, BRIDGE].agreed for area in areas[1:]] == [4, 4]


def test_hours_that_are_not_known_are_no_broken_promise(areas, house):
    covenant_builders.make_hours(make_signed(house, areas[0]), FREE_TIME, 12)
    builders.make_offer(house, areas[0], functions={FREE_TIME: None})
    promise = found()["Ham", FREE_TIME]
    assert promise.not_there == 0
    assert promise.is_unclear


def test_less_than_a_tenth_of_an_hour_is_no_difference(areas, house):
    covenant_builders.make_hours(make_signed(house, *areas), FREE_TIME, 10)
    for area in areas:
        builders.make_offer(house, area, functions={FREE_TIME: Decimal("3.33")})
    assert {each.not_there for each in found().values()} == {0}


def test_an_offer_counts_once_for_the_partnership_it_runs_for(areas, house):
    partnership = builders.make_partnership(house)
    together, alone = make_signed(partnership, areas[0]), make_signed(house, areas[0])
    covenant_builders.make_hours(together, FREE_TIME, 4)
    covenant_builders.make_hours(alone, FREE_TIME, 4)
    builders.make_offer(house, areas[0], functions={FREE_TIME: 4}, partnership=partnership)
    promises = {str(each.partner): each for each in promised_hours(AT).promises}
    assert promises[str(partnership)].not_there == 0
    assert promises[str(house)].not_there == 4


def test_an_offer_of_who_left_the_partnership_is_its_own(areas, house):
    partnership = builders.make_partnership(builders.make_organisation())
    together, alone = make_signed(partnership, areas[0]), make_signed(house, areas[0])
    covenant_builders.make_hours(together, FREE_TIME, 4)
    covenant_builders.make_hours(alone, FREE_TIME, 4)
    builders.make_offer(house, areas[0], functions={FREE_TIME: 4}, partnership=partnership)
    promises = {str(each.partner): each for each in promised_hours(AT).promises}
    assert promises[str(partnership)].not_there == 4
    assert promises[str(house)].not_there == 0


def test_what_a_merged_organisation_promised_its_successor_does(areas, house):
    gone = builders.make_organisation(merged_into=house)
    covenant_builders.make_hours(make_signed(gone, areas[0]), FREE_TIME, 4)
    builders.make_offer(house, areas[0], functions={FREE_TIME: 4})
    assert found()["Ham", FREE_TIME].not_there == 0


def test_without_a_covenant_of_the_partnership_it_counts_for_its_organisation(areas, house):
    covenant_builders.make_hours(make_signed(house, areas[0]), FREE_TIME, 4)
    partnership = builders.make_partnership(house)
    builders.make_offer(house, areas[0], functions={FREE_TIME: 4}, partnership=partnership)
    assert found()["Ham", FREE_TIME].not_there == 0


def test_partners_without_a_covenant_promised_nothing(areas, house):
    builders.make_offer(house, areas[0], functions={FREE_TIME: 4})
    assert promised_hours(AT).promises == ()


def test_only_covenants_in_force_on_the_day_count(areas, house):
    covenant_builders.make_hours(make_signed(house, areas[0]), FREE_TIME, 4)
    covenant_builders.make_hours(covenant_builders.make_covenant(house, areas[0]), FREE_TIME, 40)
    assert found()["Ham", FREE_TIME].agreed == 4
    assert found(datetime.date(2027, 1, 1)) == {}


def test_of_an_age_band_its_own_hours_count_and_those_for_all(areas, house):
    covenant = make_signed(house, areas[0])
    for age_band, hours in (("", 2), ("12-15", 3), ("16-19", 5)):
        covenant_builders.make_hours(covenant, FREE_TIME, hours, age_band=age_band)
    assert found(ages=Ages(12, 15))["Ham", FREE_TIME].agreed == 5
    assert found()["Ham", FREE_TIME].agreed == 10


def test_r7_more_free_time_than_promised_and_less_of_another_function(areas, house):
    covenant = make_signed(house, areas[0])
    covenant_builders.make_hours(covenant, FREE_TIME, 10)
    covenant_builders.make_hours(covenant, BRIDGE, 6)
    builders.make_offer(house, areas[0], functions={FREE_TIME: 14, BRIDGE: 4})
    (crowded,) = crowded_out(promised_hours(AT).promises)
    assert (crowded.partner, crowded.more, crowded.less) == (house, 4, ((BRIDGE, 2),))
    covenant_builders.make_hours(covenant, FREE_TIME, 4, age_band="6-11")
    assert list(crowded_out(promised_hours(AT).promises)) == []


def test_R7_hours_that_nobody_knows_are_not_crowded_out(areas, house):
    covenant = make_signed(house, areas[0])
    covenant_builders.make_hours(covenant, FREE_TIME, 10)
    covenant_builders.make_hours(covenant, BRIDGE, 6)
    builders.make_offer(house, areas[0], functions={FREE_TIME: 14, BRIDGE: None})
    assert list(crowded_out(promised_hours(AT).promises)) == []


@pytest.mark.parametrize("number", [3, 12])
def test_asks_as_much_however_many_there_are(number, areas, django_assert_num_queries):
    for _each in range(number):
        party = builders.make_organisation()
        covenant_builders.make_hours(make_signed(party, areas[0]), FREE_TIME, 2)
        builders.make_offer(party, areas[0])
    with django_assert_num_queries(7):
        promised_hours(AT)


def test_hours_are_rounded_to_two_decimals():
    assert rounded(Fraction(10, 3)) == Decimal("3.33")
