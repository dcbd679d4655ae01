import datetime
from decimal import Decimal

import pytest
from django.urls import reverse

from organisations.enums import Audience, Function, OfferStatus, OrganisationKind, Weekday, WorkForm
from organisations.imports.offers import plan_offers
from organisations.imports.organisations import plan_organisations
from organisations.models import Offer, Organisation
from tests.builders import make_neighbourhood, make_offer, make_organisation, make_partnership, make_place, make_user

pytestmark = pytest.mark.django_db
FORMATS = pytest.mark.parametrize("file_format", ["csv", "xlsx"])
NASTY = [
    "=1+1",
    "+32 9",
    "-",
    "@home",
    "'t Verlof",
    "'=x",
    'De "Kring"; Gent, zuid|west',
    "A\r\nB",
    " \ttab",
    "é€😀\x07",
]


def export(client, name: str, file_format: str) -> bytes:
    response = client.get(reverse(f"{name}_export", args=[file_format]))
    assert response.status_code == 200
    assert f".{file_format}" in response["Content-Disposition"]
    return b"".join(response.streaming_content) if response.streaming else response.content


@pytest.fixture
def nasty_city():
    """Offers with everything that could get lost on the way out and in."""
    north, south = make_neighbourhood("Noord", code="007"), make_neighbourhood("Zuid", code="=8")
    make_neighbourhood("Oost", code="007", source="other")
    north.codes.create(source="other", code="0070")
    for number, name in enumerate(NASTY):
        organisation = make_organisation(name, website="https://x.example/?a=1;b" if number % 2 else "")
        partnership = make_partnership(organisation, name=f"{name} samen")
        place = make_place(organisation, south, f"{name} huis", warm=bool(number % 2))
        hours = {Function.FREE_TIME: Decimal("4.50"), Function.WELFARE: None, Function.SIGNAL: 0}
        for form in WorkForm:
            fields = {"title": name, "work_form": form, "partnership": partnership, "place": place}
            make_offer(
                organisation, south, north, functions=hours, age_min=0, valid_from=datetime.date(2026, 3, 1), **fields
            )
        when = {"title": f"{name} wanneer", "schedule": name if number % 2 else "woensdag 14-18u; op afspraak"}
        offer = make_offer(organisation, south, is_free=bool(number % 2), **when)
        for weekday in (Weekday.MONDAY, Weekday.TUESDAY, Weekday(1 + number % 7)) if number % 3 else ():
            starts_at = datetime.time(9 + weekday)
            offer.moments.get_or_create(weekday=weekday, starts_at=starts_at, ends_at=datetime.time(1))
    make_organisation("Met nummer", company_number="0400378485", charter_signed_on=datetime.date(2026, 3, 1))
    twin = make_organisation("Tweeling")
    make_offer(twin, north, title="Hetzelfde")
    make_offer(twin, north, title="Hetzelfde")


@FORMATS
def test_exported_organisations_import_without_change(sign_in, staff, nasty_city, file_format):
    planned = plan_organisations(export(sign_in(staff), "organisations", file_format), "file", {})
    assert not planned.problems
    assert planned.is_empty
    assert planned.counts()["UNCHANGED"] == Organisation.objects.count() > 3
    assert planned.counts()["MISSING"] == 0


@FORMATS
def test_exported_offers_import_without_change(sign_in, staff, nasty_city, file_format):
    planned = plan_offers(export(sign_in(staff), "offers", file_format), "file", {})
    assert not planned.problems
    assert planned.is_empty
    assert planned.counts()["UNCHANGED"] == Offer.objects.count() > 3
    assert planned.counts()["MISSING"] == 0


def test_the_csv_has_the_columns_of_the_import(sign_in, staff):
    organisation = make_organisation("De Kring", kind=OrganisationKind.SPORT, company_number="0400378485")
    north, south = make_neighbourhood(code="001"), make_neighbourhood(code="002")
    hours = {Function.FREE_TIME: Decimal("4.5"), Function.BRIDGE: None}
    make_offer(organisation, north, south, functions=hours, title="=Spel", age_max=12)
    client = sign_in(staff)
    assert export(client, "organisations", "csv").decode("utf-8-sig").splitlines() == [
        "name;kind;company_number;website;charter_signed_on",
        "De Kring;SPORT;0400.378.485;;",
    ]
    assert export(client, "offers", "csv").decode("utf-8-sig").splitlines() == [
        "organisation;partnership;neighbourhood_code;title;work_form;FREE_TIME;WELFARE;BRIDGE;SIGNAL;"
        "age_min;age_max;valid_from;valid_until;warm_place;schedule;free",
        "De Kring;;001|002;'=Spel;FIXED;4,5;;?;;;12;;;;;no",
    ]


def test_professionals_get_published_offers_only(sign_in, member, organisation):
    neighbourhood = make_neighbourhood()
    make_offer(organisation, neighbourhood, title="Voor iedereen")
    make_offer(organisation, neighbourhood, title="Voor ons", audience=Audience.PROFESSIONALS)
    make_offer(organisation, neighbourhood, title="Kladje", status=OfferStatus.DRAFT)
    text = export(sign_in(member), "offers", "csv").decode()
    assert "Voor iedereen" in text
    assert "Voor ons" in text
    assert "Kladje" not in text


@pytest.mark.parametrize("name", ["organisations_export", "offers_export"])
def test_exports_are_for_professionals(client, sign_in, name):
    address = reverse(name, args=["csv"])
    assert client.get(address).status_code == 302
    assert sign_in(make_user("Niemand meer")).get(address).status_code == 403


def test_another_format_is_not_found(sign_in, staff):
    assert sign_in(staff).get(reverse("offers_export", args=["pdf"])).status_code == 404


@FORMATS
def test_an_export_asks_the_same_queries_however_long(sign_in, staff, file_format, django_assert_num_queries):
    organisation = make_organisation()
    client = sign_in(staff)
    for number in (3, 57):
        for _each in range(number):
            make_offer(organisation, make_neighbourhood(), partnership=make_partnership(make_organisation()))
        with django_assert_num_queries(7):  # session, user, codes, offers, functions, neighbourhoods, moments
            export(client, "offers", file_format)
        with django_assert_num_queries(3):
            export(client, "organisations", file_format)
