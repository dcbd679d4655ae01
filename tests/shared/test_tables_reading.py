import contextlib
import datetime
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from jos.shared.imports import FileRefused
from jos.shared.tables.reading import Columns, read_table
from jos.shared.tables.writing import xlsx_bytes

COLUMNS = Columns(("name", "kind", "website"), optional=("website",))


def read(content: str | bytes, name: str = "file.csv"):
    return read_table(content.encode() if isinstance(content, str) else content, name, COLUMNS)


def cells_of(table) -> list[list[str]]:
    return [list(row.cells.values()) for row in table.rows]


def excel(*rows) -> bytes:
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimiter_and_encoding_are_found(delimiter, encoding):
    text = f'name{delimiter}kind\n"Café {delimiter} “De Ruimte”"{delimiter}SPORT\n'
    assert cells_of(read(text.encode(encoding))) == [[f"Café {delimiter} “De Ruimte”", "SPORT"]]


def test_big_endian_utf_16_is_found():
    assert cells_of(read(b"\xfe\xff" + "name;kind\né;b".encode("utf-16-be"))) == [["é", "b"]]


def test_the_header_is_free_in_order_capitals_and_spaces():
    assert cells_of(read(" KIND ; Website;Name\nSPORT;;De Kring")) == [["De Kring", "SPORT", ""]]


def test_a_delimiter_in_an_unknown_column_does_not_mislead():
    assert cells_of(read("a,b,c,d;name;kind\nx;De Kring;SPORT")) == [["De Kring", "SPORT"]]


def test_the_hint_of_excel_is_skipped():
    table = read("sep=,\r\nname,kind\r\na,b\r\n")
    assert cells_of(table) == [["a", "b"]]
    assert table.rows[0].line == 3


def test_lines_are_counted_as_an_editor_counts_them():
    table = read('\nname;kind\n\n"a\nb";c\n;\nd;e\n')
    assert [(row.line, row.cells["name"]) for row in table.rows] == [(4, "a\nb"), (7, "d")]


def test_an_unknown_column_is_noted():
    assert [note.text for note in read("name;kind;colour\na;b;c").notes] == ["Columns not used: colour."]


def test_a_missing_column_is_named():
    with pytest.raises(FileRefused, match=r"missing: kind\..*name; kind; website"):
        read("name;sort\na;b")


def test_a_column_that_is_there_twice_is_refused():
    with pytest.raises(FileRefused, match="twice: name"):
        read("name;kind;NAME\na;b;c")


def test_a_row_with_more_cells_than_the_header_is_a_problem():
    (problem,) = read("name;kind\nDe Kring; Gent;SPORT\nb;c;;\n").problems
    assert problem.where == "line 2"
    assert "quotes" in problem.text


def test_a_short_row_has_empty_cells():
    assert cells_of(read("name;kind;website\na")) == [["a", "", ""]]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"\n \n;;\n", "empty"),
        (b"name;kind\n", "no rows"),
        (b"name;kind\n;\n", "no rows"),
        (b"name;kind\na\x00;b", "not text"),
        ("name;kind\na;b".encode("utf-16-le"), "not text"),
        (b"\xff\xfename", "missing"),
        (b"name;kind\n\x81\x8d;b", "not text"),
        (b'name;kind\n"a;b', "Line 2 cannot be read"),
        (b"name;kind\n" + b"x" * 200_000 + b";b", "Line 2 cannot be read"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Excel"),
        (b"PK\x03\x04 and more", "damaged"),
        (b"%PDF-1.7", "missing"),
    ],
)
def test_what_is_no_table_is_refused_with_a_reason(content, why):
    with pytest.raises(FileRefused, match=why):
        read(content)


def test_a_file_that_is_only_called_xlsx_is_refused():
    with pytest.raises(FileRefused, match="no Excel file"):
        read("name;kind\na;b", name="file.XLSX")


def test_a_file_over_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr("django.conf.settings.FILE_UPLOAD_MAX_MB", 0)
    with pytest.raises(FileRefused, match="larger than 0 MB"):
        read("name;kind\na;b")


def test_a_file_with_far_too_many_rows_is_refused(monkeypatch):
    monkeypatch.setattr("jos.shared.tables.reading.MOST_ROWS", 2)
    assert len(read("name;kind\na;b\nc;d").rows) == 2
    with pytest.raises(FileRefused, match="more than 2 rows"):
        read("name;kind\na;b\nc;d\ne;f")


def test_excel_gives_text_whatever_the_cell_is():
    content = excel(
        ["Name", "Kind", "Website"],
        ["=1+1", 6.0, 4.5],
        [],
        [datetime.datetime(2026, 3, 1), 440211, None],
        [True, datetime.time(14), "#N/A"],
    )
    table = read(content, name="anything")
    assert cells_of(table) == [
        ["=1+1", "6", "4.5"],
        ["2026-03-01", "440211", ""],
        ["True", "14:00:00", "#N/A"],
    ]
    assert [row.line for row in table.rows] == [2, 4, 5]


def repacked(content: bytes, replace: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, replace.get(name, old.read(name)))
    return buffer.getvalue()


def test_a_sheet_with_an_entity_bomb_is_refused():
    bomb = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
    with pytest.raises(FileRefused, match="cannot be read as a spreadsheet"):
        read(repacked(excel(["name", "kind"], ["a", "b"]), {"xl/worksheets/sheet1.xml": bomb}))


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="999999999"><c r="A999999999" t="inlineStr"><is><t>x</t></is></c></row>',
        '<row r="1"><c r="XFD1"/></row>',
    ],
)
def test_a_sheet_that_claims_to_be_endless_is_refused(cells):
    sheet = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{cells}</sheetData></worksheet>'
    with pytest.raises(FileRefused, match="too large"):
        read(repacked(excel(["name"]), {"xl/worksheets/sheet1.xml": sheet.encode()}))


def test_a_sheet_that_claims_to_be_smaller_than_it_is_is_read_whole():
    with zipfile.ZipFile(io.BytesIO(content := excel(["name", "kind"], ["a", "b"], ["c", "d"]))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    lying = sheet.replace(b'<dimension ref="A1:B3"', b'<dimension ref="A1:A2"')
    assert lying != sheet
    assert cells_of(read(repacked(content, {"xl/worksheets/sheet1.xml": lying}))) == [["a", "b"], ["c", "d"]]


@pytest.mark.parametrize(
    ("kept", "shown"), [("0.30000000000000004", "0.3"), ("4.5", "4.5"), ("11.0", "11"), ("400378485", "400378485")]
)
def test_a_number_reads_as_a_sheet_shows_it(kept, shown):
    with zipfile.ZipFile(io.BytesIO(content := excel(["name", "kind"], ["a", 7]))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").replace(b"<v>7</v>", f"<v>{kept}</v>".encode())
    assert cells_of(read(repacked(content, {"xl/worksheets/sheet1.xml": sheet}))) == [["a", shown]]


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(content):
    for start in (b"", b"name;kind\n", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbfname,kind\n"):
        with contextlib.suppress(FileRefused):
            assert read(start + content).rows


@settings(deadline=None)
@given(st.sampled_from(["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"]), st.data())
def test_no_damage_to_a_spreadsheet_breaks_the_reader(part, data):
    content = xlsx_bytes(("name", "kind"), [("a", 4), ("b", datetime.date(2026, 3, 1))])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = bytearray(archive.read(part))
    start = data.draw(st.integers(0, len(xml)))
    xml[start : start + data.draw(st.integers(0, 20))] = data.draw(st.binary(max_size=5))
    with contextlib.suppress(FileRefused):
        assert read(repacked(content, {part: bytes(xml)})).rows
