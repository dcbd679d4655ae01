"""A partner on a phone, in a minute: the taps are counted, and nothing typed is lost."""

import re

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from jos.shared.models import Draft
from organisations.models import Offer
from tests import builders
from tests.browser.partners import LONG_AGO, card
from tests.browser.walking import PHONE, press, tap


@pytest.fixture
def muide(rabot):
    return builders.make_neighbourhood("Muide")


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def any_phone(request, new_page, sign_in_browser, coordinator) -> Page:
    page = new_page(viewport=PHONE, has_touch=True, locale="en-GB", java_script_enabled=request.param)
    sign_in_browser(page, coordinator)
    return page


# Taps


def test_one_offer_is_still_right_in_one_tap(phone, taps, offers):
    phone.goto("/our-offer/")
    tap(card(phone, "Open huis").get_by_role("button", name="Still right"))
    expect(phone.get_by_text("“Open huis” is confirmed.")).to_be_visible()
    assert taps() == 1
    assert Offer.objects.past_confirmation().get().title == "Straathoek"


def test_an_offer_is_copied_to_another_neighbourhood_in_four_taps(phone, taps, offers, muide):
    phone.goto("/our-offer/")
    tap(card(phone, "Open huis").get_by_role("link", name="Copy"))
    phone.get_by_role("checkbox", name="Muide").tap()
    tap(phone.get_by_role("button", name="Make the copy"))
    tap(phone.get_by_role("button", name="Publish"))
    expect(phone.get_by_text("“Open huis” is saved.")).to_be_visible()
    assert taps() <= 4
    copy = Offer.objects.exclude(pk__in=[offer.pk for offer in offers]).get()
    assert [str(area) for area in copy.neighbourhoods.all()] == ["Muide"]
    assert copy.is_running


def test_an_offer_ends_in_four_taps(phone, taps, offers):
    phone.goto("/our-offer/")
    tap(card(phone, "Open huis").get_by_role("link", name="End"))
    phone.get_by_label("No longer from").fill("2040-01-31")
    tap(phone.get_by_role("button", name="End this offer"))
    expect(card(phone, "Open huis").get_by_text("until 30 January 2040")).to_be_visible()
    assert taps() <= 4


# A new offer


def test_a_new_offer_takes_three_short_steps(any_phone, organisation, rabot):
    phone = any_phone
    house = builders.make_place(organisation, rabot, name="De Kelder")
    phone.goto("/our-offer/")
    press(phone.get_by_role("link", name="Add the first offer"))
    phone.get_by_label("Title").fill("Huiswerkklas")
    phone.get_by_label("Bridge", exact=True).check()
    phone.get_by_label("hours a week: Bridge").fill("3")
    press(phone.get_by_role("button", name="Next"))
    for day in ("Tuesday", "Thursday"):
        phone.get_by_role("checkbox", name=day).first.check()
    phone.get_by_label("from", exact=True).first.fill("16:00")
    phone.get_by_label("until", exact=True).first.fill("18:00")
    press(phone.get_by_role("button", name="Next"))

    check = phone.get_by_role("region", name="Is this right?")
    expect(check).to_contain_text("De Kelder")
    expect(check).to_contain_text("Rabot")  # guessed from the place
    expect(check).to_contain_text("Tuesday and Thursday 16:00-18:00")
    phone.get_by_label("From age").fill("12")
    press(phone.get_by_role("button", name="Publish"))
    expect(phone.get_by_text("“Huiswerkklas” is published. Thank you.")).to_be_visible()
    offer = Offer.objects.get()
    assert (offer.place, offer.age_min, offer.moments.count()) == (house, 12, 2)


