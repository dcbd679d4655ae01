"""The home of each role says what asks for attention today, each one click from doing it; a visitor starts looking."""

import datetime

import pytest
from django.core.cache import caches
from django.urls import reverse
from django.utils import timezone

from jos.accounts.actions import close_account
from jos.dashboards.homes import duplicates
from jos.shared.enums import ImportKind
from jos.shared.models import Draft, FileImport
from jos.shared.time import today
from organisations.enums import Function, InvitedAs, MemberRole, OfferStatus
from organisations.models import Distinction, Invitation, Membership
from tests import builders
from tests.builders import ALL_FOUR

LONG_AGO = today() - datetime.timedelta(days=500)
LATELY = today() - datetime.timedelta(days=200)  # every half year is asked: a few weeks late
LAST_WEEK = today() - datetime.timedelta(days=7)
TEN_DAYS_AGO = datetime.timedelta(days=10)


@pytest.fixture
def home_of(client):
    def home_of(user=None) -> str:
        if user:
            client.force_login(user)
        return " ".join(client.get("/").content.decode().split())

    return home_of


def asks(page: str, sentence: str, where: str) -> bool:
    """The sentence stands there, and the button right after it leads where it is done."""
    _before, found, after = page.partition(sentence)
    return bool(found) and after.partition('href="')[2].partition('"')[0] == where


def invite(organisation, by, email="x@example.org", **fields):
    return Invitation.objects.create(
        email=email,
        organisation=organisation,
        invited_by=by,
        token_hash=email,
        sent_at=timezone.now() - TEN_DAYS_AGO,
        **fields,
    )


class TestVisitor:
    pytestmark = pytest.mark.django_db

    def test_young_people_come_first_and_start_looking_at_once(self, home_of):
        page = home_of()
        assert page.index('action="/find/"') < page.index('href="/account/login/"', page.index("<main"))
        assert '<button class="button button--big" name="age" value="12-15">12–15</button>' in page

    def test_reads_what_this_is_and_finds_the_neighbourhoods_and_the_way_in(self, home_of):
        page = home_of()
        assert "What is JOS?" in page
        for route in ("about", "neighbourhoods", "account_login"):
            assert f'href="{reverse(route)}"' in page

    def test_asks_nothing_of_the_database(self, client, django_assert_num_queries):
        with django_assert_num_queries(0):
            client.get("/")


