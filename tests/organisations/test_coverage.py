"""The rules of the charter, each with a test named after it."""

import datetime
from decimal import Decimal

import pytest

from organisations.coverage import Ages, Selection, Status
from organisations.coverage.facts import CityFacts
from organisations.coverage.rules import assess
from organisations.enums import Function, OrganisationKind, WorkForm
from tests.organisations.facts import (
    AT,
    BRIDGE,
    BRUG,
    EAST,
    FREE_TIME,
    KRING,
    NAMES,
    NORTH,
    OVERKANT,
    SIGNAL,
    SOUTH,
    WELFARE,
    circle,
    found,
    judge,
    kinds,
    neighbourhood,
    offer,
    partnership,
)

A_DAY = datetime.timedelta(days=1)


# R1: four functions, of equal worth. Free time is the way in.


@pytest.mark.parametrize("missing", Function)
def test_R1_each_of_the_four_functions_weighs_the_same(missing):
    area = judge(offer(*(set(Function) - {missing})), priority=True)
    assert area.status == Status.PARTIAL
    assert area.missing == [missing]
    assert not area.norm_met


def test_R1_a_function_is_covered_when_one_counting_offer_has_it():
    first, second = offer(FREE_TIME, hours="3"), offer(FREE_TIME, hours="1.5", by=OVERKANT)
    free_time = judge(first, second).functions[FREE_TIME]
    assert free_time.covered
    assert free_time.hours == Decimal("4.50")
    assert free_time.offers == {first.pk, second.pk}
    assert free_time.organisations == {KRING, OVERKANT}


# R2: the four count as one whole only within one organisation, or within one named partnership.


def test_R2_one_organisation_with_all_four_is_one_whole():
    area = judge(offer(FREE_TIME, WELFARE), offer(BRIDGE), offer(SIGNAL), priority=True)
    assert area.status == Status.WHOLE
    assert area.whole_by == ("De Kring",)


def test_R2_four_functions_of_different_organisations_are_scattered():
    area = judge(offer(FREE_TIME, WELFARE), offer(BRIDGE, SIGNAL, by=OVERKANT), priority=True)
    assert area.status == Status.SCATTERED
    assert area.whole_by == ()
    assert "NOT_TOGETHER" in kinds(area.gaps)


def test_R2_a_partnership_makes_one_whole_of_what_its_members_do_on_its_behalf():
    area = judge(
        offer(FREE_TIME, WELFARE, partnership=1),
        offer(BRIDGE, SIGNAL, by=OVERKANT, partnership=1),
        partnerships={1: partnership(KRING, OVERKANT)},
    )
    assert area.status == Status.WHOLE
    assert area.whole_by == ("Samen",)


def test_R2_what_a_member_does_for_itself_is_not_the_partnerships():
    area = judge(
        offer(FREE_TIME, WELFARE, partnership=1),
        offer(BRIDGE, SIGNAL, by=OVERKANT),
        partnerships={1: partnership(KRING, OVERKANT)},
    )
    assert area.status == Status.SCATTERED


def test_R2_what_an_organisation_does_for_a_partnership_is_its_own_as_well():
    area = judge(
        offer(FREE_TIME, WELFARE, partnership=1),
        offer(BRIDGE, SIGNAL),
        partnerships={1: partnership(KRING, OVERKANT)},
    )
    assert area.whole_by == ("De Kring",)


def test_R2_who_is_no_member_that_day_does_not_count_for_the_partnership():
    area = judge(
        offer(FREE_TIME, WELFARE, partnership=1),
        offer(BRIDGE, SIGNAL, by=OVERKANT, partnership=1),
        partnerships={1: partnership(KRING)},
    )
    assert area.status == Status.SCATTERED


def test_R2_two_half_partnerships_are_no_whole():
    area = judge(
        offer(FREE_TIME, WELFARE, partnership=1),
        offer(BRIDGE, SIGNAL, by=OVERKANT, partnership=2),
        partnerships={1: partnership(KRING, OVERKANT), 2: partnership(KRING, OVERKANT, name="Ook samen")},
    )
    assert area.status == Status.SCATTERED


def test_R2_all_who_are_whole_are_named():
    area = judge(
        offer(*Function, partnership=1),
        offer(*Function, by=BRUG),
        partnerships={1: partnership(KRING)},
    )
    assert area.whole_by == ("De Brug", "De Kring", "Samen")


