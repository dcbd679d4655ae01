import datetime

import pytest
from django.urls import reverse

from jos.shared.time import today
from organisations.enums import Audience, OfferStatus, OrganisationKind, Size, Weekday
from organisations.models import OfferMoment
from tests.builders import make_neighbourhood, make_offer, make_organisation, make_partnership, make_user

pytestmark = pytest.mark.django_db
MONTHS = datetime.timedelta(days=31)


@pytest.fixture
def city():
    area = make_neighbourhood("Rabot")
    club = make_organisation("Club", kind=OrganisationKind.SPORT)
    house = make_organisation("Huis")
    yesterday = today() - datetime.timedelta(days=1)
    make_offer(club, area, title="Bal", is_free=True, confirmed_on=today() - 7 * MONTHS)
    kook = make_offer(house, area, title="Kook", partnership=make_partnership(house, name="Samen"))
    OfferMoment.objects.create(
        offer=kook, weekday=Weekday.FRIDAY, starts_at=datetime.time(16), ends_at=datetime.time(18)
    )
    make_offer(house, area, title="Stil", audience=Audience.PROFESSIONALS, confirmed_on=today() - 20 * MONTHS)
    make_offer(house, area, title="Kladje", status=OfferStatus.DRAFT)
    make_offer(house, area, title="Oud", status=OfferStatus.ARCHIVED)
    make_offer(house, area, title="Voorbij", valid_until=yesterday)
    make_offer(house, area, title="Afloopt", valid_until=today())


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["Afloopt", "Bal", "Kook", "Stil"]),
        ({"state": "DRAFT"}, ["Kladje"]),
        ({"state": "ARCHIVED"}, ["Oud"]),
        ({"state": "ENDED"}, ["Voorbij"]),
        ({"confirmation": "CONFIRMED"}, ["Afloopt", "Kook"]),
        ({"confirmation": "TO_CONFIRM"}, ["Bal"]),
        ({"confirmation": "UNCONFIRMED"}, ["Stil"]),
        ({"kind": ["SPORT"]}, ["Bal"]),
        ({"partnership": "samen"}, ["Kook"]),
        ({"audience": "PROFESSIONALS"}, ["Stil"]),
        ({"weekday": "5"}, ["Kook"]),
        ({"weekday": "6"}, []),
        ({"free": "yes"}, ["Bal"]),
        ({"free": "no", "sort": "confirmed"}, ["Stil", "Kook", "Afloopt"]),
        ({"sort": "until"}, ["Afloopt", "Bal", "Kook", "Stil"]),
        ({"sort": "organisation"}, ["Bal", "Afloopt", "Kook", "Stil"]),
        ({"state": "<script>"}, []),
        ({"weekday": "99999999999999999999999"}, []),
    ],
)
def test_staff_ask_more_of_offers(city, sign_in, staff, asked, found):
    response = sign_in(staff).get(reverse("offers"), asked)
    assert [offer.title for offer in response.context["page"]] == found


def test_others_cannot_ask_for_drafts(city, sign_in, client, member):
    for who in (client, sign_in(member)):
        assert "Kladje" not in who.get(reverse("offers"), {"state": "DRAFT"}).text


@pytest.fixture
def partners(city):
    signed = {"charter_signed_on": today(), "size": Size.LARGE}
    make_organisation("Getekend", coordinator=make_user("Cem"), kind=OrganisationKind.CULTURE, **signed)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["Club", "Getekend", "Huis"]),
        ({"size": "LARGE"}, ["Getekend"]),
        ({"charter": "yes"}, ["Getekend"]),
        ({"charter": "no"}, ["Club", "Huis"]),
        ({"silent": "to-confirm"}, ["Club", "Huis"]),
        ({"silent": "unconfirmed"}, ["Huis"]),
        ({"coordinator": "yes"}, ["Getekend"]),
        ({"coordinator": "no"}, ["Club", "Huis"]),
        ({"sort": "newest"}, ["Getekend", "Huis", "Club"]),
        ({"sort": "kind"}, ["Getekend", "Club", "Huis"]),
    ],
)
def test_staff_ask_more_of_organisations(partners, sign_in, staff, asked, found):
    response = sign_in(staff).get(reverse("organisations"), asked)
    assert [organisation.name for organisation in response.context["page"]] == found


@pytest.mark.parametrize("name", ["offers", "organisations"])
def test_what_is_folded_away_is_open_where_it_is_asked(partners, sign_in, staff, name):
    client = sign_in(staff)
    assert '<details class="more-filters">' in client.get(reverse(name)).text
    asked = {"free": "yes"} if name == "offers" else {"charter": "yes"}
    assert '<details class="more-filters" open>' in client.get(reverse(name), asked).text


def export(client, name: str, **asked) -> str:
    return b"".join(client.get(reverse(f"{name}_export", args=["csv"]), asked).streaming_content).decode()


def test_a_table_holds_what_the_list_shows(partners, sign_in, staff, member, organisation):
    client = sign_in(staff)
    assert "charter=yes" in client.get(reverse("organisations"), {"charter": "yes", "page": "1"}).text
    table = export(client, "organisations", charter="yes")
    assert "Getekend" in table
    assert "Huis" not in table
    table = export(client, "offers", state="DRAFT")
    assert "Kladje" in table
    assert "Kook" not in table
    assert "Voorbij" in export(client, "offers")  # without a question all that is published
    assert "Kladje" not in export(sign_in(member), "offers", state="DRAFT")


@pytest.mark.parametrize("number", [3, 60])
def test_the_lists_ask_the_same_queries_however_long(sign_in, staff, number, django_assert_num_queries):
    area = make_neighbourhood()
    for _each in range(number):
        make_offer(make_organisation(coordinator=make_user()), area, partnership=make_partnership(make_organisation()))
    client = sign_in(staff)
    with django_assert_num_queries(12):
        client.get(reverse("offers"), {"confirmation": "CONFIRMED"})
    with django_assert_num_queries(8):
        client.get(reverse("organisations"), {"coordinator": "yes"})
