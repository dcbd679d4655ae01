"""Staff work through the inbox with the keys alone, and with script off as well."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from signals.enums import ReplyKind, SignalState
from signals.models import Signal
from tests.browser.walking import enter, press
from tests.builders import make_neighbourhood
from tests.signal_builders import make_dossier, make_reply, make_signal, make_theme

BENCH = "Er zijn te weinig banken in het park om te zitten."


@pytest.fixture
def office(page, sign_in_browser, staff) -> Page:
    sign_in_browser(page, staff)
    return page


@pytest.fixture
def signals(transactional_db) -> list[Signal]:
    place = {"neighbourhood": make_neighbourhood("Rabot"), "theme": make_theme("Plekken")}
    make_dossier("Te weinig banken", place["neighbourhood"], theme=place["theme"])
    return [
        make_signal(BENCH, **place),
        make_signal("Zet banken in het park, wij zitten op de grond.", **place),
        make_signal("Ik ben bang van wat er thuis gebeurt.", mentions_danger=True),
    ]


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.textContent.trim()")


def test_the_keys_walk_tick_search_and_bundle(office, signals, look_at):
    office.goto(reverse("inbox"))
    look_at(office, "inbox")
    office.keyboard.press("j")
    assert focused(office).startswith("Ik ben bang")
    office.keyboard.press("k")
    assert focused(office).startswith("Ik ben bang")  # it is the first
    for key in "jxjx":
        office.keyboard.press(key)
    assert office.locator(".inbox :checked").count() == 2
    expect(office.locator("[data-ticked]")).to_have_text("2")
    assert office.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    office.keyboard.press("/")
    assert office.evaluate("document.activeElement.name") == "q"
    office.keyboard.type("jkxb/")
    assert office.input_value("input[name=q]") == "jkxb/"  # whoever types, types
    assert office.locator(".inbox :checked").count() == 2
    office.locator(".inbox :checked").first.focus()
    with office.expect_navigation():
        office.keyboard.press("b")
    look_at(office, "bundle")
    office.check("input[name=dossier]")
    press(office.locator("main form[method=post] .button--primary"))
    assert Signal.objects.filter(state=SignalState.BUNDLED).count() == 2


def test_the_keys_can_be_switched_off_and_stay_off(office, signals):
    office.goto(reverse("inbox"))
    office.uncheck("[data-keys-on]")
    office.reload()
    office.keyboard.press("j")
    assert focused(office) != Signal.objects.get(mentions_danger=True).text
    assert not office.is_checked("[data-keys-on]")


def test_a_signal_is_opened_and_followed_to_the_next(office, signals, look_at):
    office.goto(reverse("inbox"))
    office.keyboard.press("j")
    enter(office.locator(":focus"))
    look_at(office, "signal")
    press(office.locator("a[rel=next]"))
    assert BENCH in office.text_content("main")
    press(office.locator(".likely form button").first)
    assert str(Signal.objects.get(text=BENCH).dossier) == "Te weinig banken"


def test_a_standard_reply_fills_the_box_without_leaving_the_page(office, signals, look_at):
    make_reply(ReplyKind.NOT_TAKEN_UP, "Dit is al in orde.", title="In orde")
    office.goto(reverse("signal_step", args=[signals[0].reference, "not-take-up"]))
    look_at(office, "signal-step")
    office.fill("#id_words", "Dank je.")
    office.select_option("#id_reply", label="In orde")
    office.click("button[name=fill]")
    expect(office.locator("#id_words")).to_have_value("Dank je.\n\nDit is al in orde.")
    press(office.locator("main form .button--primary"))
    assert Signal.objects.get(pk=signals[0].pk).reply.endswith("Dit is al in orde.")


def test_words_are_selected_and_removed(office, signals, look_at):
    office.goto(reverse("signal_redact", args=[signals[0].reference]))
    look_at(office, "redact")
    office.locator("#id_text").evaluate("field => { field.focus(); field.setSelectionRange(18, 24) }")
    office.click("[data-redact-selected]")
    assert office.input_value("#id_text") == "Er zijn te weinig ▇ in het park om te zitten."
    press(office.locator("main form .button--danger"))
    assert "banken" not in Signal.objects.get(pk=signals[0].pk).text


def test_without_script_it_all_works(new_page, sign_in_browser, staff, signals):
    page = new_page(java_script_enabled=False)
    sign_in_browser(page, staff)
    make_reply(ReplyKind.QUESTION, "Waar precies?", title="Waar")
    page.goto(reverse("inbox"))
    assert not page.is_visible(".keys")
    for box in page.locator(".inbox input").all()[1:]:
        box.check()
    press(page.locator("[data-bundle]"))
    page.check("input[name=dossier]")
    press(page.locator("main form[method=post] .button--primary"))
    assert Signal.objects.filter(state=SignalState.BUNDLED).count() == 2
    left = Signal.objects.get(state=SignalState.RECEIVED)
    page.goto(reverse("signal_step", args=[left.reference, "ask"]))
    page.select_option("#id_reply", label="Waar")
    press(page.locator("button[name=fill]"))
    assert page.input_value("#id_words") == "Waar precies?"
    press(page.locator("main form .button--primary"))
    assert left.messages.get().text == "Waar precies?"
