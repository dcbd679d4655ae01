"""Staff import borders, and record what follows from them, as people do it."""

import json

import pytest
from django.urls import reverse

from neighbourhoods.models import StatisticValue
from tests.browser.walking import press
from tests.builders import make_circle, make_neighbourhood, make_priority, square

GHENT = [("Rabot", "7", 0), ("Dampoort", "13", 1), ("Kouter", "1", 2)]


def borders(*areas: tuple[str, str, int]) -> dict:
    """A file as the browser sends it."""
    features = [
        {"type": "Feature", "properties": {"wijk": name, "nieuwnr": code}, "geometry": square(column)}
        for name, code, column in areas
    ]
    content = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    return {"name": "wijken.geojson", "mimeType": "application/geo+json", "buffer": content}


@pytest.fixture
def office(page, sign_in_browser, staff):
    """The browser of somebody of the youth service."""
    sign_in_browser(page, staff)
    return page


def upload(page, file: dict, kind: str = "neighbourhoods") -> None:
    page.goto(reverse("import_new", args=[kind]))
    page.set_input_files("input[type=file]", file)
    press(page.locator("main form .button--primary"))


def test_borders_are_looked_at_then_confirmed_and_stand_on_the_map(office):
    upload(office, borders(*GHENT))
    assert "Rabot (7)" in office.text_content("main")
    press(office.locator("main .button--primary"))
    office.goto(reverse("coverage"))
    assert office.locator("main svg a:visible").count() >= len(GHENT)
    assert "Dampoort" in office.text_content("main")


def test_every_step_of_an_import_bars_nobody(office, look_at):
    make_neighbourhood("Verdwenen", code="99", geometry=square(9))
    upload(office, {"name": "wijken.js", "mimeType": "text/javascript", "buffer": b"wijken={}"})
    look_at(office, "import-refused")
    upload(office, borders(*GHENT, ("Dubbel", "7", 4)))
    look_at(office, "import-with-a-problem")
    upload(office, borders(*GHENT))
    look_at(office, "import-preview")
    press(office.locator("main .button--primary"))
    look_at(office, "import-done")
    office.goto(reverse("imports"))
    look_at(office, "imports")


def test_the_columns_of_a_file_with_figures_are_chosen_then_looked_at_and_confirmed(office, look_at):
    make_neighbourhood("Rabot", code="7")
    table = b"wijk;naam;druk_2024;aandeel_2024\n7;Rabot;1.234;0,5\n99991;Elders;9;0,1\n"
    upload(office, {"name": "stad.csv", "mimeType": "text/csv", "buffer": table}, "statistics")
    look_at(office, "import-columns")
    office.fill("[name=statistic_2]", "Drukte")
    press(office.locator("main form .button--primary").first)
    assert "Drukte, 2024" in office.text_content("main")
    look_at(office, "import-figures-preview")
    press(office.locator("main .button--primary"))
    assert StatisticValue.objects.get(statistic__name="Drukte").value == 1234


def test_decisions_and_circles_bar_nobody(office, look_at):
    rabot = make_neighbourhood("Rabot")
    decision = make_priority(rabot)
    circle = make_circle(rabot, make_neighbourhood("Dampoort"), name="Rond de dokken")
    office.goto(reverse("priorities"))
    look_at(office, "priorities")
    office.goto(reverse("priority", args=[decision.pk]))
    look_at(office, "priority")
    office.goto(reverse("priority_new"))
    press(office.locator("main form .button--primary"))
    look_at(office, "priority-new")
    office.goto(reverse("circle_edit", args=[circle.slug]))
    look_at(office, "circle-edit")
