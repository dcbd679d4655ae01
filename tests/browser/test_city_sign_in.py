"""Signing in where the city signs in. The city is played by a second copy of the portal, in a process of its own."""

import os
import re
import socket
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from jos.accounts.enums import Role
from tests import builders
from tests.house.sources import PROJECT


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


@pytest.fixture(scope="module")
def city(live_server, tmp_path_factory):
    """The address of a provider that knows Stef, Nora and Ugo."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"  # the portal is `localhost`, so that each keeps its own cookies
    settings = {
        "DATABASE_URL": f"sqlite:///{tmp_path_factory.mktemp('city') / 'city.sqlite3'}",
        "CACHE_URL": "locmemcache://",
        "OIDC_ISSUER": "",
        "BASE_URL": address,
        "PORTAL": live_server.url,
        "PORT": str(port),
    }
    command = [sys.executable, "-m", "tests.oidc_provider"]
    provider = subprocess.Popen(
        command, cwd=PROJECT, env=os.environ | settings, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    _wait_for(provider, f"{address}/-/live")
    yield address
    provider.terminate()
    provider.communicate()


def _wait_for(provider: subprocess.Popen, address: str) -> None:
    for _attempt in range(300):
        if provider.poll() is not None:
            pytest.fail(provider.communicate()[1].decode()[-2000:])
        try:
            return urlopen(address).close()
        except URLError:
            time.sleep(0.2)
    pytest.fail("the provider does not answer")


@pytest.fixture
def come_by_the_city(browser, live_server, settings, city):
    """Walks from our sign-in page to the city's and back, as one of the three. Other hosts are visited on purpose."""
    settings.OIDC_ISSUER = city
    settings.OIDC_NAME = "Stad Voorbeeld"
    contexts = []

    def come_by_the_city(name: str, consent: str = "grant", start: str = "/account/login/"):
        context = browser.new_context(base_url=live_server.url, locale="en", reduced_motion="reduce")
        contexts.append(context)
        page = context.new_page()
        page.goto(start)
        page.get_by_role("link", name="Sign in with Stad Voorbeeld").click()
        assert page.url.startswith(city)
        page.locator("input[name=login]").fill(f"{name}@example.org")
        page.locator("input[name=password]").fill(builders.PASSWORD)
        page.locator("input[name=password]").press("Enter")
        page.locator(f"button[value={consent}]").click()
        page.wait_for_url(f"{live_server.url}/**")
        return page

    yield come_by_the_city
    for context in contexts:
        context.close()


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
