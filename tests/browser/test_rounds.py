"""A round from its opening to what everybody reads of it: three partner organisations, the youth service, a visitor."""

import datetime

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from jos.shared.time import today
from signals.enums import DossierState
from signals.models import Dossier, Round
from tests import builders
from tests.browser.walking import press
from tests.signal_builders import make_dossier

A_DAY = datetime.timedelta(days=1)
GIVEN = ({"Bank": "7", "Licht": "3"}, {"Bank": "10"}, {"Bus": "10"})
REASON = "Zonder bus geen werk."


@pytest.fixture
def dossiers(transactional_db):
    area = builders.make_neighbourhood("Rabot")
    return [make_dossier(title, area, published_on=today()) for title in ("Bank", "Bus", "Licht")]


@pytest.fixture
def partners(transactional_db):
    people = [builders.make_user(name) for name in ("Ada", "Bo", "Cor")]
    for person in people:
        builders.make_organisation(f"Huis van {person.name}", coordinator=person)
    return people


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_three_partners_spread_staff_decide_and_everybody_reads_it(
    new_page, sign_in_browser, staff, dossiers, partners, look_at, script
):
    def browser():
        return new_page(locale="en-GB", java_script_enabled=script)

    def look(page, name):
        if script:
            look_at(page, name)

    office = browser()
    sign_in_browser(office, staff)
    open_a_round(office, dossiers)
    address = reverse("round", args=[Round.objects.get().slug])

    for person, given in zip(partners, GIVEN, strict=True):
        page = browser()
        sign_in_browser(page, person)
        page.goto(address)
        press(page.get_by_role("link", name=f"Spread the points of Huis van {person.name}"))
        fill_in(page, given)
        if script:
            expect(page.locator("[data-sum]")).to_have_text("10")
        if person is partners[-1]:
            look(page, "round-spread")
        press(page.get_by_role("button", name="Keep these points"))
        expect(page.locator("main")).to_contain_text("Thank you. Your points are kept.")

    office.goto(address)
    expect(office.locator("main")).to_contain_text("3 of 3 partner organisations gave points")
    expect(office.locator("main")).not_to_contain_text(REASON)

    Round.objects.update(opens_on=today() - 9 * A_DAY, closes_on=today() - A_DAY)
    decide_and_publish(office, address, "Bank")
    assert Dossier.objects.get(title="Bank").state == DossierState.PRIORITISED

    visitor = browser()
    visitor.goto(reverse("said_and_done"))
    press(visitor.get_by_role("link", name="Winterronde"))
    expect(visitor.locator("h1")).to_have_text("1 thing comes first.")
    expect(visitor.locator("main")).to_contain_text("17 points from 2 organisations")
    expect(visitor.locator(".card--attention")).to_contain_text(REASON)
    assert not visitor.context.cookies()
    look(visitor, "said-round")


def open_a_round(office, dossiers):
    office.goto(reverse("round_new"))
    office.get_by_label("Title").fill("Winterronde")
    office.get_by_label("Opens on").fill(f"{today()}")
    office.get_by_label("Last day").fill(f"{today() + A_DAY}")
    for dossier in dossiers:
        office.get_by_label(dossier.title).check()
    press(office.get_by_role("button", name="Save"))


def fill_in(page, given):
    for title, points in given.items():
        page.get_by_label(f"Points: {title}").fill(points)
    if "Bus" in given:
        page.get_by_label("Why: Bus").fill(REASON)


def decide_and_publish(office, address, chosen):
    office.goto(address)
    press(office.get_by_role("link", name="Write down what was chosen"))
    office.get_by_label(chosen, exact=True).check()
    press(office.get_by_role("button", name="Save"))
    expect(office.locator("main")).to_contain_text("Each chosen dossier has its term now.")
    press(office.get_by_role("link", name="Publish"))
    press(office.get_by_role("button", name="Publish"))
