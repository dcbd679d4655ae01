import pytest

from neighbourhoods.imports.statistics import plan_statistics, proposed_of
from tests.builders import make_neighbourhood
from tests.neighbourhoods.imports.statistics.files import workbook

pytestmark = pytest.mark.django_db

SWING = (
    b"period;geolevel;geoitem;v1_tot;v1_geheim;v1_leeg;deelgemeente;v1_kruis\n"
    b"2005;deelgemeente;A1;4;-99997;;Rabot;x\n2006;deelgemeente;A1;5;-99997;;Rabot;\n"
)
CITY = (
    b"wijknr;wijk;stadsdeel;bevolking_2024;open_ruimte_2013;open_ruimte_2016;TE VERWIJDEREN bij upload\n"
    b"7;Rabot;Kern;8220;8,4;8,3;1\n"
)


@pytest.fixture(autouse=True)
def city():
    make_neighbourhood("Rabot", code="A1")


def test_fields_and_columns_are_proposed_from_what_stands_in_the_file():
    found = proposed_of(CITY, "stad_in_cijfers_2024.csv")
    assert (found["area_field"], found["period"], found["period_field"]) == ("wijk", "2024", "")
    assert [(each["header"], each["statistic"], each["period"]) for each in found["columns"]] == [
        ("bevolking_2024", "Bevolking", "2024"),
        ("open_ruimte_2013", "Open ruimte", "2013"),
        ("open_ruimte_2016", "Open ruimte", "2016"),
    ]
    assert (found["data_set"], found["is_chosen"]) == ("Stad in cijfers 2024", False)


def test_where_a_field_says_the_period_a_number_in_a_name_is_no_year():
    found = proposed_of(SWING.replace(b"v1_tot", b"v2010_tot"), "upload_2024.csv")
    assert (found["area_field"], found["period_field"], found["level_field"]) == ("geoitem", "period", "geolevel")
    assert (found["columns"][0]["statistic"], found["columns"][0]["period"], found["period"]) == ("v2010_tot", "", "")


def test_the_preset_of_the_provinces_needs_no_fields_and_takes_every_column_with_figures():
    plan = plan_statistics(SWING, "upload.csv", {"preset": "swing"})
    assert not plan.problems
    assert {(step.statistic.name, step.place[1], step.record.value) for step in plan.steps} == {
        ("v1_tot", "2005", 4),
        ("v1_tot", "2006", 5),
        ("v1_geheim", "2005", None),  # a column of which all is kept secret is one of figures
        ("v1_geheim", "2006", None),
    }
    assert {step.record.missing for step in plan.steps} == {"", "SUPPRESSED"}


def test_a_column_without_any_value_is_imported_only_where_it_is_asked_for():
    columns = [{"header": "v1_leeg", "statistic": "Leeg"}]
    plan = plan_statistics(SWING, "upload.csv", {"preset": "swing", "columns": columns})
    assert {step.record.missing for step in plan.steps} == {"EMPTY"}


def test_the_preset_of_open_data_looks_for_the_fields():
    plan = plan_statistics(CITY, "stad.csv", {"preset": "opendatasoft"})
    assert not plan.problems
    assert {(step.statistic.name, step.place[1]) for step in plan.steps} == {
        ("bevolking_2024", "2024"),
        ("open_ruimte_2013", "2013"),
        ("open_ruimte_2016", "2016"),
    }


def test_a_workbook_of_empty_sheets_says_which_others_there_are():
    book = workbook(
        Leeg=[["period", "geoitem", "v1"], [2024, "A1", None]], Vol=[["period", "geoitem", "v1"], [2024, "A1", 3]]
    )
    with pytest.raises(ValueError, match=r"no figures in the sheet “Leeg”\. Choose another: Leeg, Vol"):
        plan_statistics(book, "a.xlsx", {"preset": "swing", "sheet": "Leeg"})


def test_of_a_workbook_the_first_sheet_that_somebody_filled_in_is_read():
    header = ["period", "geoitem", "v1"]
    book = workbook(Kop=[header], Leeg=[header, [2024, "A1", None]], Vol=[header, [2024, "A1", 3]])
    plan = plan_statistics(book, "a.xlsx", {"preset": "swing"})
    assert [step.record.value for step in plan.steps] == [3]
    assert "Read from the sheet “Vol”." in [note.text for note in plan.notes]
    assert proposed_of(book, "a.xlsx")["sheet"] == "Vol"
