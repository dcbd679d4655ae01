import datetime
import re
import uuid

import pytest
from django.urls import reverse

from organisations.enums import Audience, Function
from organisations.models import Contact, Organisation
from tests.builders import make_neighbourhood, make_offer, make_organisation, make_partnership, make_place, square

pytestmark = pytest.mark.django_db


def typed(**fields) -> dict:
    return {"name": "Jong en Wijs", "kind": "YOUTH_WORK", "confirms_every": "6"} | fields


def test_a_visitor_reads_who_it_is_but_not_whom_to_call(client, sign_in, stranger, organisation):
    Contact.objects.create(organisation=organisation, name="Sofie Peeters", email="sofie@example.org")
    make_partnership(organisation, name="Samen Noord")
    make_offer(organisation, make_neighbourhood(), title="Open huis")
    make_offer(organisation, make_neighbourhood(), title="Overleg", audience=Audience.PROFESSIONALS)

    page = client.get(organisation.get_absolute_url()).content.decode()
    assert "Open huis" in page
    for words in ("Sofie", "Samen Noord", "Overleg"):
        assert words not in page
    page = sign_in(stranger).get(organisation.get_absolute_url()).content.decode()
    for words in ("Open huis", "Sofie", "Samen Noord", "Overleg"):
        assert words in page


def test_the_list_is_filtered_by_kind_function_neighbourhood_and_name(client):
    rabot, muide = make_neighbourhood("Rabot"), make_neighbourhood("Muide")
    make_offer(make_organisation("De Brug"), rabot, functions=(Function.BRIDGE,))
    make_offer(make_organisation("De Sport", kind="SPORT"), muide)

    for asked, name in (
        ({"kind": "SPORT"}, "De Sport"),
        ({"function": "BRIDGE"}, "De Brug"),
        ({"neighbourhood": "muide"}, "De Sport"),
        ({"q": "brug"}, "De Brug"),
    ):
        page = client.get("/organisations/", asked).content.decode()
        assert set(re.findall("De Brug|De Sport", page)) == {name}


def test_offers_for_professionals_do_not_show_through_the_filter(client):
    rabot = make_neighbourhood("Rabot")
    make_offer(make_organisation("Stil"), rabot, audience=Audience.PROFESSIONALS)
    assert b"Stil" not in client.get("/organisations/", {"neighbourhood": "rabot"}).content


def test_professionals_are_shown_those_that_ended_when_they_ask(client, sign_in, member, organisation):
    make_organisation("Voorbij", valid_until=datetime.date(2025, 1, 1))
    assert b"Voorbij" not in client.get("/organisations/", {"ended": "on"}).content

    client = sign_in(member)
    assert b"Voorbij" not in client.get("/organisations/").content
    assert b"Voorbij" in client.get("/organisations/", {"ended": "on"}).content


@pytest.mark.parametrize("number", [3, 60])
def test_lists_and_pages_take_as_many_queries_for_any_number(
    sign_in, member, organisation, django_assert_max_num_queries, number
):
    rabot, partnership = make_neighbourhood("Rabot"), make_partnership(organisation)
    for _number in range(number):
        place = make_place(organisation, rabot)
        make_offer(organisation, rabot, functions=tuple(Function), place=place, partnership=partnership)
        make_offer(make_organisation(), rabot, partnership=partnership)
        Contact.objects.create(organisation=organisation, name="Sofie")
        make_partnership(organisation)
    client = sign_in(member)
    with django_assert_max_num_queries(9):
        client.get("/organisations/", {"neighbourhood": "rabot"})
    with django_assert_max_num_queries(13):
        client.get(organisation.get_absolute_url())
    with django_assert_max_num_queries(6):
        client.get("/partnerships/")
    with django_assert_max_num_queries(9):
        client.get(partnership.get_absolute_url())
    with django_assert_max_num_queries(15):
        client.get(reverse("organisation_story", args=[organisation.slug]))


# Adding


def test_an_empty_choice_is_a_word_and_no_row_of_dashes(sign_in, staff):
    page = sign_in(staff).get(reverse("organisation_new")).content.decode()
    assert page.count('<option value="" selected>Choose</option>') == 3  # kind, sector, size
    assert "-----" not in page


def test_staff_add_an_organisation_once(sign_in, staff):
    client = sign_in(staff)
    fields = typed(company_number="BE 0400.378.485", website="www.example.org", token=str(uuid.uuid4()))
    pages = [client.post("/organisations/new/", fields) for _time in range(2)]

    added = Organisation.objects.get()
    assert {page.headers["Location"] for page in pages} == {added.get_absolute_url()}
    assert (added.company_number, added.website) == ("0400378485", "https://www.example.org")
    assert added.history.get().history_user == staff