def test_R2_whole_is_whole_in_the_area_itself_not_across_the_city():
    offers = offer(FREE_TIME, WELFARE), offer(BRIDGE, SIGNAL, reach=(SOUTH,))
    assert judge(*offers).status == Status.PARTIAL
    assert judge(*offers, area=circle(NORTH, SOUTH)).status == Status.WHOLE


# R3: welfare, bridge or signal work without free time in the same whole is not whole.


def test_R3_without_free_time_in_the_same_whole_it_is_not_whole():
    area = judge(offer(WELFARE, BRIDGE, SIGNAL), offer(FREE_TIME, by=OVERKANT))
    assert area.status == Status.SCATTERED


@pytest.mark.parametrize("priority", [False, True])
def test_R3_other_functions_without_any_free_time_have_no_way_in(priority):
    welfare = offer(WELFARE)
    area = judge(welfare, priority=priority)
    assert found(area.gaps)[0] == ("FUNCTION_MISSING", FREE_TIME)
    (no_entry,) = [gap for gap in area.gaps if gap.kind == "NO_ENTRY"]
    assert no_entry.rule == "R3"
    assert no_entry.offers == {welfare.pk}
    assert no_entry.text == "There is welfare, but no free time: young people have no way in."


def test_R3_where_there_is_nothing_there_is_nothing_to_enter():
    assert kinds(judge().gaps) == ["FUNCTION_MISSING"]


# R4: a priority neighbourhood needs all four functions, as one whole. Any other needs at least free time.


def test_R4_any_area_needs_at_least_free_time():
    assert judge(offer(FREE_TIME)).norm_met
    assert found(judge().gaps) == [("FUNCTION_MISSING", FREE_TIME)]


def test_R4_what_priority_asks_beyond_free_time_is_no_gap_elsewhere():
    scattered = offer(FREE_TIME, WELFARE), offer(BRIDGE, SIGNAL, by=OVERKANT)
    assert judge(*scattered).gaps == ()
    assert not judge(*scattered, priority=True).norm_met


def test_R4_a_priority_area_lacks_each_function_that_is_missing():
    area = judge(offer(FREE_TIME), priority=True)
    assert kinds(area.gaps) == ["FUNCTION_MISSING"] * 3 + ["NO_WARM_PLACE", "NO_OUTREACH"]
    missing = area.gaps[:3]
    assert [gap.function for gap in missing] == [WELFARE, BRIDGE, SIGNAL]
    assert {gap.rule for gap in missing} == {"R4"}


def test_R4_a_priority_area_with_one_whole_a_warm_place_and_outreach_meets_the_norm():
    area = judge(offer(*Function, warm_place_in=NORTH), offer(FREE_TIME, work_form=WorkForm.MOBILE), priority=True)
    assert area.gaps == ()
    assert area.norm_met


def test_R4_scattered_says_over_whom():
    offers = offer(FREE_TIME, WELFARE), offer(BRIDGE, SIGNAL, by=OVERKANT)
    (gap,) = [gap for gap in judge(*offers, priority=True).gaps if gap.kind == "NOT_TOGETHER"]
    assert gap.text == (
        "All four functions are here, but spread over De Kring and De Overkant: nobody has all four together."
    )
    assert gap.offers == {one.pk for one in offers}


# R5: people decide where priority lies, for neighbourhoods and movement circles.


def test_R5_priority_of_a_circle_asks_nothing_of_its_neighbourhoods():
    offers = [offer(FREE_TIME)]
    assert not judge(*offers, area=circle(NORTH, priority=True)).norm_met
    assert judge(*offers, area=neighbourhood(NORTH)).norm_met


# R6: every priority neighbourhood or circle has a warm place, and mobile or outreach work on top.


def test_R6_a_priority_area_needs_a_warm_place_and_outreach():
    gaps = judge(offer(*Function), priority=True).gaps
    assert kinds(gaps) == ["NO_WARM_PLACE", "NO_OUTREACH"]
    assert {gap.rule for gap in gaps} == {"R6"}
    assert judge(offer(*Function)).gaps == ()


