"""Which rows are about whom and when, and what is wrong with a file."""

import pytest

from jos.shared.imports import FileRefused
from neighbourhoods.enums import AddsUp, Derivation, Direction, Missing
from neighbourhoods.models import NeighbourhoodCode, Statistic
from tests.builders import make_neighbourhood, make_statistic
from tests.neighbourhoods.imports.statistics.files import columns, imported, notes_of, plan_of, problems_of, stored

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def city(settings):
    settings.CITY_CODE, settings.CITY_NAME = "44021", "Lindermonde"
    rabot = make_neighbourhood("Rabot - Blaisantvest", code="7")
    NeighbourhoodCode.objects.create(neighbourhood=rabot, source="statsec", code="44021B1")
    NeighbourhoodCode.objects.create(neighbourhood=rabot, source="statsec", code="44021B2")
    make_neighbourhood("Ledeberg", code="18")


@pytest.mark.parametrize(
    "name", ["7", "Rabot - Blaisantvest", "RABOT  -  blaisantvest", "Rabot Blaisantvest", "Rábot – Bläisantvest (Gent)"]
)
def test_an_area_is_found_by_code_or_by_name_however_it_is_spelt(name):
    imported(f"wijk;druk\n{name};4\n")
    assert stored() == {("Rabot - Blaisantvest", "2024"): 4}


def test_a_code_of_the_source_that_is_named_as_the_level_comes_first():
    other = make_neighbourhood("Anders", code="A")
    NeighbourhoodCode.objects.create(neighbourhood=other, source="wijk", code="7")
    assert "several areas" in problems_of("wijk;druk\n7;4\n")
    imported("wijk;druk;geolevel\n7;4;wijk\n", level_field="geolevel")
    assert stored() == {("Anders", "2024"): 4}


def test_rows_of_another_level_are_left_out_and_said():
    file = "wijk;druk;niveau\n7;4;wijk\n44021B1;1;statsec\n44021;9;gemeente\n"
    notes = notes_of(file, level_field="niveau", level="wijk")
    assert "2 rows left out, of another level: statsec, gemeente." in notes
    imported(file, level_field="niveau", level="wijk")
    assert stored() == {("Rabot - Blaisantvest", "2024"): 4}


def test_levels_about_the_same_area_are_not_mixed():
    assert "Choose one level" in problems_of("wijk;druk;niveau\n7;4;wijk\n44021B1;1;statsec\n", level_field="niveau")


@pytest.mark.parametrize("code", ["44021ONBE", "99991", "99992", "99999", "44021ZZZZ"])
def test_what_the_source_could_not_place_is_left_out_and_said(code):
    assert f"1 row left out, of what the source could not put anywhere: {code}." in notes_of(
        f"wijk;druk\n7;4\n{code};9\n"
    )


def test_areas_of_other_cities_are_left_out_and_said_with_examples():
    others = "".join(f"{code};9\n" for code in range(11001, 11008))
    notes = notes_of(f"wijk;druk\n7;4\n{others}")
    assert "7 rows left out, that are about no neighbourhood of this city: 11001, 11002" in notes


def test_a_file_without_any_area_of_ours_is_refused():
    assert "No row is about a neighbourhood of this city" in problems_of("wijk;druk\n11001;4\n")


@pytest.mark.parametrize(
    "row", ["44021;;9", "lindermonde;;9", "44021;gemeente;9", "44021;gemeente2018;9", "44021;Stad;9"]
)
def test_the_code_or_the_name_of_the_city_is_about_all_of_it(row):
    imported(f"wijk;niveau;druk\n{row}\n", level_field="niveau")
    assert stored() == {("city", "2024"): 9}


def test_the_only_code_of_a_city_is_ours_where_nobody_set_it(settings):
    settings.CITY_CODE = settings.CITY_NAME = ""
    imported("wijk;niveau;druk\n44021;gemeente;9\n", level_field="niveau")
    assert stored() == {("city", "2024"): 9}
    refused = problems_of("wijk;niveau;druk\n1;gemeente;9\n2;gemeente;9\n", level_field="niveau")
    assert "No row is about" in refused
    assert "Then set CITY_CODE to its code." in refused


def test_at_the_level_of_cities_a_code_of_ours_is_ours_and_a_name_is_not(settings):
    settings.CITY_CODE = ""
    make_neighbourhood("Gent", code="44021")
    make_neighbourhood("Aalst", code="41002")
    imported("wijk;niveau;druk\n44021;gemeente;9\n41002;gemeente;8\n", level_field="niveau")
    assert stored() == {("Gent", "2024"): 9, ("Aalst", "2024"): 8}
    imported("wijk;niveau;druk\n44021;gemeente;7\nAalst;gemeente;6\n", level_field="niveau")
    assert stored() == {("Gent", "2024"): 7, ("Aalst", "2024"): 8}


def test_a_code_that_is_set_for_the_city_is_the_city_at_its_level():
    make_neighbourhood("Lindermonde centrum", code="44021")
    imported("wijk;niveau;druk\n44021;gemeente;9\n", level_field="niveau")
    assert stored() == {("city", "2024"): 9}


