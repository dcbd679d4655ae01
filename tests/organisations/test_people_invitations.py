"""An invitation lets one person in, once, for seven days, and only through the mail it went with."""

import datetime
import hashlib
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jos.accounts.actions import close_account
from jos.accounts.enums import Role
from jos.accounts.models import User
from organisations.actions.people import (
    CannotAccept,
    accept_invitation,
    invite,
    open_account,
    remove_member,
    send_invitation_again,
    withdraw_invitation,
)
from organisations.enums import InvitationState, InvitedAs, MemberRole
from organisations.models import Invitation, Membership
from tests import builders

pytestmark = pytest.mark.django_db
NEWCOMER = "nora@example.org"
ANSWER = {"name": "Nora", "password": "vier woorden op een rij"}


@pytest.fixture
def send(django_capture_on_commit_callbacks):
    """Do it and let the mail leave, as after a commit."""

    def send(action, *args, **kwargs):
        with django_capture_on_commit_callbacks(execute=True):
            return action(*args, **kwargs)

    return send


@pytest.fixture
def invitation(send, organisation, coordinator):
    return send(invite, email=NEWCOMER, invited_as=InvitedAs.MEMBER, organisation=organisation, by=coordinator)


def link() -> str:
    return re.search(r"https?://[^/]+(/invitation/\S+)", mail.outbox[-1].body)[1]


# --- The mail ---


def test_the_mail_says_who_invites_to_what_in_the_language_of_the_installation(invitation):
    (message,) = mail.outbox
    assert message.to == [NEWCOMER]
    assert "De Kring vzw" in message.subject
    assert "Cem" in message.body
    assert "\n" not in message.subject
    assert "http://localhost:8000/invitation/" in message.body


def test_only_the_hash_of_the_token_is_kept(invitation):
    token = link().split("/")[2]
    stored = Invitation.objects.get()
    assert len(token) >= 43  # 256 bits
    assert stored.token_hash == hashlib.sha256(token.encode()).hexdigest()
    assert not Invitation.history.filter(token_hash__contains=token).exists()


def test_no_mail_leaves_when_the_invitation_is_not_stored(organisation, coordinator):
    invite(email=NEWCOMER, invited_as=InvitedAs.MEMBER, organisation=organisation, by=coordinator)
    assert mail.outbox == []  # this test's transaction never commits


def test_no_mail_leaves_for_an_invitation_that_was_withdrawn_while_it_waited(send, organisation, coordinator):
    def invite_and_withdraw():
        about = {"email": NEWCOMER, "invited_as": InvitedAs.MEMBER, "organisation": organisation}
        withdraw_invitation(invite(**about, by=coordinator), by=coordinator)

    send(invite_and_withdraw)
    assert mail.outbox == []


# --- Who can be invited ---


def test_who_is_already_a_member_is_not_invited_whatever_the_case_of_the_address(organisation, member, coordinator):
    with pytest.raises(ValidationError, match="already a member of De Kring"):
        invite(email=member.email.upper(), invited_as=InvitedAs.MEMBER, organisation=organisation, by=coordinator)


def test_who_has_an_open_invitation_is_not_invited_twice(invitation, organisation, coordinator):
    with pytest.raises(ValidationError, match="already has an open invitation"):
        invite(email="Nora@Example.org", invited_as=InvitedAs.COORDINATOR, organisation=organisation, by=coordinator)


def test_who_has_a_role_for_the_city_is_not_invited_for_another(staff, policymaker):
    with pytest.raises(ValidationError, match="already has a role for the city: policymaker"):
        invite(email=policymaker.email, invited_as=InvitedAs.STAFF, organisation=None, by=staff)


def test_one_can_be_invited_to_several_organisations(invitation, stranger):
    other = stranger.memberships.get().organisation
    assert invite(email=NEWCOMER, invited_as=InvitedAs.MEMBER, organisation=other, by=stranger).is_usable


# --- Accepting with a new account ---


