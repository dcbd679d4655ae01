"""The rules asked of the database: what is fetched is what counts."""

import datetime
from decimal import Decimal

import pytest

from neighbourhoods.models import NeighbourhoodCode
from organisations.coverage import Ages, AreaKind, Status, coverage
from organisations.coverage.loading import load_area
from organisations.coverage.rules import assess
from organisations.enums import Function, OfferStatus, WorkForm
from organisations.models import OfferNeighbourhood, PartnershipMember
from tests.builders import (
    ALL_FOUR,
    make_circle,
    make_neighbourhood,
    make_offer,
    make_organisation,
    make_partnership,
    make_place,
    make_priority,
)

pytestmark = pytest.mark.django_db

AT = datetime.date(2026, 3, 1)
DAY_BEFORE, DAY_AFTER = datetime.date(2026, 2, 28), datetime.date(2026, 3, 2)
FREE_TIME, WELFARE, BRIDGE, SIGNAL = Function
QUERIES = 5


@pytest.fixture
def north():
    return make_neighbourhood("Noord", code="440211", district="Boven")


@pytest.fixture
def south():
    return make_neighbourhood("Zuid", code="440212")


def stands(area, at=AT, **ages):
    found = assess(load_area(area, at), **ages)
    return found[0] if found else None


def is_covered(area, at=AT) -> bool:
    return stands(area, at).functions[FREE_TIME].covered


# Which areas.


def test_neighbourhoods_by_name_then_circles_by_name(south, north):
    make_circle(north, name="Rond de vaart")
    make_circle(north, south, name="Aan het water")
    make_neighbourhood("ardoy")
    names = [area.name for area in coverage(at=AT)]
    assert names == ["ardoy", "Noord", "Zuid", "Aan het water", "Rond de vaart"]


def test_an_area_is_shown_with_its_first_code_and_a_circle_with_its_slug(north):
    NeighbourhoodCode.objects.create(neighbourhood=north, source="statistics", code="100")
    make_circle(north, name="Rond de vaart")
    assert [area.code for area in coverage(at=AT)] == ["440211", "rond-de-vaart"]
    assert coverage(at=AT)[0].district == "Boven"


def test_any_code_of_a_neighbourhood_finds_it_and_nothing_else(north, south):
    NeighbourhoodCode.objects.create(neighbourhood=north, source="statistics", code="100")
    make_circle(north)
    for code in ("440211", "100"):
        assert [area.pk for area in coverage(at=AT, area_code=code)] == [north.pk]
    assert coverage(at=AT, area_code="44021") == []


def test_a_circle_is_found_by_its_name(north):
    circle = make_circle(north, name="Rond de vaart")
    make_circle(north, name="Rond")
    assert [area.pk for area in coverage(at=AT, circle_name="Rond de vaart")] == [circle.pk]
    both = coverage(at=AT, circle_name="Rond de vaart", area_code="440211")
    assert [area.kind for area in both] == ["neighbourhood", "circle"]


def test_an_area_asked_for_alone_stands_as_it_does_among_the_others(north, south):
    circle = make_circle(north, south)
    house = make_place(organisation := make_organisation(), south, warm=True)
    make_offer(organisation, north, place=house, functions=ALL_FOUR)
    make_offer(make_organisation(), north, south, functions={FREE_TIME: 5})
    assert [stands(north), stands(south), stands(circle)] == coverage(at=AT)


def test_only_areas_that_exist_on_the_day_are_judged(north):
    ended = make_neighbourhood("Oud", valid_until=AT)
    make_circle(north, ended, name="Rond", valid_from=DAY_AFTER)
    make_circle(north, ended, name="Altijd")
    make_offer(make_organisation(), ended)
    assert [area.name for area in coverage(at=AT)] == ["Noord", "Oud", "Altijd"]
    assert coverage(at=AT)[2].norm_met
    assert [area.name for area in coverage(at=DAY_AFTER)] == ["Noord", "Altijd", "Rond"]
    assert not coverage(at=DAY_AFTER)[1].norm_met
    assert stands(ended, DAY_AFTER) is None


# Priority.


def test_R5_priority_is_a_decision_in_force_on_the_day(north, south):
    make_priority(north, valid_from=AT, valid_until=AT)
    assert [stands(north, day).priority for day in (DAY_BEFORE, AT, DAY_AFTER)] == [False, True, False]
    assert not stands(south).priority


def test_R5_a_decision_about_a_circle_is_not_about_its_neighbourhoods(north):
    circle = make_circle(north)
    make_priority(circle)
    assert stands(circle).priority
    assert not stands(north).priority


def test_a_review_date_that_has_passed_ends_nothing(north):
    make_priority(north, review_on=DAY_BEFORE)
    assert stands(north).priority


