"""A young person looks what happened, on a phone, without script: the code in small letters, with o for 0."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from signals.enums import Author, DidItChange, DossierState, SignalState
from signals.models import Message, Signal
from tests import builders
from tests.browser.walking import PHONE, tap
from tests.signal_builders import make_dossier, make_signal

AS_TYPED = "k7q2 mx4t opz9"  # K7Q2-MX4T-0PZ9


@pytest.fixture
def asked(transactional_db) -> Signal:
    signal = make_signal(
        "Na acht uur is het pikdonker.", state=SignalState.QUESTION_ASKED, neighbourhood=builders.make_neighbourhood()
    )
    Message.objects.create(signal=signal, author=Author.CITY, text="Welk plein bedoel je?")
    return signal


@pytest.fixture
def answered(transactional_db) -> Signal:
    return make_signal(dossier=make_dossier(state=DossierState.ANSWERED, answer="Er branden nu zes lampen."))


@pytest.fixture
def phone(new_page) -> Page:
    return new_page(viewport=PHONE, has_touch=True, java_script_enabled=False, locale="en-GB")


def look_up(page: Page, signal: Signal) -> None:
    page.goto("/signal/follow/")
    page.get_by_label("Number").fill(f"{signal.reference[:4]}-{signal.reference[4:]}".lower())
    page.get_by_label("Code").fill(AS_TYPED)
    page.get_by_role("button", name="Look").click()
    assert signal.reference not in page.url
    assert not page.context.cookies()


def test_a_question_is_answered(phone, asked):
    look_up(phone, asked)
    expect(phone.get_by_role("heading", name="We have a question for you.")).to_be_visible()
    expect(phone.get_by_text("Welk plein bedoel je?").first).to_be_visible()

    phone.get_by_label("Your answer").fill("Dat aan de kerk, bel 0470 12 34 56")
    tap(phone.get_by_role("button", name="Send my answer"))
    expect(phone.get_by_text("looks like a phone number.")).to_be_visible()
    tap(phone.get_by_role("button", name="Take out 0470 12 34 56"))
    tap(phone.get_by_role("button", name="Send my answer"))

    expect(phone.get_by_text("Your answer is sent.")).to_be_visible()
    assert Message.objects.get(author=Author.SENDER).text == "Dat aan de kerk, bel …"


def test_the_answer_is_read_and_brings_the_dossier_back(phone, answered):
    look_up(phone, answered)
    expect(phone.get_by_text("Er branden nu zes lampen.")).to_be_visible()

    tap(phone.get_by_role("button", name="Not yet"))

    expect(phone.get_by_text("Thank you for telling us.")).to_be_visible()
    answered.refresh_from_db()
    answered.dossier.refresh_from_db()
    assert answered.did_it_change == DidItChange.NOT_YET
    assert answered.dossier.state == DossierState.REOPENED


def test_everything_is_taken_home_and_then_erased(phone, asked):
    look_up(phone, asked)
    with phone.expect_download() as download:
        phone.get_by_role("button", name="Download everything").tap()
    assert asked.text in Path(download.value.path()).read_text("utf-8")

    tap(phone.get_by_role("button", name="Erase it …"))
    expect(phone.get_by_text("It cannot be undone.")).to_be_visible()
    tap(phone.get_by_role("button", name="Yes, erase it"))

    expect(phone.get_by_role("heading", name="It is gone")).to_be_visible()
    assert not Signal.objects.exists()


def test_a_wrong_code_loses_nothing_that_was_typed(phone, asked):
    phone.goto("/signal/follow/")
    phone.get_by_label("Number").fill(asked.reference)
    phone.get_by_label("Code").fill("000000000000")
    tap(phone.get_by_role("button", name="Look"))

    expect(phone.get_by_role("alert")).to_contain_text("do not belong together")
    expect(phone.get_by_label("Number")).to_have_value(asked.reference)


def test_another_language_shows_the_same_signal(phone, asked):
    look_up(phone, asked)
    phone.locator(".languages summary").tap()
    tap(phone.locator("[name=switch_to][value=ar]"))

    expect(phone.locator("html")).to_have_attribute("dir", "rtl")
    expect(phone.get_by_text("Welk plein bedoel je?").first).to_be_visible()


def test_following_bars_nobody(new_page, asked, answered, look_at):
    page = new_page(locale="en-GB")
    for name in ("follow", "help", "who-sees-what"):
        page.goto(f"/signal/{name}/")
        look_at(page, f"signal-{name}")
    page.goto("/signal/follow/")
    page.get_by_role("button", name="Look").click()
    look_at(page, "signal-follow-wrong")
    look_up(page, answered)
    look_at(page, "signal-followed-answer")
    look_up(page, asked)
    page.get_by_label("Your answer").fill("Bel 0470 12 34 56")
    page.get_by_role("button", name="Send my answer").click()
    page.locator(".talk summary").click()
    look_at(page, "signal-followed-question")
    page.get_by_role("button", name="Erase it …").click()
    look_at(page, "signal-erase")
