"""What an import would change, and that it changes just that."""

import datetime

import pytest

from jos.shared.imports import ChangeKind, FileRefused
from neighbourhoods.imports.neighbourhoods import apply_neighbourhoods, plan_neighbourhoods
from neighbourhoods.models import Neighbourhood, NeighbourhoodCode
from tests.builders import make_neighbourhood, square
from tests.neighbourhoods.imports.files import collection, feature, row_of
from tests.real_data import real_file

pytestmark = pytest.mark.django_db

GHENT = {"name_field": "wijk", "code_field": "nieuwnr", "district_field": "naam"}
FLANDERS = {"name_field": "naam", "code_field": "geoitem", "source": "provincie"}


def plan_of(content: bytes, **choices):
    return plan_neighbourhoods(content, "x.geojson", {"name_field": "wijk", "code_field": "code"} | choices)


def imported(content: bytes, by=None, **choices):
    plan = plan_of(content, **choices)
    apply_neighbourhoods(plan, by=by)
    return plan


def counts(plan) -> tuple[int, int, int, int]:
    return tuple(plan.counts().values())


def told(plan, kind: ChangeKind) -> dict[str, str]:
    return {change.label: "; ".join(change.details) for change in plan.of_kind(kind)}


def test_planning_writes_nothing():
    assert counts(plan_of(row_of(3))) == (3, 0, 0, 0)
    assert not Neighbourhood.objects.exists()


def test_new_neighbourhoods_are_written_with_history_and_drawn(staff):
    imported(row_of(3), by=staff)
    first = Neighbourhood.objects.get(name="Wijk 1")
    assert (first.slug, first.codes.get().code, first.codes.get().source) == ("wijk-1", "1", "stad")
    assert first.path
    assert first.history.get().history_user == staff
    assert first.codes.get().history.get().history_user == staff


def test_the_same_file_again_changes_nothing():
    imported(row_of(3))
    again = imported(row_of(3))
    assert counts(again) == (0, 0, 3, 0)
    assert again.is_empty
    assert Neighbourhood.history.count() == NeighbourhoodCode.history.count() == 3


def test_what_changed_is_told_and_written(staff):
    imported(collection(feature("Dampoort", 1, deel="Oost")), district_field="deel")
    larger = feature("Dampoort - Oost", 1, geometry=square(0, size=0.02), deel="Gent")
    plan = imported(collection(larger), by=staff, district_field="deel")
    assert told(plan, ChangeKind.CHANGED) == {
        "Dampoort - Oost (1)": "name from “Dampoort” to “Dampoort - Oost”; district from “Oost” to “Gent”; "
        "borders changed, area from 0.78 to 3.13 km²"
    }
    neighbourhood = Neighbourhood.objects.get()
    assert (neighbourhood.name, neighbourhood.district, neighbourhood.slug) == ("Dampoort - Oost", "Gent", "dampoort")
    assert neighbourhood.history.count() == 2


def test_a_district_stays_where_the_file_names_none():
    imported(collection(feature(deel="Oost")), district_field="deel")
    assert counts(plan_of(collection(feature()))) == (0, 0, 1, 0)


def test_borders_that_move_less_than_a_metre_did_not_change():
    imported(collection(feature()))
    assert counts(plan_of(collection(feature(geometry=square(0.0005))))) == (0, 0, 1, 0)
    assert counts(plan_of(collection(feature(geometry=square(0.005))))) == (0, 1, 0, 0)


def test_codes_are_text_and_never_matched_by_their_beginning():
    imported(collection(feature("Binnenstad", "440211")))
    plan = plan_of(collection(feature("Muide", "4402110", geometry=square(1))))
    assert told(plan, ChangeKind.NEW) == {"Muide (4402110)": ""}
    assert told(plan, ChangeKind.MISSING) == {"Binnenstad": "stays as it is"}


def test_neighbourhoods_gone_from_the_file_stay_until_staff_say_so(staff):
    imported(row_of(2))
    assert imported(row_of(1)).is_empty
    assert Neighbourhood.objects.get(name="Wijk 2").valid_until is None
    plan = imported(row_of(1), by=staff, end_missing="2026-01-31")
    assert told(plan, ChangeKind.MISSING) == {"Wijk 2": "ends on 31 January 2026"}
    ended = Neighbourhood.objects.get(name="Wijk 2")
    assert ended.valid_until == datetime.date(2026, 1, 31)
    assert ended.history.first().history_user == staff


