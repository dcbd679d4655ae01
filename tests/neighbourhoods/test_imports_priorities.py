import datetime

import pytest
from django.core.management import CommandError, call_command

from jos.shared.imports import ChangeKind
from neighbourhoods.enums import DecisionStage
from neighbourhoods.imports.priorities import apply_priorities, plan_priorities
from neighbourhoods.management.commands import import_priorities
from neighbourhoods.models import PriorityDecision
from tests.builders import make_circle, make_neighbourhood, make_priority

pytestmark = pytest.mark.django_db
HEADER = "area;valid_from;valid_until;reasons;decided_by\n"


@pytest.fixture(autouse=True)
def north():
    neighbourhood = make_neighbourhood("Noord", code="01")
    make_circle(neighbourhood, name="Water")
    return neighbourhood


def plan(rows: str):
    return plan_priorities((HEADER + rows).encode(), "priorities.csv", {})


def run(rows: str, by=None):
    planned = plan(rows)
    assert not planned.problems
    apply_priorities(planned, by=by)
    return planned


def changes(planned, kind: ChangeKind) -> dict[str, tuple[str, ...]]:
    return {change.label: change.details for change in planned.of_kind(kind)}


def test_a_decision_is_about_a_neighbourhood_or_a_circle(staff):
    run('01;1/1/2026;;"Veel jongeren.\nWeinig aanbod.";College\nwater;2026-02-01;31/12/2026;Druk;Raad', by=staff)
    first, second = PriorityDecision.objects.order_by("valid_from")
    assert (str(first.area), first.valid_until, first.decided_by) == ("Noord", None, "College")
    assert first.reasons == "Veel jongeren.\nWeinig aanbod."
    assert (str(second.area), second.valid_until) == ("Water", datetime.date(2026, 12, 31))
    assert first.recorded_by == first.history.get().history_user == staff


def test_the_same_file_again_changes_nothing():
    rows = '01;1/1/2026;;"Veel\njongeren";College\nWater;1/1/2026;;Druk;Raad'
    run(rows)
    assert run(rows).is_empty
    assert PriorityDecision.history.count() == 2


def plan_with(columns: str, row: str):
    text = f"area;valid_from;reasons;decided_by;{columns}\n01;2026-01-01;Druk;Raad;{row}"
    return plan_priorities(text.encode(), "priorities.csv", {})


def test_a_file_may_say_when_it_was_decided_by_which_number_and_what(north):
    planned = plan_with("decided_on;council_number;is_priority", "15/12/2025;2025_GR_112;nee")
    apply_priorities(planned, by=None)
    decision = PriorityDecision.objects.get()
    assert (decision.decided_on, decision.council_number) == (datetime.date(2025, 12, 15), "2025_GR_112")
    assert (decision.is_priority, decision.stage) == (False, DecisionStage.DECIDED)


@pytest.mark.parametrize(("said", "first"), [("", True), ("ja", True), ("0", False)])
def test_an_area_in_the_file_comes_first_unless_it_says_otherwise(north, said, first):
    apply_priorities(plan_with("is_priority", said), by=None)
    assert PriorityDecision.objects.get().is_priority is first


@pytest.mark.parametrize(
    ("columns", "row", "why"),
    [("is_priority", "misschien", "not yes or no"), ("council_number", "9" * 61, "60"), ("decided_on", "ooit", "date")],
)
def test_what_is_wrong_in_an_optional_column_is_said(north, columns, row, why):
    (problem,) = plan_with(columns, row).problems
    assert why in problem.text
    assert problem.where == f"line 2, column {columns}"


@pytest.mark.parametrize("stage", ["PROPOSAL", "CONSULTATION", "WITHDRAWN"])
def test_a_file_never_touches_what_was_not_decided(north, stage):
    start = datetime.date(2026, 1, 1)
    proposal = make_priority(north, stage=stage, valid_from=start, reasons="Voorstel", comments_until=start)
    planned = run("01;2026-01-01;;Druk;Raad")
    assert list(changes(planned, ChangeKind.NEW)) == ["Noord from 1 January 2026"]
    assert not changes(planned, ChangeKind.MISSING)
    proposal.refresh_from_db()
    assert (proposal.stage, proposal.reasons, proposal.version) == (stage, "Voorstel", 1)
    assert PriorityDecision.objects.count() == 2


def test_a_decision_is_found_by_its_area_and_first_day(north):
    make_priority(north, valid_from=datetime.date(2026, 1, 1), reasons="Eerst", decided_by="College")
    planned = run("01;2026-01-01;2026-12-31;Later;College")
    assert changes(planned, ChangeKind.CHANGED) == {
        "Noord from 1 January 2026": ("until: from nothing to 31 December 2026", "reasons: from Eerst to Later")
    }
    decision = PriorityDecision.objects.get()
    assert (decision.reasons, decision.valid_until) == ("Later", datetime.date(2026, 12, 31))


