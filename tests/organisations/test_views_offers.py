import datetime

import pytest
from django.core import mail
from django.urls import reverse
from django.utils.html import strip_tags

from organisations.actions.offers import change_offer
from organisations.enums import Audience, Function, OfferStatus
from organisations.models import Offer, Organisation
from tests.builders import make_circle, make_neighbourhood, make_offer, make_organisation, make_partnership

pytestmark = pytest.mark.django_db
LONG_AGO = datetime.date(2025, 1, 1)


@pytest.fixture
def rabot():
    return make_neighbourhood("Rabot")


def test_everybody_reads_public_offers_and_only_professionals_the_others(client, sign_in, service_member, rabot):
    make_offer(make_organisation(), rabot, title="Voor iedereen")
    hidden = make_offer(make_organisation(), rabot, title="Voor collega's", audience=Audience.PROFESSIONALS)

    assert "Voor collega" not in client.get("/offers/").content.decode()
    assert client.get(hidden.get_absolute_url()).status_code == 404
    client = sign_in(service_member)
    assert "Voor collega" in client.get("/offers/").content.decode()
    assert client.get(hidden.get_absolute_url()).status_code == 200


def test_a_draft_is_seen_by_its_own_people_and_the_city_only(client, sign_in, member, stranger, staff, organisation):
    draft = make_offer(organisation, make_neighbourhood(), status=OfferStatus.DRAFT)
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert sign_in(stranger).get(draft.get_absolute_url()).status_code == 404
    for insider in (member, staff):
        assert b"A draft" in sign_in(insider).get(draft.get_absolute_url()).content


def test_who_left_the_last_organisation_sees_what_visitors_see(sign_in, member, organisation):
    hidden = make_offer(make_organisation(), make_neighbourhood(), audience=Audience.PROFESSIONALS)
    assert sign_in(member).get(hidden.get_absolute_url()).status_code == 200
    member.memberships.all().delete()
    assert sign_in(member).get(hidden.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("number", [3, 60])
@pytest.mark.parametrize("who", ["visitor", "member"])
def test_the_list_takes_as_many_queries_for_any_number(
    client, sign_in, member, rabot, organisation, django_assert_max_num_queries, number, who
):
    for _number in range(number):
        make_offer(make_organisation(), rabot, functions=tuple(Function))
    if who == "member":
        sign_in(member)
    with django_assert_max_num_queries(12):
        client.get("/offers/", {"neighbourhood": "rabot"})


@pytest.mark.parametrize("number", [3, 60])
def test_an_offer_takes_as_many_queries_for_any_reach(
    sign_in, member, organisation, django_assert_max_num_queries, number
):
    areas = [make_neighbourhood() for _number in range(number)]
    offer = make_offer(organisation, *areas, partnership=make_partnership(organisation))
    client = sign_in(member)
    with django_assert_max_num_queries(10):
        client.get(offer.get_absolute_url())
    with django_assert_max_num_queries(12):
        client.get(reverse("offer_edit", args=[offer.slug]))


def test_the_story_is_for_its_own_people_and_the_city(client, sign_in, member, stranger, policymaker, organisation):
    offer = make_offer(organisation, make_neighbourhood(), functions={Function.WELFARE: 4})
    reach = [(offer.neighbourhoods.get(), None)]
    change_offer(offer=offer, version=1, functions={Function.WELFARE: 6}, reach=reach, moments=[], by=member)
    address = reverse("offer_story", args=[offer.slug])

    assert client.get(address).status_code == 302
    assert sign_in(stranger).get(address).status_code == 404
    for reader in (member, policymaker):
        page = sign_in(reader).get(address).content.decode()
        assert "<strong>Mira</strong> changed" in page
        assert "welfare: hours a week from 4 to 6" in page


# Reminders


def test_staff_see_who_has_been_silent_the_longest_first(sign_in, staff, rabot):
    make_offer(make_organisation("Een beetje laat"), rabot, confirmed_on=datetime.date(2026, 1, 1))
    make_offer(make_organisation("Al lang stil"), rabot, confirmed_on=LONG_AGO)
    make_offer(make_organisation("Bij de tijd"), rabot)
    page = sign_in(staff).get("/offers/unconfirmed/").content.decode()

    assert page.index("Al lang stil") < page.index("Een beetje laat")
    assert "Bij de tijd" not in page


@pytest.mark.parametrize("number", [3, 60])
def test_the_silent_take_as_many_queries_for_any_number(sign_in, staff, rabot, django_assert_max_num_queries, number):
    for _number in range(number):
        make_offer(make_organisation(), rabot, confirmed_on=LONG_AGO)
    client = sign_in(staff)
    with django_assert_max_num_queries(6):
        client.get("/offers/unconfirmed/")


def test_one_button_reminds_one_organisation(sign_in, staff, organisation, rabot, django_capture_on_commit_callbacks):
    other = make_organisation()
    make_offer(organisation, rabot, confirmed_on=LONG_AGO)
    with django_capture_on_commit_callbacks(execute=True):
        sign_in(staff).post("/offers/unconfirmed/remind/", {"only": organisation.slug, "organisation": [other.slug]})

    assert len(mail.outbox) == 1
    assert Organisation.objects.exclude(reminded_on=None).get() == organisation


@pytest.mark.parametrize("who", ["member", "policymaker"])
def test_only_staff_remind(request, sign_in, organisation, who):
    client = sign_in(request.getfixturevalue(who))
    assert client.get("/offers/unconfirmed/").status_code == 403
    assert client.post("/offers/unconfirmed/remind/", {"only": organisation.slug}).status_code == 403
    assert not Organisation.objects.exclude(reminded_on=None).exists()


def test_an_unknown_address_is_no_page(client):
    assert client.get("/offers/" + "x" * 500 + "/").status_code == 404
    assert not Offer.objects.exists()


def test_a_list_about_an_area_says_that_an_offer_divides_its_hours(client, sign_in, member, organisation, rabot):
    """As the number of the coverage page that opened it does."""
    make_offer(make_organisation(), rabot, make_neighbourhood())
    make_circle(rabot, name="Noord")
    divides = "divides its hours"

    assert divides not in client.get("/offers/", {"neighbourhood": "rabot"}).content.decode()
    client = sign_in(member)
    assert f"{divides}: Rabot gets" in client.get("/offers/", {"neighbourhood": "rabot"}).content.decode()
    assert f"{divides}: Noord gets" in client.get("/offers/", {"circle": "noord"}).content.decode()
    assert divides not in client.get("/offers/").content.decode()


def test_an_offer_that_also_runs_elsewhere_says_how_much_of_it_is_here(sign_in, client, staff, organisation, rabot):
    elsewhere = [make_neighbourhood("Dampoort"), make_neighbourhood("Muide")]
    make_circle(rabot, elsewhere[0], name="Noord")
    make_offer(organisation, rabot, *elsewhere, functions={Function.FREE_TIME: 10, Function.BRIDGE: None})
    asked = {"neighbourhood": "rabot"}
    assert " of " not in chips(client.get("/offers/", asked))
    assert chips(sign_in(staff).get("/offers/", asked)) == "Free time 3.3 h of 10 h Bridge ?"
    assert "6.7 h of 10 h" in chips(client.get("/offers/", {"circle": "noord"}))
    assert " of " not in chips(client.get("/offers/"))


def chips(page) -> str:
    found = page.text.split('<ul class="chips"')[1].split(">", 1)[1].split("</ul>")[0]
    return " ".join(strip_tags(found).split())
