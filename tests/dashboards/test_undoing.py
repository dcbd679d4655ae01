"""Undoing an import gives back exactly what was there before, for each kind of file."""

import datetime
import json

import pytest
from django.urls import reverse

from jos.dashboards.imports import importing
from jos.dashboards.imports.importers import IMPORTERS
from jos.dashboards.imports.undoing import last_import, undo_import
from jos.shared.enums import ImportKind
from jos.shared.models import FileImport
from jos.shared.undoing import CannotUndo
from neighbourhoods.drawing import redraw
from neighbourhoods.models import MovementCircle, Neighbourhood, PriorityDecision
from organisations.actions.offers import confirm_offers
from organisations.enums import Function
from organisations.models import Offer, OfferFunction, Organisation, Place
from tests.builders import (
    make_circle,
    make_neighbourhood,
    make_offer,
    make_organisation,
    make_partnership,
    make_place,
    make_priority,
    make_statistic,
    make_user,
    square,
)

pytestmark = pytest.mark.django_db

BORDERS = json.dumps(
    {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": {"wijk": name, "nieuwnr": code}, "geometry": square(column)}
            for name, code, column in (("Noord bis", "1", 0), ("Zuid", "2", 2), ("Oost", "3", 5))
        ],
    }
).encode()
FILES = {
    ImportKind.NEIGHBOURHOODS: BORDERS,
    ImportKind.CIRCLES: b"circle;neighbourhood_code\nDokken;2\nDokken;4\nNieuw;1|2\n",
    ImportKind.STATISTICS: b"wijk;druk;groen\n1;4;x\n2;5;3,5\n4;6;0\n",
    ImportKind.PRIORITIES: (
        b"area;valid_from;valid_until;reasons;decided_by\n"
        b"1;2020-01-01;2030-12-31;Andere redenen;College\n2;2026-01-01;;Nieuw;Gemeenteraad\n"
    ),
    ImportKind.ORGANISATIONS: (
        b"name;kind;company_number;website\nDe Kring;SPORT;0400.378.485;kring.example\nNieuw vzw;POLICE;;\n"
    ),
    ImportKind.OFFERS: (
        b"organisation;partnership;neighbourhood_code;title;FREE_TIME;WELFARE;SIGNAL;age_max;warm_place\n"
        b"De Kring;Samen;1|2;Spel;2;;3;12;Huis\n"
        b"De Kring;Nieuw samen;4;Kook;;4;;;Keuken\n"
        b"De Brug;;1;Straat;;;?;;Garage\n"
    ),
}


@pytest.fixture
def city(staff):
    """A small city in which every file changes something, adds something and takes something away."""
    north = make_neighbourhood("Noord", code="1", geometry=square(0))
    south = make_neighbourhood("Zuid", code="2", geometry=square(1))
    west = make_neighbourhood("West", code="4", geometry=square(9))
    redraw()
    make_circle(north, south, name="Dokken")
    make_priority(north, recorded_by=staff)
    make_statistic("Druk", values={north: 3, west: 6})
    ring, bridge = make_organisation("De Kring"), make_organisation("De Brug", company_number="0400378485")
    bridge.company_number = ""
    bridge.save()
    together = make_partnership(ring, bridge, name="Samen")
    make_place(ring, north, "Huis")
    hours = {Function.FREE_TIME: 4, Function.WELFARE: None, Function.BRIDGE: 2}
    long_ago = datetime.date(2025, 1, 1)
    make_offer(ring, north, west, title="Spel", functions=hours, confirmed_on=long_ago, age_min=6)
    make_offer(bridge, north, title="Straat", functions=(Function.SIGNAL,), partnership=together)


def everything() -> dict:
    """Every value of every record, but for the number of its version, which only ever moves on."""
    models = {model for importer in IMPORTERS.values() for model in importer.writes}
    state: dict = {
        model.__name__: {
            row.pop("id"): {name: value for name, value in row.items() if name != "version"}
            for row in model.objects.values()
        }
        for model in models
    }
    state["circles"] = set(MovementCircle.neighbourhoods.through.objects.values_list("movementcircle", "neighbourhood"))
    return state


def run(kind: ImportKind, by, content: bytes | None = None) -> FileImport:
    name = "wijken.geojson" if kind == ImportKind.NEIGHBOURHOODS else "tabel.csv"
    kept = importing.keep(kind=kind, name=name, content=content or FILES[kind], by=by)
    if kind == ImportKind.NEIGHBOURHOODS:
        kept.options |= {"source": "stad", "end_missing": "2026-12-31"}
        kept.save()
    if kind == ImportKind.STATISTICS:
        columns = [{"header": "druk", "statistic": "Druk"}, {"header": "groen", "statistic": "Groen"}]
        kept.options = {"area_field": "wijk", "period": "2024", "data_set": "Stad in cijfers", "columns": columns}
        kept.save()
    plan = importing.preview(kept)
    assert not plan.problems
    assert importing.confirm(kept.pk, fingerprint=plan.fingerprint, by=by) is importing.Outcome.WRITTEN
    return kept