class TestPartner:
    def test_reads_how_many_offers_wait_and_says_all_still_right_at_once(self, organisation, member, home_of):
        builders.make_offer(organisation, title="Oud aanbod", confirmed_on=LONG_AGO)
        builders.make_offer(organisation, title="Ook oud", confirmed_on=LATELY)
        builders.make_offer(organisation, title="Vers aanbod")
        page = home_of(member)
        assert "<mark>Two offers</mark> wait for a word from you." in page
        assert f'action="/organisations/{organisation.slug}/offers/confirm/"' in page
        assert page.index("Oud aanbod") < page.index("Ook oud")
        assert "Vers aanbod" not in page

    def test_one_offer_that_waits_is_said_of_one(self, organisation, member, home_of):
        builders.make_offer(organisation, confirmed_on=LONG_AGO)
        assert "<mark>One offer</mark> waits for a word from you." in home_of(member)

    def test_without_arrears_is_thanked(self, organisation, member, home_of):
        builders.make_offer(organisation)
        page = home_of(member)
        assert "up to date. Thank you." in page
        assert "And also" not in page

    def test_without_offers_is_asked_for_the_first(self, organisation, member, home_of):
        page = home_of(member)
        assert "Add the first offer" in page
        assert f'href="/organisations/{organisation.slug}/offers/new/"' in page

    def test_is_led_back_to_what_was_typed_and_not_sent(self, organisation, member, stranger, home_of):
        path = reverse("offer_new", args=[organisation.slug])
        Draft.objects.create(user=member, form=path, typed={"title": ["Kook je mee?"]})
        Draft.objects.create(user=stranger, form="/gone/", typed={})
        Draft.objects.update(saved_at=timezone.now() - datetime.timedelta(days=1))
        sentence = "Yesterday you were writing <strong>a new offer</strong> and did not send it."
        assert asks(home_of(member), sentence, path)
        assert "you were writing" not in home_of(stranger)  # that page is gone

    @pytest.mark.parametrize(
        ("path", "what"),
        [
            ("/covenants/samen/periods/1/report/", "a report on a covenant"),
            ("/covenants/samen/periods/1/step/write-down/", "a talk about a covenant"),
            ("/covenants/samen/budget/", "a covenant"),
            ("/rounds/winter/spread/", "a round"),
        ],
    )
    def test_reads_what_it_was_that_was_not_sent(self, organisation, member, home_of, path, what):
        Draft.objects.create(user=member, form=path, typed={"what": ["x"]})
        assert asks(home_of(member), f"Today you were writing <strong>{what}</strong>", path)

    def test_hears_which_offers_end_soon(self, organisation, member, home_of):
        for title, days in (("Speelplein", 30), ("Zomerbar", 90), ("Kamp", -3)):
            ends = today() + datetime.timedelta(days=days)
            builders.make_offer(organisation, title=title, valid_until=ends)
        page = home_of(member)
        assert asks(page, "<strong>Speelplein</strong> ends on", "/offers/speelplein/edit/")
        assert "Zomerbar" not in page
        assert "Kamp" not in page

    def test_hears_of_an_offer_that_nobody_sees_yet(self, organisation, member, home_of):
        builders.make_offer(organisation, title="Kladje", status=OfferStatus.DRAFT)
        sentence = "<strong>Kladje</strong> is a draft: nobody sees it yet."
        assert asks(home_of(member), sentence, "/offers/kladje/edit/")

    def test_only_a_coordinator_hears_of_an_invitation_nobody_answered(
        self, organisation, coordinator, member, home_of
    ):
        invite(organisation, coordinator)
        sentence = "<strong>x@example.org</strong> did not answer your invitation in time."
        assert asks(home_of(coordinator), sentence, f"/organisations/{organisation.slug}/members/")
        assert "x@example.org" not in home_of(member)

    def test_hears_that_nobody_is_coordinator(self, organisation, member, home_of):
        assert "Nobody is coordinator" not in home_of(member)
        Membership.objects.filter(role=MemberRole.COORDINATOR).delete()
        assert "<strong>Nobody is coordinator</strong> here now." in home_of(member)

    def test_sees_neighbourhoods_of_theirs_that_lack_something(self, organisation, member, home_of):
        here, elsewhere = builders.make_neighbourhood("Rabot"), builders.make_neighbourhood("Dampoort")
        for neighbourhood in (here, elsewhere):
            builders.make_priority(neighbourhood)
        builders.make_offer(organisation, here, functions={Function.FREE_TIME: 4})
        page = home_of(member)
        assert "lacks welfare, bridge and signal" in page
        assert elsewhere.name not in page

    def test_names_are_shown_as_they_are_written(self, organisation, member, home_of):
        ends = today() + datetime.timedelta(days=3)
        builders.make_offer(organisation, title="<b>Luid</b>", valid_until=ends)
        assert "<strong>&lt;b&gt;Luid&lt;/b&gt;</strong> ends on" in home_of(member)

    @pytest.mark.django_db
    def test_without_organisation_reads_what_to_do(self, home_of):
        assert "You do not belong to an organisation now." in home_of(builders.make_user("Lou"))

    def test_a_city_service_is_greeted_the_same(self, service_member, home_of):
        assert "Add the first offer" in home_of(service_member)


