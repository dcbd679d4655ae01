"""Signing in where the city signs in. The city is played by a second copy of the portal, in a process of its own."""

import contextlib
import os
import random
import re
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from jos.accounts.enums import Role
from tests import builders
from tests.browser.walking import enter, press
from tests.house.sources import PROJECT


def free_port() -> int:
    """One that nobody has, and that the system gives to nobody by itself before the provider takes it."""
    while True:
        with socket.socket() as listening, contextlib.suppress(OSError):
            listening.bind(("127.0.0.1", random.randrange(20_000, 30_000)))
            return listening.getsockname()[1]


@pytest.fixture(scope="module")
def city(live_server, tmp_path_factory):
    """The address of a provider that knows Stef, Nora and Ugo."""
    folder = tmp_path_factory.mktemp("city")
    port = free_port()
    address = f"http://127.0.0.1:{port}"  # the portal is `localhost`, so that each keeps its own cookies
    settings = {
        "DATABASE_URL": f"sqlite:///{folder / 'city.sqlite3'}",
        "CACHE_URL": "locmemcache://",
        "OIDC_ISSUER": "",
        "BASE_URL": address,
        "PORTAL": live_server.url,
        "PORT": str(port),
    }
    command = [sys.executable, "-m", "tests.oidc_provider"]
    said = folder / "said"  # a file, for a pipe that nobody reads stops who writes to it
    with said.open("w") as output:
        provider = subprocess.Popen(
            command, cwd=PROJECT, env=os.environ | settings, stdout=output, stderr=subprocess.STDOUT
        )
    _wait_for(provider, f"{address}/-/live", said)
    yield address
    provider.terminate()
    provider.wait()


def _wait_for(provider: subprocess.Popen, address: str, said: Path) -> None:
    for _attempt in range(600):
        if provider.poll() is not None:
            break
        try:
            return urlopen(address).close()
        except URLError:
            time.sleep(0.2)
    pytest.fail(f"the provider does not answer: {said.read_text()[-2000:]}")


@pytest.fixture
def come_by_the_city(new_context, live_server, settings, city):
    """Walks from our sign-in page to the city's and back, as one of the three. Other hosts are visited on purpose."""
    settings.OIDC_ISSUER = city
    settings.OIDC_NAME = "Stad Voorbeeld"
    settings.SOCIALACCOUNT_REQUESTS_TIMEOUT = 60  # seconds: it runs on the same busy machine

    def come_by_the_city(name: str, consent: str = "grant", start: str = "/account/login/"):
        page = new_context(locale="en").new_page()
        page.goto(start)
        press(page.get_by_role("link", name="Sign in with Stad Voorbeeld"))
        assert page.url.startswith(city)
        page.locator("input[name=login]").fill(f"{name}@example.org")
        page.locator("input[name=password]").fill(builders.PASSWORD)
        enter(page.locator("input[name=password]"))
        press(page.locator(f"button[value={consent}]"))
        assert page.url.startswith(live_server.url)
        return page

    return come_by_the_city


@pytest.fixture
def stef(transactional_db):
    return builders.make_user("Stef", role=Role.STAFF, email="stef@example.org")


@pytest.mark.parametrize("has_an_app", [False, True])
def test_staff_come_in_by_the_city_and_need_no_second_step_here(come_by_the_city, stef, settings, has_an_app):
    settings.SECOND_FACTOR = True
    if has_an_app:
        builders.make_app(stef)
    page = come_by_the_city("stef", start="/account/login/?next=/people/")

    assert re.search("/people/$", page.url)
    page.goto("/account/")
    assert "Your account at Stad Voorbeeld opens this portal as well" in page.locator("main").inner_text()


def test_somebody_the_city_knows_and_we_do_not_stays_out_and_reads_why(come_by_the_city, stef):
    page = come_by_the_city("nora")

    assert "no account here has that address" in page.locator("main").inner_text()
    page.goto("/account/")
    assert "/account/login/" in page.url


def test_an_address_the_city_did_not_verify_counts_for_nothing(come_by_the_city, transactional_db):
    builders.make_user("Ugo", role=Role.STAFF, email="ugo@example.org")
    page = come_by_the_city("ugo")

    assert "does not say that ugo@example.org is really yours" in page.locator("main").inner_text()


def test_a_closed_account_stays_closed(come_by_the_city, stef):
    stef.is_active = False
    stef.save()
    page = come_by_the_city("stef")

    assert "This account is closed" in page.locator("main h1").inner_text()


def test_who_stops_at_the_city_is_told_so(come_by_the_city, stef, look_at):
    page = come_by_the_city("stef", consent="cancel")

    assert "You stopped" in page.locator("main h1").inner_text()
    look_at(page, "city-stopped")