def decided(area, **fields):
    return make_priority(area, **{"valid_from": AT} | fields)


@pytest.mark.parametrize(
    ("stage", "fields"),
    [
        ("PROPOSAL", {}),
        ("CONSULTATION", {"comments_until": AT}),
        ("WITHDRAWN", {}),
    ],
)
def test_R5_what_was_not_decided_gives_no_priority(north, stage, fields):
    decided(north, stage=stage, **fields)
    assert [stands(north, day).priority for day in (DAY_BEFORE, AT, DAY_AFTER)] == [False] * 3


def test_R4_the_norm_follows_a_decision_from_its_day_on_and_not_before(north):
    """A priority neighbourhood needs all four functions, any other at least free time."""
    make_offer(make_organisation(), north, functions=(FREE_TIME,))
    decided(north)
    assert [stands(north, day).norm_met for day in (DAY_BEFORE, AT)] == [True, False]


def test_R5_people_may_also_decide_that_an_area_does_not_come_first(north):
    decided(north, is_priority=False)
    assert not stands(north).priority


def test_R5_where_another_decision_replaces_one_the_norm_follows_that_one(north):
    old = make_priority(north, valid_until=DAY_BEFORE)
    decided(north, is_priority=False, replaces=old)
    assert [stands(north, day).priority for day in (DAY_BEFORE, AT)] == [True, False]


# What counts.


@pytest.mark.parametrize(("status", "counts"), [("PUBLISHED", True), ("DRAFT", False), ("ARCHIVED", False)])
def test_only_published_offers_count(north, status, counts):
    make_offer(make_organisation(), north, status=OfferStatus(status))
    assert is_covered(north) is counts


def test_an_offer_counts_from_its_first_to_its_last_day(north):
    make_offer(make_organisation(), north, valid_from=AT, valid_until=AT)
    assert [is_covered(north, day) for day in (DAY_BEFORE, AT, DAY_AFTER)] == [False, True, False]


def test_an_offer_counts_as_long_as_its_organisation_is_active(north):
    make_offer(make_organisation(valid_from=AT, valid_until=AT), north)
    assert [is_covered(north, day) for day in (DAY_BEFORE, AT, DAY_AFTER)] == [False, True, False]


def test_ages_of_the_offer_are_asked(north):
    make_offer(make_organisation(), north, age_min=12)
    assert stands(north, ages=Ages(12, 15)).norm_met
    assert not stands(north, ages=Ages(6, 11)).norm_met


def test_an_offer_counts_in_every_neighbourhood_it_reaches_for_its_share(north, south):
    offer = make_offer(make_organisation(), north, south, functions={FREE_TIME: 9, BRIDGE: None})
    assert stands(north).functions[FREE_TIME].hours == Decimal("4.50")
    assert stands(north).functions[BRIDGE].hours is None
    OfferNeighbourhood.objects.filter(offer=offer, neighbourhood=north).update(share=Decimal("33.33"))
    assert stands(north).functions[FREE_TIME].hours == Decimal("3.00")
    assert stands(south).functions[FREE_TIME].hours == Decimal("6.00")
    assert stands(make_circle(north, south)).functions[FREE_TIME].hours == Decimal("9.00")


# R2: partnerships.


@pytest.fixture
def halves(north):
    """Two members of a partnership who have all four functions only together, on its behalf."""
    one, other = make_organisation(), make_organisation()
    partnership = make_partnership(one, other, name="Samen Noord")
    make_offer(one, north, functions=(FREE_TIME, WELFARE), partnership=partnership)
    make_offer(other, north, functions=(BRIDGE, SIGNAL), partnership=partnership)
    return partnership


def test_R2_a_partnership_is_whole_through_its_members(north, halves):
    assert stands(north).status == Status.WHOLE
    assert stands(north).whole_by == ("Samen Noord",)


def test_R2_a_partnership_counts_while_it_holds(north, halves):
    halves.valid_from = halves.valid_until = AT
    halves.save()
    statuses = [stands(north, day).status for day in (DAY_BEFORE, AT, DAY_AFTER)]
    assert statuses == [Status.SCATTERED, Status.WHOLE, Status.SCATTERED]


def test_R2_a_member_counts_while_it_is_one(north, halves):
    PartnershipMember.objects.exclude(organisation=halves.lead).update(valid_from=AT, valid_until=AT)
    statuses = [stands(north, day).status for day in (DAY_BEFORE, AT, DAY_AFTER)]
    assert statuses == [Status.SCATTERED, Status.WHOLE, Status.SCATTERED]


# R6: warm places and outreach.


