"""A partner keeps its offer right on a phone, in a few taps, and the city sees it at once."""

from playwright.sync_api import Page, expect

from organisations.models import Offer
from tests.browser.partners import card
from tests.browser.walking import PHONE, press, tap


def row(page: Page) -> str:
    return " ".join(page.get_by_role("row").filter(has_text="Rabot").first.inner_text().split())


def test_a_coordinator_changes_hours_and_ends_another_offer_and_coverage_shows_it(phone, taps, offers):
    phone.set_viewport_size({"width": 1280, "height": 800})
    phone.goto("/coverage/")
    before = row(phone)
    phone.set_viewport_size(PHONE)

    phone.goto("/our-offer/")
    tap(card(phone, "Open huis").get_by_role("link", name="Edit"))
    phone.get_by_label("hours a week: Welfare").fill("6")
    tap(phone.get_by_role("button", name="Save"))
    expect(phone.get_by_text("“Open huis” is saved.")).to_be_visible()
    tap(card(phone, "Straathoek").get_by_role("link", name="End"))
    tap(phone.get_by_role("button", name="End this offer"))
    expect(phone.get_by_text("The end of “Straathoek” is saved.")).to_be_visible()
    assert taps() <= 4

    phone.set_viewport_size({"width": 1280, "height": 800})
    phone.goto("/coverage/")
    after = row(phone)
    assert "4 h" in before
    assert "2 h" in before
    assert "6 h" in after
    assert "2 h" not in after


def test_all_still_right_is_one_tap(phone, taps, offers):
    phone.goto("/our-offer/")
    expect(phone.get_by_text("2 of 2 offers ask for your attention.")).to_be_visible()
    tap(phone.get_by_role("button", name="All still right"))

    expect(phone.get_by_text("All 2 offers are confirmed. Nothing to do.")).to_be_visible()
    assert taps() == 1
    assert not Offer.objects.past_confirmation().exists()


def test_pages_of_partners_bar_nobody(page, sign_in_browser, coordinator, offers, look_at):
    sign_in_browser(page, coordinator)
    for name, address in {
        "our-offer": "/our-offer/",
        "offers-nothing": "/offers/?q=bestaat-niet",
        "offers-wrong": "/offers/?function=SLEEPING",
    }.items():
        page.goto(address)
        look_at(page, name)


def test_a_wrong_form_and_both_versions_bar_nobody(page, sign_in_browser, coordinator, offers, look_at):
    sign_in_browser(page, coordinator)
    page.goto(f"/offers/{offers[0].slug}/edit/")
    page.locator("#id_title").fill("")
    press(page.locator("main form button.button--primary"))
    look_at(page, "offer-form-wrong")

    page.locator("#id_title").fill("Van mij")
    Offer.objects.update(title="Van een ander", version=2)
    press(page.locator("main form button.button--primary"))
    expect(page.get_by_text("Van een ander").first).to_be_visible()
    look_at(page, "both-versions")