def test_an_end_that_was_already_said_is_not_said_again():
    imported(row_of(2))
    Neighbourhood.objects.filter(name="Wijk 2").update(valid_until=datetime.date(2999, 1, 1))
    plan = plan_of(row_of(1), end_missing="2026-01-31")
    assert told(plan, ChangeKind.MISSING) == {"Wijk 2": "ends on 1 January 2999, as was already said"}
    assert plan.is_empty


def test_a_neighbourhood_cannot_end_before_it_starts():
    make_neighbourhood("Jong", geometry=square(9), valid_from=datetime.date(2020, 1, 1))
    plan = plan_of(row_of(1), end_missing="2019-12-31")
    assert [problem.where for problem in plan.problems] == ["Jong"]
    with pytest.raises(FileRefused):
        apply_neighbourhoods(plan, by=None)
    assert Neighbourhood.objects.count() == 1


def test_a_neighbourhood_that_comes_back_is_opened_again():
    imported(row_of(1))
    Neighbourhood.objects.update(valid_until=datetime.date(2020, 1, 1))
    plan = imported(row_of(1))
    assert told(plan, ChangeKind.CHANGED) == {"Wijk 1 (1)": "open again: it ended on 1 January 2020"}
    assert Neighbourhood.objects.get().valid_until is None


def test_a_second_source_adds_its_codes_to_the_same_neighbourhoods():
    imported(row_of(2))
    other = collection(
        feature("wijk 1 (Veldeke)", "V1", geometry=square(0.8)),  # the same name, on much the same ground
        feature("Anders gezegd", "V2", geometry=square(2.01)),  # another name, on the same ground
    )
    plan = imported(other, source="province")
    assert told(plan, ChangeKind.CHANGED) == {
        "Anders gezegd (V2)": "is known here as Wijk 2, and gets the code V2 of “province”",
        "wijk 1 (Veldeke) (V1)": "is known here as Wijk 1, and gets the code V1 of “province”",
    }
    codes = NeighbourhoodCode.objects.filter(neighbourhood__name="Wijk 1").values_list("source", "code")
    assert list(codes) == [("stad", "1"), ("province", "V1")]
    assert imported(other, source="province").is_empty


def test_name_and_borders_follow_the_source_of_the_first_code():
    imported(row_of(1))
    imported(collection(feature("Wijk Een", "V1", geometry=square(1.01))), source="province")
    assert Neighbourhood.objects.get().name == "Wijk 1"


def test_a_name_elsewhere_is_another_neighbourhood():
    imported(row_of(1))
    plan = plan_of(collection(feature("Wijk 1", "V1", geometry=square(40))), source="province")
    assert counts(plan) == (1, 0, 0, 1)


def test_a_neighbourhood_stands_in_the_file_once():
    both = make_neighbourhood("Samen", code="1", geometry=square(0))
    NeighbourhoodCode.objects.create(neighbourhood=both, source="stad", code="2")
    plan = plan_of(row_of(2))
    assert "Wijk 1 (1) and this are both codes of Samen" in plan.problems[0].text


def test_new_areas_in_a_known_city_are_questioned():
    imported(row_of(2))
    plan = plan_of(row_of(3))
    assert [note.text for note in plan.notes] == ["Not in the city before: Wijk 3 (3). Are these yours?"]


def test_a_code_that_stood_for_other_ground_is_questioned():
    imported(collection(feature("Kouter", 1)))
    (note,) = plan_of(collection(feature("Dampoort", 1, geometry=square(9)))).notes
    assert note.text.startswith("Until now this code stood for Kouter, somewhere else.")
    assert not plan_of(collection(feature("Dampoort", 1, geometry=square(0.5)))).notes


def test_an_overlap_with_a_neighbourhood_that_stays_is_questioned():
    make_neighbourhood("Oud", geometry=square(1.5))
    (note,) = [note for note in plan_of(row_of(1)).notes if note.where]
    assert (note.where, note.text) == (
        "Wijk 1 (1)",
        "It overlaps Oud, which is not in this file. Should that one end?",
    )
    assert not [note for note in plan_of(row_of(1), end_missing="2026-01-31").notes if note.where]