def test_R6_the_warm_place_lies_in_the_area():
    elsewhere = offer(*Function, warm_place_in=SOUTH, reach=(NORTH, SOUTH))
    assert not judge(elsewhere).warm_place
    assert judge(elsewhere, area=neighbourhood(SOUTH)).warm_place
    assert judge(elsewhere, area=circle(NORTH, SOUTH)).warm_place


def test_R6_a_warm_place_is_warm_for_the_ages_of_what_happens_there():
    area = offer(FREE_TIME, warm_place_in=NORTH, age_max=11)
    assert judge(area, ages="6-11").warm_place
    assert not judge(area, ages="12-15").warm_place


def test_R6_outreach_comes_to_the_area_itself():
    elsewhere = offer(FREE_TIME, work_form=WorkForm.MOBILE, reach=(SOUTH,))
    assert not judge(elsewhere).outreach
    assert judge(elsewhere, area=circle(NORTH, SOUTH)).outreach


# R7: more free-time hours, but never at the cost of the other three.

LAST_YEAR = {"valid_until": AT - A_DAY}
THIS_YEAR = {"valid_from": AT - 30 * A_DAY}


def test_R7_free_time_up_while_another_function_went_down_is_a_warning():
    area = judge(
        offer(FREE_TIME, hours="4", **LAST_YEAR),
        offer(BRIDGE, hours="5", **LAST_YEAR),
        now := offer(FREE_TIME, hours="6", **THIS_YEAR),
        left := offer(BRIDGE, hours="3", **THIS_YEAR),
    )
    (warning,) = area.warnings
    assert (warning.kind, warning.function, warning.rule) == ("CROWDING_OUT", BRIDGE, "R7")
    assert warning.text == "In a year free time went from 4 to 6 hours a week, and bridge from 5 to 3."
    assert warning.offers == {now.pk, left.pk}


def test_R7_a_function_that_is_gone_went_down_too():
    area = judge(offer(FREE_TIME, **THIS_YEAR), offer(SIGNAL, **LAST_YEAR))
    assert found(area.warnings) == [("CROWDING_OUT", SIGNAL)]


@pytest.mark.parametrize(
    ("free_time", "bridge"),
    [(("4", "4"), ("5", "3")), (("6", "4"), ("5", "3")), (("4", "6"), ("3", "3")), (("4", "6"), ("3", "5"))],
)
def test_R7_it_takes_both(free_time, bridge):
    (free_then, free_now), (then, now) = free_time, bridge
    area = judge(
        offer(FREE_TIME, hours=free_then, **LAST_YEAR),
        offer(BRIDGE, hours=then, **LAST_YEAR),
        offer(FREE_TIME, hours=free_now, **THIS_YEAR),
        offer(BRIDGE, hours=now, **THIS_YEAR),
    )
    assert area.warnings == ()


def test_R7_unknown_hours_may_hide_the_difference():
    before = offer(FREE_TIME, hours="4", **LAST_YEAR), offer(BRIDGE, hours="5", **LAST_YEAR)
    after = offer(FREE_TIME, hours="6", **THIS_YEAR), offer(BRIDGE, hours="3", **THIS_YEAR)
    assert kinds(judge(*before, *after).warnings) == ["CROWDING_OUT"]
    assert judge(*before, *after, offer(BRIDGE, hours=None, **THIS_YEAR)).warnings == ()
    assert judge(*before, *after, offer(FREE_TIME, hours=None, **LAST_YEAR)).warnings == ()
    more = judge(*before, *after, offer(FREE_TIME, hours=None, **THIS_YEAR), offer(BRIDGE, hours=None, **LAST_YEAR))
    (warning,) = more.warnings
    assert "from 4 to at least 6 hours a week, and bridge from at least 5 to 3" in warning.text


def test_R7_compares_the_same_ages():
    offers = (
        offer(FREE_TIME, hours="6", age_max=11, **THIS_YEAR),
        offer(BRIDGE, age_min=12, **LAST_YEAR),
        offer(FREE_TIME, age_min=12),
    )
    assert kinds(judge(*offers).warnings) == ["CROWDING_OUT"]
    assert judge(*offers, ages="12-15").warnings == ()


