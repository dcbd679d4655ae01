"""A real browser that looks at the portal the way people do, and minds what it sees."""

import os
import threading
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from organisations.enums import Function, WorkForm
from tests import builders
from tests.browser import chromium, walking
from tests.browser.partners import LONG_AGO
from tests.browser.walking import PHONE

PATIENCE = 60_000  # milliseconds: a busy machine is slow, and what works waits for none of them
expect.set_options(timeout=PATIENCE)
HERE = Path(__file__).parent
WIDTHS = (360, 768, 1280)
SCHEMES = ("light", "dark")


@pytest.hookimpl(tryfirst=True)  # before pytest picks tests by their marks
def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        if not (path := chromium.find(playwright)):
            chromium.install()
            path = chromium.find(playwright)
        if not path:
            reason = "no browser: none found, and none could be installed (CHROMIUM=/path/to/chromium names one)"
            pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
        browser = playwright.chromium.launch(executable_path=path, args=chromium.FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def new_context(browser: Browser, live_server):
    """Fresh browsers. What they ask last is answered before the next test finds an empty database."""
    contexts = []

    def new_context(**options) -> BrowserContext:
        context = browser.new_context(**{"base_url": live_server.url, "reduced_motion": "reduce"} | options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return context

    yield new_context
    for context in contexts:
        context.close()
    for thread in threading.enumerate():
        if "process_request" in thread.name:
            thread.join(timeout=PATIENCE / 1000)


@pytest.fixture
def new_page(new_context, live_server):
    """Opens pages in browsers of their own; complains afterwards about what went wrong in any of them."""
    complaints = []

    def new_page(**options) -> Page:
        page = new_context(**{"locale": "nl-BE"} | options).new_page()
        _listen(page, live_server.url, complaints)
        return page

    yield new_page
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def page(new_page) -> Page:
    return new_page()


def _listen(page: Page, home: str, complaints: list[str]) -> None:
    """Errors in the console (a refusal by the Content-Security-Policy is one), broken files, and other hosts."""

    def on_console(message):
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            complaints.append(f"console on {page.url}: {message.text}")

    def on_request(request):
        if not request.url.startswith((home, "data:", "blob:")):
            complaints.append(f"{page.url} asks another host: {request.url}")

    def on_response(response):
        if response.status >= 400 and response.request.resource_type != "document":
            complaints.append(f"{page.url} needs {response.url}: {response.status}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: complaints.append(f"script on {page.url}: {error}"))
    page.on("request", on_request)
    page.on("response", on_response)


@pytest.fixture
def sign_in_browser(live_server):
    """Signs somebody in by giving the browser their session, without the sign-in page."""

    def sign_in_browser(page: Page, user) -> None:
        client = Client()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        value = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}])

    return sign_in_browser


@pytest.fixture
def open_as(page, sign_in_browser):
    """Opens a page as somebody who signed in."""

    def open_as(user, path: str) -> Page:
        sign_in_browser(page, user)
        page.goto(path)
        return page

    return open_as


@pytest.fixture
def look_at():
    """Looks at an open page at three widths, light and dark: nothing may bar anybody, nothing may stick out.

    With SCREENSHOTS=1 every look is kept in var/screenshots.
    """

    def look_at(page: Page, name: str) -> None:
        complaints = []
        for width in WIDTHS:
            for scheme in SCHEMES:
                walking.see(page, (width, scheme))
                if os.environ.get("SCREENSHOTS"):
                    page.screenshot(path=f"var/screenshots/{name}-{width}-{scheme}.png", full_page=True)
                complaints += walking.barriers(page, name, (width, scheme))
        assert not complaints, "\n".join(complaints)

    return look_at


# --- A partner on a phone --------------------------------------------------------------------------------


@pytest.fixture
def rabot(transactional_db):
    return builders.make_neighbourhood("Rabot")


@pytest.fixture
def offers(organisation, rabot):
    return [
        builders.make_offer(
            organisation,
            rabot,
            title=title,
            functions={function: hours},
            work_form=WorkForm.OUTREACH,
            confirmed_on=LONG_AGO,
        )
        for title, function, hours in (("Open huis", Function.WELFARE, 4), ("Straathoek", Function.BRIDGE, 2))
    ]


@pytest.fixture
def phone(new_page, sign_in_browser, coordinator) -> Page:
    page = new_page(viewport=PHONE, has_touch=True, locale="en-GB")
    sign_in_browser(page, coordinator)
    return page


@pytest.fixture
def taps(phone):
    """Counts what a thumb does; typing is not counted."""
    phone.add_init_script(
        "addEventListener('click', () => sessionStorage.taps = Number(sessionStorage.taps || 0) + 1, true)"
    )
    return lambda: int(phone.evaluate("sessionStorage.taps || 0"))
