"""The page of a period, and the talk about it."""

import datetime

import pytest
from django.urls import reverse

from covenants.enums import Panel, Side
from covenants.models import ReportingPeriod
from jos.shared.time import today
from tests import builders
from tests import covenant_builders as covenants
from tests.covenants.talks import reported, talked
from tests.record_forms import opened, told

pytestmark = pytest.mark.django_db


def step(period: ReportingPeriod, name: str) -> str:
    return reverse("period_step", args=[period.covenant.slug, period.pk, name])


def page(client, period: ReportingPeriod) -> str:
    return client.get(period.get_absolute_url()).content.decode()


def typed(**fields) -> dict:
    return {"talked_on": today().isoformat(), "present": "Stef en Cem", "settled": "Zo doen we het."} | fields


def test_a_period_is_asked_about_written_down_and_settled(sign_in, organisation, staff, coordinator):
    period = reported(organisation)
    scale = covenants.make_scale(period.covenant)
    for side, place in ((Side.PARTNER, 1), (Side.CITY, 3)):
        covenants.make_reflection(period.reports.get(side=side), scale, place)
    client = sign_in(coordinator)
    assert "<mark>1 of 1 statement</mark> differently" in page(client, period)
    client.post(step(period, "ask-talk"))
    sign_in(staff)
    assert f"{organisation} asked for the talk" in page(client, period)
    client.post(step(period, "write-down"), opened(client, step(period, "write-down")) | typed())
    new = reverse("agreement_new", args=[period.covenant.slug, period.pk])
    due = {"side": "CITY", "what": "Een sleutel", "due_on": (today() + datetime.timedelta(days=9)).isoformat()}
    assert client.post(new, due | {"token": client.get(new).context["form"]["token"].value()}).status_code == 302
    for user in (staff, coordinator):
        sign_in(user)
        version = client.get(step(period, "agree")).context["period"].version
        assert client.post(step(period, "agree"), {"version": version}).status_code == 302
    assert "Settled together on" in page(client, period)
    assert period.covenant.commitments.standing().get().agreed_in == period


def test_agreeing_with_words_that_changed_shows_them_again(sign_in, organisation, staff, coordinator):
    period = talked(organisation)
    client = sign_in(coordinator)
    read = client.get(step(period, "agree")).context["period"].version
    ReportingPeriod.objects.filter(pk=period.pk).update(settled="Toch anders.", version=read + 1)
    answer = client.post(step(period, "agree"), {"version": read})
    assert answer.status_code == 409
    assert "Toch anders." in answer.content.decode()
    assert not ReportingPeriod.objects.get(pk=period.pk).agreed_by_partner
    assert client.post(step(period, "agree"), {"version": read + 1}).status_code == 302
    assert ReportingPeriod.objects.get(pk=period.pk).agreed_by_partner


@pytest.mark.parametrize("version", ["", "abc", "9" * 30, "²"])
def test_agreeing_with_no_version_agrees_with_nothing(version, sign_in, organisation, coordinator):
    period = talked(organisation)
    assert sign_in(coordinator).post(step(period, "agree"), {"version": version}).status_code == 409
    assert not ReportingPeriod.objects.get(pk=period.pk).agreed_by_partner


def test_two_people_who_write_the_talk_down_see_both_texts(sign_in, organisation, staff, coordinator):
    period = talked(organisation)
    client = sign_in(staff)
    form = opened(client, step(period, "write-down"))
    ReportingPeriod.objects.filter(pk=period.pk).update(settled="Van Cem.", version=form["version"] + 1)
    answer = client.post(step(period, "write-down"), form | typed(settled="Van Stef.", present=period.present))
    assert answer.status_code == 409
    assert [(theirs, mine) for _label, theirs, mine in told(answer)] == [("Van Cem.", "Van Stef.")]


def test_what_is_typed_stays_where_something_lacks(sign_in, organisation, staff):
    period = reported(organisation)
    client = sign_in(staff)
    form = opened(client, step(period, "write-down"))
    answer = client.post(step(period, "write-down"), form | typed(talked_on="2999-01-01", settled="Niet kwijt."))
    assert answer.status_code == 200
    assert "still to come" in answer.content.decode()
    assert "Niet kwijt." in answer.content.decode()


def test_before_both_reported_the_page_says_who_is_late(sign_in, organisation, staff, policymaker):
    period = reported(organisation)
    period.reports.filter(side=Side.CITY).delete()
    client = sign_in(policymaker)
    assert "The city still has to report." in page(client, period)
    sign_in(staff)
    answer = client.post(step(period, "ask-talk"))
    assert answer.status_code == 302
    assert not ReportingPeriod.objects.get(pk=period.pk).talk_asked_on


@pytest.mark.parametrize("number", [3, 60])
def test_a_period_asks_the_same_of_the_database_whatever_it_holds(
    number, sign_in, organisation, coordinator, django_assert_num_queries
):
    period = reported(organisation)
    area = builders.make_neighbourhood()
    period.covenant.neighbourhoods.add(area)
    partner, city = (period.reports.get(side=side) for side in BOTH)
    for place in range(number):
        scale = covenants.make_scale(period.covenant)
        covenants.make_reflection(partner, scale, 1 + place % 3)
        covenants.make_reflection(city, scale, 2)
        amount = covenants.make_number(period.covenant, by_neighbourhood=True)
        covenants.make_measurement(partner, amount, place, neighbourhood=area)
        story = covenants.make_story(partner, neighbourhood=area)
        story.choices.create(panel=Panel.CITY, why="Zo.", by=coordinator)
        covenants.make_commitment(period.covenant, Side.CITY, owner=organisation)
    client = sign_in(coordinator)
    page(client, period)
    with django_assert_num_queries(13):
        page(client, period)


BOTH = (Side.PARTNER, Side.CITY)
