"""What holds for any city, not only for those we thought of."""

import datetime
import random
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from organisations.coverage import Status
from organisations.coverage.facts import OfferFacts
from organisations.enums import Function, WorkForm
from tests.organisations.facts import (
    AT,
    BRUG,
    EAST,
    FREE_TIME,
    KRING,
    NORTH,
    OVERKANT,
    SOUTH,
    circle,
    judge,
    kinds,
    neighbourhood,
    offer,
    partnership,
)

PARTNERSHIPS = {1: partnership(KRING, OVERKANT), 2: partnership(OVERKANT, BRUG, name="Ook samen")}
AREAS = [neighbourhood(NORTH), neighbourhood(NORTH, priority=True), circle(NORTH, SOUTH, priority=True)]

areas = st.sampled_from(AREAS)
hours = st.none() | st.decimals(0, 168, places=2)
days_around = st.none() | st.integers(-500, 500).map(lambda days: AT + datetime.timedelta(days=days))
ages = st.none() | st.integers(0, 30)
bands = st.sampled_from(["", "6-11", "12-15", "16-19"])


@st.composite
def offers(draw, *, counting: bool = False) -> OfferFacts:
    """Any offer of three organisations in three neighbourhoods; `counting`: it counts on `AT` for all ages."""
    start, end = sorted([draw(days_around), draw(days_around)], key=lambda day: day or datetime.date.min)
    reach = draw(st.sets(st.sampled_from([NORTH, SOUTH, EAST]), min_size=1))
    return replace(
        offer(by=draw(st.sampled_from([KRING, OVERKANT, BRUG])), reach=reach),
        hours=draw(st.dictionaries(st.sampled_from(Function), hours, min_size=1)),
        partnership=draw(st.sampled_from([None, 1, 2])),
        valid_from=None if counting else start,
        valid_until=None if counting else end,
        age_min=None if counting else draw(ages),
        age_max=None if counting else draw(ages),
        work_form=draw(st.sampled_from(WorkForm)),
        warm_place_in=draw(st.sampled_from([None, NORTH, SOUTH])),
        unconfirmed=draw(st.booleans()),
    )


cities = st.lists(offers(), max_size=12)


@given(cities, offers(counting=True), areas, bands)
def test_a_counting_offer_added_never_makes_an_area_worse(city, extra, area, band):
    before = judge(*city, area=area, ages=band, partnerships=PARTNERSHIPS)
    after = judge(*city, extra, area=area, ages=band, partnerships=PARTNERSHIPS)
    assert set(before.covered) <= set(after.covered)
    assert set(before.whole_by) <= set(after.whole_by)
    assert before.status != Status.WHOLE or after.status == Status.WHOLE
    assert after.norm_met or not before.norm_met
    assert after.warm_place or not before.warm_place
    assert after.outreach or not before.outreach


@given(cities, areas, bands, st.randoms())
def test_order_never_matters(city, area, band, chance: random.Random):
    shuffled = chance.sample(city, len(city))
    answers = [judge(*some, area=area, ages=band, partnerships=PARTNERSHIPS) for some in (city, shuffled)]
    assert answers[0] == answers[1]


@given(cities, bands, st.booleans())
def test_a_circle_of_one_neighbourhood_equals_the_neighbourhood(city, band, priority):
    alone = judge(*city, area=neighbourhood(NORTH, priority=priority), ages=band, partnerships=PARTNERSHIPS)
    circled = judge(*city, area=circle(NORTH, priority=priority), ages=band, partnerships=PARTNERSHIPS)
    same = {"kind": None, "pk": None, "name": None}
    assert replace(alone, **same) == replace(circled, **same)


@given(cities, areas)
def test_R3_a_whole_has_free_time(city, area):
    without = [one for one in city if FREE_TIME not in one.hours]
    answer = judge(*without, area=area, partnerships=PARTNERSHIPS)
    assert answer.status in (Status.PARTIAL, Status.NONE)
    assert not answer.norm_met
    assert ("NO_ENTRY" in kinds(answer.gaps)) == bool(answer.covered)


@given(st.sets(st.sampled_from(Function), min_size=1, max_size=3), areas)
def test_R2_two_half_partnerships_are_no_whole(half, area):
    """However the four are divided over two partnerships of the same two organisations."""
    members = {1: partnership(KRING, OVERKANT), 2: partnership(KRING, OVERKANT, name="Ook samen")}
    first = offer(*half, by=KRING, partnership=1)
    second = offer(*(set(Function) - half), by=OVERKANT, partnership=2)
    assert judge(first, second, area=area, partnerships=members).status == Status.SCATTERED


@given(cities, areas, bands)
def test_an_area_is_whole_exactly_where_somebody_is_and_meets_the_norm_exactly_without_gaps(city, area, band):
    answer = judge(*city, area=area, ages=band, partnerships=PARTNERSHIPS)
    assert (answer.status == Status.WHOLE) == bool(answer.whole_by)
    assert (answer.status in (Status.WHOLE, Status.SCATTERED)) == (len(answer.covered) == 4)
    assert (answer.status == Status.NONE) == (not answer.covered)
    assert answer.norm_met == (not answer.gaps)


@given(cities)
def test_the_neighbourhoods_together_give_the_hours_of_the_city(city):
    def hours_in(area):
        return [judge(*city, area=area).functions[function].hours or Decimal(0) for function in Function]

    apart = zip(*(hours_in(neighbourhood(pk)) for pk in (NORTH, SOUTH, EAST)), strict=True)
    for whole, parts in zip(hours_in(circle(NORTH, SOUTH, EAST)), apart, strict=True):
        assert abs(whole - sum(parts)) <= Decimal("0.02")  # three roundings, each of half a hundredth at most
