"""Past every page of the portal, by the table of `tests/route_table.py`: as each role, full, empty and with errors.

A page somebody adds to that table is walked past by itself.
"""

import datetime
import itertools

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from neighbourhoods.drawing import redraw
from neighbourhoods.models import Neighbourhood
from organisations.enums import Function
from organisations.models import Offer, Organisation
from tests import builders
from tests.browser import walking
from tests.route_table import ROLES, ROWS
from tests.test_routes import cast, world  # noqa: F401 (fixtures)

# Of those who see the same page one walks past it: visitor, coordinator, staff, policymaker.
WALKERS = "VCYP"
SEEN = len(walking.LOOKS)  # a page is seen in, by its walkers together
PARTS = 8
RTL = "نادي الشباب في الحي القديم"
LONG = "Burgerparticipatiebegeleidingscentrum voor buurtjongerenwerkondersteuning Dampoort-Sint-Amandsberg"


def routes(method: str) -> dict[tuple[str, str], set[str]]:
    """Name and about what, with who gets it."""
    return {
        (name, about): {role for role, answer in zip(ROLES, answers, strict=True) if answer == "ok"}
        for how, name, about, *answers in ROWS
        if how == method
    }


PAGES = sorted(routes("GET"))


@pytest.fixture
def full(world, organisation, member):  # noqa: F811
    """The world of the routes, with what makes pages hard: many, long, from right to left, unknown and old."""
    dampoort = Neighbourhood.objects.get(slug=world["neighbourhood"][0])
    for number in range(12):
        builders.make_neighbourhood(f"Wijk {number}", geometry=builders.square(number % 4, number // 4))
    builders.make_offer(organisation, dampoort, title=LONG, description=f"{RTL}\n\n" + "Kom gerust binnen. " * 40)
    builders.make_offer(organisation, dampoort, title=RTL, functions={Function.BRIDGE: None}, age_min=12)
    builders.make_offer(organisation, dampoort, functions=builders.ALL_FOUR, confirmed_on=datetime.date(2020, 1, 1))
    for number in range(35):
        builders.make_offer(builders.make_organisation(f"Vereniging {number}"), dampoort)
    Organisation.objects.filter(pk=organisation.pk).update(name=LONG[:90], description="Voor iedereen. " * 30)
    redraw()
    return world


@pytest.fixture
def open_as(new_page, sign_in_browser, cast):  # noqa: F811
    """A page in the browser of each role, opened once."""
    pages = {}

    def open_as(role: str):
        if role not in pages:
            pages[role] = new_page(locale="en-GB")
            pages[role].add_init_script(walking.WATCH)
            if cast[role]:
                sign_in_browser(pages[role], cast[role])
        return pages[role]

    return open_as


def shows(user, address: str) -> bool:
    """Whether a browser would show it: files to save are no pages."""
    client = Client(headers={"Accept-Language": "en"})
    if user:
        client.force_login(user)
    return client.get(address)["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_bars_anybody(full, cast, open_as, part):  # noqa: F811
    complaints, allowed = [], routes("GET")
    for name, about in PAGES[part::PARTS]:
        address = reverse(name, args=full[about])
        walkers = [role for role in WALKERS if role in allowed[name, about]] or sorted(allowed[name, about])[:1]
        if not walkers or not shows(cast[walkers[0]], address):
            continue
        looks = walking.looks()
        for role in walkers:
            page = open_as(role)
            page.goto(address)
            said = f"{name} ({about}) as {role}"
            complaints += walking.shifts(page, said)
            for look in itertools.islice(looks, -(-SEEN // len(walkers))):
                walking.see(page, look)
                complaints += walking.barriers(page, said, look)
            complaints += walking.too_wide(page, said)
            walking.see(page, walking.LOOKS[2])
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize("part", range(PARTS))
def test_no_form_with_errors_bars_anybody(full, cast, open_as, part):  # noqa: F811
    """Where a form comes back, the focus is on what is wrong, and the title says so first."""
    complaints, allowed = [], routes("POST")
    looks = walking.looks()
    for name, about in [page for page in PAGES if allowed.get(page)][part::PARTS]:
        role = next((role for role in "YCV" if role in allowed[name, about]), None)
        if not role:
            continue
        page = open_as(role)
        page.goto(reverse(name, args=full[about]))
        if not walking.send_empty(page):
            continue
        said = f"{name} ({about}) with errors as {role}"
        if page.locator(".error-summary").count():
            expect(page.locator(".error-summary"), said).to_be_focused()
            if not page.title().startswith("Error: "):
                complaints.append(f"{said}: the title is “{page.title()}”")
        look = next(looks)
        walking.see(page, look)
        complaints += walking.barriers(page, said, look) + walking.too_wide(page, said)
        walking.see(page, walking.LOOKS[2])
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize("role", ["V", "O", "C", "Y", "P"])
def test_no_page_bars_anybody_in_an_empty_portal(cast, open_as, role):  # noqa: F811
    """On the first day: no neighbourhood, no offer, nobody else."""
    Offer.objects.all().delete()
    complaints, looks = [], walking.looks()
    for (name, about), allowed in routes("GET").items():
        if about != "-" or role not in allowed or not shows(cast[role], reverse(name)):
            continue
        page = open_as(role)
        page.goto(reverse(name))
        look = next(looks)
        walking.see(page, look)
        complaints += walking.barriers(page, f"{name}, empty, as {role}", look)
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize("path", ["/nowhere/", "/people/", "/?name=%00"])
def test_no_error_page_bars_anybody(open_as, path):
    """Not there, not allowed, not readable."""
    page = open_as("C")
    page.goto(path)
    complaints = []
    for look in walking.LOOKS[:3]:
        walking.see(page, look)
        complaints += walking.barriers(page, path, look)
    assert not complaints, "\n".join(complaints)