def test_R7_compares_with_the_day_twelve_months_earlier():
    on_the_day = offer(BRIDGE, valid_until=datetime.date(2025, 3, 1))
    too_old = offer(BRIDGE, valid_until=datetime.date(2025, 2, 28))
    new = offer(FREE_TIME, **THIS_YEAR)
    assert kinds(judge(on_the_day, new).warnings) == ["CROWDING_OUT"]
    assert judge(too_old, new).warnings == ()


def test_R7_a_leap_day_is_compared_with_28_february():
    leap_day = datetime.date(2028, 2, 29)
    new = offer(FREE_TIME, valid_from=leap_day)
    assert kinds(judge(offer(BRIDGE, valid_until=datetime.date(2027, 2, 28)), new, at=leap_day).warnings)
    assert not judge(offer(BRIDGE, valid_until=datetime.date(2027, 2, 27)), new, at=leap_day).warnings


@pytest.mark.parametrize("day", [datetime.date.min, datetime.date.max])
def test_any_day_can_be_asked(day):
    assert judge(offer(FREE_TIME), at=day).norm_met


# What counts, and for whom.


def test_a_period_includes_both_its_ends():
    week = offer(FREE_TIME, valid_from=AT, valid_until=AT + 6 * A_DAY)
    days = [AT - A_DAY, AT, AT + 6 * A_DAY, AT + 7 * A_DAY]
    assert [judge(week, at=day).norm_met for day in days] == [False, True, True, False]


@pytest.mark.parametrize(
    ("age_min", "age_max", "counts"),
    [
        (None, None, True),
        (6, 11, False),
        (6, 12, True),
        (13, 14, True),
        (15, 25, True),
        (16, 25, False),
        (None, 11, False),
        (None, 12, True),
        (15, None, True),
        (16, None, False),
    ],
)
def test_an_offer_counts_for_a_band_that_its_ages_overlap(age_min, age_max, counts):
    assert judge(offer(FREE_TIME, age_min=age_min, age_max=age_max), ages="12-15").norm_met is counts


def test_an_area_can_be_whole_for_children_and_empty_for_teenagers():
    children = offer(*Function, age_min=6, age_max=11)
    assert judge(children, ages="6-11").status == Status.WHOLE
    assert judge(children, ages="12-15").status == Status.NONE
    assert judge(children, ages="12-15").gaps[0].text == (
        "Nobody takes up the function free time here for ages 12 to 15."
    )


@pytest.mark.parametrize("text", ["", "12", "12-", "15-12", "-1-5", "6-100", "6 - 11", "a-b", "٦-٩", "1-2-3", "6-11\n"])
def test_what_is_no_age_band_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the text is the whole message
        Ages.parse(text)


def test_an_age_band_reads_as_it_is_written():
    assert str(Ages.parse("6-11")) == "6-11"
    assert Ages.parse("12-12") == Ages(12, 12)


# Hours.


def test_an_offer_in_several_neighbourhoods_gives_each_an_equal_share():
    three = offer(FREE_TIME, hours="4", reach=(NORTH, SOUTH, EAST))
    assert judge(three).functions[FREE_TIME].hours == Decimal("1.33")
    assert judge(three, area=circle(NORTH, SOUTH)).functions[FREE_TIME].hours == Decimal("2.67")


def test_a_circle_counts_an_offer_wholly_inside_it_once():
    three = offer(FREE_TIME, hours="4", reach=(NORTH, SOUTH, EAST))
    free_time = judge(three, area=circle(NORTH, SOUTH, EAST)).functions[FREE_TIME]
    assert free_time.hours == Decimal("4.00")
    assert free_time.offers == {three.pk}


def test_the_organisation_may_divide_the_hours_itself():
    divided = offer(FREE_TIME, hours="10", reach={NORTH: Decimal(70), SOUTH: Decimal(30)})
    assert judge(divided).functions[FREE_TIME].hours == Decimal("7.00")


def test_what_is_not_divided_is_shared_in_equal_parts():
    partly = offer(FREE_TIME, hours="10", reach={NORTH: Decimal(50), SOUTH: None, EAST: None})
    assert judge(partly, area=neighbourhood(EAST)).functions[FREE_TIME].hours == Decimal("2.50")
    too_much = offer(FREE_TIME, hours="10", reach={NORTH: Decimal(100), SOUTH: Decimal(20), EAST: None})
    assert judge(too_much, area=neighbourhood(EAST)).functions[FREE_TIME].hours == 0


