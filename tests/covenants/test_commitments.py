"""Promises of both sides: each says how its own go, and everybody sees which are late."""

import csv
import datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse

from covenants.actions.commitments import say_how_it_goes
from covenants.enums import CommitmentState, CovenantState, Side
from covenants.models import Commitment
from tests.builders import make_organisation, make_partnership, make_user
from tests.covenant_builders import make_commitment, make_covenant, make_period

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 6, 15)
LIST = "/covenants/commitments/"


@pytest.fixture(autouse=True)
def _on_a_fixed_day():
    with time_machine.travel(datetime.datetime(2026, 6, 15, 12, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def covenant(organisation):
    return make_covenant(organisation, title="Samen in Rabot", state=CovenantState.SIGNED)


def in_days(number: int) -> datetime.date:
    return TODAY + datetime.timedelta(days=number)


def state_page(commitment: Commitment) -> str:
    return reverse("commitment_state", args=[commitment.covenant.slug, commitment.pk])


def promised(page) -> list[str]:
    return [row.commitment.what for row in page.context["rows"]]


# How it goes


def test_each_side_says_how_its_own_promises_go(sign_in, staff, member, covenant):
    theirs, ours = make_commitment(covenant, Side.PARTNER), make_commitment(covenant, Side.CITY)
    client = sign_in(member)
    assert client.get(state_page(ours)).status_code == 403
    client.post(state_page(theirs), {"version": 1, "state": "UNDER_WAY", "explanation": "De eerste avond was vol."})
    client = sign_in(staff)
    assert client.get(state_page(theirs)).status_code == 403
    assert client.post(state_page(theirs), {"version": 2, "state": "KEPT"}).status_code == 403
    client.post(state_page(ours), {"version": 1, "state": "KEPT", "kept_on": "2026-06-10"})
    theirs.refresh_from_db()
    ours.refresh_from_db()
    assert (theirs.state, theirs.explanation) == (CommitmentState.UNDER_WAY, "De eerste avond was vol.")
    assert (ours.state, ours.kept_on) == (CommitmentState.KEPT, datetime.date(2026, 6, 10))
    page = client.get(covenant.get_absolute_url())
    assert "10 June 2026" in page.text
    assert "De eerste avond was vol." in page.text


def test_how_far_a_promise_is_stands_there_once(sign_in, staff, covenant):
    make_commitment(covenant, Side.CITY, state=CommitmentState.NOT_KEPT, explanation="Er was geen geld.")
    period = make_period(covenant)
    for page in (LIST, period.get_absolute_url(), covenant.get_absolute_url()):
        told = sign_in(staff).get(page).text.partition("Elke week een open avond")[2].lower()
        assert told.count("not kept") == 1


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"state": "KEPT"}, "Say on which day it was kept."),
        ({"state": "KEPT", "kept_on": "2026-06-16"}, "This day is still to come."),
        ({"state": "KEPT", "kept_on": "0001-01-01"}, "It was promised on 15 December 2025. Give a day from then on."),
        ({"state": "NOT_KEPT", "explanation": "  "}, "Say why it was not kept."),
        ({"state": "GONE"}, "Select a valid choice."),
        ({}, "This field is required."),
    ],
)
def test_kept_needs_a_day_and_not_kept_a_reason(sign_in, staff, covenant, typed, says):
    promise = make_commitment(covenant, Side.CITY)
    page = sign_in(staff).post(state_page(promise), {"version": 1} | typed)
    assert says in page.text
    promise.refresh_from_db()
    assert (promise.state, promise.version) == (CommitmentState.OPEN, 1)


def test_a_promise_that_turns_out_not_to_be_kept_loses_its_day(sign_in, staff, covenant):
    promise = make_commitment(covenant, Side.CITY, state=CommitmentState.KEPT, kept_on=TODAY)
    typed = {"version": 1, "state": "NOT_KEPT", "kept_on": "2026-06-15", "explanation": "De lamp viel uit."}
    sign_in(staff).post(state_page(promise), typed)
    promise.refresh_from_db()
    assert promise.kept_on is None


def test_two_colleagues_who_say_something_else_see_both(sign_in, staff, covenant):
    promise = make_commitment(covenant, Side.CITY)
    client = sign_in(staff)
    client.post(state_page(promise), {"version": 1, "state": "UNDER_WAY"})
    page = client.post(state_page(promise), {"version": 1, "state": "NOT_KEPT", "explanation": "Geen geld."})
    assert page.status_code == 409
    assert "Geen geld." in page.text


def test_only_of_what_is_signed_and_stands_is_said_how_it_goes(sign_in, staff, organisation, covenant):
    draft = make_commitment(make_covenant(organisation), Side.CITY)
    dropped = make_commitment(covenant, Side.CITY, dropped_on=TODAY)
    client = sign_in(staff)
    assert client.get(state_page(draft)).status_code == 302
    client.post(state_page(draft), {"version": 1, "state": "UNDER_WAY"})
    draft.refresh_from_db()
    assert draft.state == CommitmentState.OPEN
    assert client.get(state_page(dropped)).status_code == 404


