"""The numbers of a report out to a spreadsheet, and in again."""

import datetime
import re
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from covenants.actions.reports import begun, save_report
from covenants.enums import AgeSplit, CovenantState, Side
from covenants.following_up.asked import Asked, Cell, Measured, report_of
from covenants.following_up.sheet import COLUMNS, plan_sheet, sheet_rows
from covenants.models import Measurement
from jos.shared.drafts import Page, keep
from jos.shared.imports import FileRefused
from jos.shared.tables.writing import csv_lines, xlsx_bytes
from tests.builders import make_neighbourhood
from tests.covenant_builders import make_covenant, make_number, make_period

pytestmark = pytest.mark.django_db


@pytest.fixture
def covenant(organisation):
    areas = make_neighbourhood("Dampoort"), make_neighbourhood("=Ledeberg")
    return make_covenant(organisation, *areas, state=CovenantState.SIGNED)


@pytest.fixture
def reached(covenant):
    return make_number(covenant, name="Bereikte jongeren", age_split=AgeSplit.TWO, by_neighbourhood=True)


@pytest.fixture
def period(covenant, reached):
    return make_period(covenant)


def asked(period) -> Asked:
    return Asked(report_of(period, Side.PARTNER))


def plan(period, *rows: str, header: str = "indicator;ages;neighbourhood;value;measured_on;note"):
    return plan_sheet("\n".join([header, *rows]).encode(), "a.csv", asked(period))


def fill(period, by, numbers) -> None:
    report = begun(period, Side.PARTNER)
    save_report(report=report, numbers=numbers, places={}, version=report.version, by=by)


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_went_out_comes_in_unchanged(member, reached, covenant, period, kind, language):
    area = covenant.neighbourhoods.get(name="=Ledeberg").pk
    said = {
        Cell(reached.pk): Measured(None),
        Cell(reached.pk, "6-15"): Measured(Decimal("12.50"), datetime.date(2026, 3, 1), "=1+1"),
        Cell(reached.pk, "16-25", area): Measured(Decimal(0)),
    }
    fill(period, member, said)
    with translation.override(language):
        rows = list(sheet_rows(asked(period)))
        out = xlsx_bytes(COLUMNS.all, rows) if kind == "xlsx" else b"".join(csv_lines(COLUMNS.all, rows))
        read = plan_sheet(out, f"a.{kind}", asked(period))
    assert len(rows) == 9
    assert read.problems == []
    assert read.numbers == {}


def test_ages_are_no_day_for_a_spreadsheet(period):
    assert {row[3] for row in sheet_rows(asked(period))} == {"", "6-15 years", "16-25 years"}


def test_what_it_would_change_is_said_in_words(member, reached, period):
    fill(period, member, {Cell(reached.pk): Measured(Decimal(20))})
    read = plan(period, f"{reached.pk};;;31,5;1/3/2026;geteld", f"{reached.pk};6–15 jaar;dampoort;?;;")
    assert read.numbers[Cell(reached.pk)] == Measured(Decimal("31.5"), datetime.date(2026, 3, 1), "geteld")
    assert [(change.kind, change.label) for change in read.changes] == [
        ("CHANGED", "Bereikte jongeren"),
        ("NEW", "Bereikte jongeren, Dampoort, 6-15 years"),
    ]
    assert read.changes[0].details[0] == "value: from 20 to 31.5"


def test_an_empty_value_says_nothing_any_more(member, reached, period):
    fill(period, member, {Cell(reached.pk): Measured(Decimal(20))})
    assert plan(period, f"{reached.pk};;;;;").numbers == {Cell(reached.pk): None}


def test_days_and_notes_stay_where_the_file_has_no_such_columns(member, reached, period):
    fill(period, member, {Cell(reached.pk): Measured(Decimal(20), datetime.date(2026, 3, 1), "geteld")})
    read = plan(period, f"{reached.pk};31", header="indicator;value")
    assert read.numbers == {Cell(reached.pk): Measured(Decimal(31), datetime.date(2026, 3, 1), "geteld")}


