"""How partners rate the city: what one of them gave, nobody of the city can read."""

import datetime

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from covenants.enums import RatingAspect
from covenants.following_up.ratings import FEWEST, _together, own_ratings, ratings
from covenants.models import CityRating, ReportingPeriod
from jos.shared.time import today
from tests import builders
from tests.covenants.talks import reported


def rated(organisation, score: int, by, aspect: str = RatingAspect.WORD) -> ReportingPeriod:
    period = reported(organisation)
    CityRating.objects.create(period=period, aspect=aspect, score=score, by=by)
    return period


def word():
    """What is said of the first aspect, in the last year."""
    return ratings(today()).rows[0].by_year[-1][1]


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
def test_a_period_that_runs_says_nothing_yet(organisation, staff):
    period = rated(organisation, 1, staff)
    ReportingPeriod.objects.filter(pk=period.pk).update(ends_on=today())
    assert ratings(today()).years == ()


@given(st.lists(st.floats(1, 5), min_size=FEWEST, max_size=20), st.floats(1, 5))
def test_one_voice_more_never_gives_itself_away(means, one_more):
    """What is shown before and after fits more than one score of whoever came last."""
    before, after = _together(means), _together([*means, one_more])
    assert before.score is not None
    assert after.score is not None
    number = len(means)
    width = 0.25 * (2 * number + 1)  # how far what is shown may lie from what is
    guessed = float(after.score) * (number + 1) - float(before.score) * number
    assert guessed - width <= one_more <= guessed + width
    assert width > 2


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
    found = ratings(today())
    assert found.weakest == (RatingAspect.EQUALS, 2)
    assert found.last_year == (today() - datetime.timedelta(days=1)).year
