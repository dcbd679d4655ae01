"""A worker outside, without internet: drafts stay on the phone, and each arrives exactly once when it is told to."""

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from signals.models import GroupVoice, Signal
from tests import builders
from tests.browser.walking import PHONE

ADDRESS = "/signals/group/phone/"
# The server gets what is sent, and the answer gets lost on the way.
LOSE_ANSWERS = """
() => {
  const real = window.fetch
  window.fetch = async (address, options) => {
    const answer = await real(address, options)
    if (options?.method === "POST") throw new TypeError("lost")
    return answer
  }
}
"""

KEPT = """
async () => {
  const opened = await Promise.all((await caches.keys()).map((name) => caches.open(name)))
  const requests = (await Promise.all(opened.map((cache) => cache.keys()))).flat()
  return requests.map((request) => new URL(request.url).pathname)
}
"""


@pytest.fixture
def outside(new_page, sign_in_browser, member, organisation, rabot) -> Page:
    """The page as a member of De Kring opened it once, with internet."""
    page = new_page(viewport=PHONE, has_touch=True, locale="en-GB")
    sign_in_browser(page, member)
    page.goto(ADDRESS)
    expect(page.get_by_text("This page opens without internet now.")).to_be_visible()
    return page


def write(page: Page, text: str) -> None:
    page.get_by_label("What is it about").fill(text)
    page.get_by_label("Something is wrong").check()
    page.get_by_label("How many young people").fill("7")
    page.get_by_label("Where you heard or saw it").select_option("STREET")
    page.get_by_label("12 to 15 years").check()


def keep(page: Page, text: str) -> None:
    write(page, text)
    page.get_by_role("button", name="Keep on this phone").tap()
    expect(page.get_by_text("Kept on this phone. Not sent yet.")).to_be_visible()


def drafts(page: Page):
    return page.locator("[data-drafts] li")


def send(page: Page) -> None:
    page.get_by_role("button", name="Send all").tap()


def lose_connection(page: Page) -> None:
    page.context.set_offline(True)
    expect(page.get_by_text("No internet now.")).to_be_visible()


def wait_until_typing_is_kept(page: Page, text: str) -> None:
    for _turn in range(100):
        if page.evaluate("typing.read().then((values) => values?.text?.[0])") == text:
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"not kept: {text}")


def test_drafts_outlive_a_reload_without_internet_and_arrive_once(outside):
    lose_connection(outside)
    keep(outside, "Nergens licht.")
    keep(outside, "Nergens een bank.")
    outside.reload()
    expect(drafts(outside)).to_have_count(2)
    send(outside)
    expect(outside.get_by_text("No answer came.")).to_be_visible()
    expect(drafts(outside)).to_have_count(2)
    assert not Signal.objects.exists()

    outside.context.set_offline(False)
    send(outside)
    expect(outside.get_by_text("All of them arrived.")).to_be_visible()
    expect(drafts(outside)).to_have_count(0)
    assert sorted(Signal.objects.values_list("text", flat=True)) == ["Nergens een bank.", "Nergens licht."]


def test_what_was_sent_and_lost_its_answer_does_not_arrive_twice(outside):
    keep(outside, "Nergens licht.")
    outside.evaluate(LOSE_ANSWERS)
    send(outside)
    expect(outside.get_by_text("No answer came.")).to_be_visible()
    assert Signal.objects.count() == 1
    expect(drafts(outside)).to_contain_text("Nobody knows yet whether this arrived.")
    expect(drafts(outside).get_by_role("button", name="Edit")).to_be_hidden()

    outside.reload()
    send(outside)
    expect(outside.get_by_text("All of them arrived.")).to_be_visible()
    expect(drafts(outside)).to_have_count(0)
    assert (Signal.objects.count(), GroupVoice.objects.count()) == (1, 1)


