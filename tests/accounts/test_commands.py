"""What an operator does on the machine itself."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core.management import CommandError, call_command
from django.test import Client

from tests.builders import PASSWORD, make_app

pytestmark = pytest.mark.django_db


def test_the_only_administrator_gets_in_again(administrator, capsys):
    make_app(administrator)
    call_command("remove_second_step", administrator.email.upper())
    assert not Authenticator.objects.exists()
    assert administrator.history.first().history_user is None
    assert "Amina" in capsys.readouterr().out


def test_an_unknown_address_is_said(db):
    with pytest.raises(CommandError, match="Nobody has"):
        call_command("remove_second_step", "niemand@example.org")


def test_devices_on_which_nobody_is_signed_in_are_forgotten(member, staff, capsys):
    here, gone = Client(), Client()
    for client, user in ((here, member), (gone, staff)):
        client.post("/account/login/", {"login": user.email, "password": PASSWORD})
    gone.session.delete()
    call_command("prune_devices")
    assert UserSession.objects.get().user == member
    assert "1 devices forgotten" in capsys.readouterr().out
