import datetime
from concurrent.futures import ThreadPoolExecutor, wait

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection
from django.urls import reverse

from jos.shared.saving import ChangedMeanwhile, claim_version
from jos.shared.undoing import CannotUndo
from organisations.actions import mergers
from organisations.actions.mergers import WRITES, merge_organisations, tell_apart, undo_merger
from organisations.actions.organisations import add_to_organisation, change_organisation
from organisations.coverage import Status, coverage
from organisations.duplicates import likely_pairs
from organisations.enums import Function, MemberRole, OfferStatus
from organisations.imports.organisations import KnownOrganisations
from organisations.mergers import changed_areas, what_moves
from organisations.models import (
    Contact,
    Distinction,
    Invitation,
    Membership,
    Offer,
    Organisation,
    PartnershipMember,
    Place,
)
from organisations.models.invitation import hash_token
from tests.builders import (
    ALL_FOUR,
    make_neighbourhood,
    make_offer,
    make_organisation,
    make_partnership,
    make_place,
    make_user,
)

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 21)
DAYS = [
    datetime.date(2023, 6, 1),
    datetime.date(2024, 6, 1),
    datetime.date(2025, 6, 1),
    TODAY,
    datetime.date(2027, 3, 1),
]


@pytest.fixture(autouse=True)
def this_day():
    with time_machine.travel(datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC), tick=True):
        yield


@pytest.fixture
def dampoort():
    return make_neighbourhood("Dampoort")


@pytest.fixture
def kept():
    return make_organisation("De Kring vzw", coordinator=make_user("Cem"))


@pytest.fixture
def other():
    return make_organisation("De Kring", company_number="0400378485", website="https://kring.example")


def merge(kept, other, *, by, taken=()):
    kept.refresh_from_db()
    other.refresh_from_db()
    merge_organisations(kept=kept, other=other, versions=(kept.version, other.version), taken=taken, by=by)
    kept.refresh_from_db()
    other.refresh_from_db()


def everything() -> dict:
    rows = {model.__name__: list(model.objects.order_by("pk").values()) for model in WRITES}
    for row in (row for found in rows.values() for row in found):
        row.pop("version", None)
    return rows


def test_all_of_the_other_one_goes_on_with_the_one_that_stays(kept, other, dampoort, staff):
    place = make_place(other, dampoort, "Kelder")
    offer = make_offer(other, dampoort, place=place)
    Contact.objects.create(organisation=other, name="Balie", email="balie@example.org")
    member = make_user("Mira")
    Membership.objects.create(organisation=other, user=member)
    led, joined = make_partnership(other), make_partnership(make_organisation(), other)
    merge(kept, other, taken=["company_number", "website"], by=staff)
    assert (kept.name, kept.company_number, kept.website) == ("De Kring vzw", "0400378485", "https://kring.example")
    assert [each.organisation for each in (Offer.objects.get(), Place.objects.get(), Contact.objects.get())] == [
        kept
    ] * 3
    assert Offer.objects.get().place == place
    assert Membership.objects.get(user=member).organisation == kept
    led.refresh_from_db()
    assert led.lead == kept
    assert {each.partnership for each in kept.partnerships.all()} == {led, joined}
    assert (other.merged_into, other.valid_until, other.company_number) == (kept, datetime.date(2026, 11, 20), "")
    assert offer.history.first().history_user == staff