@pytest.mark.parametrize("source", ["", " ", "x" * 61])
def test_a_source_needs_a_name(source):
    with pytest.raises(FileRefused, match="Name the source"):
        plan_of(row_of(1), source=source)


def test_two_neighbourhoods_of_one_name_get_two_addresses():
    imported(collection(feature("Centrum", 1), feature("Centrum", 2, geometry=square(1))))
    assert set(Neighbourhood.objects.values_list("slug", flat=True)) == {"centrum", "centrum-2"}


@pytest.mark.parametrize("rows", [3, 60])
def test_a_preview_asks_as_much_of_the_database_for_many(rows, django_assert_num_queries):
    imported(row_of(rows))
    with django_assert_num_queries(2):
        plan_of(row_of(rows + 1))


@pytest.mark.real_data
@pytest.mark.parametrize(
    ("file", "choices", "number"),
    [
        ("gent/stadswijken-gent.geojson", GHENT, 25),
        ("gent/wijken_2013_multipolygon.geojson", {"name_field": "name", "code_field": "wijknr"}, 25),
        ("flanders/wijken_gent_wgs84.geojson", FLANDERS, 25),
        ("flanders/wijken_antwerpen_wgs84.geojson", FLANDERS, 64),
        ("flanders/wijken_brugge_wgs84.geojson", FLANDERS, 13),
        ("flanders/wijken_brugge_epsg31370.geojson", FLANDERS, 13),
        ("flanders/wijken_brugge_lambert72_shp.zip", FLANDERS, 13),
        ("flanders/wijken_sint-niklaas_wgs84.geojson", FLANDERS, 20),
    ],
)
def test_real_cities_are_imported_and_imported_again_without_change(file, choices, number):
    plan = imported(real_file(file), **choices)
    assert counts(plan) == (number, 0, 0, 0)
    assert Neighbourhood.objects.exclude(path="").count() == number
    assert counts(plan_of(real_file(file), **choices)) == (0, 0, number, 0)


@pytest.mark.real_data
@pytest.mark.parametrize("file", ["wijken_brugge_epsg31370.geojson", "wijken_brugge_lambert72_shp.zip"])
def test_a_real_city_in_lambert_is_the_same_city(file):
    imported(real_file("flanders/wijken_brugge_wgs84.geojson"), **FLANDERS)
    assert counts(plan_of(real_file(f"flanders/{file}"), **FLANDERS)) == (0, 0, 13, 0)


@pytest.mark.real_data
def test_foreign_municipalities_added_by_hand_are_questioned():
    imported(real_file("gent/stadswijken-gent.geojson"), **GHENT)
    plan = plan_of(real_file("gent/quirk_27_handbewerkt.geojson"), **GHENT)
    assert counts(plan) == (2, 0, 25, 0)
    assert plan.notes[-1].text.startswith("Not in the city before: Destelbergen (26), Merelbeke-Melle (27).")


@pytest.mark.real_data
def test_a_real_script_is_refused():
    with pytest.raises(FileRefused, match="it starts with “wijken=”"):
        plan_of(real_file("gent/quirk_js_prefix_featurecollection_2017.geojson"))


@pytest.mark.real_data
def test_two_real_sources_know_the_same_25_neighbourhoods():
    imported(real_file("gent/stadswijken-gent.geojson"), **GHENT)
    plan = imported(real_file("flanders/wijken_gent_wgs84.geojson"), **FLANDERS)
    assert counts(plan) == (0, 25, 0, 0)
    assert NeighbourhoodCode.objects.get(code="4402110").neighbourhood.name == "Muide - Meulestede - Afrikalaan"
    assert NeighbourhoodCode.objects.get(code="440211").neighbourhood.name == "Binnenstad"


@pytest.mark.real_data
def test_older_borders_of_a_real_city_are_told():
    imported(real_file("gent/stadswijken-gent.geojson"), **GHENT)
    old = real_file("gent/wijken_2013_multipolygon.geojson")
    plan = plan_of(old, name_field="name", code_field="wijknr")
    assert counts(plan) == (0, 16, 9, 0)
    assert told(plan, ChangeKind.CHANGED)["Oostakker (12)"] == "borders changed, area from 10.70 to 10.63 km²"
    assert plan.notes[0].where == "feature 3 (Rabot - Blaisantvest)"
