"""Signing in: by e-mail and password, by invitation only, with limits that cannot be dodged."""

import re

import pytest
from django.core import mail
from django.urls import reverse

from jos.accounts.actions import close_account
from jos.accounts.models import User
from tests.builders import PASSWORD

pytestmark = pytest.mark.django_db
NEW_PASSWORD = "vier woorden op een rij"
LOGIN = "/account/login/"


def try_password(client, email, password, **headers):
    return client.post(LOGIN, {"login": email, "password": password}, headers=headers)


def link_in_mail():
    return re.search(r"https?://[^/]+(/\S+)", mail.outbox[-1].body)[1]


def test_a_person_signs_in_with_address_and_password_in_any_case(client, member):
    response = try_password(client, member.email.upper(), PASSWORD)
    assert response.status_code == 302
    assert response.url == reverse("home")


def test_a_visitor_of_a_closed_page_comes_back_there_after_signing_in(client, staff):
    response = client.get("/people/")
    assert response.url == f"{LOGIN}?next=/people/"
    assert client.post(response.url, {"login": staff.email, "password": PASSWORD}).url == "/people/"


def test_nobody_is_sent_to_another_host_after_signing_in(client, staff):
    response = client.post(f"{LOGIN}?next=https://example.org/", {"login": staff.email, "password": PASSWORD})
    assert response.url == reverse("home")


def test_a_wrong_password_and_an_unknown_address_are_answered_alike(client, member):
    known = try_password(client, member.email, "verkeerd-wachtwoord")
    unknown = try_password(client, "niemand@example.org", "verkeerd-wachtwoord")
    assert known.context["form"].errors == unknown.context["form"].errors
    assert "not correct" in str(known.context["form"].errors)


def test_after_five_wrong_passwords_even_the_right_one_has_to_wait(client, member):
    for _attempt in range(5):
        try_password(client, member.email, "verkeerd-wachtwoord")
    response = try_password(client, member.email, PASSWORD)
    assert response.status_code == 200
    assert "Too many failed" in response.content.decode()


def test_pretending_to_come_from_elsewhere_does_not_give_more_attempts(client, member):
    """Ten failures a minute from one address, whatever X-Forwarded-For says and whoever is tried."""
    for attempt in range(10):
        try_password(client, f"iemand{attempt}@example.org", "verkeerd", **{"X-Forwarded-For": f"10.0.0.{attempt}"})
    response = try_password(client, member.email, PASSWORD, **{"X-Forwarded-For": "10.9.9.9"})
    assert "Too many failed" in response.content.decode()