class TestStaff:
    def test_read_who_is_silent_and_who_is_late(self, staff, organisation, stranger, home_of):
        builders.make_offer(organisation, confirmed_on=LONG_AGO)
        builders.make_offer(builders.make_organisation("De Late", coordinator=stranger), confirmed_on=LATELY)
        page = home_of(staff)
        assert "<mark>One thing</mark> cannot wait." in page
        assert page.index(f"<strong>{organisation}</strong>") < page.index("And also") < page.index("One organisation")
        silent = f"<strong>{organisation}</strong> has said nothing about its offer for more than 60 days."
        assert asks(page, silent, "/offers/unconfirmed/")
        assert asks(
            page, "<strong>One organisation</strong> should say again that its offer is right.", "/offers/unconfirmed/"
        )

    def test_read_which_import_waits(self, staff, home_of):
        begun = FileImport.objects.create(kind=ImportKind.OFFERS, name="aanbod.csv", content=b"", by=staff)
        FileImport.objects.create(
            kind=ImportKind.OFFERS, name="klaar.csv", content=b"", by=staff, applied_at=timezone.now()
        )
        sentence = "The import of <strong>aanbod.csv</strong> was begun and not finished."
        assert asks(home_of(staff), sentence, f"/imports/{begun.pk}/")

    def test_read_which_invitations_of_the_city_nobody_answered(self, staff, organisation, coordinator, home_of):
        invite(None, staff, "stagiair@example.org", invited_as=InvitedAs.STAFF)
        invite(organisation, staff, "trekker@example.org")
        invite(organisation, coordinator, "nieuw@example.org")  # that one is for its coordinator
        page = home_of(staff)
        assert asks(page, "<strong>stagiair@example.org</strong> did not answer", "/people/")
        assert asks(
            page, "<strong>trekker@example.org</strong> did not answer", f"/organisations/{organisation.slug}/members/"
        )
        assert "nieuw@example.org" not in page

    def test_read_who_is_probably_there_twice_until_somebody_says_they_are_two(self, staff, coordinator, home_of):
        one = builders.make_organisation("De Wulpen", coordinator=coordinator)
        other = builders.make_organisation("Wulpen vzw", coordinator=coordinator)
        sentence = "<strong>One organisation</strong> is probably in the list twice."
        assert asks(home_of(staff), sentence, "/organisations/duplicates/")
        Distinction.objects.create(one=one, other=other)
        assert sentence not in home_of(staff)

    def test_do_not_wait_until_very_many_names_are_compared(self, staff, coordinator, home_of, monkeypatch):
        monkeypatch.setattr(duplicates, "MOST", 1)
        for name in ("De Wulpen", "Wulpen vzw"):
            builders.make_organisation(name, coordinator=coordinator)
        assert "in the list twice" not in home_of(staff)

    def test_read_who_has_no_coordinator(self, staff, organisation, home_of):
        for name in ("Aap", "Noot", "Mies", "Wim", "Zus"):
            builders.make_organisation(name)
        page = home_of(staff)
        assert asks(page, "<strong>Aap</strong> has no coordinator.", "/organisations/aap/members/")
        assert "<strong>Two other organisations</strong> have no coordinator." in page
        assert organisation.name not in page

    def test_do_not_count_a_coordinator_whose_account_is_closed(self, staff, organisation, coordinator, home_of):
        close_account(coordinator, by=staff)
        assert f"<strong>{organisation}</strong> has no coordinator." in home_of(staff)

    def test_read_which_decisions_to_look_at_again(self, staff, home_of):
        builders.make_priority(builders.make_neighbourhood(), review_on=today())
        sentence = "<strong>One decision on priority</strong> is to be looked at again."
        assert asks(home_of(staff), sentence, "/priorities/")

    def test_read_what_is_missing_and_what_changed(self, staff, organisation, home_of):
        rabot = builders.make_neighbourhood("Rabot")
        builders.make_neighbourhood("Dampoort")
        builders.make_offer(organisation, rabot, valid_from=LAST_WEEK)
        page = home_of(staff)
        sentence = "<strong>One neighbourhood</strong> lacks something that is asked there."
        assert asks(page, sentence, "/coverage/?gaps=on")
        assert "/neighbourhoods/rabot/" in page
        assert "/neighbourhoods/dampoort/" not in page  # as it was

    def test_with_nothing_to_do_read_so(self, staff, organisation, home_of):
        builders.make_offer(organisation, builders.make_neighbourhood())
        assert "<mark>Nothing</mark> asks for attention today." in home_of(staff)

    def test_in_an_empty_city_are_led_to_the_import(self, staff, home_of):
        assert "/imports/new/NEIGHBOURHOODS/" in home_of(staff)

    def test_only_an_administrator_hears_who_has_no_second_step(self, staff, administrator, home_of, settings):
        settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "SecondStepFirst" not in name]
        settings.SECOND_FACTOR = True
        sentence = "<strong>Two people of the city</strong> have no second step to sign in with yet."
        assert asks(home_of(administrator), sentence, "/people/")
        assert "second step" not in home_of(staff)


