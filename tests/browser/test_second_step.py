"""The second step in a real browser: a passkey on a device that is played, an app, and a recovery code."""

import pytest
from playwright.sync_api import Page, expect

from tests import builders
from tests.browser.walking import enter, press

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(autouse=True)
def enforced(settings):
    settings.SECOND_FACTOR = True


@pytest.fixture
def page(new_page) -> Page:
    return new_page(locale="en")


def plug_in_a_device(page: Page, **options):
    """A device that keeps passkeys and says yes at once. Returns the way to talk to it."""
    browser = page.context.new_cdp_session(page)
    browser.send("WebAuthn.enable")
    browser.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE | options})
    return browser


def give_password(page: Page, user, start: str = "/account/login/") -> None:
    page.goto(start)
    page.locator("input[name=login]").fill(user.email)
    page.locator("input[name=password]").fill(builders.PASSWORD)
    enter(page.locator("input[name=password]"))


def say_it_is_still_me(page: Page) -> None:
    page.locator("main input[name=password]").fill(builders.PASSWORD)
    enter(page.locator("main input[name=password]"))


def sign_out(page: Page) -> None:
    page.context.clear_cookies()


def add_a_passkey(page: Page, user) -> None:
    give_password(page, user)
    press(page.get_by_role("link", name="Add a passkey"))
    say_it_is_still_me(page)
    page.get_by_label("Name").fill("My laptop")
    press(page.get_by_role("button", name="Add a passkey"))
    assert page.url.endswith("/account/second-step/codes/")


def test_staff_add_a_passkey_before_anything_else_and_then_sign_in_with_it_alone(page, staff, look_at):
    plug_in_a_device(page)
    add_a_passkey(page, staff)
    look_at(page, "recovery-codes")
    page.goto("/account/second-step/")
    expect(page.get_by_text("My laptop", exact=True)).to_be_visible()
    look_at(page, "second-step")

    sign_out(page)
    page.goto("/account/login/?next=/people/")
    press(page.get_by_role("button", name="Sign in with a passkey"))
    assert page.url.endswith("/people/")
    assert "login" not in page.url
    expect(page.get_by_role("heading", level=1)).to_have_text("People")


def test_a_passkey_is_the_second_step_after_a_password(page, staff, look_at):
    plug_in_a_device(page)
    add_a_passkey(page, staff)
    sign_out(page)
    give_password(page, staff, "/account/login/?next=/people/")
    look_at(page, "give-second-step")
    press(page.get_by_role("button", name="Go on with a passkey"))
    assert page.url.endswith("/people/")
    assert "login" not in page.url


def test_a_passkey_shows_that_it_is_still_you(page, staff):
    plug_in_a_device(page)
    add_a_passkey(page, staff)
    sign_out(page)
    page.goto("/account/login/")
    press(page.get_by_role("button", name="Sign in with a passkey"))
    assert "login" not in page.url
    page.goto("/account/second-step/codes/new/")
    page.goto(page.url.replace("/account/reauthenticate/", "/account/reauthenticate/passkey/"))
    press(page.get_by_role("button", name="Go on with a passkey"))
    assert page.url.endswith("/account/second-step/codes/new/")


def test_who_has_no_passkey_here_reads_that_it_did_not_work(page, staff):
    plug_in_a_device(page, isUserVerified=False)
    page.goto("/account/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("That did not work")


def test_without_script_the_page_offers_an_app_instead(new_page, staff):
    page = new_page(locale="en", java_script_enabled=False)
    give_password(page, staff)
    press(page.get_by_role("link", name="Add a passkey"))
    say_it_is_still_me(page)
    assert "A passkey needs JavaScript" in page.locator("main").inner_text()
    expect(page.get_by_role("button", name="Add a passkey")).to_be_hidden()
    press(page.get_by_role("link", name="Set up an app with codes instead"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Set up an app with codes")


def test_a_policymaker_sets_up_an_app_and_gets_in_with_its_code_or_with_a_recovery_code(page, policymaker, look_at):
    give_password(page, policymaker, "/account/login/?next=/coverage/")
    look_at(page, "second-step-first")
    press(page.get_by_role("link", name="Set up an app"))
    look_at(page, "is-it-you")
    say_it_is_still_me(page)
    page.get_by_text("No camera?").click()
    look_at(page, "set-up-app")
    secret = page.locator(".secret").inner_text()
    page.locator("main input[name=code]").fill(builders.code_of(secret))
    press(page.get_by_role("button", name="Use this app"))
    codes = page.locator(".codes code").all_inner_texts()
    press(page.get_by_role("link", name="go on"))
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()

    for code in ("", codes[0]):
        sign_out(page)
        give_password(page, policymaker)
        page.locator("main input[name=code]").fill(code or builders.code_of(secret))
        enter(page.locator("main input[name=code]"))
        assert "login" not in page.url
    page.goto("/account/")
    expect(page.get_by_text("You have 9 recovery codes left.")).to_be_visible()
    look_at(page, "account")
    page.goto("/account/sessions/")
    look_at(page, "sessions")
