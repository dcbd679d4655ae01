import datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from jos.shared.tables.cells import NOT_TEXT
from jos.shared.tables.reading import Columns, read_table
from jos.shared.tables.writing import TableFormat, csv_lines, table_response, xlsx_bytes

COLUMNS = Columns(("a", "b"))
NASTY = ["=1+1", "+1", "-1", "@x", "'=x", "'t Verlof", 'a "b"; c,d|e', "a\nb", "a\r\nb", " a ", "é€😀", "_x000D_", "0"]


def as_csv(rows) -> bytes:
    return b"".join(csv_lines(COLUMNS.all, rows))


def as_xlsx(rows) -> bytes:
    return xlsx_bytes(COLUMNS.all, rows)


def read_back(content: bytes) -> list[list[str]]:
    return [list(row.cells.values()) for row in read_table(content, "file", COLUMNS).rows]


@pytest.mark.parametrize("text", NASTY)
def test_a_nasty_cell_comes_back_exactly_from_csv(text):
    assert read_back(as_csv([("x", text)])) == [["x", text]]


@pytest.mark.parametrize("text", [text for text in NASTY if "\r" not in text])  # XML knows one sort of line end
def test_a_nasty_cell_comes_back_exactly_from_excel(text):
    assert read_back(as_xlsx([("x", text)])) == [["x", text]]


@settings(deadline=None)
@given(st.lists(st.tuples(st.just("x"), st.text(max_size=50)), min_size=1, max_size=5))
def test_any_text_comes_back(rows):
    expected = [[a, NOT_TEXT.sub("", b)] for a, b in rows]
    assert read_back(as_csv(rows)) == expected
    no_returns = [(a, b.replace("\r", "")) for a, b in rows]
    assert read_back(as_xlsx(no_returns)) == [[a, NOT_TEXT.sub("", b)] for a, b in no_returns]


def test_csv_is_what_excel_in_belgium_expects():
    content = as_csv([(Decimal("4.5"), datetime.date(2026, 3, 1)), (None, 12)])
    assert content == b"\xef\xbb\xbfa;b\r\n4,5;2026-03-01\r\n;12\r\n"


def test_a_number_below_zero_stays_a_number():
    assert as_csv([(Decimal("-1.45"), -3)]) == b"\xef\xbb\xbfa;b\r\n-1,45;-3\r\n"


def test_a_heading_is_never_a_formula_either():
    assert b"".join(csv_lines(["=1+1"], [])) == b"\xef\xbb\xbf'=1+1\r\n"


def test_text_is_never_a_formula_in_excel(tmp_path):
    (tmp_path / "file.xlsx").write_bytes(as_xlsx([("=1+1", "@SUM(A1)")]))
    sheet = load_workbook(tmp_path / "file.xlsx").active
    assert [cell.data_type for cell in sheet[2]] == ["s", "s"]


def test_numbers_and_dates_are_numbers_and_dates_in_excel(tmp_path):
    (tmp_path / "file.xlsx").write_bytes(as_xlsx([(Decimal("4.5"), datetime.date(2026, 3, 1))]))
    number, day = load_workbook(tmp_path / "file.xlsx").active[2]
    assert number.value == 4.5
    assert day.is_date


def test_csv_leaves_line_by_line():
    def endless():
        while True:
            yield ("a", "b")

    response = table_response("list", TableFormat.CSV, COLUMNS.all, endless())
    assert response.streaming
    assert [next(response.streaming_content) for _line in range(3)][2] == b"a;b\r\n"
    assert response["Content-Disposition"] == 'attachment; filename="list.csv"'
