"""How the portal adapts to who looks: other colours, other directions, less motion, a keyboard, paper, a language."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests import builders
from tests.browser import walking
from tests.browser.walking import PHONE, press

GUIDE = "/-/styleguide/"


@pytest.fixture
def guide(new_page, sign_in_browser, staff):
    """The style guide, which has everything, in a browser with these wishes."""

    def guide(**wishes) -> Page:
        page = new_page(**{"locale": "en-GB"} | wishes)
        sign_in_browser(page, staff)
        page.goto(GUIDE)
        return page

    return guide


def style(locator, name: str) -> str:
    return locator.evaluate(f"element => getComputedStyle(element).{name}")


# --- Colours and motion ----------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_hide_no_word_and_no_state(guide, scheme):
    page = guide(forced_colors="active", color_scheme=scheme)
    ink = style(page.locator("main p.lede").first, "color")

    assert style(page.locator(".finding mark").first, "color") == ink
    assert "underline" in style(page.locator(".finding mark").first, "textDecorationLine")
    assert style(page.locator(".chip--alarm").first, "borderStyle") == "dashed"
    assert style(page.locator(".button--primary").first, "borderTopWidth") == "4px"
    assert style(page.locator(".flower-ring").first, "stroke") != style(page.locator("main"), "backgroundColor")
    page.goto("/people/")
    assert "underline" in style(page.locator(".nav-group:has([aria-current]) > .nav-more"), "textDecorationLine")


def test_forced_colours_show_the_focus(guide):
    page = guide(forced_colors="active")
    page.keyboard.press("Tab")
    for _press in range(12):
        page.keyboard.press("Tab")
        focus = page.locator(":focus-visible")
        assert style(focus, "outlineStyle") == "solid", focus.evaluate("element => element.outerHTML")
        assert style(focus, "outlineWidth") == "3px"


def test_nothing_moves_for_who_does_not_want_it(guide):
    page = guide(reduced_motion="reduce")
    page.goto("/")

    assert page.evaluate("document.getAnimations().filter(a => a.effect.getTiming().duration > 0).length") == 0
    assert page.evaluate(
        "[...document.querySelectorAll('*')].every(e => getComputedStyle(e).transitionDuration.match(/^(0s,? ?)+$/))"
    )


def test_more_contrast_turns_soft_words_into_ink(guide):
    page = guide(contrast="more")

    assert style(page.locator("p.muted").first, "color") == style(page.locator("body"), "color")


# --- Directions and sizes --------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [360, 1280])
def test_a_language_from_right_to_left_turns_the_page(guide, settings, live_server, width):
    settings.LANGUAGES = [*settings.LANGUAGES, ("ar", "Arabic")]
    page = guide(viewport={"width": width, "height": 800})
    page.context.add_cookies([{"name": settings.LANGUAGE_COOKIE_NAME, "value": "ar", "url": live_server.url}])
    page.goto(GUIDE)

    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.locator("html").get_attribute("lang") == "ar"
    assert page.locator(".site-header .logo").bounding_box()["x"] > width / 2
    assert style(page.locator(".chip[data-function]").first, "borderRightWidth") == "9px"
    assert not page.evaluate(walking.SIDEWAYS)
    page.locator("[popovertarget=account]").click()
    expect(page.locator("#account")).to_be_visible()
    menu = page.locator("#account").bounding_box()
    assert menu["x"] >= 0
    assert menu["x"] + menu["width"] <= width
    assert walking.barriers(page, "style guide", (width, "light")) == []


def test_four_times_enlarged_nothing_sticks_out(guide):
    page = guide(viewport={"width": 320, "height": 256})

    assert not page.evaluate(walking.SIDEWAYS)


def test_what_one_can_press_is_large_enough_for_a_finger(guide):
    page = guide(viewport=PHONE, has_touch=True)
    small = page.evaluate(
        """[...document.querySelectorAll("button, .button, input:not([type=hidden]), select, summary, nav a")]
        .map(e => e.closest(".check, label, .choices label") || e)
        .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 43.5)
        .map(e => e.outerHTML.slice(0, 80))"""
    )

    assert small == []


def test_paper_gets_the_content_alone(guide):
    page = guide()
    page.emulate_media(media="print")

    for part in (".site-account", ".site-footer", "#navigation", ".skip", "main .button >> nth=0"):
        expect(page.locator(part).first).to_be_hidden()
    expect(page.locator("main h1")).to_be_visible()
    page.set_viewport_size({"width": 703, "height": 1000})  # A4 between its margins
    assert not page.evaluate(walking.SIDEWAYS)


# --- Keyboard --------------------------------------------------------------------------------------------


def test_the_first_key_skips_to_the_content(guide):
    page = guide()
    page.keyboard.press("Tab")
    skip = page.locator(".skip")

    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_menu_opens_with_a_key_lies_next_in_order_and_closes_with_escape(guide):
    page = guide(viewport={"width": 1280, "height": 800})
    button = page.locator("[popovertarget=nav-upkeep]")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#nav-upkeep")).to_be_visible()
    page.keyboard.press("Tab")

    expect(page.locator("#nav-upkeep :focus")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#nav-upkeep")).to_be_hidden()
    expect(button).to_be_focused()


def test_the_menu_of_a_phone_holds_every_page_of_the_wide_one(guide):
    page = guide(viewport=PHONE, java_script_enabled=False)
    page.locator(".menu-button--nav").focus()
    page.keyboard.press("Enter")

    for address in ("/coverage/", "/organisations/", "/offers/unconfirmed/", "/people/"):
        expect(page.locator(f"#navigation a[href='{address}']")).to_be_visible()


def test_a_link_into_the_page_keeps_its_heading_in_sight(guide):
    page = guide(viewport=PHONE)
    page.goto(GUIDE + "#forms")

    assert 0 <= page.locator("#forms").bounding_box()["y"] < 100


# --- Language --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("script", [True, False])
def test_switching_the_language_stays_on_the_page_with_its_query(new_page, script):
    page = new_page(locale="nl-BE", java_script_enabled=script)
    page.goto("/organisations/?kind=YOUTH_WORK")
    press(page.locator(".languages button[lang=en]"))

    assert page.locator("html").get_attribute("lang") == "en"
    assert page.url.endswith("/organisations/?kind=YOUTH_WORK")
    assert page.locator("select[name=kind]").input_value() == "YOUTH_WORK"


def test_switching_the_language_keeps_filters_that_came_without_a_new_page(new_page, sign_in_browser, policymaker):
    builders.make_neighbourhood("Rabot")
    page = new_page(locale="nl-BE")
    sign_in_browser(page, policymaker)
    page.goto("/coverage/")
    page.locator("select[name=ages]").select_option("12-15")
    expect(page).to_have_url(re.compile("ages=12-15"))
    press(page.locator(".languages button[lang=en]"))

    assert page.locator("html").get_attribute("lang") == "en"
    assert "ages=12-15" in page.url