def test_the_phones_own_back_button_loses_nothing(any_phone, organisation, rabot):
    any_phone.goto(f"/organisations/{organisation.slug}/offers/new/")
    any_phone.get_by_label("Title").fill("Huiswerkklas")
    any_phone.get_by_label("Bridge", exact=True).check()
    any_phone.get_by_label("hours a week: Bridge").fill("3")
    press(any_phone.get_by_role("button", name="Next"))
    expect(any_phone.get_by_role("heading", name="Where and when?")).to_be_visible()
    any_phone.go_back()
    expect(any_phone.get_by_label("Title")).to_have_value("Huiswerkklas")


# Nothing typed is lost


def test_a_killed_tab_loses_nothing(phone, offers):
    address = f"/offers/{offers[0].slug}/edit/"
    phone.goto(address)
    phone.get_by_label("Title").fill("Half getypt")
    with phone.expect_response(lambda answer: "-days=" in (answer.request.post_data or "")):
        phone.get_by_label("Monday").first.check(force=True)
    expect(phone.get_by_text(re.compile("Kept at"))).to_be_visible()
    again = phone.context.new_page()
    phone.close()

    again.goto(address)
    expect(again.get_by_label("Title")).to_have_value("Half getypt")
    expect(again.get_by_role("checkbox", name="Monday").first).to_be_checked()
    expect(again.get_by_text("and did not send it yet")).to_be_visible()
    press(again.get_by_role("button", name="Throw away"))
    expect(again.get_by_label("Title")).to_have_value("Open huis")
    assert not Draft.objects.exists()


def test_an_ended_session_loses_nothing(any_phone, sign_in_browser, coordinator, offers):
    phone = any_phone
    phone.goto(f"/offers/{offers[0].slug}/edit/")
    phone.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    phone.get_by_label("Title").fill("Na de pauze")
    press(phone.get_by_role("button", name="Save", exact=True))
    expect(phone.get_by_text("what you typed is kept")).to_be_visible()
    assert not Offer.objects.filter(title="Na de pauze").exists()

    phone.get_by_label("E-mail").fill(coordinator.email)
    phone.get_by_label("Password").fill(builders.PASSWORD)
    press(phone.locator("main form button").first)
    expect(phone.get_by_label("Title")).to_have_value("Na de pauze")
    press(phone.get_by_role("button", name="Save", exact=True))
    expect(phone.get_by_text("“Na de pauze” is saved.")).to_be_visible()


def test_two_people_at_once_keep_both_versions_of_days_and_hours(any_phone, offers):
    phone = any_phone
    phone.goto(f"/offers/{offers[0].slug}/edit/")
    phone.get_by_role("checkbox", name="Monday").first.check()
    phone.get_by_label("from", exact=True).first.fill("10:00")
    phone.get_by_label("until", exact=True).first.fill("12:00")
    Offer.objects.update(cost="2 euro", version=2)
    press(phone.get_by_role("button", name="Save", exact=True))
    row = phone.get_by_role("row").filter(has_text="Days and hours")
    expect(row).to_contain_text("Monday 10:00-12:00")
    press(phone.get_by_role("button", name="Save mine"))
    assert [str(moment) for moment in offers[0].moments.all()] == ["Monday 10:00-12:00"]


def test_a_partners_own_pages_bar_nobody(page, sign_in_browser, coordinator, organisation, offers, muide, look_at):
    sign_in_browser(page, coordinator)
    inside = f"/organisations/{organisation.slug}"
    for number in range(10):
        builders.make_offer(organisation, muide, title=f"Aanbod {number}", confirmed_on=LONG_AGO)
    for name, address in {
        "our-offer-many": "/our-offer/?q=open",
        "new-offer-2": f"{inside}/offers/new/?step=2",
        "new-offer-3": f"{inside}/offers/new/?step=3",
    }.items():
        page.goto(address)
        look_at(page, name)
    page.goto(f"{inside}/offers/new/?step=2")
    press(page.get_by_role("button", name="Volgende"))
    look_at(page, "new-offer-wrong")
    page.goto(f"{inside}/offers/new/")
    look_at(page, "new-offer-draft")
