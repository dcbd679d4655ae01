"""From three signals to an answer, and back: staff bundle, a service acts and answers, with and without script."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from jos.shared.time import today
from signals.actions.dossiers import reopen_if_enough
from signals.enums import DossierState
from signals.models import Dossier
from tests import builders, signal_builders
from tests.browser.walking import press

WORDS = ("Er is geen bank.", "We staan altijd recht.", "Een bank zou tof zijn.")


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def browser_of(request, new_page, sign_in_browser):
    """A browser for each of them."""

    def browser_of(user) -> Page:
        page = new_page(locale="en-GB", java_script_enabled=request.param)
        sign_in_browser(page, user)
        return page

    return browser_of


def send(page: Page) -> None:
    press(page.locator("main form .button--primary").last)


def take(page: Page, step: str, **typed: str) -> None:
    """Press the button of a step, fill in what it asks, and send it."""
    press(page.get_by_role("link", name=step, exact=True))
    for name, value in typed.items():
        page.locator(f"#id_{name}").fill(value)
    send(page)


def test_staff_bundle_a_service_acts_and_answers_and_it_comes_back(browser_of, staff):
    servant = builders.make_user("Sven")
    signal_builders.make_city_service("Groendienst", servant)
    theme, rabot = signal_builders.make_theme("Buiten"), builders.make_neighbourhood("Rabot")
    signals = [signal_builders.make_signal(words, theme=theme, neighbourhood=rabot) for words in WORDS]

    office = browser_of(staff)
    office.goto(reverse("inbox"))
    for signal in signals:
        office.locator(f"input[type=checkbox][value='{signal.reference}']").check()
    press(office.get_by_role("button", name="Bundle those ticked"))
    press(office.get_by_role("link", name="Open a new dossier with them"))
    office.get_by_label("Title").fill("Nergens een bank")
    office.get_by_label("What keeps coming back").fill("Wie samen zit, staat recht.")
    office.get_by_label("a shortage").check()
    send(office)
    main = office.locator("main")
    expect(main).to_contain_text("3 voices from Rabot.")
    take(office, "Prioritise")
    press(office.get_by_role("link", name="Assign to a service"))
    office.locator("#id_owner").fill("groendienst")
    send(office)
    expect(main).to_contain_text("Groendienst says what it will do")

    service = browser_of(servant)
    service.goto(reverse("dossiers"))
    press(service.get_by_role("link", name="Nergens een bank"))
    expect(service.locator("main")).to_contain_text("Een bank zou tof zijn.")
    expect(service.locator("main")).to_contain_text("Plan an action first")
    take(service, "Add an action", what="Vier banken", due_on=f"{today()}")
    take(service, "Start")
    press(service.locator(".dossier-actions .button"))
    service.locator("#id_taken_on").fill(f"{today()}")
    send(service)
    take(service, "Say that it is done", evidence="Ga kijken op het plein.")
    press(service.get_by_role("link", name="Answer", exact=True))
    service.get_by_label("done", exact=True).check()
    service.locator("#id_answer").fill("Er staan nu vier banken.")
    send(service)
    expect(service.locator("main")).to_contain_text("Er staan nu vier banken.")

    dossier = Dossier.objects.get()
    dossier.signals.update(did_it_change="NOT_YET", did_it_change_at=dossier.moves.latest("at").at)
    assert reopen_if_enough(dossier)
    office.goto(dossier.get_absolute_url())
    expect(main).to_contain_text("It came back on")
    expect(main).to_contain_text("Enough young people say that it did not change yet.")
    assert Dossier.objects.get().state == DossierState.REOPENED


def test_the_pages_of_dossiers_bar_nobody(open_as, look_at, staff):
    owner = signal_builders.make_city_service("Groendienst")
    dossier = signal_builders.make_dossier(
        "Nergens een plek om samen te zitten, en al zeker niet als het regent", builders.make_neighbourhood("Rabot"),
        state=DossierState.IN_ACTION, owner=owner, functions=["FREE_TIME"], is_high_priority=True,
        strengths="De buren helpen.", answer="Nog niet.", evidence="Kijk.", heard="Geen plek.", published_on=today(),
    )  # fmt: skip
    signal_builders.make_action(dossier)
    signal_builders.make_action(dossier, "Verlichting", taken_on=today(), result="Het brandt.")
    for words in WORDS:
        signal_builders.make_signal(words, dossier=dossier)
    look_at(open_as(staff, reverse("dossiers")), "dossiers")
    look_at(open_as(staff, dossier.get_absolute_url()), "dossier")
    look_at(open_as(staff, reverse("dossier_edit", args=[dossier.slug])), "dossier-edit")
    look_at(open_as(staff, reverse("dossier_step", args=[dossier.slug, "assign"])), "dossier-assign")
    look_at(open_as(staff, reverse("dossier_split", args=[dossier.slug])), "dossier-split")
