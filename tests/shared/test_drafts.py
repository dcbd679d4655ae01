"""Nothing typed is lost, and nobody reads what somebody else was typing."""

import datetime
import re

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jos.shared.drafts import MOST, Page
from jos.shared.models import Draft
from neighbourhoods.enums import DecisionStage
from organisations.models import Contact, Organisation
from tests import builders

pytestmark = pytest.mark.django_db
SAVE, DISCARD = "/drafts/save/", "/drafts/discard/"


@pytest.fixture
def address(organisation):
    return reverse("contact_new", args=[organisation.slug])


@pytest.fixture
def key(member, address):
    """What the form carries that Mira has open."""
    return Page(member.pk, address).key


def type_in(client, key: str, **fields):
    return client.post(SAVE, {"draft": key, "csrfmiddlewaretoken": "secret"} | fields)


def test_what_is_typed_is_kept_and_shown_again(sign_in, member, address):
    client = sign_in(member)
    key = re.search(r'name="draft" value="([^"]+)"', client.get(address).content.decode())[1]
    answer = type_in(client, key, name="Balie", phone="09")

    assert b"Kept at" in answer.content
    page = client.get(address).content.decode()
    assert 'value="Balie"' in page
    assert "and did not send it yet" in page
    assert "Something is not right yet" not in page  # nobody said it was finished
    assert "secret" not in str(Draft.objects.get().typed)


def test_sending_the_form_forgets_the_draft(sign_in, member, address, key):
    client = sign_in(member)
    type_in(client, key, name="Balie")
    client.post(address, {"name": "Balie", "email": "balie@example.org"})
    assert not Draft.objects.exists()
    assert "did not send" not in client.get(address).content.decode()


def test_a_form_that_is_not_right_yet_is_kept_without_script(sign_in, member, address):
    client = sign_in(member)
    client.post(address, {"name": "Balie"})
    assert 'value="Balie"' in client.get(address).content.decode()


def test_throwing_away_opens_the_form_as_it_is_saved(sign_in, member, address, key):
    client = sign_in(member)
    type_in(client, key, name="Balie")
    answer = client.post(DISCARD, {"draft": key})
    assert answer.headers["Location"] == address
    assert 'value="Balie"' not in client.get(address).content.decode()


def test_a_draft_keeps_the_version_it_began_with(sign_in, member, organisation):
    """Somebody else saves meanwhile: the draft does not hide that."""
    contact = Contact.objects.create(organisation=organisation, name="Balie", phone="09")
    address = reverse("contact_edit", args=[organisation.slug, contact.pk])
    client = sign_in(member)
    type_in(client, Page(member.pk, address).key, name="Van mij", phone="09", version="1")
    Contact.objects.update(name="Van een ander", version=2)

    page = client.get(address).content.decode()
    assert 'value="Van mij"' in page
    assert re.search(r'name="version" value="1"', page)
    answer = client.post(address, {"name": "Van mij", "phone": "09", "version": "1", "draft": "x"})
    assert answer.status_code == 409
    assert Draft.objects.count() == 1  # until one of both is chosen
    assert DISCARD in answer.content.decode()


def test_a_draft_of_a_form_that_was_sent_in_another_tab_is_no_draft(sign_in, member, organisation, address, key):
    token = "6d0ff0f0-0000-4000-8000-000000000001"
    Contact.objects.create(organisation=organisation, name="Balie", created_with=token)
    client = sign_in(member)
    type_in(client, key, name="Balie", token=token)
    assert 'value="Balie"' not in client.get(address).content.decode()
    assert not Draft.objects.exists()


# Privacy


def test_a_draft_is_for_nobody_else(sign_in, member, coordinator, address, key):
    type_in(sign_in(member), key, name="Geheim")
    client = sign_in(coordinator)
    assert "Geheim" not in client.get(address).content.decode()
    assert type_in(client, key, name="Kaping").status_code == 403
    assert client.post(DISCARD, {"draft": key}).status_code == 403
    assert Draft.objects.get().typed["name"] == ["Geheim"]


def test_a_page_nobody_signed_is_refused(sign_in, member):
    client = sign_in(member)
    for key in ("", "x", "a:b:c", Page(member.pk, "/x/").key + "x"):
        assert type_in(client, key).status_code == 400
    assert not Draft.objects.exists()


def test_passwords_are_never_kept(sign_in, member, key):
    type_in(sign_in(member), key, name="Balie", password="geheim", new_password1="geheim")
    assert set(Draft.objects.get().typed) == {"name"}


def test_too_much_is_said_and_not_kept(sign_in, member, key):
    answer = type_in(sign_in(member), key, name="x" * (MOST + 1))
    assert b"too long to keep" in answer.content
    assert not Draft.objects.exists()


# An ended session


