import uuid

import pytest
from django.urls import reverse

from covenants.amending.copying import copy_parts
from covenants.enums import CovenantState
from covenants.models import Covenant
from jos.shared.time import today
from organisations.enums import Function
from tests import builders
from tests.covenant_builders import make_commitment, make_covenant, make_document, make_hours, make_number

pytestmark = pytest.mark.django_db


@pytest.fixture
def covenant(organisation):
    found = make_covenant(organisation, state=CovenantState.SIGNED, council_decision="2025_GR_00123")
    make_hours(found, Function.FREE_TIME, 10)
    make_hours(found, Function.BRIDGE, 8)
    return found


@pytest.fixture
def amendment(covenant, staff):
    decision = covenant.council_decision
    draft = make_covenant(covenant.organisation, amends=covenant, title=covenant.title, council_decision=decision)
    copy_parts(covenant, draft, by=staff)
    return draft


def page(name: str, covenant) -> str:
    return reverse(name, args=[covenant.slug])


@pytest.fixture
def signed_in(client, coordinator):
    client.force_login(coordinator)
    return client


def test_a_coordinator_proposes_an_amendment(signed_in, covenant):
    answer = signed_in.post(page("covenant_amend", covenant), {"token": uuid.uuid4()})
    assert answer.url == covenant.amendments.get().get_absolute_url()


def test_sent_twice_it_is_one_amendment(signed_in, covenant):
    token = {"token": uuid.uuid4()}
    first, second = (signed_in.post(page("covenant_amend", covenant), token) for _time in range(2))
    assert first.url == second.url
    assert covenant.amendments.count() == 1


def test_while_one_is_being_drafted_there_is_no_other(signed_in, covenant, amendment):
    answer = signed_in.get(page("covenant_amend", covenant), follow=True)
    assert "There is an amendment of this covenant already" in answer.text


def test_staff_begin_what_follows_once_it_is_signed(client, staff, covenant, amendment):
    client.force_login(staff)
    answer = client.post(page("covenant_follow", covenant), {"token": uuid.uuid4()})
    assert answer.url == covenant.followed_by.get().get_absolute_url()
    assert "Only a covenant that both sides signed" in client.get(page("covenant_follow", amendment), follow=True).text


def test_the_difference_says_in_words_what_goes_and_what_comes(signed_in, amendment):
    amendment.hours.filter(function=Function.BRIDGE).update(hours_per_week=6)
    text = signed_in.get(page("covenant_difference", amendment)).text
    assert "<del>" in text
    assert "<ins>" in text
    assert "taken out" in text


def test_R7_free_time_that_gains_at_the_cost_of_another_function_is_named(signed_in, amendment):
    amendment.hours.filter(function=Function.BRIDGE).update(hours_per_week=6)
    assert "Free time gains hours" not in signed_in.get(page("covenant_difference", amendment)).text
    amendment.hours.filter(function=Function.FREE_TIME).update(hours_per_week=12)
    text = signed_in.get(page("covenant_difference", amendment)).text
    assert "Free time gains hours" in text
    assert "from 8 to 6 hours a week" in text


def test_two_texts_that_say_the_same_say_so(signed_in, amendment):
    assert "Nothing is changed yet" in signed_in.get(page("covenant_difference", amendment)).text


def test_a_covenant_of_its_own_has_nothing_to_be_laid_beside(signed_in, covenant):
    assert signed_in.get(page("covenant_difference", covenant)).status_code == 404


def test_the_chain_stands_on_the_page_with_its_council_decision(signed_in, covenant, amendment):
    text = signed_in.get(covenant.get_absolute_url()).text
    assert "2025_GR_00123" in text
    assert amendment.get_absolute_url() in text


@pytest.mark.parametrize("size", [3, 60])
def test_the_difference_asks_the_same_however_long_the_text(signed_in, amendment, django_assert_num_queries, size):
    for text in (amendment, amendment.amends):
        for _number in range(size):
            make_hours(text, Function.FREE_TIME, 2, neighbourhood=builders.make_neighbourhood())
            make_commitment(text, owner=builders.make_organisation())
            make_number(text)
    with django_assert_num_queries(11):
        signed_in.get(page("covenant_difference", amendment))


def test_of_a_merged_amendment_the_signed_documents_are_read(signed_in, amendment, django_assert_num_queries):
    for text in (amendment.amends, amendment):
        make_document(text)
    accepted = {"accepted_by_city": True, "accepted_by_partner": True, "signed_on": today()}
    Covenant.objects.filter(pk=amendment.pk).update(state=CovenantState.MERGED, **accepted)
    with django_assert_num_queries(9):
        signed_in.get(page("covenant_difference", amendment))


def test_with_a_partnership_it_asks_who_is_in_it_for_both_texts(client, staff, organisation, django_assert_num_queries):
    partnership = builders.make_partnership(organisation, builders.make_organisation())
    together = make_covenant(partnership, state=CovenantState.SIGNED)
    draft = make_covenant(partnership, amends=together)
    client.force_login(staff)
    with django_assert_num_queries(13):
        client.get(page("covenant_difference", draft))
