import datetime
import re
import uuid

import pytest
from django.urls import reverse

from jos.shared.time import today
from organisations.enums import Audience, Function, OfferStatus, WorkForm
from organisations.models import Offer
from tests.builders import make_neighbourhood, make_offer, make_organisation, make_partnership, make_place

pytestmark = pytest.mark.django_db
LONG_AGO = datetime.date(2025, 1, 1)
TODAY = today()


@pytest.fixture
def rabot():
    return make_neighbourhood("Rabot")


@pytest.fixture
def offer(organisation, rabot):
    return make_offer(
        organisation, rabot, title="Open huis", functions={Function.WELFARE: 4}, work_form=WorkForm.OUTREACH
    )


def typed(**fields) -> dict:
    """What the form sends for an offer with four hours of welfare in Rabot, but for what a test says."""
    base = {
        "title": "Open huis",
        "work_form": "OUTREACH",
        "season": "ALL_YEAR",
        "audience": "PUBLIC",
        "neighbourhoods": ["rabot"],
        "does_WELFARE": "on",
        "hours_WELFARE": "4",
    }
    return {name: value for name, value in (base | fields).items() if value is not None}


# Our offer


def test_our_offer_says_what_asks_for_attention_first(sign_in, member, organisation, rabot):
    make_offer(organisation, rabot, title="In orde")
    make_offer(organisation, rabot, title="Vergeten", confirmed_on=LONG_AGO)
    page = sign_in(member).get("/our-offer/").content.decode()

    assert "1 of 2 offers asks for your attention." in page
    assert page.index("Vergeten") < page.index("In orde")
    assert re.search(r"Not confirmed for \d+ days", page)
    assert "All still right" in page


def test_our_offer_of_somebody_without_organisation_says_what_to_do(sign_in, policymaker):
    assert b"A coordinator of your organisation can invite you" in sign_in(policymaker).get("/our-offer/").content


@pytest.mark.parametrize("number", [3, 60])
def test_our_offer_takes_the_same_queries_for_any_number(
    sign_in, member, organisation, rabot, django_assert_num_queries, number
):
    for _number in range(number):
        make_offer(organisation, rabot, functions=tuple(Function))
    client = sign_in(member)
    with django_assert_num_queries(7):  # session, person, memberships, offers, functions, moments, neighbourhoods
        client.get("/our-offer/")


def test_all_still_right_confirms_every_running_offer_and_nothing_else(sign_in, member, organisation, rabot):
    due = make_offer(organisation, rabot, confirmed_on=LONG_AGO)
    over = make_offer(organisation, rabot, confirmed_on=LONG_AGO, valid_until=LONG_AGO)
    foreign = make_offer(make_organisation(), rabot, confirmed_on=LONG_AGO)

    sign_in(member).post(reverse("confirm_all", args=[organisation.slug]))

    confirmed = dict(Offer.objects.values_list("pk", "confirmed_on"))
    assert confirmed == {due.pk: TODAY, over.pk: LONG_AGO, foreign.pk: LONG_AGO}


def test_staff_reach_the_same_page_for_any_organisation(sign_in, staff, organisation, offer):
    page = sign_in(staff).get(reverse("organisation_offers", args=[organisation.slug]))
    assert b"Open huis" in page.content
    assert reverse("offer_edit", args=[offer.slug]).encode() in page.content


def test_a_policymaker_reads_the_page_without_buttons(sign_in, policymaker, organisation, offer):
    page = sign_in(policymaker).get(reverse("organisation_offers", args=[organisation.slug])).content
    assert b"Open huis" in page
    assert reverse("offer_edit", args=[offer.slug]).encode() not in page


def test_more_than_ten_offers_are_searched_by_title_place_or_neighbourhood(sign_in, member, organisation, rabot):
    muide = make_neighbourhood("Muide")
    house = make_place(organisation, muide, name="De Kelder")
    for number in range(10):
        make_offer(organisation, rabot, title=f"Aanbod {number}")
    client = sign_in(member)
    assert b'role="search"' not in client.get("/our-offer/").content
    make_offer(organisation, muide, title="Open huis", place=house)
    assert b'role="search"' in client.get("/our-offer/").content

    for words in ("open HUIS", "muide", "kelder"):
        page = client.get("/our-offer/", {"q": words}).content.decode()
        assert "Open huis" in page
        assert "Aanbod 3" not in page
        assert "All 11 offers are confirmed" in page  # the sentence is about all of them
    assert "Nothing called “bestaat niet”." in client.get("/our-offer/", {"q": "bestaat niet"}).content.decode()


def test_the_form_of_an_offer_is_light_in_a_city_of_25_neighbourhoods(sign_in, member, organisation, offer):
    for _number in range(24):
        make_neighbourhood()
    client = sign_in(member)
    for address in (reverse("offer_edit", args=[offer.slug]), reverse("offer_copy", args=[offer.slug])):
        assert len(client.get(address).content) < 60_000
    new = reverse("offer_new", args=[organisation.slug])
    assert all(len(client.get(f"{new}?step={step}").content) < 60_000 for step in (1, 2, 3))