def test_somebody_new_chooses_a_name_and_a_password_and_is_in(client, invitation, organisation):
    page = client.get(link())
    assert NEWCOMER in page.content.decode()
    response = client.post(link(), ANSWER)
    assert response.url == reverse("home")
    user = User.objects.get(email=NEWCOMER)
    assert client.session["_auth_user_id"] == str(user.pk)
    assert user.check_password(ANSWER["password"])
    assert user.emailaddress_set.get().verified
    assert user.memberships.get().organisation == organisation
    assert user.memberships.get().role == MemberRole.MEMBER


def test_history_says_who_invited_and_who_accepted(client, invitation, coordinator):
    client.post(link(), ANSWER)
    user = User.objects.get(email=NEWCOMER)
    assert user.history.first().history_user == coordinator
    assert user.memberships.get().history.get().history_user == user
    accepted, sent = Invitation.objects.get().history.all()
    assert (accepted.history_user, sent.history_user) == (user, coordinator)


def test_signing_in_afterwards_needs_no_further_confirmation(client, invitation):
    client.post(link(), ANSWER)
    response = Client().post("/account/login/", {"login": NEWCOMER, "password": ANSWER["password"]})
    assert response.url == reverse("home")


def test_extra_fields_make_nobody_more_than_invited(client, invitation):
    extra = {"role": "ADMINISTRATOR", "is_staff": "1", "is_superuser": "1", "invited_as": "COORDINATOR"}
    client.post(link(), ANSWER | extra | {"email": "ander@example.org", "organisation": "1"})
    user = User.objects.get(email=NEWCOMER)
    assert user.role == ""
    assert user.memberships.get().role == MemberRole.MEMBER


@pytest.mark.parametrize(
    ("password", "why"),
    [("kort", "at least 12"), ("123456789012", "entirely numeric|too common"), ("nora@example.org", "too similar")],
)
def test_a_weak_password_is_refused_with_the_reason_and_the_name_is_kept(client, invitation, password, why):
    page = client.post(link(), {"name": "Nora", "password": password}).content.decode()
    assert re.search(why, page)
    assert 'value="Nora"' in page
    assert not User.objects.filter(email=NEWCOMER).exists()


@pytest.mark.parametrize("broken", [{"name": "No\x00ra"}, {"password": "vier woorden \x00 op een rij"}])
def test_unreadable_input_is_refused_and_makes_nobody(client, invitation, broken):
    assert client.post(link(), ANSWER | broken).status_code == 400
    assert not User.objects.filter(email=NEWCOMER).exists()


def test_sending_the_form_twice_lets_in_once(client, invitation):
    address = link()
    client.post(address, ANSWER)
    assert client.post(address, ANSWER).url == reverse("home")
    assert Membership.objects.filter(user__email=NEWCOMER).count() == 1


def test_two_clicks_at_once_let_in_once(invitation):
    """The second waited for the first with a copy from before."""
    open_account(invitation, **ANSWER)
    with pytest.raises(CannotAccept):
        open_account(invitation, **ANSWER)
    assert User.objects.filter(email=NEWCOMER).count() == 1


def test_an_invitation_to_an_organisation_works_once_for_an_account_too(invitation, organisation, coordinator):
    user = builders.make_user("Nora", email=NEWCOMER)
    accept_invitation(invitation, by=user)
    remove_member(user.memberships.get(), by=coordinator)
    with pytest.raises(CannotAccept):
        accept_invitation(invitation, by=user)
    assert not user.memberships.exists()


# --- Accepting with an account one has ---


def test_somebody_with_an_account_signs_in_and_accepts_with_one_click(client, invitation, organisation):
    user = builders.make_user("Nora", email=NEWCOMER)
    page = client.get(link()).content.decode()
    assert f"/account/login/?next={link()}" in page
    response = client.post(f"/account/login/?next={link()}", {"login": NEWCOMER, "password": builders.PASSWORD})
    assert response.url == link()
    assert "Accept" in client.get(link()).content.decode()
    assert client.post(link()).url == reverse("home")
    assert user.memberships.get().organisation == organisation


def test_a_visitor_cannot_take_over_an_account_through_an_invitation(client, invitation):
    builders.make_user("Nora", email=NEWCOMER)
    client.post(link(), ANSWER)
    assert not User.objects.get(email=NEWCOMER).check_password(ANSWER["password"])
    assert "_auth_user_id" not in client.session


