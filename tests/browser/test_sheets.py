"""The sheet of a neighbourhood on paper, and what everybody sees of it."""

import datetime
import re

import pytest
from playwright.sync_api import expect

from jos.shared.time import today
from organisations.enums import Function, WorkForm
from organisations.models import OfferMoment
from tests import builders
from tests.browser.walking import press
from tests.builders import ALL_FOUR


@pytest.fixture
def rabot(organisation):
    """A neighbourhood with eight offers, of which one ended when free time grew."""
    rabot = builders.make_neighbourhood("Rabot", geometry=builders.square(0), district="Noord")
    builders.make_priority(rabot)
    builders.make_circle(rabot, builders.make_neighbourhood("Dampoort", geometry=builders.square(1)), name="Rond")
    place = builders.make_place(
        organisation, rabot, "Warm huis", warm=True, address="Kaai 1", opening_hours="elke dag van 13 tot 19 uur"
    )
    turn = today() - datetime.timedelta(days=200)
    builders.make_offer(organisation, rabot, functions={Function.WELFARE: 6}, valid_until=turn)
    for number in range(8):
        offer = builders.make_offer(
            *(organisation, rabot),
            title=f"Woensdagclub voor iedereen {number}",
            functions=ALL_FOUR if number else {Function.FREE_TIME: 7},
            valid_from=None if number else turn,
            place=place if number % 2 else None,
            work_form=WorkForm.FIXED if number % 2 else WorkForm.MOBILE,
            route="" if number % 2 else "van het station over het park naar het plein",
        )
        for weekday in (2, 3, 6):
            hours = {"starts_at": datetime.time(14), "ends_at": datetime.time(18)}
            OfferMoment.objects.create(offer=offer, weekday=weekday, **hours)
    return rabot


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_a_sheet_prints_on_one_page(rabot, page, sign_in_browser, policymaker):
    sign_in_browser(page, policymaker)
    page.goto("/neighbourhoods/rabot/")
    assert page.locator(".chart-shade").count() == 1
    assert pages(page.pdf(format="A4")) == 1


def test_letters_in_a_chart_can_be_read_on_a_phone(rabot, page, sign_in_browser, policymaker):
    sign_in_browser(page, policymaker)
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto("/neighbourhoods/rabot/")
    drawn = page.locator(".chart-words").first.bounding_box()
    assert drawn["height"] >= 12
    page.locator(".chart-table summary").first.click()
    expect(page.locator(".chart-table td").first).to_be_visible()


def test_the_sheet_bars_nobody(rabot, page, sign_in_browser, policymaker, look_at):
    sign_in_browser(page, policymaker)
    page.goto("/neighbourhoods/rabot/")
    look_at(page, "sheet-full")


@pytest.mark.parametrize(
    "path", ["/neighbourhoods/", "/neighbourhoods/rabot/", "/circles/rond/", "/neighbourhoods/dampoort/"]
)
def test_the_public_pages_bar_nobody(rabot, page, look_at, path):
    page.goto(path)
    look_at(page, f"public{path.replace('/', '-')}")


def test_a_visitor_finds_a_neighbourhood_and_what_is_for_their_age(rabot, new_page):
    page = new_page(java_script_enabled=False, viewport={"width": 360, "height": 700})
    page.goto("/neighbourhoods/")
    press(page.locator(".tile", has_text="Rabot"))
    press(page.locator(".bubble", has_text="12").first)
    assert page.url.endswith("?ages=12-15")
    assert page.locator(".find").count() == 8