def test_what_is_half_typed_outlives_a_reload_and_the_rest_stays_filled_in(outside):
    keep(outside, "Nergens licht.")
    expect(outside.get_by_label("What is it about")).to_have_value("")
    expect(outside.get_by_label("Where you heard or saw it")).to_have_value("STREET")
    outside.get_by_label("What is it about").press_sequentially("Half")
    wait_until_typing_is_kept(outside, "Half")
    outside.reload()
    expect(outside.get_by_label("What is it about")).to_have_value("Half")
    expect(outside.get_by_label("12 to 15 years")).to_be_checked()


def test_what_points_at_one_person_is_not_kept(outside):
    write(outside, "Bel Jan op 0470 12 34 56 of jan@example.org.")
    outside.get_by_role("button", name="Keep on this phone").tap()
    expect(outside.get_by_text("“0470 12 34 56”")).to_contain_text("jan@example.org")
    expect(drafts(outside)).to_have_count(0)
    wait_until_typing_is_kept(outside, "Bel Jan op … of ….")

    outside.get_by_role("button", name="Remove it and keep the rest").tap()
    expect(drafts(outside)).to_contain_text("Bel Jan op … of ….")


def test_a_draft_can_be_changed_and_removed(outside):
    keep(outside, "Nergens licht.")
    drafts(outside).get_by_role("button", name="Edit").tap()
    expect(outside.get_by_text("You change a draft.")).to_be_visible()
    keep(outside, "Nergens een bank.")
    expect(drafts(outside)).to_have_count(1)
    expect(drafts(outside)).to_contain_text("Nergens een bank.")

    drafts(outside).get_by_role("button", name="Remove").tap()
    outside.get_by_role("dialog").get_by_role("button", name="Keep").tap()
    expect(drafts(outside)).to_have_count(1)
    outside.get_by_role("button", name="Remove all from this phone").tap()
    outside.get_by_role("dialog").get_by_role("button", name="Remove").tap()
    expect(drafts(outside)).to_have_count(0)


def test_what_is_refused_stays_with_the_reason(outside, rabot):
    outside.get_by_label("Neighbourhood").select_option("Rabot")
    keep(outside, "Nergens licht.")
    rabot.delete()
    send(outside)
    expect(outside.get_by_text("Some did not arrive.")).to_be_visible()
    expect(drafts(outside)).to_contain_text("Neighbourhood: ")
    assert not Signal.objects.exists()

    drafts(outside).get_by_role("button", name="Edit").tap()
    outside.get_by_label("Neighbourhood").select_option("")
    outside.get_by_role("button", name="Keep on this phone").tap()
    send(outside)
    expect(outside.get_by_text("All of them arrived.")).to_be_visible()


def test_who_is_signed_out_keeps_the_drafts(outside):
    keep(outside, "Nergens licht.")
    outside.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    send(outside)
    expect(outside.get_by_text("You are signed out.")).to_be_visible()
    expect(drafts(outside)).to_have_count(1)
    expect(outside.get_by_role("link", name="Sign in, and send again")).to_be_visible()


def test_who_works_for_two_organisations_says_for_which(outside, member):
    other = builders.make_organisation("Zij vzw", members=(member,))
    keep(outside, "Nergens licht.")
    send(outside)
    outside.get_by_label("On behalf of").select_option("Zij vzw")
    send(outside)
    expect(outside.get_by_text("All of them arrived.")).to_be_visible()
    assert GroupVoice.objects.get().organisation == other


def test_no_page_of_somebody_signed_in_is_kept(outside):
    outside.goto("/signals/group/sent/")
    outside.goto(ADDRESS)
    kept = outside.evaluate(KEPT)
    assert ADDRESS in kept
    assert all(
        path.startswith("/static/") for path in kept if path not in (ADDRESS, "/signals/group/manifest.webmanifest")
    )
    assert outside.get_by_text("Mira").count() == 0


def test_it_bars_nobody(outside, look_at):
    keep(outside, "Nergens licht.")
    look_at(outside, "group-phone")
    lose_connection(outside)
    send(outside)
    expect(outside.get_by_text("No answer came.")).to_be_visible()
    outside.context.set_offline(False)
    look_at(outside, "group-phone-no-answer")