def test_what_both_have_stays_once(kept, other, dampoort, staff):
    here, there = make_place(kept, dampoort, "Kelder"), make_place(other, dampoort, "Kelder", address="Dok 1")
    offer = make_offer(other, dampoort, place=there)
    for organisation in (kept, other):
        Contact.objects.create(organisation=organisation, name="Balie", email="balie@example.org")
    cem, both = kept.memberships.get().user, make_user("Mira")
    Membership.objects.create(organisation=kept, user=both)
    for user, role in ((cem, MemberRole.MEMBER), (both, MemberRole.COORDINATOR)):
        Membership.objects.create(organisation=other, user=user, role=role)
    partnership = make_partnership(kept, other)
    PartnershipMember.objects.filter(organisation=kept).update(valid_until=TODAY)
    for number, organisation in enumerate((kept, other)):
        Invitation.objects.create(
            email="n@example.org", organisation=organisation, invited_by=staff, token_hash=hash_token(str(number))
        )
    merge(kept, other, by=staff)
    offer.refresh_from_db()
    assert offer.place == here
    assert Place.objects.get().address == "Dok 1"
    assert Contact.objects.count() == 1
    roles = set(Membership.objects.values_list("user", "organisation", "role"))
    assert roles == {(user.pk, kept.pk, MemberRole.COORDINATOR) for user in (cem, both)}
    assert partnership.members.get().valid_until is None
    assert [bool(each.withdrawn_at) for each in Invitation.objects.order_by("pk")] == [False, True]
    assert not Invitation.objects.exclude(organisation=kept).exists()


def test_places_with_one_name_that_differ_in_what_counts_both_stay(kept, other, dampoort, staff):
    make_place(kept, dampoort, "Kelder")
    make_place(other, dampoort, "Kelder", warm=True)
    merge(kept, other, by=staff)
    assert set(kept.places.values_list("name", "warm")) == {("Kelder", False), ("Kelder (De Kring)", True)}


def test_what_counted_in_an_area_counts_on_every_day_and_nothing_twice(kept, other, staff):
    areas = [make_neighbourhood() for _each in range(3)]
    year = datetime.timedelta(days=365)
    kept.valid_from, other.valid_until = TODAY - 2 * year, TODAY - year
    kept.save()
    other.save()
    make_offer(kept, areas[0], areas[1], functions=(Function.FREE_TIME, Function.WELFARE))
    make_offer(kept, areas[1], functions=(Function.SIGNAL,), valid_until=TODAY + year)
    make_offer(other, areas[1], areas[2], functions=(Function.BRIDGE,))
    make_offer(other, areas[2], functions=ALL_FOUR, valid_from=TODAY)  # after its organisation stopped
    make_offer(other, areas[2], status=OfferStatus.DRAFT)

    def counted(day):
        return [[area.functions[function].hours for function in Function] for area in coverage(at=day)]

    before = [counted(day) for day in DAYS]
    merge(kept, other, by=staff)
    assert [counted(day) for day in DAYS] == before
    assert Offer.objects.filter(status=OfferStatus.DRAFT, organisation=kept).count() == 1


def test_an_area_becomes_whole_where_the_two_had_all_four_together(kept, other, dampoort, staff):
    make_offer(kept, dampoort, functions=(Function.FREE_TIME, Function.WELFARE))
    make_offer(other, dampoort, functions=(Function.BRIDGE, Function.SIGNAL))
    (area,) = changed_areas(kept=kept, other=other, at=TODAY)
    assert (area.before.status, area.after.status) == (Status.SCATTERED, Status.WHOLE)
    merge(kept, other, by=staff)
    (now,) = coverage(at=TODAY)
    assert (now.status, now.whole_by) == (Status.WHOLE, area.after.whole_by)


def test_nothing_is_said_of_areas_that_stay_the_same(kept, other, dampoort):
    make_offer(kept, dampoort)
    make_offer(other, dampoort)
    assert changed_areas(kept=kept, other=other, at=TODAY) == []
    assert what_moves(other).offers == 1


def test_what_was_merged_cannot_be_merged_again(kept, other, staff):
    merge(kept, other, by=staff)
    with pytest.raises(ValidationError, match="already merged"):
        merge(make_organisation(), other, by=staff)
    with pytest.raises(ValidationError, match="one and the same"):
        merge(kept, kept, by=staff)


def test_a_change_in_between_stops_it(kept, other, staff):
    versions = (kept.version, other.version)
    other.website = "https://anders.example"
    change_organisation(organisation=other, version=1, by=staff)
    with pytest.raises(ChangedMeanwhile):
        merge_organisations(kept=kept, other=other, versions=versions, taken=[], by=staff)
    assert not Organisation.objects.exclude(merged_into=None).exists()


