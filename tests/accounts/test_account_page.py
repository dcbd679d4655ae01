"""One's own account on one page, and the devices one is signed in on."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from jos.accounts.actions import remove_second_step
from organisations.enums import InvitedAs
from organisations.models import Invitation
from organisations.models.invitation import hash_token
from tests.builders import PASSWORD, make_app

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0"


def signed_in(user, **headers) -> Client:
    client = Client(headers={"Accept-Language": "en"} | headers)
    client.post("/account/login/", {"login": user.email, "password": PASSWORD})
    return client


def test_the_page_gathers_what_one_signs_in_with(sign_in, member):
    page = sign_in(member).get("/account/").content.decode()
    for name in ("account_email", "account_change_password", "mfa_index", "usersessions_list"):
        assert f'href="{reverse(name)}"' in page
    assert member.email in page
    assert "with a password only" in page


def test_the_page_says_which_second_steps_there_are(sign_in, member):
    RecoveryCodes.activate(member)
    make_app(member)
    page = sign_in(member).get("/account/").content.decode()
    assert "an app that gives codes" in page
    assert "10 recovery codes left" in page
    assert "a passkey" not in page


@pytest.mark.parametrize(("known", "said"), [(True, "opens this portal as well"), (False, "next time")])
def test_the_page_says_whether_the_citys_account_is_known(sign_in, member, settings, known, said):
    settings.OIDC_NAME = "Stad Voorbeeld"
    if known:
        SocialAccount.objects.create(user=member, provider="city", uid="1")
    assert said in sign_in(member).get("/account/").content.decode()


def test_without_the_citys_sign_in_nobody_hears_of_it(client, sign_in, member, settings):
    settings.OIDC_ISSUER = ""
    settings.OIDC_NAME = "Stad Voorbeeld"
    assert "Stad Voorbeeld" not in client.get("/account/login/").content.decode()
    assert client.get(reverse("openid_connect_login")).status_code == 404
    assert "Stad Voorbeeld" not in sign_in(member).get("/account/").content.decode()


def test_the_page_costs_the_same_whoever_looks(sign_in, member, django_assert_num_queries):
    client = sign_in(member)
    with django_assert_num_queries(5):
        client.get("/account/")
    RecoveryCodes.activate(member)
    make_app(member)
    with django_assert_num_queries(5):
        client.get("/account/")


def test_devices_are_listed_in_words_and_the_others_are_signed_out(member):
    here, elsewhere = signed_in(member, **{"User-Agent": FIREFOX}), signed_in(member)
    page = here.get("/account/sessions/").content.decode()
    assert page.count("Signed in on") == 2
    assert "Firefox on Windows" in page
    assert page.count("this device") == 1
    here.post("/account/sessions/")
    assert here.get("/account/").status_code == 200
    assert elsewhere.get("/account/").status_code == 302
    assert "You are signed in nowhere else." in here.get("/account/sessions/").content.decode()


def test_the_device_on_which_an_invitation_was_accepted_is_one_of_them(client, staff):
    Invitation.objects.create(
        email="nieuw@example.org", invited_as=InvitedAs.STAFF, invited_by=staff, token_hash=hash_token("token")
    )
    client.post("/invitation/token/", {"name": "Noor", "password": "vier woorden op een rij"})
    assert "this device" in client.get("/account/sessions/").content.decode()


def test_nobody_sees_the_devices_of_somebody_else(member, staff):
    signed_in(staff, **{"User-Agent": FIREFOX})
    assert "Firefox" not in signed_in(member).get("/account/sessions/").content.decode()


def test_an_administrator_removes_a_lost_second_step(sign_in, administrator, staff, django_capture_on_commit_callbacks):
    RecoveryCodes.activate(staff)
    make_app(staff)
    client = sign_in(administrator)
    assert "Yes, remove the second step" in client.get("/people/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("person_remove_second_step", args=[staff.pk]))
    assert not Authenticator.objects.filter(user=staff).exists()
    assert "Yes, remove the second step" not in client.get("/people/").content.decode()
    record = staff.history.first()
    assert (record.history_user, record.history_change_reason) == (administrator, "second step removed")
    assert mail.outbox[-1].to == [staff.email]
    assert "/account/login/" in mail.outbox[-1].body


def test_who_loses_the_second_step_is_signed_out_everywhere(member, administrator):
    client = signed_in(member)
    remove_second_step(member, by=administrator)
    assert client.get("/account/").status_code == 302
    assert not UserSession.objects.filter(user=member).exists()


def test_nobody_removes_their_own_that_way(administrator):
    factor = make_app(administrator)
    with pytest.raises(ValidationError, match="your own"):
        remove_second_step(administrator, by=administrator)
    assert Authenticator.objects.filter(pk=factor.pk).exists()