# Who may


CHANGING = ("offer_edit", "offer_copy", "offer_end")
POSTING = ("offer_confirm", "offer_publish", "offer_archive")


@pytest.mark.parametrize("route", CHANGING + POSTING)
def test_a_stranger_finds_no_such_offer_a_policymaker_may_not_and_a_visitor_signs_in(
    client, sign_in, stranger, policymaker, offer, route
):
    address = reverse(route, args=[offer.slug])
    assert client.post(address).headers["Location"].startswith("/account/login/")
    assert sign_in(stranger).post(address).status_code == 404
    assert sign_in(policymaker).post(address).status_code == 403
    offer.refresh_from_db()
    assert offer.version == 1


@pytest.mark.parametrize("route", ["offer_new", "confirm_all"])
def test_an_organisation_of_others_takes_no_offer(client, sign_in, stranger, policymaker, organisation, route):
    address = reverse(route, args=[organisation.slug])
    assert client.post(address).headers["Location"].startswith("/account/login/")
    assert sign_in(stranger).post(address).status_code == 404
    assert sign_in(policymaker).post(address).status_code == 403


# The form


def test_a_member_adds_an_offer(sign_in, member, organisation, rabot):
    page = sign_in(member).post(
        reverse("offer_new", args=[organisation.slug]),
        typed(title="Huiswerkklas", action="publish", does_BRIDGE="on", unknown_BRIDGE="on"),
    )
    assert page.headers["Location"] == "/our-offer/"
    offer = Offer.objects.get(title="Huiswerkklas")
    assert offer.organisation == organisation
    assert offer.status == OfferStatus.PUBLISHED
    assert {row.function: row.hours_per_week for row in offer.functions.all()} == {"WELFARE": 4, "BRIDGE": None}


def test_a_form_sent_twice_makes_one_offer(sign_in, member, organisation, rabot):
    fields = typed(token=str(uuid.uuid4()))
    client = sign_in(member)
    for _time in range(2):
        assert client.post(reverse("offer_new", args=[organisation.slug]), fields).status_code == 302
    assert Offer.objects.count() == 1


def test_without_the_publish_button_it_is_a_draft(sign_in, member, organisation, rabot):
    sign_in(member).post(reverse("offer_new", args=[organisation.slug]), typed(action="draft"))
    assert Offer.objects.get().status == OfferStatus.DRAFT


def test_extra_fields_are_never_stored(sign_in, member, organisation, offer):
    other = make_organisation()
    sign_in(member).post(
        reverse("offer_edit", args=[offer.slug]),
        typed(version=1, organisation=other.pk, slug="gekaapt", status="ARCHIVED", confirmed_on="2030-01-01", id="99"),
    )
    saved = Offer.objects.get()
    assert (saved.organisation, saved.slug, saved.status) == (organisation, offer.slug, OfferStatus.PUBLISHED)
    assert saved.confirmed_on == TODAY


def test_a_partnership_of_others_cannot_be_chosen(sign_in, member, offer):
    foreign = make_partnership(make_organisation())
    page = sign_in(member).post(reverse("offer_edit", args=[offer.slug]), typed(version=1, partnership=foreign.pk))
    assert page.status_code == 200
    assert Offer.objects.get().partnership is None


def test_hours_change_and_history_says_who(sign_in, member, offer):
    sign_in(member).post(reverse("offer_edit", args=[offer.slug]), typed(version=1, hours_WELFARE="6,5"))
    row = offer.functions.get()
    assert row.hours_per_week == 6.5
    assert row.history.first().history_user == member


def test_what_was_typed_is_kept_when_something_is_wrong(sign_in, member, offer):
    page = (
        sign_in(member)
        .post(
            reverse("offer_edit", args=[offer.slug]),
            typed(version=1, title="Nieuwe naam", hours_WELFARE="", schedule="elke dinsdag"),
        )
        .content.decode()
    )
    assert "Fill in the hours a week, or tick that they are unknown." in page
    assert "Nieuwe naam" in page
    assert "elke dinsdag" in page
    assert Offer.objects.get().title == "Open huis"


# Two people at once


def test_the_second_to_save_sees_both_versions_and_saves_hers_with_one_click(sign_in, member, staff, offer):
    address = reverse("offer_edit", args=[offer.slug])
    sign_in(staff).post(address, typed(version=1, hours_WELFARE="5", title="Van Stef"))
    client = sign_in(member)
    page = client.post(address, typed(version=1, hours_WELFARE="9", cost="gratis"))

    assert page.status_code == 409
    text = page.content.decode()
    assert "Stef saved it while you were typing" in text
    for words in ("Van Stef", "Open huis", "gratis"):
        assert words in text
    assert offer.functions.get().hours_per_week == 5

    again = dict(re.findall(r'<textarea name="(\w+)" hidden>\n(.*?)</textarea>', text))
    version = re.search(r'name="version" value="(\d+)"', text)[1]
    assert client.post(address, again | {"version": version}).status_code == 302
    assert offer.functions.get().hours_per_week == 9
    assert Offer.objects.get().cost == "gratis"


