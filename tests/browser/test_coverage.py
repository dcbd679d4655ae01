"""The coverage page, the sheets and the homes, as people look at them."""

import pytest
from playwright.sync_api import expect

from jos.shared.time import months_later, today
from neighbourhoods.drawing import redraw
from organisations.enums import Function
from tests import builders
from tests.browser.walking import press
from tests.builders import ALL_FOUR


@pytest.fixture
def city(organisation):
    rabot = builders.make_neighbourhood("Rabot", geometry=builders.square(0))
    dampoort = builders.make_neighbourhood("Dampoort", geometry=builders.square(1))
    kouter = builders.make_neighbourhood("Kouter", geometry=builders.square(2))
    builders.make_priority(rabot)
    builders.make_priority(dampoort)
    builders.make_circle(rabot, dampoort, name="Rond de dokken")
    place = builders.make_place(organisation, dampoort, "Warm huis", warm=True)
    builders.make_offer(organisation, dampoort, functions=ALL_FOUR, place=place)
    builders.make_offer(
        organisation, rabot, functions={Function.WELFARE: None}, confirmed_on=months_later(today(), -12)
    )
    builders.make_offer(organisation, kouter)
    redraw()


PAGES = {
    "coverage": "/coverage/",
    "coverage-filtered": "/coverage/?ages=12-15&gaps=on&circle=rond-de-dokken",
    "coverage-refused": "/coverage/?ages=3&at=x&circle=y&kind=z&since=2100-01-01",
    "coverage-tiles": "/coverage/?map=tiles&circles=on",
    "coverage-partners": "/coverage/?kind=YOUTH_WORK&work_form=FIXED",
    "coverage-since": "/coverage/?since=2020-01-01",
    "neighbourhoods": "/neighbourhoods/",
    "sheet-lacking": "/neighbourhoods/rabot/",
    "sheet-whole": "/neighbourhoods/dampoort/?ages=12-15",
    "circle": "/circles/rond-de-dokken/",
    "home": "/",
}


@pytest.mark.parametrize("name", PAGES)
def test_the_pages_bar_nobody(city, open_as, policymaker, look_at, name):
    look_at(open_as(policymaker, PAGES[name]), name)


@pytest.mark.parametrize("who", ["staff", "member"])
def test_the_homes_bar_nobody(request, city, open_as, look_at, who):
    look_at(open_as(request.getfixturevalue(who), "/"), f"home-{who}")


def test_a_filter_works_at_once_and_the_address_can_be_shared(city, open_as, policymaker):
    page = open_as(policymaker, "/coverage/")
    page.locator("select[name=lacks]").select_option("BRIDGE")
    page.wait_for_url("**/coverage/?*lacks=BRIDGE*")
    names = page.locator(".matrix th a")
    expect(names).to_have_text(["Rabot", "Kouter"])
    page.reload()
    assert names.all_inner_texts() == ["Rabot", "Kouter"]


def test_filters_work_without_script(city, new_page, sign_in_browser, policymaker):
    page = new_page(java_script_enabled=False)
    sign_in_browser(page, policymaker)
    page.goto("/coverage/")
    page.locator("input[name=gaps]").check()
    press(page.locator("form.filters button"))
    assert page.locator(".matrix tbody th[scope=row] a").all_inner_texts() == ["Rabot", "Dampoort"]


def test_a_number_opens_its_offers_and_a_flower_its_sheet(city, open_as, policymaker):
    page = open_as(policymaker, "/coverage/")
    press(page.locator(".matrix tr", has_text="Dampoort").locator("td a").first)
    assert "/offers/?neighbourhood=dampoort&" in page.url
    page.go_back()
    press(page.locator("a.area-spot", has_text="Rabot"))
    assert page.url.endswith("/neighbourhoods/rabot/")
    assert page.locator("h1").inner_text() == "Rabot"


def test_the_name_on_the_map_shows_on_focus(city, open_as, policymaker):
    page = open_as(policymaker, "/coverage/")
    name = page.locator("a.area-spot", has_text="Rabot").locator("text")
    assert name.evaluate("e => getComputedStyle(e).opacity") == "0"
    page.locator("form.filters button").focus()
    for _press in range(100):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('class')") == "area-spot":
            break
    expect(page.locator("a.area-spot:focus-visible text")).to_have_css("opacity", "1")


def test_the_menus_open_on_a_phone_without_script(city, new_page, sign_in_browser, member):
    page = new_page(java_script_enabled=False, viewport={"width": 360, "height": 700})
    sign_in_browser(page, member)
    page.goto("/")
    assert not page.locator("#navigation").is_visible()
    page.locator(".menu-button--nav").click()
    expect(page.locator("#navigation a[href='/coverage/']")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".menu-button:not(.menu-button--nav)").click()
    expect(page.locator("#account form button")).to_be_visible()


def test_nothing_sticks_out_at_320_pixels_or_at_four_times_the_size(city, open_as, policymaker):
    page = open_as(policymaker, "/coverage/")
    page.set_viewport_size({"width": 320, "height": 256})
    for path in PAGES.values():
        page.goto(path)
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 320, path
