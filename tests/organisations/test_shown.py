"""What the portal says it shows, it shows; and nobody sees what it does not name for them."""

import datetime

import pytest
from django.urls import reverse

from organisations.enums import Audience, OfferStatus
from organisations.models import Contact, Invitation
from organisations.models.invitation import hash_token
from organisations.shown import shown
from tests.builders import make_neighbourhood, make_offer, make_partnership, make_place, make_user

pytestmark = pytest.mark.django_db
LONG_AGO = datetime.date(2020, 1, 1)


@pytest.fixture
def busy(organisation, coordinator):
    """De Kring, with something of each kind."""
    area = make_neighbourhood("Rabot")
    organisation.website, organisation.description = "https://kring.example.org", "Wij zijn er voor jongeren."
    organisation.company_number, organisation.charter_signed_on = "0400378485", datetime.date(2025, 3, 1)
    organisation.save()
    make_place(organisation, area, name="De Kelder")
    make_place(organisation, area, name="Verlaten loods", valid_until=LONG_AGO)
    make_offer(organisation, area, title="Open huis")
    make_offer(organisation, area, title="Stil overleg", audience=Audience.PROFESSIONALS)
    make_offer(organisation, area, title="Halve gedachte", status=OfferStatus.DRAFT)
    make_offer(organisation, area, title="Oude doos", status=OfferStatus.ARCHIVED)
    make_offer(organisation, area, title="Lang voorbij", valid_until=LONG_AGO)
    Contact.objects.create(organisation=organisation, name="Balie van de Kring", email="balie@example.org")
    make_partnership(organisation, name="Samen aan zet")
    Invitation.objects.create(
        email="nieuw@example.org", organisation=organisation, invited_by=coordinator, token_hash=hash_token("t")
    )
    return organisation


@pytest.fixture
def told(busy, coordinator) -> list[list[str]]:
    """The values for everybody, for professionals, and for ourselves."""
    audiences = shown(busy, reader=coordinator)
    return [[value.text for thing in to.things for value in thing.values] for to in audiences]


def test_every_kind_of_thing_is_told_once(told):
    everybody, professionals, ourselves = told
    assert {"De Kring vzw", "https://kring.example.org", "Open huis", "De Kelder"} <= set(everybody)
    assert {"Stil overleg", "Balie van de Kring", "0400.378.485", "1 March 2025", "Samen aan zet"} == set(professionals)
    assert {"Halve gedachte", "Oude doos", "Mira", "Cem", "nieuw@example.org"} == set(ourselves)
    assert not {"Verlaten loods", "Lang voorbij"} & {*everybody, *professionals, *ourselves}


def test_a_visitor_sees_what_is_for_everybody_and_nothing_else(client, busy, told):
    everybody, professionals, ourselves = told
    page = client.get(busy.get_absolute_url()).content.decode()
    for text in everybody:
        assert text in page, text
    for text in (*professionals, *ourselves):
        assert text not in page, text


def test_a_professional_elsewhere_sees_both_and_nothing_of_the_inside(sign_in, stranger, busy, told):
    everybody, professionals, ourselves = told
    page = sign_in(stranger).get(busy.get_absolute_url()).content.decode()
    for text in (*everybody, *professionals):
        assert text in page, text
    for text in ourselves:
        assert text not in page, text


def test_every_link_opens_for_whom_it_is_named_and_for_nobody_before(client, sign_in, stranger, member, busy):
    visitor = type(client)()
    outside, inside = sign_in(stranger), type(client)()
    inside.force_login(member)
    readers = [visitor, outside, inside]
    for number, audience in enumerate(shown(busy, reader=member)):
        for value in (value for thing in audience.things for value in thing.values if value.url):
            answers = [reader.get(value.url).status_code for reader in readers]
            assert answers[number:] == [200] * (3 - number), value
            assert 200 not in answers[:number], value


def test_who_is_invited_is_told_to_those_who_may_invite(sign_in, coordinator, member, staff, policymaker, busy):
    address = reverse("organisation_shown", args=[busy.slug])
    for reader, is_told in ((coordinator, True), (staff, True), (member, False), (policymaker, False)):
        assert (b"nieuw@example.org" in sign_in(reader).get(address).content) is is_told, reader


def test_the_inside_is_closed_to_others(sign_in, stranger, policymaker, busy):
    address = reverse("organisation_shown", args=[busy.slug])
    assert sign_in(stranger).get(address).status_code == 404
    page = sign_in(policymaker).get(address).content.decode()
    assert "Halve gedachte" in page


@pytest.mark.parametrize("number", [3, 60])
def test_the_page_takes_the_same_queries_for_any_number(
    sign_in, member, organisation, django_assert_max_num_queries, number
):
    area = make_neighbourhood()
    for each in range(number):
        make_offer(organisation, area, audience=Audience.PROFESSIONALS if each % 2 else Audience.PUBLIC)
        make_place(organisation, area)
        make_partnership(organisation)
        organisation.memberships.create(user=make_user(f"Lid{each}"))
    client = sign_in(member)
    with django_assert_max_num_queries(14):
        client.get(reverse("organisation_shown", args=[organisation.slug]))
