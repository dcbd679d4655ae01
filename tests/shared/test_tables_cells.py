import contextlib
import datetime
from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from jos.shared.tables import cells
from organisations.enums import OrganisationKind, WorkForm


@given(st.text())
def test_a_guarded_cell_is_no_formula_and_reads_back_exactly(text):
    assert cells.guard(text)[:1] not in tuple("=+-@\t\r\n")
    assert cells.unguard(cells.guard(text)) == text


@pytest.mark.parametrize("text", ["=1+1", "+32 9", "-", "@x", "\tx", "'=1", "''@x"])
def test_every_start_of_a_formula_is_guarded(text):
    assert cells.guard(text) == f"'{text}"


def test_an_apostrophe_of_a_name_is_left_alone():
    assert cells.guard("'t Verlof") == cells.unguard("'t Verlof") == "'t Verlof"


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2200, 12, 31)))
def test_a_date_reads_in_each_notation(day):
    for text in (day.isoformat(), f"{day.day}/{day.month}/{day.year}", f" {day:%d-%m-%Y} ", f"{day:%d.%m.%Y}"):
        assert cells.date(text) == day


@pytest.mark.parametrize(
    "text", ["2026-03-01 00:00:00", "2026-03-01T00:00:00.000", "1/03/2026 0:00:00", "1/3/2026 0:00"]
)
def test_midnight_behind_a_date_says_nothing(text):
    assert cells.date(text) == datetime.date(2026, 3, 1)


@pytest.mark.parametrize(
    "text",
    ["2026", "2026-03-01 14:30", "00:00", "31/2/2026", "2026-13-01", "1/3/26", "morgen", "0001-01-01", "٢/٣/2026x"],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r"2026-03-01 or 1/3/2026"):
        cells.date(text)


@pytest.mark.parametrize(
    ("text", "hours"),
    [("4", 4), ("4.5", Decimal("4.5")), (" 4,50 ", Decimal("4.5")), ("0", 0), ("168", 168), ("?", "?"), ("", None)],
)
def test_hours_read_with_point_or_comma(text, hours):
    assert cells.hours(text) == hours


@pytest.mark.parametrize("text", ["-1", "169", "4u", "1.234,5", "4.567", "x", "1e2", "NaN", "99999999999", "４"])
def test_what_are_no_hours_is_refused(text):
    with pytest.raises(ValueError, match="hours a week"):
        cells.hours(text)


@given(st.text())
def test_no_text_breaks_a_parser(text):
    for parse in (cells.date, cells.hours, cells.age, cells.choice_of(WorkForm), cells.required(cells.tidy)):
        with contextlib.suppress(ValueError):
            parse(text)


def test_ages_are_whole_numbers_up_to_99():
    assert [cells.age(text) for text in ("", "0", " 12 ", "99")] == [None, 0, 12, 99]
    for text in ("100", "-1", "12.5", "x"):
        with pytest.raises(ValueError, match="not an age"):
            cells.age(text)


def test_a_choice_reads_by_code_and_by_its_name_in_each_language():
    parse = cells.choice_of(OrganisationKind)
    for language in ("nl", "en"):
        with translation.override(language):
            names = {choice: str(choice.label) for choice in OrganisationKind}
        assert {choice: parse(f" {name.upper()} ") for choice, name in names.items()} == {
            c: c for c in OrganisationKind
        }
    assert parse("youth_WORK") == OrganisationKind.YOUTH_WORK
    assert parse("") == ""


def test_an_unknown_choice_names_the_known_ones():
    with pytest.raises(ValueError, match="“bike” is not one of: FIXED, MOBILE, OUTREACH"):
        cells.choice_of(WorkForm)("bike")


def test_names_are_the_same_whatever_their_capitals_and_spaces():
    assert cells.same("  De\tKRING \x07 vzw") == cells.same("de kring vzw")
    assert cells.same("De Kring") != cells.same("De-Kring")
