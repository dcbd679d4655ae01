from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from django.core.management import CommandError, call_command
from django.test import Client

from jos.accounts.models import User
from jos.demo.accounts import ACCOUNTS, PASSWORD, STAFF_EMAIL
from jos.demo.city import build
from jos.demo.sizes import Sizes
from jos.shared.time import today
from neighbourhoods.models import Neighbourhood
from organisations.models import Offer, Organisation
from tests import builders

pytestmark = pytest.mark.django_db


def demo(*arguments: str) -> str:
    out = StringIO()
    call_command("demo", *arguments, stdout=out)
    return out.getvalue()


def test_it_builds_a_city_and_says_who_signs_in():
    said = demo()
    assert "25 neighbourhoods" in said
    assert PASSWORD in said
    assert all(account.email in said for account in ACCOUNTS)


def test_run_twice_it_keeps_what_is_there_and_says_who_signs_in():
    demo()
    Offer.objects.all().delete()
    assert STAFF_EMAIL in demo()
    assert not Offer.objects.exists()


@pytest.mark.django_db(transaction=True)  # PostgreSQL empties no tables that have work pending
def test_reset_starts_over():
    demo()
    Organisation.objects.update(description="veranderd")
    demo("--reset")
    assert Organisation.objects.count() == 66
    assert not Organisation.objects.filter(description="veranderd").exists()


def test_twice_as_large():
    assert "50 neighbourhoods, 126 organisations, 600 offers" in " ".join(demo("--scale", "2").split())


@pytest.mark.parametrize("scale", ["0", "-1", "1000"])
def test_a_size_nobody_can_wait_for_is_refused(scale):
    with pytest.raises(CommandError):
        demo("--scale", scale)


def test_it_refuses_outside_the_demo(settings):
    settings.LOCAL = False
    with pytest.raises(CommandError):
        demo()
    assert not User.objects.exists()


@pytest.mark.parametrize("arguments", [(), ("--reset",)])
def test_it_never_touches_a_database_that_holds_something_else(arguments):
    builders.make_organisation("Een echte vereniging")
    with pytest.raises(CommandError):
        demo(*arguments)
    assert Organisation.objects.get().name == "Een echte vereniging"


def test_each_account_signs_in_with_the_printed_password():
    demo()
    users = User.objects.filter(email__in=[account.email for account in ACCOUNTS])
    assert len(users) == len(ACCOUNTS)
    assert {user.password for user in users} == {users[0].password}  # hashed once, so trying one is trying all
    assert Client().login(email=STAFF_EMAIL, password=PASSWORD)
    assert EmailAddress.objects.filter(verified=True, primary=True, user__in=users).count() == len(ACCOUNTS)


def test_a_small_town_can_be_asked_for():
    build(Sizes(neighbourhoods=8, organisations=60, offers=60, partnerships=2, circles=1), at=today())
    assert (Neighbourhood.objects.count(), Offer.objects.count()) == (8, 60)
