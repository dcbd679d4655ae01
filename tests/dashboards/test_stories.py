import datetime

import pytest
import time_machine
from django.urls import reverse

from jos.dashboards.imports import importing
from jos.shared.enums import ImportKind
from neighbourhoods.actions.circles import change_circle
from neighbourhoods.actions.decisions import record_decision
from neighbourhoods.models import NeighbourhoodCode, PriorityDecision
from organisations.models import Organisation
from tests.builders import make_circle, make_neighbourhood, make_organisation, square

pytestmark = pytest.mark.django_db


def words(response) -> str:
    return " ".join(" ".join(entry.changes) for entry in response.context["page"])


def test_a_circle_tells_which_neighbourhoods_came_and_went(sign_in, staff):
    rabot, dampoort, kouter = (make_neighbourhood(name) for name in ("Rabot", "Dampoort", "Kouter"))
    circle = make_circle(rabot, dampoort, name="Dokken")
    with time_machine.travel(datetime.timedelta(hours=1)):
        change_circle(circle=circle, version=1, neighbourhoods=[rabot, kouter], by=staff)
    response = sign_in(staff).get(reverse("circle_story", args=[circle.slug]))
    assert words(response).startswith("without Dampoort with Kouter")
    assert "<strong>Stef</strong> changed Dokken" in response.text


def test_a_neighbourhood_tells_of_its_borders_codes_and_decisions(sign_in, staff, policymaker):
    rabot = make_neighbourhood("Rabot")
    with time_machine.travel(datetime.timedelta(hours=1)):
        rabot.geometry, rabot.name = square(99), "Rabot-Blaisantvest"
        rabot.save_by(staff)
        NeighbourhoodCode(neighbourhood=rabot, source="provincie", code="44021").save_by(staff)
        day = datetime.date(2026, 1, 1)
        decided = {"valid_from": day, "review_on": day, "decided_on": day, "decided_by": "College"}
        decided["reasons"] = "Veel jongeren"
        record_decision(decision=PriorityDecision(neighbourhood=rabot, **decided), by=staff)
    response = sign_in(policymaker).get(reverse("neighbourhood_story", args=[rabot.slug]))
    assert "name from Rabot to Rabot-Blaisantvest" in words(response)
    assert "borders changed" in words(response)
    assert "code “44021” added" in words(response)
    assert "the decision about Rabot-Blaisantvest" in response.text
    assert "coordinates" not in response.text


def test_an_import_tells_what_it_did_and_nothing_else(sign_in, staff):
    kring = make_organisation("De Kring")
    file = b"name;kind\nDe Kring;SPORT\nNieuw;POLICE\n"
    done = importing.keep(kind=ImportKind.ORGANISATIONS, name="partners.csv", content=file, by=staff)
    importing.confirm(done.pk, fingerprint=importing.preview(done).fingerprint, by=staff)
    kring.refresh_from_db()
    with time_machine.travel(datetime.timedelta(hours=1)):
        kring.website = "https://later.example"
        kring.save_by(staff)
    response = sign_in(staff).get(reverse("import_story", args=[done.pk]))
    assert words(response).strip() == "kind from Youth work to Sport"
    assert {entry.about for entry in response.context["page"]} == {"De Kring", "Nieuw"}
    assert Organisation.objects.count() == 2
