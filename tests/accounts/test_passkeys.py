"""Passkeys, as far as no browser is needed: what nobody's device would send, and whose they are."""

import json

import pytest
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.urls import reverse

from tests.builders import PASSWORD, make_app, make_user

pytestmark = pytest.mark.django_db
FORGED = {
    "id": "AA",
    "rawId": "AA",
    "type": "public-key",
    "response": {
        "clientDataJSON": "e30",
        "attestationObject": "AA",
        "authenticatorData": "AA",
        "signature": "AA",
        "userHandle": "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5",
    },
}
UNREADABLE = ["", "{", "[]", "5", "null", "{}", '{"id": 5}', json.dumps(FORGED), json.dumps(FORGED | {"response": 5})]


@pytest.fixture
def confirmed(sign_in, member):
    client = sign_in(member)
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    return client


@pytest.mark.parametrize("sent", UNREADABLE)
def test_a_forged_passkey_opens_no_door_and_breaks_nothing(client, sent):
    client.get("/account/login/passkey/", headers={"Accept": "application/json"})
    assert client.post("/account/login/passkey/", {"credential": sent}).url == "/account/login/"
    assert client.get("/account/").status_code == 302


@pytest.mark.parametrize("sent", UNREADABLE)
def test_a_forged_passkey_is_no_second_step(client, member, sent):
    make_app(member)
    client.post("/account/login/", {"login": member.email, "password": PASSWORD})
    assert client.post("/account/login/second-step/", {"credential": sent}).status_code == 200
    assert client.get("/account/").status_code == 302


@pytest.mark.parametrize("sent", UNREADABLE)
def test_a_forged_passkey_is_not_added(confirmed, sent):
    confirmed.get(reverse("mfa_add_webauthn"))
    page = confirmed.post(reverse("mfa_add_webauthn"), {"name": "Mijn telefoon", "credential": sent})
    assert page.status_code == 200
    assert "Something is not right yet" in page.content.decode()
    assert "Mijn telefoon" in page.content.decode()


def test_a_new_passkey_must_know_the_person_and_can_stand_for_the_password(confirmed):
    asked = confirmed.get(reverse("mfa_add_webauthn")).context["js_data"]["creation_options"]["publicKey"]
    assert asked["authenticatorSelection"]["userVerification"] == "required"
    assert asked["authenticatorSelection"]["residentKey"] == "required"


def test_a_page_about_passkeys_says_what_to_do_without_script(confirmed):
    page = confirmed.get(reverse("mfa_add_webauthn")).content.decode()
    assert "<noscript>" in page
    assert reverse("mfa_activate_totp") in page


@pytest.mark.parametrize("page", ["mfa_edit_webauthn", "mfa_remove_webauthn"])
@pytest.mark.parametrize("pk", [None, 99_999_999_999_999_999_999])
def test_the_passkey_of_somebody_else_is_not_there(confirmed, page, pk):
    passkey = WebAuthn.add(make_user("Ander"), "Sleutel", {}).instance
    assert confirmed.get(reverse(page, args=[pk or passkey.pk])).status_code == 404
    assert confirmed.post(reverse(page, args=[pk or passkey.pk]), {"name": "Mijn"}).status_code == 404


def test_a_passkey_gets_another_name_that_fits_on_the_page(confirmed, member):
    passkey = WebAuthn.add(member, "Sleutel", {}).instance
    address = reverse("mfa_edit_webauthn", args=[passkey.pk])
    assert confirmed.post(address, {"name": "x" * 61}).status_code == 200
    assert confirmed.post(address, {"name": "Mijn telefoon"}).status_code == 302
    assert "Mijn telefoon" in confirmed.get(reverse("mfa_index")).content.decode()
