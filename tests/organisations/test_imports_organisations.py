import datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from jos.shared.imports import ChangeKind
from organisations.enums import OrganisationKind
from organisations.imports.organisations import apply_organisations, plan_organisations
from organisations.models import Organisation
from tests.builders import make_organisation

pytestmark = pytest.mark.django_db
HEADER = "name;kind;company_number;website;charter_signed_on\n"


def plan(text: str):
    return plan_organisations(text.encode(), "organisations.csv", {})


def run(text: str, by=None):
    planned = plan(text)
    assert not planned.problems
    apply_organisations(planned, by=by)
    return planned


def problems(text: str) -> list[tuple[str, str]]:
    planned = plan(text)
    assert not planned.changes
    return [(problem.where, problem.text) for problem in planned.problems]


def changes(planned, kind: ChangeKind) -> dict[str, tuple[str, ...]]:
    return {change.label: change.details for change in planned.of_kind(kind)}


def test_a_new_organisation_gets_all_its_facts(staff):
    run(HEADER + "De Kring vzw;YOUTH_WORK;BE 0400.378.485;www.kring.example;1/3/2026", by=staff)
    organisation = Organisation.objects.get()
    assert (organisation.name, organisation.slug, organisation.kind) == ("De Kring vzw", "de-kring-vzw", "YOUTH_WORK")
    assert organisation.company_number == "0400378485"
    assert organisation.website == "https://www.kring.example"
    assert organisation.charter_signed_on == datetime.date(2026, 3, 1)
    assert organisation.history.get().history_user == staff


def test_the_same_file_again_changes_nothing():
    text = HEADER + "De Kring vzw;YOUTH_WORK;0400378485;;2026-03-01\nLos;SELF_ORGANISATION;;;\n"
    run(text)
    again = run(text)
    assert again.is_empty
    assert again.counts()["UNCHANGED"] == 2
    assert Organisation.history.count() == 2


def test_kinds_are_read_by_their_names_on_screen_in_either_language():
    with translation.override("nl"):
        dutch = str(OrganisationKind.SELF_ORGANISATION.label)
    run(f"name,kind\nEen,{dutch.upper()}\nTwee,city service\nDrie,Sport\n")
    assert [each.kind for each in Organisation.objects.order_by("id")] == ["SELF_ORGANISATION", "CITY_SERVICE", "SPORT"]


def test_an_organisation_is_found_by_its_number_and_renamed():
    make_organisation("De Kring", company_number="0400378485")
    planned = run(HEADER + "De Ring;YOUTH_WORK;0400.378.485;;")
    assert changes(planned, ChangeKind.CHANGED) == {"De Kring": ("name: from De Kring to De Ring",)}
    assert Organisation.objects.get().name == "De Ring"


def test_an_organisation_is_found_by_its_name_whatever_the_capitals():
    organisation = make_organisation("De Kring")
    planned = run(HEADER + "De  kring;SPORT;0400.378.485;;")
    assert changes(planned, ChangeKind.CHANGED)["De Kring"] == (
        "name: from De Kring to De kring",
        "kind: from Youth work to Sport",
        "company number: from nothing to 0400.378.485",
    )
    organisation.refresh_from_db()
    assert (organisation.kind, organisation.version) == ("SPORT", 2)


def test_an_empty_cell_clears_and_an_absent_column_leaves_alone():
    make_organisation("De Kring", website="https://kring.example", charter_signed_on=datetime.date(2026, 3, 1))
    planned = run("name;kind;website\nDe Kring;YOUTH_WORK;\n")
    assert changes(planned, ChangeKind.CHANGED) == {"De Kring": ("website: from https://kring.example to nothing",)}
    organisation = Organisation.objects.get()
    assert (organisation.website, organisation.charter_signed_on) == ("", datetime.date(2026, 3, 1))


def test_organisations_that_are_not_in_the_file_are_only_mentioned():
    make_organisation("De Overkant")
    planned = run("name;kind\nDe Kring;SPORT")
    assert changes(planned, ChangeKind.MISSING) == {"De Overkant": ()}
    assert Organisation.objects.count() == 2