@pytest.mark.parametrize(
    ("row", "where", "says"),
    [
        ("{key};;;veel;;", "line 2, column value", "“veel” is not a number."),
        ("{key};;;=1+1;;", "line 2, column value", "“=1+1” is not a number."),
        ("{key};;;-3;;", "line 2, column value", "“jongeren” are never less than 0."),
        ("{key};;;n.v.t.;;", "line 2, column value", "? where it is not known, or nothing."),
        ("{key};;;1.234;;", "line 2, column value", "has too many digits"),
        ("{key};;;3;31/12/2025;", "line 2, column measured_on", "lies outside the period"),
        ("{key};;;3;soon;", "line 2, column measured_on", "is not a date"),
        ("{key};;;;;iets", "line 2, column value", "Give the number, or ? where it is not known."),
        ("{key};12-15;;3;;", "line 2, column indicator", "is not asked so finely"),
        ("{key};jong;;3;;", "line 2, column ages", "“jong” are no ages."),
        ("{key};;Nergens;3;;", "line 2, column neighbourhood", "is no neighbourhood of this report"),
        ("{key};;;3;;\n{key};;Nergens;3;;", "line 3, column neighbourhood", "is no neighbourhood of this report"),
        ("999999;;;3;;", "line 2, column indicator", "Take the sheet of this report."),
        ("{key};;;3;;\n{key};;;4;;", "line 3, column indicator", "stands in line 2 as well"),
        ("{key};;;3;;" + "x" * 301, "line 2, column note", "300 is the most"),
        ("{key};;;31;;\n{key};6-15;;20;;\n{key};16-25;;10;;", "Bereikte jongeren", "The parts add up to 30"),
    ],
)
def test_a_row_that_is_wrong_is_named_and_nothing_is_written(reached, period, row, where, says):
    read = plan(period, *row.format(key=reached.pk).split("\n"))
    assert [problem.where for problem in read.problems] == [where]
    assert says in read.problems[0].text


def test_no_sheet_of_ours_is_refused(period):
    with pytest.raises(FileRefused, match="These columns are missing: value"):
        plan(period, "a;b", header="indicator;b")


def test_a_file_that_is_far_too_long_is_refused_at_once(reached, period):
    """Not read row by row, to name 100,000 of them."""
    with pytest.raises(FileRefused, match="has 100000 rows, the report asks 9 numbers"):
        plan(period, *[f"{reached.pk};;;3;;"] * 100_000)


def upload(client, period, *rows: str):
    lines = "\n".join(["indicator;ages;neighbourhood;value", *rows]).encode()
    address = reverse("report_sheet_in", args=[period.covenant.slug, period.pk])
    return client.post(address, {"file": SimpleUploadedFile("a.csv", lines)})


def confirm(client, period, page):
    address = reverse("report_sheet_in", args=[period.covenant.slug, period.pk])
    changes = re.search(r'name="changes" value="([^"]+)"', page.text)[1]
    return client.post(address, {"changes": changes}, follow=True)


def test_nothing_is_written_before_somebody_saw_it(sign_in, member, reached, period):
    client = sign_in(member)
    page = upload(client, period, f"{reached.pk};;;31", f"{reached.pk};6-15;;?")
    assert "value: from nothing to 31" in page.text
    assert not Measurement.objects.exists()
    confirm(client, period, page)
    assert asked(period).measured == {
        Cell(reached.pk): Measured(Decimal(31)), Cell(reached.pk, "6-15"): Measured(None),
    }  # fmt: skip


def test_what_was_shown_is_written_over_what_it_was_shown_with(sign_in, member, coordinator, reached, period):
    client = sign_in(member)
    page = upload(client, period, f"{reached.pk};;;31")
    fill(period, coordinator, {Cell(reached.pk): Measured(Decimal(28))})
    assert "A colleague changed the report meanwhile." in confirm(client, period, page).text
    assert Measurement.objects.get().value == 28


def test_what_was_typed_in_the_report_is_saved_before_a_file_comes_beside_it(sign_in, member, reached, period):
    client, report = sign_in(member), reverse("report", args=[period.covenant.slug, period.pk])
    keep(Page(member.pk, report), {"how_it_went": ["Goed."]})
    page = client.get(reverse("report_sheet_in", args=[period.covenant.slug, period.pk]), follow=True)
    assert page.redirect_chain == [(report, 302)]
    assert "Save it first, then read the spreadsheet in." in page.text
    assert "Goed." in page.text


def test_a_file_that_is_refused_offers_nothing_to_write(sign_in, member, reached, period):
    page = upload(sign_in(member), period, f"{reached.pk};;;31", f"{reached.pk};;Nergens;3")
    assert "line 3, column neighbourhood" in page.text
    assert 'name="changes"' not in page.text


@pytest.mark.parametrize("changes", ["", "x", "eyJhIjoxfQ:abc:def"])
def test_changes_that_were_not_shown_are_refused(sign_in, member, period, changes):
    address = reverse("report_sheet_in", args=[period.covenant.slug, period.pk])
    assert sign_in(member).post(address, {"changes": changes}).status_code == 400


def test_changes_of_another_report_are_refused(sign_in, member, covenant, reached, period):
    client = sign_in(member)
    page = upload(client, period, f"{reached.pk};;;31")
    other = make_period(covenant, datetime.date(2026, 7, 1))
    assert confirm(client, other, page).status_code == 400
    assert not Measurement.objects.exists()