def test_the_first_leads_to_the_last(kept, other, staff):
    first = make_organisation("Kring")
    merge(other, first, by=staff)
    merge(kept, other, by=staff)
    first.refresh_from_db()
    assert first.merged_into == kept


def test_a_file_with_the_old_name_means_the_one_that_stayed(kept, staff):
    merge(kept, make_organisation("Jeugdkring Dampoort"), by=staff)
    assert KnownOrganisations().named("jeugdkring dampoort") == kept


def test_undoing_gives_back_both(kept, other, dampoort, staff):
    make_place(kept, dampoort, "Kelder")
    make_offer(other, dampoort, place=make_place(other, dampoort, "Kelder"))
    Membership.objects.create(organisation=other, user=kept.memberships.get().user, since=datetime.date(2020, 1, 1))
    make_partnership(other, kept)
    tell_apart(one=kept, other=other, by=staff)
    before = everything()
    merge(kept, other, taken=["name", "company_number"], by=staff)
    undo_merger(other=other, by=staff)
    assert everything() == before
    merge(kept, other, taken=["company_number"], by=staff)
    undo_merger(other=other, by=staff)
    assert everything() == before
    with pytest.raises(CannotUndo, match="not merged"):
        undo_merger(other=Organisation.objects.get(pk=other.pk), by=staff)


def test_undoing_stops_where_people_went_on(kept, other, staff):
    merge(kept, other, by=staff)
    add_to_organisation(record=Contact(organisation=kept, name="Balie"), by=make_user("Vera"))
    with pytest.raises(CannotUndo, match="De Kring vzw was changed on 21 November 2026 by Vera"):
        undo_merger(other=other, by=staff)


def test_names_and_websites_point_out_pairs(kept, other):
    make_organisation("Heel anders", website="http://www.kring.example/")
    make_organisation("Nog iets")
    pairs = likely_pairs(list(Organisation.objects.order_by("pk")))
    assert [(pair.one.name, pair.other.name, pair.same_website) for pair in pairs] == [
        ("De Kring vzw", "De Kring", False),
        ("De Kring", "Heel anders", True),
    ] or [pair.same_website for pair in pairs] == [True, False]


def test_staff_merge_in_the_browser_pages(sign_in, staff, kept, other, dampoort):
    make_offer(other, dampoort, title="Kookclub")
    client = sign_in(staff)
    assert "Merge" in client.get(reverse("organisation_duplicates")).text
    address = reverse("organisation_merge", args=[kept.slug, other.slug])
    page = client.get(address)
    typed = {field.html_name: field.value() for field in page.context["form"]} | {"company_number": "other"}
    look = client.post(address, typed)
    assert "One offer" in look.text
    assert "<dt>Company number</dt><dd>0400.378.485</dd>" in look.text
    assert not Organisation.objects.exclude(merged_into=None).exists()
    done = client.post(address, typed | {"confirmed": "yes"}, follow=True)
    assert "De Kring is now part of De Kring vzw" in done.text
    assert "Kookclub" in done.text
    moved = client.get(other.get_absolute_url())
    assert (moved.status_code, moved.url) == (301, kept.get_absolute_url())
    assert "Kookclub" in client.get(reverse("organisation_story", args=[kept.slug])).text
    assert "continued as" in client.get(reverse("organisation_story", args=[other.slug])).text
    assert client.post(address, typed | {"confirmed": "yes"}).url == kept.get_absolute_url()  # sent twice
    names = client.get(reverse("organisations")).text
    assert names.count(f'href="{other.get_absolute_url()}"') == 0
    undone = client.post(reverse("organisation_unmerge", args=[other.slug]), follow=True)
    assert "are two again" in undone.text


def test_an_address_is_shown_as_it_is_written(sign_in, staff, kept, other):
    Organisation.objects.filter(pk=kept.pk).update(website="https://kring.example.org")
    page = sign_in(staff).get(reverse("organisation_merge", args=[kept.slug, other.slug])).text
    assert "https://kring.example.org" in page
    assert "Https:" not in page


