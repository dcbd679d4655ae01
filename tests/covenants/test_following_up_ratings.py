"""How partners rate the city: what one of them gave, nobody of the city can read."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from covenants.actions.ratings import rate_city
from covenants.enums import RatingAspect
from covenants.following_up.ratings import own_ratings, ratings
from covenants.following_up.telling import FEWEST, told_from
from covenants.models import CityRating, ReportingPeriod
from jos.shared.time import today
from tests import builders
from tests.covenants.talks import reported

TOLD = told_from((today() - datetime.timedelta(days=1)).year)  # the year in which the periods below ended


def rated(organisation, score: int, by, aspect: str = RatingAspect.WORD) -> ReportingPeriod:
    period = reported(organisation)
    CityRating.objects.create(period=period, aspect=aspect, score=score, by=by)
    return period


def word():
    """What is said of the first aspect, in the last year, once it is told."""
    return ratings(TOLD).rows[0].by_year[-1][1]


@pytest.mark.django_db
def test_nothing_is_told_before_five_partners_said_it(staff):
    for _number in range(FEWEST - 1):
        rated(builders.make_organisation(), 2, staff)
    assert (word().partners, word().score) == (4, None)
    rated(builders.make_organisation(), 2, staff)
    assert (word().partners, word().score) == (5, 2)


@pytest.mark.django_db
def test_one_partner_is_one_voice_however_often_it_rates(staff):
    often = builders.make_organisation()
    for _number in range(FEWEST):
        rated(often, 1, staff)
    assert word().score is None
    for _number in range(FEWEST - 1):
        rated(builders.make_organisation(), 5, staff)
    assert word().score == 4  # (1 + 4 × 5) / 5, to half a point


@pytest.mark.django_db
def test_a_partner_that_was_merged_speaks_with_the_one_it_became(staff):
    became = builders.make_organisation()
    for _number in range(FEWEST):
        rated(builders.make_organisation(merged_into=became), 1, staff)
    assert (word().partners, word().score) == (1, None)


@pytest.mark.django_db
def test_a_year_is_told_once_it_is_over_and_nothing_of_it_changes_any_more(organisation, member, monkeypatch):
    period = rated(organisation, 1, member)
    assert ratings(TOLD - datetime.timedelta(days=1)).years == ()
    assert ratings(TOLD).years == (period.ends_on.year,)
    monkeypatch.setattr("covenants.actions.ratings.today", lambda: TOLD)
    with pytest.raises(ValidationError, match="It stays as it is"):
        rate_city(period=period, scores={"WORD": 5}, seen={"WORD": 1}, by=member)
    assert CityRating.objects.get().score == 1


@pytest.mark.django_db
def test_only_its_own_people_read_what_a_partner_gave(sign_in, organisation, coordinator, stranger, staff, policymaker):
    rated(organisation, 2, coordinator)
    assert [score for _aspect, score in own_ratings(coordinator)[0].scores] == [2, None, None, None]
    for user in (stranger, staff, policymaker):
        assert own_ratings(user) == []
    assert "What you gave" in sign_in(coordinator).get(reverse("city_ratings")).content.decode()
    assert "What you gave" not in sign_in(staff).get(reverse("city_ratings")).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("number", [3, 60])
def test_the_page_asks_the_same_of_the_database_whatever_it_holds(
    number, sign_in, organisation, coordinator, django_assert_num_queries
):
    for _number in range(number):
        rated(organisation, 3, coordinator)
    client = sign_in(coordinator)
    client.get(reverse("city_ratings"))
    with django_assert_num_queries(5):
        answer = client.get(reverse("city_ratings"))
    assert len(answer.context["own"]) == number


@pytest.mark.django_db
def test_the_finding_is_what_partners_rate_lowest(staff):
    for _number in range(FEWEST):
        period = rated(builders.make_organisation(), 4, staff)
        CityRating.objects.create(period=period, aspect=RatingAspect.EQUALS, score=2, by=staff)
    found = ratings(TOLD)
    assert found.weakest is not None
    assert (found.weakest[0], str(found.weakest[1])) == (RatingAspect.EQUALS, "at most 2")
    assert found.last_year == TOLD.year - 1
    CityRating.objects.update(score=5)
    assert ratings(TOLD).weakest is None  # all alike: none is the lowest