def test_R6_a_warm_place_where_a_counting_offer_is_held(north, south):
    organisation = make_organisation()
    place = make_place(organisation, north, warm=True, valid_from=AT, valid_until=AT)
    assert not stands(north).warm_place
    make_offer(organisation, south, place=place)
    assert [stands(north, day).warm_place for day in (DAY_BEFORE, AT, DAY_AFTER)] == [False, True, False]
    assert not stands(south).warm_place


def test_R6_a_place_that_is_not_warm_is_none(north):
    organisation = make_organisation()
    make_offer(organisation, north, place=make_place(organisation, north))
    assert not stands(north).warm_place


@pytest.mark.parametrize(
    ("work_form", "goes"), [(WorkForm.FIXED, False), (WorkForm.MOBILE, True), (WorkForm.OUTREACH, True)]
)
def test_R6_mobile_and_outreach_work_goes_to_young_people(north, work_form, goes):
    make_offer(make_organisation(), north, work_form=work_form)
    assert stands(north).outreach is goes


# R7 and the other warnings.


def test_R7_looks_a_year_back_for_offers_that_are_gone(north):
    make_offer(make_organisation(), north, functions={BRIDGE: 4}, valid_until=datetime.date(2025, 3, 1))
    make_offer(make_organisation(), north, functions={FREE_TIME: 4}, valid_from=datetime.date(2025, 3, 2))
    (warning,) = stands(north).warnings
    assert (warning.kind, warning.function) == ("CROWDING_OUT", BRIDGE)
    assert stands(north, DAY_AFTER).warnings == ()


def test_thin_counts_the_end_of_the_organisation_too(north):
    ninety_days_on = datetime.date(2026, 5, 30)
    organisation = make_organisation("De Kring", valid_until=ninety_days_on)
    make_offer(organisation, north, valid_until=datetime.date(2027, 1, 1))
    (warning,) = stands(north).warnings
    assert warning.text == "Only De Kring takes up the function free time here, and that ends on 30 May 2026."
    assert stands(north, DAY_BEFORE).warnings == ()


def test_unconfirmed_sixty_days_after_the_rhythm_has_passed(north, time_machine):
    time_machine.move_to("2026-12-01")
    organisation = make_organisation(confirms_every=6)
    make_offer(organisation, north, confirmed_on=datetime.date(2025, 8, 31))  # to confirm from 1 March 2026 on
    last_day = datetime.date(2026, 2, 28) + datetime.timedelta(days=60)
    assert stands(north, last_day).warnings == ()
    (warning,) = stands(north, last_day + datetime.timedelta(days=1)).warnings
    assert (warning.kind, warning.function) == ("UNCONFIRMED", FREE_TIME)


def test_the_future_is_as_unconfirmed_as_today(north, time_machine):
    time_machine.move_to("2026-03-01")
    make_offer(make_organisation(confirms_every=3), north, confirmed_on=AT)
    assert stands(north, datetime.date(2030, 1, 1)).warnings == ()


# Cost.


def fill_city(neighbourhoods: int, offers: int) -> None:
    """Believable enough to touch everything that is fetched."""
    areas = [make_neighbourhood() for _ in range(neighbourhoods)]
    make_circle(*areas, name="Rond")
    make_priority(areas[0])
    organisation = make_organisation()
    partnership = make_partnership(organisation, make_organisation())
    place = make_place(organisation, areas[0], warm=True)
    for number in range(offers):
        reach = {areas[0], areas[number % neighbourhoods]}
        make_offer(organisation, *reach, place=place, partnership=partnership)


@pytest.mark.parametrize(("neighbourhoods", "offers"), [(2, 3), (25, 300)])
def test_the_same_five_queries_however_much_there_is(neighbourhoods, offers, django_assert_num_queries):
    fill_city(neighbourhoods, offers)
    code = NeighbourhoodCode.objects.first().code
    questions = [
        {},
        {"ages": Ages(12, 15)},
        {"area_code": code},
        {"circle_name": "Rond"},
        {"area_code": code, "circle_name": "Rond"},
    ]
    for question in questions:
        for at in (AT, datetime.date(2020, 2, 29), datetime.date(2040, 1, 1)):
            with django_assert_num_queries(QUERIES):
                assert coverage(at=at, **question)


def test_a_circle_whose_neighbourhoods_are_all_gone_is_no_area():
    gone, stays = make_neighbourhood("Weg", valid_until=DAY_BEFORE), make_neighbourhood("Blijft")
    make_circle(gone, name="Leeg")
    make_circle(gone, stays, name="Half")
    circles = [area for area in coverage(at=AT) if area.kind == AreaKind.CIRCLE]
    assert [(circle.name, circle.neighbourhoods) for circle in circles] == [("Half", {stays.pk})]
