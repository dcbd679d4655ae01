"""Who works for the city comes nowhere without a second step."""

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from jos.accounts.actions import change_city_role
from jos.accounts.enums import Role
from jos.accounts.middleware import OPEN
from jos.accounts.permissions import must_have_second_factor
from tests.builders import make_app
from tests.route_table import ROWS
from tests.test_routes import cast, world  # noqa: F401 (fixtures)

pytestmark = pytest.mark.django_db
INDEX = "/account/second-step/"


@pytest.fixture(autouse=True)
def enforced(settings):
    settings.SECOND_FACTOR = True


def test_it_is_asked_of_who_works_for_the_city_and_of_nobody_else(cast):  # noqa: F811
    asked = {role for role, user in cast.items() if user and must_have_second_factor(user)}
    assert asked == set("YPA")


def test_it_can_be_off(settings, staff, sign_in):
    settings.SECOND_FACTOR = False
    assert sign_in(staff).get("/people/").status_code == 200


@pytest.mark.parametrize("role", "YPA")
def test_without_a_second_step_no_route_shows_or_does_anything_but_setting_one_up(cast, world, client, role):  # noqa: F811
    client.force_login(cast[role])
    for method, name, about, *_answers in ROWS:
        if name in OPEN:
            continue
        response = client.generic(method, reverse(name, args=world[about]))
        assert (response.status_code, getattr(response, "url", "")) == (302, INDEX), f"{method} {name}"


def test_the_pages_that_set_one_up_are_open(sign_in, staff):
    client = sign_in(staff)
    page = client.get(INDEX).content.decode()
    assert "Set up one of these first" in page
    assert client.get("/account/second-step/app/").url.startswith("/account/reauthenticate/")
    assert client.post("/account/logout/").url == reverse("home")


def test_the_administration_is_no_way_round(sign_in, administrator):
    assert sign_in(administrator).get("/admin/accounts/user/").url == INDEX


def test_a_part_of_a_page_is_not_given_either(sign_in, staff):
    response = sign_in(staff).get("/coverage/", headers={"HX-Request": "true"})
    assert response["HX-Redirect"] == INDEX
    assert not response.content


def test_with_a_second_step_all_is_as_it_was(sign_in, staff):
    make_app(staff)
    client = sign_in(staff)
    assert client.get("/people/").status_code == 200
    assert "Set up one of these first" not in client.get(INDEX).content.decode()


def test_recovery_codes_alone_are_no_second_step(sign_in, staff):
    RecoveryCodes.activate(staff)
    assert sign_in(staff).get("/people/").url == INDEX


def test_losing_it_works_on_the_next_request(sign_in, staff):
    factor = make_app(staff)
    client = sign_in(staff)
    assert client.get("/people/").status_code == 200
    factor.delete()
    assert client.get("/people/").url == INDEX


def test_getting_a_role_works_on_the_next_request(sign_in, member, organisation, administrator):
    client = sign_in(member)
    assert client.get("/coverage/").status_code == 200
    change_city_role(member, role=Role.POLICYMAKER, by=administrator)
    assert client.get("/coverage/").url == INDEX


def test_it_costs_one_question(sign_in, staff, settings):
    make_app(staff)
    client = sign_in(staff)
    asked = {}
    for settings.SECOND_FACTOR in (False, True):
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/people/").status_code == 200
        asked[settings.SECOND_FACTOR] = len(queries)
    assert asked[True] == asked[False] + 1
