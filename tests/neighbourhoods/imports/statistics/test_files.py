"""Files of every kind become a table, or are refused with a reason."""

import json

import pytest

from jos.shared.imports import FileRefused
from neighbourhoods.enums import Missing
from neighbourhoods.imports.statistics import proposed_of
from neighbourhoods.imports.statistics.grids import read_figures
from tests.builders import make_neighbourhood, make_statistic, square
from tests.neighbourhoods.imports.files import collection, feature
from tests.neighbourhoods.imports.statistics.files import columns, imported, plan_of, problems_of, stored, workbook

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def city():
    make_neighbourhood("Rabot", code="7", geometry=square(0))
    make_neighbourhood("Ledeberg", code="18", geometry=square(1))


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimiter_and_encoding_are_found(delimiter, encoding):
    header = delimiter.join(("wijk", "druk", "één"))
    row = delimiter.join(("Rabot", "4", "ë"))
    imported(f"{header}\n{row}\n{row}\n".encode(encoding))
    assert stored() == {("Rabot", "2024"): 4}


def test_a_workbook_is_read_from_the_first_sheet_that_has_the_fields():
    book = workbook(
        Uitleg=[["Lees dit"]], Wijken=[["wijk", "druk"], [7, 4.25], [18, "x"]], Nog=[["wijk", "druk"], [7, 9]]
    )
    imported(book, "cijfers.xlsx")
    assert stored() == {("Rabot", "2024"): 4.25, ("Ledeberg", "2024"): Missing.SUPPRESSED}
    assert plan_of(book, "cijfers.xlsx", sheet="Nog").steps[0].record.value == 9
    with pytest.raises(FileRefused, match="The sheets are: Uitleg, Wijken, Nog"):
        plan_of(book, "cijfers.xlsx", sheet="Weg")


def test_a_number_in_a_workbook_is_that_number_whatever_it_looks_like():
    imported(workbook(A=[["wijk", "druk"], [7, 1.234]]), "a.xlsx")
    assert stored() == {("Rabot", "2024"): 1.234}


def test_percentages_that_a_spreadsheet_keeps_as_fractions_are_asked_about():
    book = workbook(A=[["wijk", "druk"], [7, (0.125, "0.0%")], [18, (0.07, "0%")]])
    assert "percentages stored as fractions" in problems_of(book, "a.xlsx")
    imported(book, "a.xlsx", columns=columns(druk={"statistic": "Druk", "scale": "fractions"}))
    assert stored() == {("Rabot", "2024"): 12.5, ("Ledeberg", "2024"): 7}
    plan = plan_of(book, "a.xlsx", columns=columns(druk={"statistic": "Druk", "scale": "as_written"}))
    assert plan.steps[0].record.value == 0.125


def test_a_statistic_in_percent_with_fractions_only_is_asked_about():
    make_statistic("Druk", unit="%")
    assert "percentages stored as fractions" in problems_of("wijk;druk\n7;0,125\n18;x\n")
    assert not problems_of("wijk;druk\n7;0,125\n18;12,5\n")
    assert not problems_of("wijk;druk\n7;0\n18;1\n")


def test_values_by_statistic_and_name_of_the_neighbourhood():
    file = json.dumps({"druk": {"Rabot": 4, "Ledeberg": None}})
    imported(file, "druk_2024.json", area_field="")  # which has no name in the file
    assert stored() == {("Rabot", "2024"): 4, ("Ledeberg", "2024"): Missing.EMPTY}


def test_one_statistic_and_rows_with_the_same_fields():
    assert read_figures(b'{"Rabot": 4, "Ledeberg": 5}', "druk.json").header == ["area", "druk"]
    grid = read_figures(b'[{"wijk": "7", "druk": 4.5}, {"wijk": "18", "meer": {"a": 1}}]', "x.json")
    assert (grid.header, [cells for _line, cells in grid.rows]) == (
        ["wijk", "druk", "meer"],
        [["7", 4.5, ""], ["18", "", ""]],
    )


def test_things_on_a_map_are_counted_where_they_lie_also_a_feature_in_a_feature():
    small = square(0, size=0.005)
    things = [
        {"naam": "Plein", "geometry": {"type": "Feature", "geometry": small, "properties": {}}},
        {"naam": "Park", "geometry": small},
        {"naam": "Elders", "geometry": square(40)},
    ]
    imported(json.dumps(things), "speelterreinen.json", area_field="area", columns=columns(number="Druk", m2="Ruimte"))
    assert stored() == {("Rabot", "2024"): 2, ("Ledeberg", "2024"): 0}
    assert stored("Ruimte")["Rabot", "2024"] == pytest.approx(2 * 195_000, rel=0.02)
    plan = plan_of(json.dumps(things), "x.json", area_field="area", columns=columns(number="Druk"))
    assert "3 things on a map" in plan.notes[0].text
    assert "1 lie outside the city" in plan.notes[0].text


def test_points_and_features_are_things_as_well():
    point = {"type": "Point", "coordinates": [4.305, 50.805]}
    grid = read_figures(collection(feature(geometry=point), feature()), "bomen.geojson")
    assert [cells[:2] for _line, cells in grid.rows] == [["Ledeberg", 0], ["Rabot", 2]]


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"", "a.csv", "empty"),
        (b"wijk;druk\n", "a.csv", "no rows"),
        (b"\x00\x01\x02", "a.csv", "not text"),
        (b"PK\x03\x04rubbish", "a.xlsx", "damaged"),
        (b"wijk;druk\n7;4", "a.xlsx", "no Excel file"),
        (b'wijk;druk\n"7;4', "a.csv", "quote is not closed"),
        (b"wijken={}", "a.json", "script"),
        (b"[]", "a.json", "no table"),
        (b"[1, 2]", "a.json", "no table"),
        (b"{}", "a.json", "no table"),
        (b'{"a": [1], "b": {}}', "a.json", "no table"),
        (b"null", "a.json", "no table"),
        (b'{"a": {"b": NaN}}', "a.json", "NaN"),
        (b"[" * 100_000, "a.json", "nested far too deep"),
        (b'{"features": []}', "a.geojson", "nothing on this map"),
        (b'[{"geometry": null}]', "a.json", "no borders"),
        (b'[{"geometry": {"type": "Point", "coordinates": []}}]', "a.json", "Thing 1"),
        (b'[{"geometry": {"type": "Point", "coordinates": [1e999, 2]}}]', "a.json", "degrees"),
        (b'[{"geometry": {"type": "Point", "coordinates": [104000, 194000]}}]', "a.json", "degrees"),
    ],
)
def test_what_is_no_table_is_refused_with_a_reason(content, name, reason):
    with pytest.raises(FileRefused, match=reason):
        proposed_of(content, name)


def test_a_number_that_no_computer_holds_is_a_problem():
    assert "“∞” is no number" in problems_of(f'{{"druk": {{"Rabot": 1{"0" * 400}}}}}', "a.json", area_field="area")


@pytest.mark.parametrize("place", range(0, 60, 3))
@pytest.mark.parametrize("byte", [b"\x00", b'"', b"\xff", b";", b"\n", "\u202e".encode(), b"\xed\xa0\x80"])
def test_a_broken_byte_anywhere_is_a_problem_or_a_refusal_never_an_error(place, byte):
    whole = b"wijk;jaar;druk\n7;2024;1,5\n18;2023-2024;x\nRabot;2022;-99997\n"
    broken = whole[:place] + byte + whole[place + 1 :]
    try:
        plan_of(broken, period_field="jaar")
        proposed_of(broken, "a.csv")
    except FileRefused:
        pass
