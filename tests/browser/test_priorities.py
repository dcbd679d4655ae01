"""The main path of staff from a file with figures to a norm that asks more: each page as people walk past it."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from jos.shared.time import months_later, today
from neighbourhoods.drawing import redraw
from neighbourhoods.enums import DecisionStage
from neighbourhoods.models import PriorityDecision, Statistic
from tests import builders
from tests.browser.walking import press

AREAS = ("Bloemekens", "Dampoort", "Meulestede", "Wondelgem")
FILE = {
    "name": "stad.csv",
    "mimeType": "text/csv",
    "buffer": b"wijk;armoede_2024;schermtijd_2024\nBloemekens;1;4\nDampoort;9;8\nMeulestede;7;3\nWondelgem;2;1\n",
}


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def office(request, organisation, new_page, sign_in_browser, staff):
    """The browser of the youth service, in a city where Dampoort has two functions."""
    areas = [builders.make_neighbourhood(name, geometry=builders.square(at)) for at, name in enumerate(AREAS)]
    builders.make_offer(organisation, areas[1], functions=("FREE_TIME", "WELFARE"))
    redraw()
    page = new_page(locale="en-GB", java_script_enabled=request.param)
    sign_in_browser(page, staff)
    return page


def send(page) -> None:
    press(page.locator("main form .button--primary").last)


def test_from_a_file_with_figures_to_a_decision_the_norm_follows(office):
    dampoort = office.locator(".matrix tr", has_text="Dampoort")
    office.goto(reverse("coverage"))
    expect(dampoort).not_to_contain_text("Norm not met")

    office.goto(reverse("import_new", args=["statistics"]))
    office.set_input_files("input[type=file]", FILE)
    send(office)
    office.get_by_label("Figure in schermtijd_2024").fill("")  # not needed
    send(office)
    expect(office.locator("main")).to_contain_text("4 new, 0 changed")
    send(office)
    assert Statistic.objects.get().name == "Armoede"

    office.goto(reverse("weighing_new"))
    office.get_by_label("Name").fill("Kansen")
    office.get_by_label("Armoede", exact=True).fill("1")
    office.get_by_label("How many neighbourhoods come first").fill("2")
    send(office)
    ranking = office.locator(".ranking tbody th > a:first-child")
    expect(ranking).to_have_text(["Dampoort", "Meulestede", "Wondelgem", "Bloemekens"])
    expect(office.locator(".ranking tbody tr").first).to_contain_text("stays 1")

    press(office.get_by_role("link", name="Propose a decision"))
    office.locator("#id_area").select_option("neighbourhood:dampoort")
    office.locator("#id_valid_from").fill(f"{today()}")
    office.locator("#id_review_on").fill(f"{months_later(today(), 24)}")
    office.locator("#id_reasons").fill("Veel kinderen in armoede.")
    send(office)
    expect(office.locator("main")).to_contain_text("Dampoort comes first")
    press(office.get_by_role("link", name="Record what was decided"))
    office.locator("#id_decided_by").fill("Gemeenteraad")
    office.locator("#id_decided_on").fill(f"{today()}")
    send(office)
    assert PriorityDecision.objects.get().stage == DecisionStage.DECIDED

    office.goto(reverse("coverage"))
    expect(dampoort).to_contain_text("without bridge and signal. Norm not met.")
