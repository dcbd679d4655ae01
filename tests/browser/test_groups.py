"""A worker speaks for a group: many in a row with the keyboard, and pages that bar nobody."""

import pytest
from playwright.sync_api import expect

from signals.enums import Author, DossierState, SignalState
from signals.models import Message, Signal
from tests import signal_builders
from tests.browser.walking import press


@pytest.fixture
def form(new_page, sign_in_browser, member, organisation, rabot):
    page = new_page(locale="en-GB")
    sign_in_browser(page, member)
    page.goto("/signals/group/")
    return page


def write(page, text: str) -> None:
    page.get_by_label("What is it about").fill(text)
    page.get_by_label("Something is wrong").check()
    page.get_by_label("How many young people").fill("7")


def test_many_in_a_row_with_the_keyboard_alone(form):
    form.get_by_label("Where you heard or saw it").select_option("STREET")
    form.get_by_label("12 to 15 years").check()
    for text in ("Nergens licht.", "Nergens een bank."):
        write(form, text)
        with form.expect_navigation():
            form.get_by_label("What is it about").press("Control+Enter")
        expect(form.get_by_label("What is it about")).to_be_focused()
    assert Signal.objects.filter(voice__heard_at="STREET", voice__people=7).count() == 2


def test_what_is_asked_of_a_group_goes_when_a_worker_noticed_it(form):
    expect(form.get_by_label("How many young people")).to_be_visible()
    form.get_by_label("I noticed it myself").check()
    expect(form.get_by_label("How many young people")).to_be_hidden()
    expect(form.get_by_label("In their own words")).to_be_hidden()


def test_the_form_bars_nobody(form, look_at):
    look_at(form, "group-new")
    write(form, "Vraag het aan jan@example.org.")
    press(form.get_by_role("button", name="Save and next"))
    expect(form.get_by_role("button", name="Remove it and save")).to_be_visible()
    look_at(form, "group-new-wrong")


def test_what_came_back_bars_nobody(form, member, organisation, staff, look_at):
    dossier = signal_builders.make_dossier("Geen licht", state=DossierState.ANSWERED)
    signal = signal_builders.make_group_signal(organisation, member, dossier=dossier, mentions_danger=True)
    asked = signal_builders.make_group_signal(organisation, member, state=SignalState.QUESTION_ASKED)
    Message.objects.create(signal=asked, author=Author.CITY, by=staff, text="Waar?")
    for name, address in {
        "group-sent": "sent/",
        "group-signal": f"{signal.reference}/",
        "group-aloud": f"{signal.reference}/aloud/",
        "group-reply": f"{asked.reference}/reply/",
    }.items():
        form.goto(f"/signals/group/{address}")
        look_at(form, name)