def test_periods_come_from_a_field_from_the_file_or_from_the_column():
    imported("wijk;jaar;druk\n7;2022-2023;4\n7;2024-K3;5\n", period_field="jaar")
    assert set(stored()) == {("Rabot - Blaisantvest", "2022-2023"), ("Rabot - Blaisantvest", "2024-Q3")}
    own = columns(a={"statistic": "Groen", "period": "2013"}, b={"statistic": "Groen", "period": "2016"}, c="Bos")
    imported("wijk;a;b;c\n7;1;2;3\n", columns=own)
    assert stored("Groen") == {("Rabot - Blaisantvest", "2013"): 1, ("Rabot - Blaisantvest", "2016"): 2}
    assert stored("Bos") == {("Rabot - Blaisantvest", "2024"): 3}


def test_a_period_that_is_none_or_is_not_said_is_a_problem_of_that_row():
    assert "line 2: “vorig jaar” is no period" in problems_of("wijk;jaar;druk\n7;vorig jaar;4\n", period_field="jaar")
    assert "line 2, column druk: It is not said which period" in problems_of("wijk;druk\n7;4\n", period="")


def test_the_same_area_and_period_twice_is_a_problem_that_names_both_lines():
    assert "line 4, column druk: This area and period have another value at line 2" in problems_of(
        "wijk;druk\n7;4\n18;3\n7;5\n"
    )
    assert not problems_of("wijk;druk\n7;4\n18;3\n7;4\n")


def test_several_codes_of_one_neighbourhood_add_up_where_that_means_something():
    sectors = "wijk;druk\n44021B1;4\n44021B2;5\n18;x\n"
    make_statistic("Druk", adds_up=AddsUp.SUM)
    assert "several codes were added up for Rabot" in notes_of(sectors)
    imported(sectors)
    assert stored() == {("Rabot - Blaisantvest", "2024"): 9, ("Ledeberg", "2024"): Missing.SUPPRESSED}


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("4", "-99996", 4),
        ("4", "nvt", 4),
        ("", "", Missing.EMPTY),
        ("4", "-99997", Missing.SUPPRESSED),
        ("4", "?", Missing.UNKNOWN),
        ("?", "x", Missing.SUPPRESSED),
        ("0", "0", 0),
    ],
)
def test_a_sum_follows_the_rules_of_what_is_missing(one, other, both):
    new = columns(druk={"statistic": "Druk", "adds_up": True})
    imported(f"wijk;druk\n44021B1;{one}\n44021B2;{other}\n", columns=new)
    assert stored() == {("Rabot - Blaisantvest", "2024"): both}


def test_several_codes_of_what_does_not_add_up_leave_it_unknown_and_that_is_said():
    sectors = "wijk;druk\n44021B1;4\n44021B2;5\n"
    assert "these values do not add up" in notes_of(sectors)
    imported(sectors)
    assert stored() == {("Rabot - Blaisantvest", "2024"): Missing.UNKNOWN}


def test_the_sign_before_decimals_is_what_the_file_shows():
    both = columns(druk="Druk", groen="Groen")
    imported("wijk;druk;groen\n7;1.234;0,5\n", columns=both)
    assert stored() == {("Rabot - Blaisantvest", "2024"): 1234}
    assert "Both a comma and a point" in problems_of("wijk;druk;groen\n7;1.5;0,5\n", columns=both)


def test_where_the_file_does_not_show_it_the_sign_is_asked_once():
    file = "wijk;druk\n7;1.234\n18;2.345\n"
    assert problems_of(file).count("which sign") == 1
    assert plan_of(file, decimal=",").steps[0].record.value == 1234
    assert plan_of(file, decimal=".").steps[0].record.value == 1.234


def test_columns_stand_in_any_order_with_an_unnamed_one_first_and_a_header_of_two_lines():
    imported(',druk,"TE VERWIJDEREN bij upload\nnaam",wijk\n0,4,Rabot,7\n')
    assert stored() == {("Rabot - Blaisantvest", "2024"): 4}


def test_fields_that_are_not_there_are_named():
    with pytest.raises(FileRefused, match=r"Field “druk” is not in this file\. Its fields are: wijk, rust"):
        plan_of("wijk;rust\n7;4\n")
    with pytest.raises(FileRefused, match="Choose the field"):
        plan_of("wijk;druk\n7;4\n", area_field="")
    with pytest.raises(FileRefused, match="Choose at least one column"):
        plan_of("wijk;druk\n7;4\n", columns=[])


def test_a_statistic_is_found_by_name_or_slug_and_otherwise_made_for_staff_to_complete():
    known = make_statistic("Druk op de speelruimte", slug="druk", direction=Direction.MORE_IS_WORSE)
    imported("wijk;druk\n7;4\n")
    imported("wijk;druk\n7;4\n", columns=columns(druk="DRUK op de  speelruimte"))
    assert Statistic.objects.get() == known
    imported("wijk;druk\n7;4\n", columns=columns(druk="Iets nieuws"), data_set="Stad in cijfers")
    new = Statistic.objects.get(name="Iets nieuws")
    assert (new.is_complete, new.is_public, new.direction, new.data_set.name) == (False, False, "", "Stad in cijfers")


def test_nothing_is_imported_into_what_is_worked_out():
    part, whole = make_statistic("Deel"), make_statistic("Geheel")
    make_statistic("Druk", derivation=Derivation.SHARE, part=part, whole=whole)
    assert "worked out from other figures" in problems_of("wijk;druk\n7;4\n")


def test_two_columns_of_one_statistic_and_period_are_a_problem():
    both = columns(druk="Druk", groen="Druk")
    assert "Two columns hold values of “Druk” in 2024" in problems_of("wijk;druk;groen\n7;1;2\n", columns=both)