def test_somebody_else_is_told_to_sign_out_and_cannot_accept(sign_in, invitation, stranger):
    client = sign_in(stranger)
    page = client.post(link(), ANSWER).content.decode()
    assert NEWCOMER in page
    assert "Vera" in page
    assert client.post("/account/logout/", {"next": link()}).url == link()
    assert Invitation.objects.get().is_usable
    with pytest.raises(CannotAccept):
        accept_invitation(invitation, by=stranger)


def test_a_closed_account_does_not_open_by_an_invitation(client, invitation, administrator):
    close_account(builders.make_user("Nora", email=NEWCOMER), by=administrator)
    assert "account is closed" in client.post(link(), ANSWER).content.decode()


def test_an_invitation_for_the_city_gives_the_role(client, send, staff):
    send(invite, email=NEWCOMER, invited_as=InvitedAs.POLICYMAKER, organisation=None, by=staff)
    client.post(link(), ANSWER)
    user = User.objects.get(email=NEWCOMER)
    assert user.role == Role.POLICYMAKER
    assert user.history.first().history_user == user


def test_an_old_invitation_takes_no_role_away(send, staff, administrator):
    user = builders.make_user("Nora", email=NEWCOMER)
    invitation = invite(email=NEWCOMER, invited_as=InvitedAs.POLICYMAKER, organisation=None, by=staff)
    user.role = Role.ADMINISTRATOR
    user.save_by(administrator)
    accept_invitation(invitation, by=user)
    assert User.objects.get(pk=user.pk).role == Role.ADMINISTRATOR


# --- Links that do not work (any more) ---


def test_a_link_works_seven_days_and_not_a_minute_longer(client, invitation):
    with time_machine.travel(timezone.now() + datetime.timedelta(days=7, minutes=-1), tick=False):
        assert client.get(link()).status_code == 200
    with time_machine.travel(timezone.now() + datetime.timedelta(days=7, minutes=1), tick=False):
        response = client.post(link(), ANSWER)
        assert Invitation.objects.get().state == InvitationState.EXPIRED
    assert response.status_code == 410
    assert "Ask Cem to send it again" in response.content.decode()
    assert not User.objects.filter(email=NEWCOMER).exists()


def test_a_withdrawn_invitation_says_so(client, invitation, coordinator):
    withdraw_invitation(invitation, by=coordinator)
    response = client.post(link(), ANSWER)
    assert response.status_code == 410
    assert "withdrawn" in response.content.decode()


def test_a_used_link_asks_to_sign_in(client, invitation):
    client.post(link(), ANSWER)
    response = Client(headers={"Accept-Language": "en"}).get(link())
    assert response.status_code == 410
    assert "already accepted" in response.content.decode()


@pytest.mark.parametrize("token", ["x", "a" * 43, "%F0%9F%98%80", "é"])
def test_an_unknown_link_explains_itself(client, token):
    response = client.get(f"/invitation/{token}/")
    assert response.status_code == 404
    assert "This link does not work" in response.content.decode()


def test_sending_again_gives_a_new_link_and_seven_new_days(client, send, invitation, coordinator):
    old = link()
    with time_machine.travel(timezone.now() + datetime.timedelta(days=8), tick=False):
        send(send_invitation_again, invitation, by=coordinator)
        assert client.get(old).status_code == 404
        assert client.get(link()).status_code == 200
    assert len(mail.outbox) == 2


def test_what_was_accepted_is_not_sent_again_nor_withdrawn(client, invitation, coordinator):
    client.post(link(), ANSWER)
    with pytest.raises(ValidationError):
        send_invitation_again(invitation, by=coordinator)
    with pytest.raises(ValidationError):
        withdraw_invitation(invitation, by=coordinator)


def test_the_page_is_kept_by_no_browser_and_its_address_goes_to_no_other_host(client, invitation):
    response = client.get(link())
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "same-origin"


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="one connection in memory has no second writer")
def test_two_writers_at_the_same_moment_let_in_once(invitation):
    def accept(_number):
        try:
            open_account(invitation, **ANSWER)
        except CannotAccept:
            return "refused"
        finally:
            connection.close()
        return "in"

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(accept, range(4))) == ["in", "refused", "refused", "refused"]
    assert User.objects.filter(email=NEWCOMER).count() == 1