def test_decisions_that_are_not_in_the_file_are_only_mentioned(north):
    make_priority(north, valid_from=datetime.date(2020, 1, 1), valid_until=datetime.date(2020, 12, 31))
    planned = run("01;2026-01-01;;Nu;College")
    assert list(changes(planned, ChangeKind.MISSING)) == ["Noord from 1 January 2020"]
    assert PriorityDecision.objects.count() == 2


def test_a_file_without_an_end_leaves_the_end_alone(north):
    make_priority(north, valid_from=datetime.date(2026, 1, 1), valid_until=datetime.date(2026, 6, 30))
    text = "area;valid_from;reasons;decided_by\n01;2026-01-01;Nieuw;College\n01;2026-07-01;Nieuw;College"
    planned = plan_priorities(text.encode(), "priorities.csv", {})
    apply_priorities(planned, by=None)
    assert [decision.valid_until for decision in PriorityDecision.objects.order_by("valid_from")] == [
        datetime.date(2026, 6, 30),
        None,
    ]


@pytest.mark.parametrize(
    ("rows", "where", "why"),
    [
        (";1/1/2026;;Druk;Raad", "line 2, column area", "Fill this in"),
        ("Zee;1/1/2026;;Druk;Raad", "line 2, column area", "“Zee”"),
        ("01;;;Druk;Raad", "line 2, column valid_from", "Fill this in"),
        ("01;1/1/2026;nooit;Druk;Raad", "line 2, column valid_until", "not a date"),
        ("01;1/1/2026;31/12/2025;Druk;Raad", "line 2, column valid_until", "before"),
        ("01;1/1/2026;;;Raad", "line 2, column reasons", "Fill this in"),
        ("01;1/1/2026;;Druk;", "line 2, column decided_by", "Fill this in"),
        ("01;1/1/2026;;Druk;Raad\n01;2026-01-01;;Druk;Raad", "line 3, column area", "Line 2"),
        ("01;1/3/2026;;Druk;Raad\n01;1/1/2026;1/3/2026;Druk;Raad", "line 2, column valid_from", "from 1 January 2026"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(rows, where, why):
    (problem,) = plan(rows).problems
    assert problem.where == where
    assert why in problem.text


def test_an_overlap_with_a_recorded_decision_names_it(north):
    make_priority(north, valid_from=datetime.date(2020, 1, 1))
    make_priority(north, valid_from=datetime.date(2010, 1, 1), valid_until=datetime.date(2011, 1, 1))
    (problem,) = plan("01;2026-01-01;;Druk;Raad").problems
    assert "the decision about Noord from 1 January 2020, without an end." in problem.text
    assert not plan("Water;2026-01-01;;Druk;Raad").problems
    assert not plan("01;2020-01-01;2025-12-31;Druk;Raad\n01;2026-01-01;;Druk;Raad").problems


def test_a_code_that_is_also_a_circle_is_refused(north):
    make_circle(north, name="01")
    (problem,) = plan("01;2026-01-01;;Druk;Raad").problems
    assert "the name of a circle" in problem.text


def test_what_clashes_with_a_decision_of_a_moment_ago_is_not_written(north, tmp_path, monkeypatch):
    file = tmp_path / "priorities.csv"
    file.write_text(HEADER + "01;2026-01-01;;Druk;Raad")

    def apply_late(planned, *, by):
        make_priority(north, valid_from=datetime.date(2025, 1, 1))
        apply_priorities(planned, by=by)

    monkeypatch.setattr(import_priorities, "apply_priorities", apply_late)
    with pytest.raises(CommandError, match="Nothing was written: the data changed meanwhile"):
        call_command("import_priorities", str(file))
    assert not PriorityDecision.objects.filter(reasons="Druk").exists()


def test_a_change_is_the_next_version(north):
    decision = make_priority(north, valid_from=datetime.date(2026, 1, 1))
    run("01;2026-01-01;;Later;College")
    decision.refresh_from_db()
    assert (decision.reasons, decision.version) == ("Later", 2)


def test_the_command_writes_all_or_nothing(tmp_path):
    file = tmp_path / "priorities.csv"
    file.write_text(HEADER + "01;2026-01-01;;Druk;Raad\nZee;2026-01-01;;Druk;Raad")
    with pytest.raises(CommandError, match="line 3, column area"):
        call_command("import_priorities", str(file))
    assert not PriorityDecision.objects.exists()
    file.write_text(HEADER + "01;2026-01-01;;Druk;Raad")
    call_command("import_priorities", str(file), "--dry-run")
    assert not PriorityDecision.objects.exists()
    call_command("import_priorities", str(file))
    assert PriorityDecision.objects.count() == 1