@pytest.mark.parametrize(
    ("row", "where", "why"),
    [
        (";SPORT;;;", "line 2, column name", "Fill this in"),
        ("De Kring;;;;", "line 2, column kind", "Fill this in"),
        ("De Kring;BIKE;;;", "line 2, column kind", "not one of"),
        ("De Kring;SPORT;0400378486;;", "line 2, column company_number", "not a Belgian company number"),
        ("De Kring;SPORT;;javascript:alert(1);", "line 2, column website", "valid URL"),
        ("De Kring;SPORT;;info@kring.example;", "line 2, column website", "valid URL"),
        ("De Kring;SPORT;;;31/2/2026", "line 2, column charter_signed_on", "is not a date"),
        (f"{'x' * 201};SPORT;;;", "line 2, column name", "200 is the most"),
        ("De Kring;SPORT;;;;x", "line 2", "more cells"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(row, where, why):
    ((found, text),) = problems(HEADER + row)
    assert found == where
    assert why in text


@pytest.mark.parametrize(
    "rows",
    [
        "De Kring;SPORT;;;\nde  KRING;SPORT;;;",
        "De Kring;SPORT;0400378485;;\nIets anders;SPORT;400.378.485;;",
        "De Kring;SPORT;0400378485;;\nDe Kring;SPORT;;;",
    ],
)
def test_the_same_organisation_twice_is_refused_with_both_lines(rows):
    ((where, text),) = problems(HEADER + rows)
    assert where.startswith("line 3")
    assert "line 2" in text


def test_the_same_name_with_two_numbers_is_two_organisations():
    text = HEADER + "Chiro;SPORT;0400378485;;\nChiro;SPORT;0202239951;;"
    run(text)
    assert run(text).is_empty
    assert Organisation.objects.count() == 2


def test_a_number_of_one_and_the_name_of_another_is_refused():
    make_organisation("De Kring", company_number="0400378485")
    make_organisation("De Overkant")
    ((where, text),) = problems(HEADER + "De Overkant;SPORT;0400378485;;")
    assert where == "line 2, column company_number"
    assert "De Kring" in text


def test_a_name_that_several_have_is_refused():
    make_organisation("Chiro")
    make_organisation("Chiro")
    assert "Several organisations" in problems(HEADER + "Chiro;SPORT;;;")[0][1]


def test_likely_duplicates_are_noted():
    make_organisation("De Kring vzw")
    notes = plan("name;kind\nKring;SPORT\nVZW Kring;SPORT\nZuid;SPORT").notes
    assert [note.where for note in notes] == ["line 2, column name", "line 3, column name"]
    assert notes[0].text.startswith("Kring looks like De Kring vzw")


def test_a_preview_costs_one_query_however_long_the_file(django_assert_num_queries):
    for number in (3, 300):
        rows = "".join(f"Organisatie {each};SPORT\n" for each in range(number))
        with django_assert_num_queries(1):
            plan("name;kind\n" + rows)


def command(tmp_path, text: str, *arguments: str) -> str:
    file = tmp_path / "organisations.csv"
    file.write_text(text)
    output = StringIO()
    call_command("import_organisations", str(file), *arguments, stdout=output)
    return output.getvalue()


def test_the_command_shows_the_preview_and_writes(tmp_path):
    output = command(tmp_path, "name;kind\nDe Kring;SPORT")
    assert "new: 1\n  De Kring: Sport\n" in output
    assert "Written." in output
    assert Organisation.objects.count() == 1


def test_a_dry_run_writes_nothing(tmp_path):
    output = command(tmp_path, "name;kind\nDe Kring;SPORT", "--dry-run")
    assert "new: 1" in output
    assert "nothing was written" in output
    assert not Organisation.objects.exists()


def test_the_command_refuses_with_every_problem_and_writes_nothing(tmp_path):
    with pytest.raises(CommandError) as error:
        command(tmp_path, "name;kind\nDe Kring;SPORT\n;SPORT\nDe Ring;BIKE")
    assert "line 3, column name: Fill this in." in str(error.value)
    assert "line 4, column kind: “BIKE” is not one of" in str(error.value)
    assert not Organisation.objects.exists()


def test_the_command_refuses_what_is_no_table(tmp_path):
    with pytest.raises(CommandError, match=r"Nothing was written\. This file is empty\."):
        command(tmp_path, "")
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("import_organisations", str(tmp_path / "absent.csv"))
