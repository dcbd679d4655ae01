"""R18: look at what works. Each rule says one sentence, and only where it is true."""

import datetime

import pytest
from django.http import QueryDict

from jos.dashboards.coverage.forms import MomentFilter
from jos.dashboards.sheets.sheet import sheet
from jos.shared.time import months_later, today
from organisations.enums import Function, OrganisationKind
from organisations.models import OfferMoment
from tests import builders
from tests.builders import ALL_FOUR

FREE_TIME, WELFARE, *_ = Function


@pytest.fixture
def rabot(db):
    return builders.make_neighbourhood("Rabot")


@pytest.fixture
def kring(rabot):
    return builders.make_organisation("De Kring")


def said(area, **query) -> list[str]:
    asked = QueryDict(mutable=True)
    asked.update(query)
    return list(sheet(area, MomentFilter(asked)).strengths)


def meets(offer, weekday: int, starts: int, ends: int) -> None:
    OfferMoment.objects.create(
        offer=offer, weekday=weekday, starts_at=datetime.time(starts), ends_at=datetime.time(ends)
    )


def test_of_an_empty_area_nothing_is_said(rabot):
    assert said(rabot) == []


def test_one_whole_says_since_when(rabot, kring):
    builders.make_offer(kring, rabot, functions=ALL_FOUR, valid_from=today() - datetime.timedelta(days=100))
    since = months_later(today(), -3)
    assert f"De Kring has all four functions here, since {since:%B %Y}." in said(rabot)


def test_one_whole_for_as_long_as_we_look_says_how_long(rabot, kring):
    builders.make_offer(kring, rabot, functions=ALL_FOUR)
    assert "De Kring has had all four functions here for 3 years or more." in said(rabot)


def test_a_break_in_the_whole_counts_anew(rabot, kring):
    builders.make_offer(kring, rabot, functions=ALL_FOUR, valid_until=today() - datetime.timedelta(days=200))
    builders.make_offer(kring, rabot, functions=ALL_FOUR, valid_from=today())
    assert f"De Kring has all four functions here, since {today():%B %Y}." in said(rabot)


def test_a_whole_of_a_partnership_is_said_without_a_date(rabot, kring):
    brug = builders.make_organisation("De Brug")
    together = builders.make_partnership(kring, brug, name="Samen")
    builders.make_offer(kring, rabot, functions={FREE_TIME: 2}, partnership=together)
    builders.make_offer(brug, rabot, functions=dict.fromkeys(list(Function)[1:], 2), partnership=together)
    assert "Samen has all four functions here." in said(rabot)


@pytest.mark.parametrize(("years", "is_said"), [(3, True), (1, False)])
def test_a_partnership_that_holds_for_years(rabot, kring, years, is_said):
    start = months_later(today(), -12 * years)
    together = builders.make_partnership(kring, name="Samen", valid_from=start)
    builders.make_offer(kring, rabot, partnership=together)
    assert (f"Samen has worked together since {start.year}." in said(rabot)) == is_said


@pytest.mark.parametrize(("welfare", "is_said"), [(6, True), (2, False), (None, False)])
def test_R7_more_free_time_at_no_other_functions_cost(rabot, kring, welfare, is_said):
    """Not where welfare shrank, nor where nobody knows."""
    turn = today() - datetime.timedelta(days=60)
    builders.make_offer(kring, rabot, functions={FREE_TIME: 2})
    builders.make_offer(kring, rabot, functions={FREE_TIME: 2}, valid_from=turn)
    builders.make_offer(kring, rabot, functions={WELFARE: 4}, valid_until=turn)
    builders.make_offer(kring, rabot, functions={WELFARE: welfare}, valid_from=turn)
    assert ("There is more free time than a year ago, at no other function's cost." in said(rabot)) == is_said


@pytest.mark.parametrize(
    ("weekday", "starts", "ends", "is_said"),
    [(2, 19, 22, True), (6, 10, 12, True), (5, 22, 1, True), (2, 14, 18, False)],
)
def test_R6_a_warm_place_in_the_evening_or_at_the_weekend(rabot, kring, weekday, starts, ends, is_said):
    place = builders.make_place(kring, rabot, "Warm huis", warm=True)
    meets(builders.make_offer(kring, rabot, place=place), weekday, starts, ends)
    meets(builders.make_offer(kring, rabot), 7, 10, 12)  # in no warm place
    assert any("Warm huis" in text for text in said(rabot)) == is_said


def test_R11_self_organisations_are_partners(rabot):
    own = builders.make_organisation("Rijdt", kind=OrganisationKind.SELF_ORGANISATION)
    builders.make_offer(own, rabot)
    assert "A self-organisation is partner here: Rijdt." in said(rabot)


def test_R3_free_time_for_every_age(rabot, kring):
    builders.make_offer(kring, rabot, age_min=6, age_max=15)
    assert "There is free time for every age." not in said(rabot)
    builders.make_offer(kring, rabot, age_min=16)
    assert "There is free time for every age." in said(rabot)


def test_something_on_most_days(rabot, kring):
    offer = builders.make_offer(kring, rabot)
    for weekday in (1, 2, 3, 4):
        meets(offer, weekday, 14, 16)
    assert not any("days a week" in text for text in said(rabot))
    meets(offer, 5, 14, 16)
    assert "There is something on 5 days a week." in said(rabot)


def test_three_languages_are_many(rabot, kring):
    offer = builders.make_offer(kring, rabot, languages=["nl", "tr"])
    assert not any("languages" in text for text in said(rabot))
    offer.languages = ["nl", "tr", "ar"]
    offer.save()
    assert "Young people are met in 3 languages: Dutch, Turkish and Arabic." in said(rabot)


def test_wheelchairs_by_the_offer_or_its_place(rabot, kring):
    builders.make_offer(kring, rabot)
    assert not any("wheelchair" in text for text in said(rabot))
    place = builders.make_place(kring, rabot, accessibility=["wheelchair"])
    builders.make_offer(kring, rabot, place=place)
    assert "With a wheelchair one can take part in 1 of 2 offers." in said(rabot)


def test_free_of_charge_where_most_of_it_is(rabot, kring):
    for is_free in (True, False, False):
        builders.make_offer(kring, rabot, is_free=is_free)
    assert not any("charge" in text for text in said(rabot))
    builders.make_offer(kring, rabot, is_free=True)
    assert "2 of 4 offers are free of charge." in said(rabot)


def test_everybody_confirmed(rabot, kring):
    builders.make_offer(kring, rabot)
    assert "All partners confirmed lately that their offer is still right." in said(rabot)
    builders.make_offer(kring, rabot, confirmed_on=today() - datetime.timedelta(days=400))
    assert "All partners confirmed lately that their offer is still right." not in said(rabot)


def test_the_ages_asked_are_those_looked_at(rabot, kring):
    builders.make_offer(kring, rabot, age_min=6, age_max=11, is_free=True)
    assert said(rabot, ages="12-15") == []