def test_a_change_meanwhile_asks_for_another_look(sign_in, staff, kept, other):
    address = reverse("organisation_merge", args=[kept.slug, other.slug])
    client = sign_in(staff)
    typed = {field.html_name: field.value() for field in client.get(address).context["form"]}
    change_organisation(organisation=other, version=other.version, by=staff)
    response = client.post(address, typed | {"confirmed": "yes"})
    assert response.status_code == 409
    assert "changed one of the two meanwhile" in response.text


def test_not_the_same_is_remembered(sign_in, staff, kept, other):
    client = sign_in(staff)
    pair = {"one": kept.slug, "other": other.slug}
    for _twice in range(2):
        assert client.post(reverse("organisations_differ"), pair).status_code == 302
    assert "No two organisations look alike" in client.get(reverse("organisation_duplicates")).text


def test_somebody_searches_for_the_same_one(sign_in, staff, kept, other):
    make_organisation("Heel anders")
    client = sign_in(staff)
    address = reverse("organisation_merge_with", args=[kept.slug])
    assert reverse("organisation_merge", args=[kept.slug, other.slug]) in client.get(address).text
    assert "Heel anders" in client.get(address, {"q": "heel"}).text


@pytest.mark.parametrize("number", [2, 30])
def test_the_list_of_pairs_asks_the_same_queries_however_long(sign_in, staff, number, django_assert_num_queries):
    for each in range(number):
        make_organisation(f"Vereniging Kring {'abcdefghijklmnopqrstuvwxyzabcdefghij'[each]}kring")
    client = sign_in(staff)
    with django_assert_num_queries(6):
        client.get(reverse("organisation_duplicates"))


writers = pytest.mark.skipif(connection.vendor == "sqlite", reason="one connection in memory has no second writer")


def tried(action) -> str:
    """What became of it, in a thread of its own."""
    try:
        action()
    except (CannotUndo, ChangedMeanwhile, ValidationError) as refusal:
        return type(refusal).__name__
    finally:
        connection.close()
    return "done"


@writers
@pytest.mark.django_db(transaction=True)
def test_of_four_at_the_same_moment_one_merges_and_one_undoes(kept, other, dampoort, staff):
    make_offer(other, dampoort)
    before = everything()
    versions = (kept.version, other.version)
    with ThreadPoolExecutor(4) as pool:
        merging = lambda: merge_organisations(kept=kept, other=other, versions=versions, taken=(), by=staff)  # noqa: E731
        assert sorted(pool.map(tried, [merging] * 4)).count("done") == 1
    other = Organisation.objects.get(pk=other.pk)
    with ThreadPoolExecutor(4) as pool:
        undoing = lambda: undo_merger(other=other, by=staff)  # noqa: E731
        assert sorted(pool.map(tried, [undoing] * 4)) == ["CannotUndo"] * 3 + ["done"]
    assert everything() == before


@writers
@pytest.mark.django_db(transaction=True)
def test_four_who_tell_two_apart_at_the_same_moment_say_it_once(kept, other, staff):
    telling = lambda: tell_apart(one=kept, other=other, by=staff)  # noqa: E731
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(tried, [telling] * 4)) == ["done"] * 4
    assert Distinction.objects.count() == 1


@writers
@pytest.mark.django_db(transaction=True)
def test_nothing_is_saved_under_a_merger_that_is_going_on(kept, other, dampoort, staff, monkeypatch):
    offer = make_offer(other, dampoort)
    pool = ThreadPoolExecutor(1)
    saving = []

    def move_places(*args):
        saving.append(pool.submit(tried, lambda: claim_version(offer, version=offer.version)))
        wait(saving, timeout=1)

    monkeypatch.setattr(mergers, "_move_places", move_places)
    merge(kept, other, by=staff)
    assert saving[0].result() == "ChangedMeanwhile"