def test_of_what_an_amendment_took_out_meanwhile_nothing_is_said(staff, covenant):
    promise = make_commitment(covenant, Side.CITY, dropped_on=datetime.date(2026, 6, 1))
    with pytest.raises(ValidationError):
        say_how_it_goes(commitment=promise, version=promise.version, by=staff)


def test_an_agreement_of_a_talk_is_a_promise_like_the_others(sign_in, staff, covenant):
    talk = make_period(covenant, talked_on=TODAY, settled="Een sleutel.", agreed_by_city=True, agreed_by_partner=True)
    agreed = make_commitment(covenant, Side.CITY, "Een nieuwe sleutel", agreed_in=talk)
    assert sign_in(staff).get(state_page(agreed)).status_code == 404  # nobody settled it yet
    talk.settled_on = TODAY
    talk.save_by(None)
    client = sign_in(staff)
    assert client.get(state_page(agreed)).status_code == 200
    assert promised(client.get(LIST + "?agreed=on")) == ["Een nieuwe sleutel"]
    assert "agreed in a talk" in client.get(covenant.get_absolute_url()).text


# The list


def test_what_is_late_comes_first_whosever_promise_it_is(sign_in, staff, covenant):
    make_commitment(covenant, Side.PARTNER, "Later", due_on=in_days(60))
    make_commitment(covenant, Side.CITY, "Straks", due_on=in_days(5))
    make_commitment(covenant, Side.CITY, "Te laat", due_on=in_days(-30))
    make_commitment(covenant, Side.PARTNER, "Iets te laat", due_on=in_days(-1))
    make_commitment(covenant, Side.CITY, "Gedaan", due_on=in_days(-90), state=CommitmentState.KEPT, kept_on=TODAY)
    page = sign_in(staff).get(LIST)
    assert promised(page) == ["Te laat", "Iets te laat", "Straks", "Later", "Gedaan"]
    assert "<mark>2 promises</mark> are late." in page.text
    assert "1 of the city" in page.text
    assert "1 of a partner" in page.text


def test_a_promise_is_not_late_on_its_own_day(sign_in, staff, covenant):
    make_commitment(covenant, due_on=TODAY)
    assert "<mark>No promise</mark> is late." in sign_in(staff).get(LIST).text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("side=CITY", {"Verlichting"}),
        ("state=UNDER_WAY", {"Open avond"}),
        ("overdue=on", {"Verlichting"}),
        ("q=avond", {"Open avond"}),
        ("q=kring", {"Open avond", "Verlichting"}),
        ("covenant=samen", {"Open avond", "Verlichting"}),
        ("organisation=de-kring-vzw", {"Open avond", "Verlichting"}),
        ("since=2026-06-15", {"Open avond"}),
        ("until=2026-06-15", {"Verlichting"}),
        ("side=NOBODY", set()),
        ("covenant=%00", None),
    ],
)
def test_promises_are_found_by_what_one_looks_for(sign_in, staff, organisation, asked, found):
    covenant = make_covenant(organisation, slug="samen", state=CovenantState.SIGNED)
    make_commitment(covenant, Side.CITY, "Verlichting", due_on=in_days(-5))
    make_commitment(covenant, Side.PARTNER, "Open avond", due_on=in_days(5), state=CommitmentState.UNDER_WAY)
    page = sign_in(staff).get(f"{LIST}?{asked}")
    if found is None:
        assert page.status_code == 400
    else:
        assert set(promised(page)) == found


def test_partners_see_the_promises_of_their_own_covenants_on_both_sides(sign_in, stranger, member, organisation):
    signed = make_covenant(make_partnership(organisation), state=CovenantState.SIGNED)
    make_commitment(signed, Side.CITY, "Verlichting")
    make_commitment(make_covenant(organisation), Side.CITY, "Nog niet getekend")
    make_commitment(signed, Side.CITY, "Eruit", dropped_on=TODAY)
    assert promised(sign_in(member).get(LIST)) == ["Verlichting"]
    assert promised(sign_in(stranger).get(LIST)) == []
    assert sign_in(make_user("Lou")).get(LIST).status_code == 403


def test_the_list_is_saved_as_a_table(sign_in, staff, covenant):
    make_commitment(covenant, Side.CITY, "=Verlichting", due_on=in_days(-5))
    answer = sign_in(staff).get(LIST + "export.csv?side=CITY")
    (row,) = csv.DictReader(b"".join(answer.streaming_content).decode("utf-8-sig").splitlines(), delimiter=";")
    assert row["what"] == "'=Verlichting"
    assert (row["partner"], row["overdue"], row["due"]) == ("De Kring vzw", "yes", "2026-06-10")


@pytest.mark.parametrize("number", [3, 60])
def test_the_list_takes_the_same_queries_for_few_and_for_many(django_assert_num_queries, sign_in, staff, number):
    for _number in range(number):
        covenant = make_covenant(state=CovenantState.SIGNED)
        make_commitment(covenant, Side.CITY, owner=make_organisation())
    client = sign_in(staff)
    with django_assert_num_queries(7):
        client.get(LIST)