@pytest.mark.parametrize("kind", ImportKind)
def test_undoing_gives_back_what_was_there(city, staff, kind):
    before, history = everything(), Organisation.history.count()
    done = run(kind, staff)
    assert everything() != before
    undo_import(done.pk, by=staff)
    assert everything() == before
    done.refresh_from_db()
    assert (done.undone_by, bool(done.undone_at)) == (staff, True)
    assert Organisation.history.count() >= history


def test_undone_one_after_the_other_the_last_first(city, staff):
    states, imports = [], []
    for kind in ImportKind:
        states.append(everything())
        imports.append(run(kind, staff))
    twice = run(ImportKind.ORGANISATIONS, staff, b"name;kind\nDe Kring;CULTURE\n")
    undo_import(twice.pk, by=staff)
    for done, before in zip(reversed(imports), reversed(states), strict=True):
        assert last_import() == done
        undo_import(done.pk, by=staff)
        assert everything() == before
    assert last_import() is None


def test_undoing_adds_to_history_and_takes_nothing_from_it(city, staff):
    offer = Offer.objects.get(title="Spel")
    told = list(offer.history.values_list("history_id", flat=True))
    done = run(ImportKind.OFFERS, staff)
    undo_import(done.pk, by=staff)
    now = list(offer.history.values_list("history_id", flat=True))
    assert now[-len(told) :] == told
    assert len(now) == len(told) + 2
    assert offer.history.first().history_user == staff


def test_only_the_last_import_is_undone(city, staff):
    first = run(ImportKind.ORGANISATIONS, staff)
    run(ImportKind.CIRCLES, staff)
    with pytest.raises(CannotUndo, match="Only the last import"):
        undo_import(first.pk, by=staff)


def test_undone_once_is_undone(city, staff):
    done = run(ImportKind.CIRCLES, staff)
    undo_import(done.pk, by=staff)
    with pytest.raises(CannotUndo):
        undo_import(done.pk, by=staff)


def _confirm_an_offer() -> None:
    offer = Offer.objects.get(title="Kook")
    Offer.objects.update(confirmed_on=datetime.date(2026, 1, 1))
    confirm_offers([offer], by=make_user("Vera"))


def _add_hours() -> None:
    OfferFunction(offer=Offer.objects.get(title="Spel"), function=Function.WELFARE).save_by(None)


def _use_the_place() -> None:
    keuken = Place.objects.get(name="Keuken")
    make_offer(keuken.organisation, title="Later", place=keuken)


@pytest.mark.parametrize(
    ("build_on_it", "obstacle"),
    [
        (_confirm_an_offer, "Kook was changed on .* by Vera"),
        (_add_hours, "Spel was changed on .* by the system"),
        (_use_the_place, "The offer “Later” is built on what was made"),
    ],
)
def test_what_people_built_on_it_stands_in_the_way(city, staff, build_on_it, obstacle):
    done = run(ImportKind.OFFERS, staff)
    build_on_it()
    after = everything()
    with pytest.raises(CannotUndo, match=obstacle):
        undo_import(done.pk, by=staff)
    assert everything() == after


def test_a_new_neighbourhood_with_an_offer_stays(city, staff):
    done = run(ImportKind.NEIGHBOURHOODS, staff)
    make_offer(Organisation.objects.first(), Neighbourhood.objects.get(name="Oost"))
    with pytest.raises(CannotUndo, match="neighbourhood “Oost” is built on"):
        undo_import(done.pk, by=staff)


def test_a_new_neighbourhood_in_a_circle_stays(city, staff):
    done = run(ImportKind.NEIGHBOURHOODS, staff)
    make_circle(Neighbourhood.objects.get(name="Oost"), name="Rand")
    with pytest.raises(CannotUndo, match="“Rand” is built on"):
        undo_import(done.pk, by=staff)


def test_an_import_of_before_its_history_was_kept_cannot_be_undone(city, staff):
    done = run(ImportKind.PRIORITIES, staff)
    PriorityDecision.history.update(history_change_reason=None)
    with pytest.raises(CannotUndo, match="Nothing is known"):
        undo_import(done.pk, by=staff)


def test_staff_look_then_undo(city, sign_in, staff):
    client = sign_in(staff)
    done = run(ImportKind.ORGANISATIONS, staff)
    page = client.get(reverse("import", args=[done.pk]))
    assert reverse("import_undo", args=[done.pk]) in page.text
    look = client.get(reverse("import_undo", args=[done.pk]))
    assert "One record is removed again" in look.text
    assert "One record gets back what it was" in look.text
    assert Organisation.objects.filter(name="Nieuw vzw").exists()
    after = client.post(reverse("import_undo", args=[done.pk]), follow=True)
    assert "undone" in after.text
    assert not Organisation.objects.filter(name="Nieuw vzw").exists()
    assert reverse("import_undo", args=[done.pk]) not in after.text
    assert "undone" in client.get(reverse("imports")).text


def test_the_page_says_what_stands_in_the_way(city, sign_in, staff):
    done = run(ImportKind.OFFERS, staff)
    _use_the_place()
    client = sign_in(staff)
    look = client.get(reverse("import_undo", args=[done.pk]))
    assert "“Later” is built on what was made" in look.text
    assert "<button" not in look.text.split("<main")[1].split("</main")[0]
    after = client.post(reverse("import_undo", args=[done.pk]))
    assert after.status_code == 409
    assert "“Later”" in after.text
    assert Place.objects.filter(name="Keuken").exists()
