"""Settings come from the environment, and an unsafe installation does not start."""

import ast
import os
import re
import runpy
import secrets
import shutil
import subprocess
import sys
from unittest import mock

import pytest
from django.core.exceptions import ImproperlyConfigured

from tests.house.sources import PROJECT

PRODUCTION = {
    "SECRET_KEY": secrets.token_urlsafe(60),
    "ALLOWED_HOSTS": "jos.example.org",
    "BASE_URL": "https://jos.example.org",
    "DATABASE_URL": "postgresql://jos:secret@localhost/jos",
    "EMAIL_URL": "smtp://localhost:25",
}

CITY = {"OIDC_CLIENT_ID": "jos", "OIDC_CLIENT_SECRET": "secret", "OIDC_NAME": "Stad"}


@pytest.fixture
def settings_with(tmp_path):
    """Reads the settings anew, with this environment and without a developer's .env."""
    (tmp_path / "jos").mkdir()
    copy = shutil.copy(PROJECT / "jos" / "settings.py", tmp_path / "jos")

    def settings_with(**environment: str) -> dict:
        with mock.patch.dict(os.environ, environment, clear=True):
            return runpy.run_path(str(copy))

    return settings_with


def variables_read() -> set[str]:
    tree = ast.parse((PROJECT / "jos" / "settings.py").read_text())
    return {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and getattr(node.func.value, "id", "") == "env"
    }


def test_the_example_names_every_variable_the_settings_read():
    example = (PROJECT / ".env.example").read_text()

    assert set(re.findall(r"^#? ?([A-Z_]+)=", example, re.MULTILINE)) == variables_read()


def test_the_operations_guide_explains_every_variable():
    guide = (PROJECT / "docs" / "operations.md").read_text()

    assert set(re.findall(r"^\| `([A-Z_]+)` \|", guide, re.MULTILINE)) == variables_read()


def test_the_shared_cache_keeps_the_counts_of_a_busy_day(settings_with):
    assert settings_with(**PRODUCTION)["CACHES"]["default"]["OPTIONS"]["MAX_ENTRIES"] == 10_000
    assert "OPTIONS" not in settings_with(**PRODUCTION, CACHE_URL="redis://localhost:6379/0")["CACHES"]["default"]


def test_a_safe_installation_starts(settings_with):
    production = settings_with(**PRODUCTION)

    assert not production["DEBUG"]
    assert production["SECURE_SSL_REDIRECT"]
    assert production["SECURE_HSTS_SECONDS"] >= 60 * 60 * 24 * 365
    assert production["SESSION_COOKIE_SECURE"]
    assert production["CSRF_COOKIE_SECURE"]
    assert production["LANGUAGE_COOKIE_SECURE"]
    assert production["DATABASES"]["default"]["CONN_MAX_AGE"] > 0


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY"),
        ({"SECRET_KEY": "a" * 60}, "SECRET_KEY"),
        ({"SECRET_KEY": "only-for-development-and-the-demo-never-in-production"}, "SECRET_KEY"),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": "jos.example.org,*"}, "ALLOWED_HOSTS"),
        ({"BASE_URL": "http://jos.example.org"}, "BASE_URL"),
        ({"DEBUG": "true"}, "DEBUG"),
        ({"DEMO": "true", "SECRET_KEY": ""}, "SECRET_KEY"),
        ({"DEMO": "true", "ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS"),
        ({"LANGUAGES": "nl,tlh"}, "LANGUAGES"),
        ({"LANGUAGES": "en"}, "LANGUAGES"),
        ({"OIDC_ISSUER": "https://city.example.org"}, "OIDC_ISSUER"),
        ({"OIDC_ISSUER": "http://city.example.org", **CITY}, "OIDC_ISSUER"),
    ],
)
def test_an_unsafe_installation_does_not_start_and_says_what_to_set(settings_with, environment, named):
    with pytest.raises(ImproperlyConfigured, match=named):
        settings_with(**PRODUCTION | environment)


def test_a_second_step_is_asked_of_the_city_except_in_the_demo(settings_with):
    assert settings_with(**PRODUCTION)["SECOND_FACTOR"]
    assert not settings_with(**PRODUCTION, SECOND_FACTOR="false")["SECOND_FACTOR"]
    assert not settings_with(DEMO="true")["SECOND_FACTOR"]


def test_passkeys_come_over_https_except_on_this_machine(settings_with):
    assert not settings_with(**PRODUCTION)["MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN"]
    assert settings_with(DEMO="true")["MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN"]


def test_the_city_may_have_a_sign_in_of_its_own(settings_with):
    assert settings_with(**PRODUCTION)["OIDC_ISSUER"] == ""
    assert settings_with(**PRODUCTION, OIDC_ISSUER="https://city.example.org/", **CITY)["OIDC_NAME"] == "Stad"


def test_development_and_the_demo_start_without_any_setting(settings_with):
    assert settings_with(DEBUG="true")["SECRET_KEY"]
    assert settings_with(DEMO="true")["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]


def test_a_proxy_is_believed_only_where_it_is_configured(settings_with):
    assert "SECURE_PROXY_SSL_HEADER" not in settings_with(**PRODUCTION)
    assert settings_with(**PRODUCTION, TRUSTED_PROXIES="1")["SECURE_PROXY_SSL_HEADER"]


def test_djangos_own_deployment_check_has_nothing_to_say():
    # A database of its own, since a check asks it: the settings say PostgreSQL above, where nothing listens.
    environment = PRODUCTION | {"PATH": os.environ["PATH"], "DATABASE_URL": "sqlite://:memory:"}
    result = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 0, result.stderr
