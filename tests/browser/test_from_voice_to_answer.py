"""From a voice to an answer, and back: everybody in it walks one road, on a phone of 360 pixels with script off.

A young person sends a signal; staff bundle it with two others; three partners spread their points; staff decide,
publish and assign; a city service acts and answers; the young person says "not yet"; and it is on their desks again.
"""

import datetime

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from jos.shared.time import today
from organisations.enums import MemberRole
from signals.enums import DossierState
from signals.models import Dossier, Round, Signal
from tests import builders
from tests.browser.test_signal import MOST_SCREENS, MOST_TAPS, Thumb
from tests.browser.walking import PHONE, tap
from tests.signal_builders import CODE, make_city_service, make_dossier, make_signal, make_theme

WORDS = "Op het pleintje is het na 8 uur pikdonker. We kunnen niet meer ballen."
OTHERS = ("Doe iets aan dat licht.", "Ik durf er 's avonds niet door.")
TITLE, ANSWER = "Het pleintje is donker", "Er branden nu zes lampen, tot elf uur."
PARTNERS = ("Groot Huis", "Zelforganisatie", "Sportclub")
A_DAY = datetime.timedelta(days=1)


@pytest.fixture
def city(transactional_db, monkeypatch):
    """Where it happens; and a code that holds what many read as another letter."""
    monkeypatch.setattr("signals.sending.ticket.new_code", lambda: CODE)
    rabot, theme = builders.make_neighbourhood("Rabot"), make_theme("Buiten", slug="places")
    make_dossier("Nergens een bank", rabot, published_on=today(), theme=theme)
    for words in OTHERS:
        make_signal(words, neighbourhood=rabot, theme=theme)


@pytest.fixture
def phone_of(new_page, sign_in_browser):
    """Everybody has a phone; who works here signs in on it."""

    def phone_of(user=None) -> Page:
        phone = new_page(viewport=PHONE, has_touch=True, java_script_enabled=False, locale="en-GB")
        if user:
            sign_in_browser(phone, user)
        return phone

    return phone_of


def fill_in(page: Page, link: str, **typed: str) -> None:
    """Open the page of a step, fill in what it asks, and send it."""
    tap(page.get_by_role("link", name=link, exact=True))
    for name, value in typed.items():
        page.locator(f"#id_{name}").fill(value)
    send(page)


def send(page: Page) -> None:
    tap(page.locator("main form .button--primary").last)


def test_a_voice_becomes_a_dossier_an_action_and_an_answer_and_comes_back(city, phone_of, staff, policymaker):
    servant = builders.make_user("Sven")
    service = make_city_service("Wegendienst")
    service.memberships.create(user=servant, role=MemberRole.COORDINATOR, since=today())
    young, office, desk = phone_of(), phone_of(staff), phone_of(servant)

    reference = say(young)
    bundle(office)
    address = hold_a_round(office)
    for name in PARTNERS:
        person = builders.make_user(name)
        builders.make_organisation(name, coordinator=person)
        spread_points(phone_of(person), address, name)
    decide_and_publish(office, address)
    assign_and_publish(office)
    act_and_answer(desk)
    read_what_was_done(phone_of())
    say_not_yet(young, reference)

    for page in (office, desk, phone_of(policymaker)):
        find_it_back(page)


def say(page: Page) -> str:
    """Send it in at most five screens and eight taps; gives the number to follow it by."""
    page.goto(reverse("signal_send"))
    thumb = Thumb(page)
    thumb.on(page.locator("textarea"))
    page.keyboard.type(WORDS)
    thumb.on(page.get_by_text("This should be better"))
    thumb.to_next(page.get_by_role("button", name="Next"))
    thumb.to_next(page.get_by_role("button", name="Rabot", exact=True))
    thumb.on(page.get_by_text("Buiten"))
    thumb.to_next(page.get_by_role("button", name="Next"))
    page.wait_for_timeout(3000)  # who reads what stands there takes longer
    thumb.to_next(page.get_by_role("button", name="Send", exact=True))

    assert thumb.screens <= MOST_SCREENS
    assert thumb.taps <= MOST_TAPS
    return page.locator("#reference").inner_text()


def bundle(page: Page) -> None:
    """Staff read three signals about one thing, and open a dossier with them."""
    page.goto(reverse("inbox"))
    expect(page.locator("main")).to_contain_text(WORDS)
    for signal in Signal.objects.all():
        page.locator(f"input[type=checkbox][value='{signal.reference}']").check()
    tap(page.get_by_role("button", name="Bundle those ticked"))
    tap(page.get_by_role("link", name="Open a new dossier with them"))
    page.get_by_label("Title").fill(TITLE)
    page.get_by_label("What keeps coming back").fill("Na acht uur is er geen licht.")
    page.get_by_label("a shortage").check()
    send(page)
    expect(page.locator("main")).to_contain_text("3 voices from Rabot.")


