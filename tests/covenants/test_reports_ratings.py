"""A partner rates the city, and only the partner sees what it gave."""

import datetime

import pytest
from django.urls import reverse

from covenants.enums import CovenantState, RatingAspect
from covenants.models import CityRating
from jos.shared.time import today
from tests.covenant_builders import make_covenant, make_period

pytestmark = pytest.mark.django_db


@pytest.fixture
def period(organisation):
    """Over for some weeks: what is said of its year is not told yet."""
    days = {"valid_from": today() - datetime.timedelta(days=200), "valid_until": today() + datetime.timedelta(days=200)}
    return make_period(make_covenant(organisation, state=CovenantState.SIGNED, **days))


def address(period) -> str:
    return reverse("city_rating", args=[period.covenant.slug, period.pk])


def given() -> dict[str, int]:
    return dict(CityRating.objects.values_list("aspect", "score"))


def test_a_partner_rates_the_city_and_can_change_that(sign_in, member, period):
    client = sign_in(member)
    client.post(address(period), {"seen": "0000", "WORD": "2", "EQUALS": "5"})
    assert given() == {RatingAspect.WORD: 2, RatingAspect.EQUALS: 5}
    assert 'name="seen" value="2050"' in client.get(address(period)).text
    client.post(address(period), {"seen": "2050", "WORD": "3"})
    assert given() == {RatingAspect.WORD: 3}


def test_nobody_of_the_city_opens_it(sign_in, staff, policymaker, period):
    for user in (staff, policymaker):
        assert sign_in(user).get(address(period)).status_code == 403


@pytest.mark.parametrize("score", ["0", "6", "x", "9" * 40])
def test_a_score_is_one_to_five(sign_in, member, period, score):
    assert sign_in(member).post(address(period), {"seen": "0000", "WORD": score}).status_code == 200
    assert not given()


def test_what_a_colleague_gave_meanwhile_is_not_lost(sign_in, member, coordinator, period):
    sign_in(coordinator).post(address(period), {"seen": "0000", "WORD": "4"})
    client = sign_in(member)
    answer = client.post(address(period), {"seen": "0000", "WORD": "1"})
    assert answer.status_code == 409
    assert "A colleague gave 4 meanwhile." in answer.text
    assert 'name="seen" value="4000"' in answer.text
    assert given() == {RatingAspect.WORD: 4}
    client.post(address(period), {"seen": "4000", "WORD": "1"})
    assert given() == {RatingAspect.WORD: 1}


def test_the_same_scores_of_two_colleagues_are_no_quarrel(sign_in, member, coordinator, period):
    for user in (coordinator, member):
        assert sign_in(user).post(address(period), {"seen": "0000", "WORD": "4"}).status_code == 302


def test_what_is_told_is_rated_no_more(sign_in, member, organisation):
    long_ago = {"valid_from": datetime.date(2020, 1, 1), "valid_until": datetime.date(2020, 12, 31)}
    period = make_period(make_covenant(organisation, state=CovenantState.SIGNED, **long_ago))
    client = sign_in(member)
    page = client.get(address(period)).text
    assert "What partners said of 2020 is told" in page
    assert "Keep this" not in page
    assert "It stays as it is." in client.post(address(period), {"seen": "0000", "WORD": "4"}).text
    assert not given()


def test_a_period_is_rated_once_it_starts(sign_in, member, organisation):
    later = {"valid_from": today() + datetime.timedelta(days=9), "valid_until": today() + datetime.timedelta(days=300)}
    period = make_period(make_covenant(organisation, state=CovenantState.SIGNED, **later))
    assert "Rate the city from then on." in sign_in(member).post(address(period), {"seen": "0000", "WORD": "4"}).text
    assert not given()
