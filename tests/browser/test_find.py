"""A young person finds something to do on a phone, and puts it in a calendar. With and without script."""

import pytest
import time_machine
from icalendar import Calendar
from playwright.sync_api import Page, expect

from jos.public.roles import ROLES
from neighbourhoods.drawing import redraw
from organisations.enums import Function, Weekday
from tests import builders
from tests.browser.walking import PHONE, tap


@pytest.fixture
def rabot(transactional_db):
    builders.make_neighbourhood("Muide")
    rabot = builders.make_neighbourhood("Rabot")
    redraw()
    return rabot


@pytest.fixture
def offer(organisation, rabot):
    place = builders.make_place(organisation, rabot, "Het Huis", address="Rabotstraat 1")
    offer = builders.make_offer(
        organisation, rabot, title="Open voetbal", place=place, is_free=True, age_min=12, age_max=16
    )
    builders.make_moment(offer, Weekday.WEDNESDAY, 14, 17)
    builders.make_offer(organisation, rabot, title="Straathoekwerk", functions=(Function.WELFARE,))
    return offer


@pytest.mark.parametrize("script", [True, False])
def test_from_a_question_to_a_calendar_on_a_phone(new_page, offer, script):
    page = new_page(viewport=PHONE, has_touch=True, java_script_enabled=script, locale="en-GB")
    page.goto("/")
    page.goto("/find/")
    page.get_by_label("Where?").select_option("Rabot")
    page.get_by_label("12–15").check()
    page.get_by_label("Wednesday").check()
    tap(page.get_by_role("button", name="Show me"))

    expect(page.get_by_role("heading", name="In Rabot")).to_be_visible()
    expect(page.get_by_role("heading", name="Perhaps: ask first")).to_be_visible()
    tap(page.get_by_role("link", name="Leave out: 12 to 15 years"))
    tap(page.get_by_role("link", name="Open voetbal"))

    expect(page.get_by_text("Rabotstraat 1")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Put it in my calendar").tap()
    with open(download.value.path(), "rb") as file:
        (event,) = Calendar.from_ical(file.read()).walk("VEVENT")
    assert event["SUMMARY"] == "Open voetbal"


def test_the_map_leads_to_the_list(new_page, offer):
    page = new_page(viewport=PHONE, has_touch=True, locale="en-GB")
    page.goto("/find/?view=map")
    tap(page.get_by_role("link", name="Rabot: 2"))

    expect(page.get_by_role("heading", name="In Rabot")).to_be_visible()


def test_what_one_chooses_can_be_seen_and_hit(new_page, offer):
    page = new_page(viewport=PHONE, has_touch=True, locale="en-GB")
    page.goto("/find/")
    for bubble in page.locator(".bubble").all():
        box = bubble.bounding_box()
        assert box["height"] >= 60
        assert box["x"] + box["width"] <= PHONE["width"]


def test_an_offer_prints_on_one_page_with_its_address(new_page, offer):
    page = new_page(locale="en-GB")
    page.goto(offer.get_absolute_url())
    page.emulate_media(media="print")

    expect(page.get_by_text(f"{offer.get_absolute_url()}", exact=False).last).to_be_visible()
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1


def test_what_one_finds_bars_nobody(page: Page, offer, look_at):
    with time_machine.travel("2026-10-07 12:00+02:00"):
        for name, address in {
            "find-list": "/find/?where=rabot&day=3&free=on",
            "find-nothing": "/find/?where=rabot&day=5&language=so&free=on",
            "find-wrong": "/find/?day=9",
            "find-map": "/find/?view=map",
            "offer-public": offer.get_absolute_url(),
            **{f"help-{role.slug}": f"/help/{role.slug}/" for role in ROLES},
        }.items():
            page.goto(address)
            look_at(page, name)