@pytest.mark.parametrize("between", ["\r\n", "\r", "\x0b \x85", "\u2028"])
def test_a_name_is_one_line(sign_in, staff, between):
    sign_in(staff).post("/organisations/new/", typed(name=f"Jong{between}Wijs", token=str(uuid.uuid4())))

    assert Organisation.objects.get().name in ("Jong Wijs", "JongWijs")


def test_a_name_of_nothing_that_can_be_read_is_no_name(sign_in, staff):
    response = sign_in(staff).post("/organisations/new/", typed(name="\x01\x02", token=str(uuid.uuid4())))

    assert response.status_code == 200
    assert not Organisation.objects.exists()


def test_likely_duplicates_are_shown_before_anything_is_saved(sign_in, staff):
    make_organisation("Jeugdhuis De Kring vzw")
    client = sign_in(staff)
    fields = typed(name="De Kring jeugdhuis", token=str(uuid.uuid4()))
    page = client.post("/organisations/new/", fields)

    assert b"Is it one of these?" in page.content
    assert Organisation.objects.count() == 1
    client.post("/organisations/new/", fields | {"is_another_one": "on"})
    assert Organisation.objects.count() == 2


def test_a_wrong_number_is_refused_and_what_was_typed_is_kept(sign_in, staff):
    page = sign_in(staff).post("/organisations/new/", typed(company_number="0400378486")).content.decode()
    assert "This is not a Belgian company number" in page
    assert "Jong en Wijs" in page
    assert not Organisation.objects.exists()


@pytest.mark.parametrize("who", ["coordinator", "policymaker"])
def test_only_staff_add_organisations(request, sign_in, who):
    client = sign_in(request.getfixturevalue(who))
    assert client.post("/organisations/new/", typed()).status_code == 403
    assert not Organisation.objects.filter(name="Jong en Wijs").exists()


# Changing


def test_a_member_changes_what_the_organisation_says_but_not_what_the_city_records(sign_in, member, organisation):
    sign_in(member).post(
        reverse("organisation_edit", args=[organisation.slug]),
        typed(version=1, description="Wij zijn er.", charter_signed_on="2026-01-01", valid_until="2026-01-01"),
    )
    organisation.refresh_from_db()
    assert organisation.description == "Wij zijn er."
    assert (organisation.charter_signed_on, organisation.valid_until) == (None, None)


def test_the_second_to_save_gets_both_versions(sign_in, member, coordinator, organisation):
    address = reverse("organisation_edit", args=[organisation.slug])
    sign_in(coordinator).post(address, typed(version=1, description="Van Cem"))
    page = sign_in(member).post(address, typed(version=1, description="Van Mira"))
    assert page.status_code == 409
    assert b"Van Cem" in page.content
    assert b"Van Mira" in page.content
    organisation.refresh_from_db()
    assert organisation.description == "Van Cem"


PAGES = ("organisation_edit", "place_new", "contact_new")


@pytest.mark.parametrize("route", PAGES)
def test_a_stranger_finds_nothing_and_a_policymaker_may_not(
    client, sign_in, stranger, policymaker, organisation, route
):
    address = reverse(route, args=[organisation.slug])
    assert client.get(address).status_code == 302
    assert sign_in(stranger).post(address).status_code == 404
    assert sign_in(policymaker).post(address).status_code == 403


# Places and contacts


def test_the_neighbourhood_of_a_place_is_found_from_its_coordinates(sign_in, member, organisation):
    area = make_neighbourhood("Rabot", geometry=square(1))
    longitude, latitude = (middle + 0.005 for middle in area.geometry["coordinates"][0][0][0])
    address = reverse("place_new", args=[organisation.slug])
    fields = {"name": "De Loods", "latitude": latitude, "longitude": longitude, "token": str(uuid.uuid4())}
    client = sign_in(member)
    for _time in range(2):
        assert client.post(address, fields).headers["Location"] == organisation.get_absolute_url()
    assert organisation.places.get().neighbourhood == area


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Choose the neighbourhood"),
        ({"latitude": "50.1"}, "Fill in both coordinates"),
        ({"latitude": "51.9", "longitude": "6.9"}, "coordinates inside the city"),
        ({"latitude": "NaN", "longitude": "6.9"}, "Enter a number"),
    ],
)
def test_a_place_that_is_nowhere_is_refused_with_what_to_do(sign_in, member, organisation, fields, words):
    page = sign_in(member).post(reverse("place_new", args=[organisation.slug]), {"name": "De Loods"} | fields)
    assert words in page.content.decode()
    assert not organisation.places.exists()