def test_the_same_form_sent_twice_is_no_quarrel(sign_in, member, offer):
    client = sign_in(member)
    for _time in range(2):
        page = client.post(reverse("offer_edit", args=[offer.slug]), typed(version=1, hours_WELFARE="9"))
        assert page.status_code == 302
    assert Offer.objects.get().version == 2


def test_days_and_hours_of_both_are_told_in_words(sign_in, member, staff, offer):
    address = reverse("offer_edit", args=[offer.slug])
    row = {"moments-1-days": ["2"], "moments-1-from": "14:00", "moments-1-until": "18:00"}
    sign_in(staff).post(address, typed(version=1, **row))
    page = sign_in(member).post(address, typed(version=1, **row | {"moments-1-days": ["2", "4"]})).content.decode()

    assert "Tuesday 14:00-18:00" in page
    assert "Tuesday and Thursday 14:00-18:00" in page
    assert len(re.findall("<tr>", page)) == 2  # the heading, and one difference


def test_moments_that_are_not_right_come_back_as_they_were_typed(sign_in, member, offer):
    row = {"moments-2-days": ["3"], "moments-2-from": "14:00"}
    page = sign_in(member).post(reverse("offer_edit", args=[offer.slug]), typed(version=1, **row)).content.decode()
    assert "Wednesday: fill in from which hour until which." in page
    assert 'name="moments-1-from" value="14:00"' in page
    assert not offer.moments.exists()


# Copy and end


def test_a_copy_opens_its_own_form_as_a_draft(sign_in, member, offer):
    make_neighbourhood("Muide")
    fields = {"neighbourhoods": ["muide"], "token": str(uuid.uuid4())}
    client = sign_in(member)
    pages = [client.post(reverse("offer_copy", args=[offer.slug]), fields) for _time in range(2)]

    copy = Offer.objects.exclude(pk=offer.pk).get()
    assert copy.status == OfferStatus.DRAFT
    assert {page.headers["Location"] for page in pages} == {reverse("offer_edit", args=[copy.slug])}


def test_an_offer_that_ends_today_counts_no_longer_today(sign_in, member, offer):
    sign_in(member).post(reverse("offer_end", args=[offer.slug]), {"gone_from": TODAY.isoformat()})
    assert not Offer.objects.counting(TODAY).exists()
    assert Offer.objects.counting(TODAY - datetime.timedelta(days=1)).exists()


def test_an_offer_cannot_end_before_it_starts(sign_in, member, offer):
    offer.valid_from = TODAY
    offer.save()
    page = sign_in(member).post(reverse("offer_end", args=[offer.slug]), {"gone_from": TODAY.isoformat()})
    assert b"It has not started by then" in page.content
    assert Offer.objects.get().valid_until is None


def test_a_draft_is_published_from_its_page(sign_in, member, organisation, rabot):
    draft = make_offer(organisation, rabot, status=OfferStatus.DRAFT)
    sign_in(member).post(reverse("offer_publish", args=[draft.slug]))
    assert Offer.objects.get().status == OfferStatus.PUBLISHED


# Hostile input


@pytest.mark.parametrize(
    "fields",
    [
        {"version": "9" * 400},
        {"version": ""},
        {"place": "9" * 400},
        {"age_min": "9" * 30},
        {"hours_WELFARE": "NaN"},
        {"hours_WELFARE": "1e400"},
        {"neighbourhoods": ["9" * 400]},
        {"valid_from": "0000-00-00"},
        {"title": "x" * 100_000},
    ],
)
def test_hostile_values_get_a_form_back_and_store_nothing(sign_in, member, offer, fields):
    page = sign_in(member).post(reverse("offer_edit", args=[offer.slug]), typed(version=1, title="Kaping") | fields)
    assert page.status_code == 200
    assert Offer.objects.get().title == "Open huis"


def test_nul_bytes_and_ten_megabytes_are_refused_at_the_door(sign_in, member, offer):
    client = sign_in(member)
    address = reverse("offer_edit", args=[offer.slug])
    assert client.post(address, typed(version=1, title="nul\x00")).status_code == 400
    assert client.post(address, typed(version=1, description="x" * 10_000_000)).status_code == 400


def test_a_token_that_is_no_token_is_refused_with_words(sign_in, member, organisation, rabot):
    page = sign_in(member).post(reverse("offer_new", args=[organisation.slug]), typed(token="x" * 5000))
    assert page.status_code == 200
    assert not Offer.objects.exists()


def test_a_place_fills_in_the_neighbourhood(sign_in, member, organisation, rabot):
    place = make_place(organisation, rabot)
    sign_in(member).post(
        reverse("offer_new", args=[organisation.slug]),
        typed(work_form="FIXED", place=place.pk, neighbourhoods=None, audience=Audience.PROFESSIONALS),
    )
    assert [row.neighbourhood for row in Offer.objects.get().reach.all()] == [rabot]
