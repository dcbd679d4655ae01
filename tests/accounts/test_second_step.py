"""The second step: an app with codes or a recovery code, asked after the password, and guarded like it."""

import datetime
import re

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core import mail
from django.urls import reverse

from tests.builders import PASSWORD, code_of, make_app

pytestmark = pytest.mark.django_db
STEP, APP, CODES = "/account/login/second-step/", "/account/second-step/app/", "/account/second-step/codes/"


@pytest.fixture(autouse=True)
def _while_no_code_runs_out():
    with time_machine.travel(datetime.datetime.now(datetime.UTC), tick=False):
        yield


@pytest.fixture
def app(member) -> str:
    """The secret of the app that Mira has, with recovery codes."""
    RecoveryCodes.activate(member)
    return make_app(member).data["secret"]


@pytest.fixture
def at_second_step(client, member, app):
    """Mira gave her password."""
    response = client.post("/account/login/", {"login": member.email, "password": PASSWORD})
    assert response.url == STEP
    return client


@pytest.fixture
def confirmed(client, member):
    """Mira signed in, and just showed once more that it is her."""
    client.force_login(member, backend="allauth.account.auth_backends.AuthenticationBackend")
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    return client


def secret_on(page: str) -> str:
    return re.search(r'class="secret">(\w+)<', page)[1]


def test_a_password_alone_is_not_enough_once_there_is_a_second_step(at_second_step):
    assert at_second_step.get("/account/").url.startswith("/account/login/")


def test_the_code_of_the_app_opens_the_door(at_second_step, app):
    assert at_second_step.post(STEP, {"code": code_of(app)}).url == reverse("home")
    assert at_second_step.get("/account/").status_code == 200


def test_who_types_slowly_may_give_the_code_of_half_a_minute_ago(at_second_step, app):
    assert at_second_step.post(STEP, {"code": code_of(app, steps_ago=1)}).status_code == 302


def test_an_older_code_is_wrong_and_a_used_one_too(at_second_step, member, app, client):
    assert "Incorrect code" in at_second_step.post(STEP, {"code": code_of(app, steps_ago=3)}).content.decode()
    code = code_of(app)
    at_second_step.post(STEP, {"code": code})
    client.post("/account/logout/")
    client.post("/account/login/", {"login": member.email, "password": PASSWORD})
    assert client.post(STEP, {"code": code}).status_code == 200


def test_a_recovery_code_opens_the_door_once(at_second_step, member, client):
    codes = Authenticator.objects.get(user=member, type="recovery_codes")
    code = codes.wrap().get_unused_codes()[0]
    assert at_second_step.post(STEP, {"code": code}).status_code == 302
    codes.refresh_from_db()
    assert len(codes.wrap().get_unused_codes()) == 9
    client.post("/account/logout/")
    client.post("/account/login/", {"login": member.email, "password": PASSWORD})
    assert client.post(STEP, {"code": code}).status_code == 200


def test_after_five_wrong_codes_even_the_right_one_has_to_wait(at_second_step, app):
    for _attempt in range(5):
        at_second_step.post(STEP, {"code": "000000"})
    page = at_second_step.post(STEP, {"code": code_of(app)})
    assert "Too many failed" in page.content.decode()


def test_starting_again_with_the_password_does_not_give_more_attempts(at_second_step, member, app):
    for _attempt in range(5):
        at_second_step.post(STEP, {"code": "000000"})
    at_second_step.post("/account/login/", {"login": member.email, "password": PASSWORD})
    assert "Too many failed" in at_second_step.post(STEP, {"code": code_of(app)}).content.decode()


def test_changing_the_second_step_first_asks_whether_it_is_still_you(sign_in, member):
    response = sign_in(member).get(APP)
    assert response.url == f"/account/reauthenticate/?next={APP.replace('/', '%2F')}"
    assert sign_in(member).get(CODES).status_code == 404


@pytest.mark.django_db(transaction=True)  # the mail leaves once all is stored
def test_an_app_is_set_up_with_a_code_it_shows_and_recovery_codes_come_with_it(confirmed, member):
    secret = secret_on(confirmed.get(APP).content.decode())
    assert confirmed.post(APP, {"code": code_of(secret)}).url == CODES
    kept = re.findall(r"<code>(\d{8})</code>", confirmed.get(CODES).content.decode())
    assert len(set(kept)) == 10
    assert "app" in mail.outbox[-1].subject
    assert mail.outbox[-1].to == [member.email]


def test_a_wrong_code_keeps_the_same_square(confirmed, member):
    secret = secret_on(confirmed.get(APP).content.decode())
    page = confirmed.post(APP, {"code": "000000"}).content.decode()
    assert secret_on(page) == secret
    assert not Authenticator.objects.filter(user=member).exists()


def test_the_square_is_drawn_in_the_page_and_asks_nothing_our_policy_refuses(confirmed):
    page = confirmed.get(APP).content.decode()
    assert "<svg" in page
    assert "data:image" not in page
    assert "<?xml" not in page


def test_recovery_codes_are_downloaded_as_text(confirmed, app):
    response = confirmed.get(f"{CODES}download/")
    assert response["Content-Type"].startswith("text/plain")
    assert "attachment" in response["Content-Disposition"]
    assert len(re.findall(r"^\d{8}$", response.content.decode(), re.MULTILINE)) == 10


def test_new_recovery_codes_end_the_old_ones(confirmed, member, app):
    before = Authenticator.objects.get(user=member, type="recovery_codes").wrap().get_unused_codes()
    assert confirmed.post(f"{CODES}new/").url == CODES
    after = Authenticator.objects.get(user=member, type="recovery_codes").wrap().get_unused_codes()
    assert not set(before) & set(after)


def test_removing_the_last_factor_takes_the_recovery_codes_with_it_and_is_told_by_mail(confirmed, member, app):
    assert confirmed.post(f"{APP}remove/").url == "/account/second-step/"
    assert not Authenticator.objects.filter(user=member).exists()
    assert mail.outbox[-1].to == [member.email]


def test_a_mail_about_the_account_is_in_our_words_and_says_from_which_device(confirmed, app):
    confirmed.post(f"{APP}remove/", headers={"User-Agent": "Mozilla/5.0 (iPhone) Version/18.0 Safari/604.1"})
    body = mail.outbox[-1].body
    assert "The codes of the app no longer work" in body
    assert "with Safari on iPhone, from 127.0.0.1" in body
    assert "third-party" not in body


def test_the_same_in_dutch_where_the_words_are_the_librarys(client, member, app):
    client.post("/account/login/", {"login": member.email, "password": PASSWORD}, headers={"Accept-Language": "nl"})
    page = client.post(STEP, {"code": "000000"}, headers={"Accept-Language": "nl"}).content.decode()
    assert "Ongeldige code" in page or "Onjuiste code" in page