def test_what_was_sent_after_the_session_ended_waits_for_its_owner(client, sign_in, member, address, key):
    answer = client.post(address, {"draft": key, "name": "Balie"})
    assert answer.headers["Location"] == f"/account/login/?next={address}"
    assert "what you typed is kept" in client.get(answer.headers["Location"]).content.decode()
    assert not Contact.objects.exists()

    page = sign_in(member).get(address).content.decode()
    assert 'value="Balie"' in page
    assert "and did not send it yet" in page


def test_what_is_typed_after_the_session_ended_waits_too(client, sign_in, member, address, key):
    assert b"You were signed out" in type_in(client, key, name="Balie").content
    assert 'value="Balie"' in sign_in(member).get(address).content.decode()


def test_who_signs_in_instead_gets_nothing_of_it(client, sign_in, coordinator, member, address, key):
    client.post(address, {"draft": key, "name": "Geheim"})
    assert "Geheim" not in sign_in(coordinator).get(address).content.decode()
    assert "Geheim" not in sign_in(member).get(address).content.decode()
    assert not Draft.objects.exists()


@pytest.mark.parametrize("fields", [{}, {"draft": "x"}, {"draft": "", "name": "x"}])
def test_a_visitor_cannot_fill_the_sessions(client, address, fields):
    client.post(address, fields)
    assert "sessionid" not in client.cookies


def test_a_forged_form_is_refused_before_anything_is_kept(address, key):
    client = Client(enforce_csrf_checks=True)
    assert client.post(address, {"draft": key, "name": "Kaping"}).status_code == 403
    assert "sessionid" not in client.cookies


def test_a_form_from_before_signing_in_again_is_not_saved_but_kept(member, coordinator, address, key):
    client = Client(enforce_csrf_checks=True)
    client.force_login(member)
    answer = client.post(address, {"draft": key, "name": "Balie", "email": "balie@example.org"})
    assert answer.status_code == 403
    assert f'href="{address}"' in answer.content.decode()
    assert not Contact.objects.exists()
    assert Draft.objects.get().typed["name"] == ["Balie"]

    client.force_login(coordinator)
    client.post(address, {"draft": key, "name": "Kaping"})
    assert Draft.objects.get().typed["name"] == ["Balie"]


def test_what_is_typed_in_a_form_from_before_signing_in_again_is_kept(member, address, key):
    """Somebody signed in again in another tab, and goes on typing in the first one."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(member)
    assert client.post(SAVE, {"draft": key, "name": "Balie"}).status_code == 403
    assert Draft.objects.get().typed["name"] == ["Balie"]


def test_other_pages_keep_nothing(client, organisation, key):
    client.post(reverse("confirm_all", args=[organisation.slug]), {"draft": key, "name": "x"})
    assert "sessionid" not in client.cookies


# Every form about a record


def test_every_form_about_a_record_keeps_what_is_typed(sign_in, staff, organisation):
    area = builders.make_neighbourhood("Rabot")
    partnership = builders.make_partnership(organisation)
    offer = builders.make_offer(organisation, area)
    place = builders.make_place(organisation, area)
    contact = Contact.objects.create(organisation=organisation, name="Balie")
    client = sign_in(staff)
    for name, *about in (
        ("offer_new", organisation.slug),
        ("offer_edit", offer.slug),
        ("organisation_new",),
        ("organisation_edit", organisation.slug),
        ("place_new", organisation.slug),
        ("place_edit", organisation.slug, place.pk),
        ("contact_new", organisation.slug),
        ("contact_edit", organisation.slug, contact.pk),
        ("partnership_new",),
        ("partnership_edit", partnership.slug),
        ("priority_new",),
        ("priority_edit", builders.make_priority(area).pk),
        ("priority_propose",),
        ("priority_step", builders.make_priority(area, stage=DecisionStage.PROPOSAL).pk, "decide"),
        ("circle_new",),
        ("circle_edit", builders.make_circle(area).slug),
    ):
        page = client.get(reverse(name, args=about)).content.decode()
        assert 'hx-post="/drafts/save/"' in page, name
        assert "htmx" in page, name
        client.post(reverse(name, args=about), {"version": "x", "token": "x"})
        assert Draft.objects.filter(form=reverse(name, args=about)).exists(), name
        assert "did not send it yet" in client.get(reverse(name, args=about)).content.decode(), name
    assert Organisation.objects.count() == 1


# Old ones


def test_drafts_of_long_ago_are_forgotten(member, capsys):
    new, old = (Draft.objects.create(user=member, form=form, typed={}) for form in ("/new/", "/old/"))
    Draft.objects.filter(pk=old.pk).update(saved_at=timezone.now() - datetime.timedelta(days=91))
    call_command("prune_drafts", dry_run=True)
    assert Draft.objects.count() == 2
    call_command("prune_drafts")
    assert Draft.objects.get() == new
    assert "1 drafts to forget\n1 drafts forgotten" in capsys.readouterr().out
