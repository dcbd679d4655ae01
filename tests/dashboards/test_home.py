"""The home of each role says what asks for attention today; a visitor reads what this is."""

import datetime

import pytest
from django.utils import timezone

from jos.shared.enums import ImportKind
from jos.shared.models import FileImport
from jos.shared.time import today
from organisations.enums import Function
from organisations.models import Invitation
from tests import builders
from tests.builders import ALL_FOUR

LONG_AGO = today() - datetime.timedelta(days=500)


@pytest.fixture
def home_of(client):
    def home_of(user=None) -> str:
        if user:
            client.force_login(user)
        return client.get("/").content.decode()

    return home_of


@pytest.mark.django_db
def test_a_visitor_reads_what_this_is_and_finds_the_offers_and_the_way_in(home_of):
    page = home_of()
    assert "Every neighbourhood deserves" in page
    assert 'href="/offers/"' in page
    assert 'href="/account/login/"' in page


def test_a_partner_sees_how_many_offers_wait_for_a_word(organisation, member, home_of):
    builders.make_offer(organisation, title="Oud aanbod", confirmed_on=LONG_AGO)
    builders.make_offer(organisation, title="Vers aanbod")
    page = home_of(member)
    assert "<mark>1 offer</mark> waits for a word from you." in page
    assert "Oud aanbod" in page
    assert "Vers aanbod" not in page
    assert 'href="/our-offer/"' in page


def test_a_partner_without_arrears_is_thanked(organisation, member, home_of):
    builders.make_offer(organisation)
    assert "up to date. Thank you." in home_of(member)


def test_a_partner_without_offers_is_asked_for_the_first(organisation, member, home_of):
    assert "Add the first offer" in home_of(member)


@pytest.mark.django_db
def test_somebody_without_organisation_reads_what_to_do(home_of):
    assert "You do not belong to an organisation now." in home_of(builders.make_user("Lou"))


def test_staff_see_what_asks_for_attention(staff, organisation, home_of):
    rabot = builders.make_neighbourhood("Rabot")
    builders.make_offer(organisation, confirmed_on=LONG_AGO)
    FileImport.objects.create(kind=ImportKind.OFFERS, name="aanbod.csv", content=b"", by=staff)
    FileImport.objects.create(
        kind=ImportKind.OFFERS, name="klaar.csv", content=b"", by=staff, applied_at=timezone.now()
    )
    eight_days_ago = timezone.now() - datetime.timedelta(days=8)
    Invitation.objects.create(
        email="x@example.org", organisation=organisation, invited_by=staff, token_hash="1", sent_at=eight_days_ago
    )
    Invitation.objects.create(email="y@example.org", organisation=organisation, invited_by=staff, token_hash="2")
    page = home_of(staff)
    assert page.count('<p class="figure">1</p>') == 4
    assert "neighbourhood lacks something that is asked there." in page
    assert "organisation has not said lately" in page
    assert "import was begun and not finished." in page
    assert "invitation was not accepted in time." in page
    assert rabot.name not in page


def test_staff_with_nothing_to_do_read_so(staff, organisation, home_of):
    builders.make_offer(organisation, builders.make_neighbourhood())
    assert "Nothing today." in home_of(staff)


def test_in_an_empty_city_staff_are_led_to_the_import(staff, home_of):
    assert "/imports/new/NEIGHBOURHOODS/" in home_of(staff)


def test_a_policymaker_reads_the_state_of_the_city(policymaker, organisation, home_of):
    whole, lacking = builders.make_neighbourhood(), builders.make_neighbourhood()
    builders.make_priority(whole)
    builders.make_priority(lacking)
    builders.make_offer(organisation, whole, functions=ALL_FOUR)
    assert "<mark>1 of 2</mark> priority neighbourhoods have the four functions as one whole." in home_of(policymaker)


def test_a_policymaker_sees_which_priority_neighbourhoods_lack_something(policymaker, organisation, home_of):
    lacking, other = builders.make_neighbourhood("Rabot"), builders.make_neighbourhood("Dampoort")
    builders.make_priority(lacking)
    builders.make_offer(organisation, lacking, functions={Function.FREE_TIME: 4})
    page = home_of(policymaker)
    assert "/neighbourhoods/rabot/" in page
    assert "lacks welfare, bridge and signal" in page
    assert other.name not in page  # it has no priority


def test_a_policymaker_is_reminded_of_decisions_to_look_at_again(policymaker, home_of):
    soon, later = builders.make_neighbourhood("Rabot"), builders.make_neighbourhood("Dampoort")
    builders.make_priority(soon, review_on=today() + datetime.timedelta(days=20))
    builders.make_priority(later, review_on=today() + datetime.timedelta(days=200))
    page = home_of(policymaker)
    assert '<h3><a href="/neighbourhoods/rabot/">' in page
    assert page.count("It was agreed to look at it again") == 1


@pytest.mark.parametrize("size", [3, 60])
@pytest.mark.parametrize(("who", "first", "queries"), [("staff", 8, 4), ("policymaker", 8, 4), ("member", 7, 7)])
def test_the_number_of_queries_does_not_grow(
    request, client, organisation, django_assert_num_queries, size, who, first, queries
):
    for _ in range(size):
        neighbourhood = builders.make_neighbourhood()
        builders.make_priority(neighbourhood, review_on=today())
        builders.make_offer(organisation, neighbourhood, confirmed_on=LONG_AGO)
    client.force_login(request.getfixturevalue(who))
    with django_assert_num_queries(first):
        client.get("/")  # the city is judged once in a minute
    with django_assert_num_queries(queries):
        client.get("/")


@pytest.mark.django_db
def test_the_home_of_a_visitor_asks_nothing_of_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/")