def test_behind_one_trusted_proxy_the_address_it_adds_counts_and_not_what_the_visitor_says(client, member, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for attempt in range(10):
        forged = f"10.0.0.{attempt}, 192.0.2.1"
        try_password(client, f"iemand{attempt}@example.org", "verkeerd", **{"X-Forwarded-For": forged})
    response = try_password(client, member.email, PASSWORD, **{"X-Forwarded-For": "10.9.9.9, 192.0.2.1"})
    assert "Too many failed" in response.content.decode()
    assert try_password(client, member.email, PASSWORD, **{"X-Forwarded-For": "192.0.2.2"}).status_code == 302


def test_nobody_signs_up_by_themselves(client):
    page = client.get("/account/signup/")
    assert "invite you by e-mail" in page.content.decode()
    client.post("/account/signup/", {"email": "nieuw@example.org", "password1": NEW_PASSWORD})
    assert not User.objects.exists()


def test_a_closed_account_cannot_sign_in_and_is_out_on_its_next_request(sign_in, member, administrator):
    client = sign_in(member)
    assert client.get("/account/password/").status_code == 200
    close_account(member, by=administrator)
    assert client.get("/account/password/").url == f"{LOGIN}?next=/account/password/"
    assert reverse("account_inactive") in try_password(client, member.email, PASSWORD).url


@pytest.mark.parametrize(
    ("password", "why"),
    [("te-kort", "at least 12"), ("qwerty123456", "too common"), ("mira@example.org", "too similar")],
)
def test_a_short_common_or_resembling_password_is_refused(sign_in, member, password, why):
    member.email = "mira@example.org"
    member.save()
    response = sign_in(member).post(
        "/account/password/", {"oldpassword": PASSWORD, "password1": password, "password2": password}
    )
    assert why in response.content.decode()
    assert User.objects.get(pk=member.pk).check_password(PASSWORD)


def test_a_changed_password_is_told_by_mail_and_ends_other_sessions(sign_in, client, member):
    from django.test import Client

    elsewhere = Client()
    elsewhere.force_login(member)
    form = {"oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    assert sign_in(member).post("/account/password/", form).status_code == 302
    assert client.get("/account/email/").status_code == 200
    assert elsewhere.get("/account/email/").status_code == 302
    assert mail.outbox[-1].to == [member.email]


def test_a_forgotten_password_is_chosen_anew_through_a_link_that_works_once(client, member):
    client.post("/account/password/reset/", {"email": member.email})
    link = link_in_mail()
    form_page = client.get(link)
    assert client.get(form_page.url).status_code == 200
    client.post(form_page.url, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})
    assert User.objects.get(pk=member.pk).check_password(NEW_PASSWORD)
    assert "does not work any more" in client.get(link, follow=True).content.decode()


def test_asking_a_new_password_for_an_unknown_address_looks_the_same_and_makes_nobody(client, member):
    known = client.post("/account/password/reset/", {"email": member.email})
    unknown = client.post("/account/password/reset/", {"email": "niemand@example.org"})
    assert known.url == unknown.url
    assert "no account has this address" in mail.outbox[-1].body
    assert User.objects.count() == 1


def test_a_changed_address_counts_once_it_is_confirmed(sign_in, member):
    client = sign_in(member)
    client.post("/account/email/", {"action_add": "", "email": "mira.nieuw@example.org"})
    assert User.objects.get(pk=member.pk).email == member.email
    assert "mira.nieuw@example.org" in client.get("/account/email/").content.decode()
    client.post(link_in_mail())
    assert User.objects.get(pk=member.pk).email == "mira.nieuw@example.org"


@pytest.mark.parametrize(
    "path",
    [
        "login/",
        "signup/",
        "password/reset/",
        "password/reset/sent/",
        "password/reset/done/",
        "inactive/",
        "email/sent/",
    ],
)
def test_pages_for_visitors_have_our_frame_and_no_inline_style(client, path):
    page = client.get(f"/account/{path}").content.decode()
    assert 'href="/static/css/jos' in page
    assert page.count("<h1>") == 1
    assert "style=" not in page
    assert "placeholder=" not in page


@pytest.mark.parametrize("path", ["password/", "email/", "logout/", "reauthenticate/"])
def test_pages_about_ones_own_account_have_our_frame_and_no_inline_style(sign_in, member, path):
    page = sign_in(member).get(f"/account/{path}").content.decode()
    assert page.count("<h1>") == 1
    assert "style=" not in page
    assert "placeholder=" not in page


def test_signing_out_takes_a_button_not_a_link(sign_in, member):
    client = sign_in(member)
    client.get("/account/logout/")
    assert client.get("/account/email/").status_code == 200
    client.post("/account/logout/")
    assert client.get("/account/email/").status_code == 302


def test_a_signed_in_page_is_not_kept_by_the_browser(sign_in, member):
    assert "no-store" in sign_in(member).get("/account/email/")["Cache-Control"]


def test_the_administration_asks_to_sign_in_the_same_way(client):
    assert client.get("/admin/").url.startswith("/admin/login/")
    assert client.get("/admin/login/", follow=True).redirect_chain[-1][0].startswith(LOGIN)


def test_in_dutch_the_portal_says_je_never_u(sign_in, member):
    page = sign_in(member).get("/account/password/", headers={"accept-language": "nl"}).content.decode()
    assert "Minstens 12 tekens." in page
    assert not re.search(r"\b[Uu]w?\b", page)


def test_a_short_password_is_refused_in_the_language_of_the_page(sign_in, member):
    typed = {"oldpassword": PASSWORD, "password1": "kort", "password2": "kort"}
    page = sign_in(member).post("/account/password/", typed, headers={"accept-language": "nl"}).content.decode()
    assert "Dit wachtwoord is te kort: neem minstens 12 tekens." in page