def test_coordinates_that_contradict_the_choice_are_questioned(sign_in, member, organisation):
    area, _other = make_neighbourhood("Rabot", geometry=square(1)), make_neighbourhood("Muide")
    longitude, latitude = (middle + 0.005 for middle in area.geometry["coordinates"][0][0][0])
    fields = {"name": "De Loods", "latitude": latitude, "longitude": longitude, "neighbourhood": "muide"}
    page = sign_in(member).post(reverse("place_new", args=[organisation.slug]), fields)
    assert "The coordinates lie in Rabot" in page.content.decode()


def test_the_same_place_twice_is_a_message_and_no_error(sign_in, member, organisation):
    area = make_neighbourhood("Rabot")
    make_place(organisation, area, name="De Loods")
    page = sign_in(member).post(
        reverse("place_new", args=[organisation.slug]), {"name": "De Loods", "neighbourhood": "rabot"}
    )
    assert "already has a place with this name here" in page.content.decode()


def test_a_place_of_others_is_not_found_through_ones_own_organisation(sign_in, member, organisation):
    foreign = make_place(make_organisation(), make_neighbourhood())
    client = sign_in(member)
    for key in (foreign.pk, 10**30):
        assert client.get(f"/organisations/{organisation.slug}/places/{key}/").status_code == 404


def test_contacts_are_added_changed_and_removed(sign_in, member, organisation):
    client = sign_in(member)
    address = reverse("contact_new", args=[organisation.slug])
    assert b"Fill in an e-mail address or a phone number." in client.post(address, {"name": "Sofie"}).content
    client.post(address, {"name": "Sofie", "phone": "052 00 00 00"})
    contact = organisation.contacts.get()
    edit = reverse("contact_edit", args=[organisation.slug, contact.pk])
    client.post(edit, {"name": "Sofie P.", "phone": "052 00 00 00", "version": 1})
    assert organisation.contacts.get().name == "Sofie P."
    client.post(reverse("contact_remove", args=[organisation.slug, contact.pk]))
    assert not organisation.contacts.exists()
    assert Contact.history.first().history_user == member


# Partnerships


def test_staff_add_a_partnership_and_its_lead_is_a_member(sign_in, staff, organisation):
    client = sign_in(staff)
    fields = {"name": "Samen Noord", "lead": organisation.slug, "token": str(uuid.uuid4())}
    for _time in range(2):
        assert client.post("/partnerships/new/", fields).headers["Location"] == "/partnerships/samen-noord/"
    assert [m.organisation for m in organisation.led_partnerships.get().members.all()] == [organisation]


def test_the_leads_coordinator_says_who_takes_part(sign_in, coordinator, member, stranger, organisation):
    partnership = make_partnership(organisation, name="Samen Noord")
    newcomer = make_organisation("Nieuw")
    address = reverse("partnership_join", args=[partnership.slug])
    assert sign_in(member).post(address, {"organisation": newcomer.slug}).status_code == 403
    assert sign_in(stranger).post(address, {"organisation": newcomer.slug}).status_code == 403
    client = sign_in(coordinator)
    client.post(address, {"organisation": newcomer.slug, "valid_from": "2026-01-01"})
    joined = partnership.members.get(organisation=newcomer)

    again = client.post(address, {"organisation": newcomer.slug, "valid_from": "2026-01-01"})
    assert "already a member from that day" in again.content.decode()
    client.post(
        reverse("partnership_member", args=[partnership.slug, joined.pk]),
        {"valid_from": "2026-01-01", "valid_until": "2026-06-30"},
    )
    joined.refresh_from_db()
    assert joined.valid_until == datetime.date(2026, 6, 30)


def test_who_left_the_last_organisation_finds_no_partnership(sign_in, member, organisation):
    partnership = make_partnership(organisation, name="Samen Noord")
    client = sign_in(member)
    assert "Samen Noord" in client.get("/partnerships/").text
    member.memberships.all().delete()
    assert "Samen Noord" not in client.get("/partnerships/").text
    assert client.get(partnership.get_absolute_url()).status_code == 404


def test_only_staff_change_a_partnership_itself(sign_in, coordinator, organisation):
    partnership = make_partnership(organisation)
    address = reverse("partnership_edit", args=[partnership.slug])
    assert sign_in(coordinator).post(address, {"name": "Van ons"}).status_code == 403