class TestPolicymaker:
    def test_reads_the_state_of_the_city(self, policymaker, organisation, home_of):
        whole, lacking = builders.make_neighbourhood(), builders.make_neighbourhood()
        builders.make_priority(whole)
        builders.make_priority(lacking)
        builders.make_offer(organisation, whole, functions=ALL_FOUR, valid_from=LAST_WEEK)
        page = home_of(policymaker)
        assert "In <mark>1 of 2</mark> priority neighbourhoods the four functions are one whole." in page
        assert "A month ago it was 0 of 2." in page

    def test_reads_what_changed_since_last_month_the_worse_first(self, policymaker, organisation, home_of):
        better, worse = builders.make_neighbourhood("Rabot"), builders.make_neighbourhood("Dampoort")
        builders.make_offer(organisation, better, valid_from=LAST_WEEK)
        builders.make_offer(organisation, worse, valid_until=LAST_WEEK)
        page = home_of(policymaker)
        assert page.index("Free time fell away") < page.index("Free time came")

    def test_reads_in_a_city_where_nothing_changed_that_nothing_did(self, policymaker, home_of):
        builders.make_neighbourhood()
        assert "Nothing changed in any neighbourhood." in home_of(policymaker)

    def test_sees_which_priority_neighbourhoods_lack_most(self, policymaker, organisation, home_of):
        lacking, other = builders.make_neighbourhood("Rabot"), builders.make_neighbourhood("Dampoort")
        builders.make_priority(lacking)
        builders.make_offer(organisation, lacking, functions={Function.FREE_TIME: 4})
        page = home_of(policymaker)
        assert "lacks welfare, bridge and signal" in page
        assert other.name not in page  # it has no priority

    def test_is_one_click_from_which_neighbourhood_lacks_which_function(self, policymaker, home_of):
        builders.make_priority(builders.make_neighbourhood())
        sentence = "<strong>Bridge</strong> is missing in one priority neighbourhood."
        assert asks(home_of(policymaker), sentence, "/coverage/?lacks=BRIDGE")

    def test_is_reminded_of_decisions_to_look_at_again(self, policymaker, home_of):
        soon, past, later = (builders.make_neighbourhood(name) for name in ("Rabot", "Muide", "Dampoort"))
        decision = builders.make_priority(soon, review_on=today() + datetime.timedelta(days=20))
        builders.make_priority(past, review_on=today() - datetime.timedelta(days=20))
        builders.make_priority(later, review_on=today() + datetime.timedelta(days=200))
        page = home_of(policymaker)
        assert asks(page, "The decision about <strong>Rabot</strong> is to be looked at", f"/priorities/{decision.pk}/")
        assert "The decision about <strong>Muide</strong> was to be looked at" in page
        assert "The decision about <strong>Dampoort</strong>" not in page


@pytest.mark.parametrize("size", [3, 60])
@pytest.mark.parametrize(("who", "first", "queries"), [("staff", 8, 4), ("policymaker", 8, 5), ("member", 8, 4)])
def test_the_number_of_queries_does_not_grow(
    request, client, organisation, django_assert_num_queries, size, who, first, queries
):
    user = request.getfixturevalue(who)
    for number in range(size):
        neighbourhood = builders.make_neighbourhood()
        builders.make_priority(neighbourhood, review_on=today())
        builders.make_offer(organisation, neighbourhood, confirmed_on=LONG_AGO, valid_until=today())
        Draft.objects.create(user=user, form=f"/organisations/{number}/", typed={})
        invite(organisation, user, f"{number}@example.org")
        builders.make_organisation(f"Vereniging nummer {number}")
    client.force_login(user)
    caches["process"].clear()
    with django_assert_num_queries(first):
        client.get("/")  # the city is judged once in a minute
    with django_assert_num_queries(queries):
        client.get("/")


def test_the_rules_speak_the_language_of_who_looks(policymaker, organisation, client):
    """Though the city is judged once in a minute for all."""
    builders.make_offer(organisation, builders.make_neighbourhood(), valid_from=LAST_WEEK)
    client.force_login(policymaker)
    english = client.get("/", headers={"Accept-Language": "en"}).content.decode()
    dutch = client.get("/", headers={"Accept-Language": "nl"}).content.decode()
    assert "Free time came" in english
    assert "Free time came" not in dutch