def hold_a_round(page: Page) -> str:
    page.goto(reverse("round_new"))
    page.get_by_label("Title").fill("Winterronde")
    page.get_by_label("Opens on").fill(f"{today()}")
    page.get_by_label("Last day").fill(f"{today() + A_DAY}")
    page.get_by_label(TITLE).check()
    page.get_by_label("Nergens een bank").check()
    send(page)
    return reverse("round", args=[Round.objects.get().slug])


def spread_points(page: Page, address: str, name: str) -> None:
    """A partner gives most points to the light, and says why."""
    page.goto(address)
    tap(page.get_by_role("link", name=f"Spread the points of {name}"))
    page.get_by_label(f"Points: {TITLE}").fill("7")
    page.get_by_label(f"Why: {TITLE}").fill("In het donker blijft iedereen weg.")
    page.get_by_label("Points: Nergens een bank").fill("3")
    tap(page.get_by_role("button", name="Keep these points"))
    expect(page.locator("main")).to_contain_text("Thank you. Your points are kept.")


def decide_and_publish(page: Page, address: str) -> None:
    """After its last day."""
    Round.objects.update(opens_on=today() - 9 * A_DAY, closes_on=today() - A_DAY)
    page.goto(address)
    expect(page.locator("main")).to_contain_text("3 of 3 partner organisations gave points")
    tap(page.get_by_role("link", name="Write down what was chosen"))
    page.get_by_label(TITLE, exact=True).check()
    tap(page.get_by_role("button", name="Save"))
    tap(page.get_by_role("link", name="Publish"))
    tap(page.get_by_role("button", name="Publish"))
    assert Dossier.objects.get(title=TITLE).state == DossierState.PRIORITISED


def assign_and_publish(page: Page) -> None:
    page.goto(reverse("dossiers"))
    tap(page.get_by_role("link", name=TITLE))
    tap(page.get_by_role("link", name="Assign to a service"))
    page.locator("#id_owner").fill("wegendienst")
    send(page)
    expect(page.locator("main")).to_contain_text("Wegendienst says what it will do")
    fill_in(page, "Publish", heard="Het is donker op het pleintje.")


def act_and_answer(page: Page) -> None:
    """The service finds it on its home, plans an action, takes it, and says so."""
    page.goto("/")
    expect(page.locator("main")).to_contain_text(f"The dossier {TITLE} is in your hands now.")
    tap(page.locator("main").get_by_role("link", name="Start", exact=True))
    expect(page.locator("main")).to_contain_text(OTHERS[0])
    fill_in(page, "Add an action", what="Zes lampen", due_on=f"{today()}")
    fill_in(page, "Start")
    tap(page.locator(".dossier-actions .button"))
    page.locator("#id_taken_on").fill(f"{today()}")
    send(page)
    fill_in(page, "Say that it is done", evidence="Ga kijken op het plein.")
    tap(page.get_by_role("link", name="Answer", exact=True))
    page.get_by_label("done", exact=True).check()
    page.locator("#id_answer").fill(ANSWER)
    send(page)
    expect(page.locator("main")).to_contain_text(ANSWER)


def read_what_was_done(page: Page) -> None:
    """Everybody reads what was heard and what was done; nobody the words that were sent."""
    page.goto(reverse("said_and_done"))
    tap(page.get_by_role("link", name=TITLE))
    expect(page.locator("main")).to_contain_text("Het is donker op het pleintje.")
    expect(page.locator("main")).to_contain_text(ANSWER)
    assert WORDS not in page.content()


def say_not_yet(page: Page, reference: str) -> None:
    """The young person reads the answer, with the code in small letters and o for 0, and says what changed."""
    page.goto(reverse("signal_follow"))
    page.get_by_label("Number").fill(reference.lower())
    page.get_by_label("Code").fill(CODE.lower().replace("0", "o"))
    tap(page.get_by_role("button", name="Look"))
    expect(page.get_by_text(ANSWER)).to_be_visible()
    tap(page.get_by_role("button", name="Not yet"))
    expect(page.get_by_text("Thank you for telling us.")).to_be_visible()
    assert Dossier.objects.get(title=TITLE).state == DossierState.REOPENED


def find_it_back(page: Page) -> None:
    """On the home of staff, of the service and of the policymaker, and from there on its own page."""
    page.goto("/")
    expect(page.locator("main")).to_contain_text("Young people say that nothing changed")
    expect(page.locator("main")).to_contain_text(TITLE)
    tap(page.get_by_role("link", name="Look again"))
    expect(page.locator("main")).to_contain_text("It came back on")
    expect(page.locator("main")).to_contain_text("Enough young people say that it did not change yet.")
