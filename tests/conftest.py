"""The cast every test can call on. Each person is somebody else's stranger."""

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import caches
from django.template import engines
from django.test import Client
from django.utils import translation

from jos.accounts.enums import Role
from organisations.enums import OrganisationKind
from tests import builders
from tests.undefined import Undefined

# A busy machine is slow: time is measured by `make bench`, not by tests.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")


@pytest.fixture(autouse=True)
def english():
    """Tests read the source language; tests of the Dutch say so themselves."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def nothing_remembered():
    """Caches outlive a test: attempts to sign in are counted there, and the homes keep the city for a minute."""
    caches["default"].clear()
    caches["process"].clear()


@pytest.fixture(autouse=True, scope="session")
def undefined_variables_fail():
    engines["django"].engine.string_if_invalid = Undefined("undefined")


@pytest.fixture(autouse=True, scope="session")
def quick_passwords():
    """A real hash takes half a second by design; a test of something else need not."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def client() -> Client:
    return Client(headers={"Accept-Language": "en"})


@pytest.fixture
def sign_in(client):
    def sign_in(user):
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return sign_in


@pytest.fixture
def staff(db):
    return builders.make_user("Stef", role=Role.STAFF)


@pytest.fixture
def policymaker(db):
    return builders.make_user("Paula", role=Role.POLICYMAKER)


@pytest.fixture
def administrator(db):
    return builders.make_user("Amina", role=Role.ADMINISTRATOR)


@pytest.fixture
def coordinator(db):
    return builders.make_user("Cem")


@pytest.fixture
def member(db):
    return builders.make_user("Mira")


@pytest.fixture
def organisation(coordinator, member):
    """De Kring, with a coordinator and a member."""
    return builders.make_organisation("De Kring vzw", members=(member,), coordinator=coordinator)


@pytest.fixture
def stranger(db):
    """Coordinator of another organisation."""
    user = builders.make_user("Vera")
    builders.make_organisation("De Overkant vzw", coordinator=user)
    return user


@pytest.fixture
def service_member(db):
    """Works for a city service, which is an organisation of that kind."""
    user = builders.make_user("Sil")
    builders.make_organisation("Sportdienst", kind=OrganisationKind.CITY_SERVICE, members=(user,))
    return user


def pytest_terminal_summary(terminalreporter):
    """Browser tests that could not run are no detail."""
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if "tests/browser/" in report.nodeid]
    if skipped:
        terminalreporter.section("THE BROWSER TESTS DID NOT RUN", red=True, bold=True)
        terminalreporter.line(f"{len(skipped)} skipped: {skipped[0].longrepr[2]}", red=True)
