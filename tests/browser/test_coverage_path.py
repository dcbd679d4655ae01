"""The main path of a policymaker: from home to what is missing, another month, two days, a view to keep."""

import re

import pytest
from playwright.sync_api import expect

from jos.shared.time import today
from neighbourhoods.drawing import redraw
from organisations.enums import Function
from tests import builders
from tests.browser.walking import enter, press


@pytest.fixture
def city(organisation):
    rabot = builders.make_neighbourhood("Rabot", geometry=builders.square(0), district="Noord")
    kouter = builders.make_neighbourhood("Kouter", geometry=builders.square(1), district="Oost")
    builders.make_priority(rabot)
    builders.make_offer(organisation, rabot, functions={Function.FREE_TIME: 4}, valid_from=today())
    builders.make_offer(organisation, kouter)
    redraw()


@pytest.fixture
def coverage(page, city, sign_in_browser, policymaker):
    sign_in_browser(page, policymaker)
    page.goto("/coverage/")
    return page


def test_two_clicks_from_home_to_which_neighbourhood_lacks_a_function(page, city, sign_in_browser, policymaker):
    sign_in_browser(page, policymaker)
    page.goto("/")
    press(page.locator("main a[href^='/coverage/'], main a.button").first)
    assert "/coverage/" in page.url
    press(page.locator("a.exception[href*='lacks=BRIDGE']"))
    assert "lacks=BRIDGE" in page.url
    assert "Rabot" in page.locator(".matrix th[scope=row] a").all_inner_texts()


def test_a_month_is_one_click_or_key_away_and_keeps_the_place(coverage):
    month = coverage.locator(".months a:not([aria-current])").first
    key = month.get_attribute("id")
    month.focus()
    coverage.keyboard.press("Enter")
    expect(coverage).to_have_url(re.compile(r"\?at=\d{4}-\d\d-01$"))
    expect(coverage.locator(f"#{key}")).to_have_attribute("aria-current", "date")
    expect(coverage.locator(f"#{key}")).to_be_focused()


def test_two_days_are_compared_in_words(coverage):
    since = f"{today().year - 1}-01-01"
    coverage.locator("form.filters summary").last.click()
    coverage.locator("input[name=since]").fill(since)
    expect(coverage.locator(".changed li.better")).to_have_count(1)
    assert coverage.url.endswith(f"/coverage/?since={since}")
    coverage.reload()
    assert coverage.locator(".changed h3").all_inner_texts() == ["Rabot"]


def test_a_definition_opens_and_closes_by_keyboard(coverage):
    head = coverage.locator("th[data-function=BRIDGE] button")
    head.focus()
    coverage.keyboard.press("Enter")
    expect(coverage.locator("#what-hours")).to_be_visible()
    coverage.keyboard.press("Escape")
    expect(coverage.locator("#what-hours")).to_be_hidden()
    expect(head).to_be_focused()


def test_the_other_map_is_a_click_away_and_a_view_of_it_is_kept(coverage):
    coverage.locator("#map-tiles").click()
    expect(coverage.locator(".map--tiles")).to_be_visible()
    coverage.locator(".saved-views summary").click()
    coverage.locator("#view-name").fill("Cellen")
    enter(coverage.locator("#view-name"))
    coverage.goto("/coverage/")
    coverage.locator(".saved-views summary").click()
    press(coverage.locator(".saved-views a", has_text="Cellen"))
    assert coverage.url.endswith("/coverage/?map=tiles")


@pytest.mark.parametrize("width", [360, 1280])
def test_all_of_it_works_without_script(new_page, city, sign_in_browser, policymaker, width):
    page = new_page(java_script_enabled=False, viewport={"width": width, "height": 900})
    sign_in_browser(page, policymaker)
    page.goto("/coverage/")
    page.locator("form.filters summary").first.click()
    page.locator("input[name=kind][value=YOUTH_WORK]").check()
    press(page.locator("form.filters > button"))
    assert "kind=YOUTH_WORK" in page.url
    press(page.locator(".months a").first)
    assert "kind=YOUTH_WORK" in page.url
    press(page.locator("#map-tiles"))
    assert page.locator(".map--tiles").is_visible()
    press(page.locator("a.area-spot").first)
    assert "/neighbourhoods/" in page.url


def test_on_a_phone_the_months_are_one_strip_that_begins_at_the_month_shown(coverage):
    coverage.set_viewport_size({"width": 360, "height": 700})
    coverage.reload()
    strip, shown = coverage.locator(".time"), coverage.locator(".months [aria-current]")
    assert strip.bounding_box()["height"] < 100
    assert 0 <= shown.bounding_box()["x"] < 360
    assert not coverage.locator("input[name=since]").is_visible()


def test_on_a_phone_each_flower_has_its_sentence(coverage):
    coverage.set_viewport_size({"width": 360, "height": 700})
    row = coverage.locator(".matrix tr", has_text="Rabot")
    assert row.locator(".flower").is_visible()
    assert row.locator(".state p").is_visible()
    assert not row.locator(".state b").is_visible()
    assert not row.locator("td.none").first.is_visible()


@pytest.mark.parametrize(("paper", "beside"), [(718, False), (1512, True)])  # A4 upright, A3 on its side
def test_on_paper_map_and_table_stand_without_controls(coverage, paper, beside):
    coverage.emulate_media(media="print")
    coverage.set_viewport_size({"width": paper, "height": 1047})
    assert not coverage.locator("form.filters").is_visible()
    assert not coverage.locator(".map-kinds").is_visible()
    assert coverage.locator(".kicker").is_visible()
    assert coverage.locator(".area-spot text").first.evaluate("e => getComputedStyle(e).opacity") == "1"
    figure, table = coverage.locator(".map-card").bounding_box(), coverage.locator(".matrix").bounding_box()
    assert (table["x"] > figure["x"] + figure["width"] - 1) is beside