def test_hours_are_rounded_only_in_the_end():
    thirds = [offer(FREE_TIME, hours="0.01", reach=(NORTH, SOUTH, EAST)) for _ in range(3)]
    assert judge(*thirds).functions[FREE_TIME].hours == Decimal("0.01")
    half_a_hundredth = offer(FREE_TIME, hours="0.01", reach=(NORTH, SOUTH))
    assert judge(half_a_hundredth).functions[FREE_TIME].hours == Decimal("0.01")


def test_unknown_hours_cover_but_add_nothing():
    unknown, known = offer(FREE_TIME, hours=None), offer(FREE_TIME, hours="2")
    both = judge(unknown, known).functions[FREE_TIME]
    assert (both.hours, both.some_hours_unknown) == (Decimal("2.00"), True)
    alone = judge(unknown).functions[FREE_TIME]
    assert (alone.covered, alone.hours) == (True, None)


def test_zero_hours_are_not_unknown_and_a_missing_function_has_none():
    area = judge(offer(FREE_TIME, hours="0"))
    assert (area.functions[FREE_TIME].covered, area.functions[FREE_TIME].hours) == (True, 0)
    assert (area.functions[BRIDGE].covered, area.functions[BRIDGE].hours) == (False, 0)
    assert not area.functions[BRIDGE].some_hours_unknown
    assert not area.functions[BRIDGE].unconfirmed_only


# Warnings.


@pytest.mark.parametrize(("days", "warned"), [(0, True), (90, True), (91, False)])
def test_thin_when_the_only_partner_stops_within_90_days(days, warned):
    ending = offer(FREE_TIME, valid_until=AT + days * A_DAY)
    assert kinds(judge(ending).warnings) == ["THIN"] * warned


def test_thin_names_who_and_until_when_all_of_it_has_ended():
    first, last = (offer(FREE_TIME, valid_until=AT + days * A_DAY) for days in (10, 20))
    (warning,) = judge(first, last).warnings
    assert warning.text == "Only De Kring takes up the function free time here, and that ends on 21 March 2026."
    assert warning.function == FREE_TIME
    assert warning.offers == {first.pk, last.pk}


def test_not_thin_when_another_partner_or_an_open_end_stays():
    ending = offer(FREE_TIME, valid_until=AT)
    assert judge(ending, offer(FREE_TIME)).warnings == ()
    assert judge(ending, offer(FREE_TIME, by=OVERKANT, valid_until=AT)).warnings == ()


def test_unconfirmed_when_nobody_confirmed_any_of_it():
    old = offer(FREE_TIME, unconfirmed=True)
    area = judge(old)
    (warning,) = area.warnings
    assert (warning.kind, warning.function, warning.offers) == ("UNCONFIRMED", FREE_TIME, {old.pk})
    assert warning.text == "Nobody has confirmed lately that De Kring still takes up the function free time here."
    assert area.functions[FREE_TIME].unconfirmed_only
    assert area.norm_met


def test_one_confirmed_offer_is_enough():
    area = judge(offer(FREE_TIME, unconfirmed=True), offer(FREE_TIME))
    assert area.warnings == ()
    assert not area.functions[FREE_TIME].unconfirmed_only


# A selection of partners or work forms.


def test_of_a_selection_is_shown_what_it_carries_and_nothing_is_asked():
    city = CityFacts(
        at=AT,
        areas=(neighbourhood(priority=True),),
        offers=(offer(FREE_TIME), offer(BRIDGE, kind=OrganisationKind.SPORT, work_form=WorkForm.MOBILE)),
        organisations=NAMES,
    )
    sport = frozenset({OrganisationKind.SPORT})
    for chosen in (Selection(kinds=sport), Selection(work_forms=frozenset({WorkForm.MOBILE}))):
        (area,) = assess(city, selection=chosen)
        assert (area.covered, area.judged) == ([BRIDGE], False)
        assert (area.gaps, area.warnings) == ((), ())
        assert area.sentence == "Noord: bridge, without free time, welfare and signal."
        assert area.state_words == "bridge"
    (nothing,) = assess(city, selection=Selection(kinds=sport, work_forms=frozenset({WorkForm.FIXED})))
    assert nothing.state_words == "nothing of this"
    assert assess(city, selection=Selection()) == assess(city)
