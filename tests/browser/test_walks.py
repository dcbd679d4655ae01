"""The main path of each role, as people walk it: on a phone, a tablet and a screen, light and dark, and without script.

With SCREENSHOTS=1 every step is kept in var/screenshots, light and dark, for a designer to look at.
"""

import datetime
import os

import pytest
from playwright.sync_api import Page, expect

from jos.shared.time import today
from neighbourhoods.drawing import redraw
from organisations.enums import Function
from organisations.models import Offer
from tests import builders
from tests.browser.walking import press

WALKS = [(360, True), (768, True), (1280, True), (360, False)]
LONG_AGO = datetime.date(2025, 1, 1)
SHEET = {"name": "organisaties.csv", "mimeType": "text/csv", "buffer": b"name;kind\nDe Nieuwe Kring;YOUTH_WORK\n"}


@pytest.fixture
def city(organisation):
    rabot = builders.make_neighbourhood("Rabot", geometry=builders.square(0))
    kouter = builders.make_neighbourhood("Kouter", geometry=builders.square(1))
    builders.make_priority(rabot)
    builders.make_offer(organisation, rabot, title="Open huis", age_min=12, age_max=15, confirmed_on=LONG_AGO)
    builders.make_offer(organisation, kouter, title="Straathoek", functions=(Function.WELFARE,))
    redraw()


class Walk:
    """Somebody's way through the portal. Every step is looked at in light and in dark."""

    def __init__(self, page: Page, name: str):
        self.page, self.name, self.steps = page, name, 0

    def at(self, path: str) -> None:
        self.page.goto(path)
        self.look()

    def press(self, selector: str) -> None:
        press(self.page.locator(selector).first)
        self.look()

    def look(self) -> None:
        self.steps += 1
        expect(self.page.locator("main h1")).to_be_visible()
        assert self.page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth")
        for scheme in ("dark", "light"):
            self.page.emulate_media(color_scheme=scheme)
            if os.environ.get("SCREENSHOTS"):
                path = f"var/screenshots/walk-{self.name}-{self.steps}-{scheme}.png"
                self.page.screenshot(path=path, full_page=True)


@pytest.fixture(params=WALKS, ids=lambda how: f"{how[0]}-{'script' if how[1] else 'no-script'}")
def walk(request, city, new_page, sign_in_browser):
    """The walk of a role, by its fixture; no name for a visitor."""
    width, script = request.param

    def walk(who: str = "") -> Walk:
        size = {"width": width, "height": 800}
        page = new_page(locale="en-GB", viewport=size, java_script_enabled=script)
        if who:
            sign_in_browser(page, request.getfixturevalue(who))
        return Walk(page, f"{who or 'visitor'}-{request.node.callspec.id}")

    return walk


def test_a_visitor_finds_something_for_their_age(walk):
    visitor = walk()
    visitor.at("/")
    visitor.press("main button[name=age][value='12-15']")
    visitor.press("main a[href^='/offers/']")

    expect(visitor.page.locator("main h1")).to_contain_text("Open huis")
    visitor.press(".site-footer a[href='/help/']")
    visitor.press(".site-footer a[href='/privacy/']")


def test_a_partner_confirms_copies_and_ends_an_offer(walk):
    partner = walk("coordinator")
    partner.at("/")
    partner.press("main a[href='/our-offer/']")
    partner.press("button[formaction='/offers/open-huis/confirm/']")
    assert Offer.objects.get(slug="open-huis").confirmed_on == today()
    partner.press("a[href='/offers/open-huis/copy/']")
    partner.page.locator("main input[type=checkbox]").last.check()
    partner.press("main form .button--primary")
    partner.at("/offers/open-huis/end/")
    partner.press("main form .button--danger")

    assert Offer.objects.count() == 3
    assert Offer.objects.get(slug="open-huis").valid_until


def test_staff_remind_who_is_silent_and_import_who_is_new(walk, mailoutbox):
    staff = walk("staff")
    staff.at("/")
    staff.at("/offers/unconfirmed/")
    staff.press("main form .button--primary")
    staff.press("main form .button--primary")
    assert len(mailoutbox) == 1
    staff.at("/imports/")
    staff.press("main a[href='/imports/new/organisations/']")
    staff.page.set_input_files("input[type=file]", SHEET)
    staff.press("main form .button--primary")
    staff.press("main form[action$='/confirm/'] button")

    staff.at("/organisations/?q=Nieuwe")
    expect(staff.page.get_by_role("link", name="De Nieuwe Kring")).to_be_visible()


def test_a_policymaker_sees_what_is_missing_and_prints_the_sheet(walk):
    policymaker = walk("policymaker")
    policymaker.at("/")
    policymaker.press("main a[href^='/coverage/']")
    policymaker.press("a.exception[data-function=BRIDGE]")
    expect(policymaker.page.locator(".matrix tbody th[scope=row]").first).to_have_text("Rabot")
    policymaker.press(".matrix th a")
    expect(policymaker.page.locator("main h1")).to_contain_text("Rabot")

    policymaker.page.emulate_media(media="print")
    policymaker.page.set_viewport_size({"width": 703, "height": 1000})
    policymaker.look()
    expect(policymaker.page.locator(".site-footer")).to_be_hidden()
    pdf = policymaker.page.locator("main a[href*='sheet.pdf']").first.get_attribute("href")
    assert policymaker.page.request.get(pdf).body().startswith(b"%PDF")
