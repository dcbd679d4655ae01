import pytest
from django.core.management import CommandError, call_command

from jos.shared.imports import ChangeKind
from neighbourhoods.imports.circles import apply_circles, plan_circles
from neighbourhoods.models import MovementCircle
from tests.builders import make_circle, make_neighbourhood

pytestmark = pytest.mark.django_db
HEADER = "circle;neighbourhood_code\n"


@pytest.fixture(autouse=True)
def city():
    return [make_neighbourhood(name, code=f"0{number}") for number, name in enumerate(["Noord", "Zuid", "Oost"])]


def plan(rows: str):
    return plan_circles((HEADER + rows).encode(), "circles.csv", {})


def run(rows: str, by=None):
    planned = plan(rows)
    assert not planned.problems
    apply_circles(planned, by=by)
    return planned


def changes(planned, kind: ChangeKind) -> dict[str, tuple[str, ...]]:
    return {change.label: change.details for change in planned.of_kind(kind)}


def composition() -> dict[str, list[str]]:
    circles = MovementCircle.objects.prefetch_related("neighbourhoods")
    return {circle.name: [each.name for each in circle.neighbourhoods.all()] for circle in circles}


def test_circles_are_made_and_may_overlap(staff):
    planned = run("Water;00\nSpoor;01\nwater;01\n", by=staff)
    assert changes(planned, ChangeKind.NEW) == {"Water": ("Noord, Zuid",), "Spoor": ("Zuid",)}
    assert composition() == {"Water": ["Noord", "Zuid"], "Spoor": ["Zuid"]}
    water = MovementCircle.objects.get(slug="water")
    assert {record.history_user for record in water.history.all()} == {staff}
    assert water.history.latest().neighbourhoods.count() == 2


def test_the_same_file_again_changes_nothing():
    run("Water;00\nWater;01\n")
    records = MovementCircle.history.count()
    assert run("Water;01\nWATER;00\n").is_empty
    assert MovementCircle.history.count() == records


def test_the_file_is_the_whole_composition_of_its_circles(city):
    make_circle(city[0], city[1], name="Water")
    make_circle(city[2], name="Spoor")
    planned = run("Water;01\nWater;02\n")
    assert MovementCircle.objects.get(name="Water").version == 2
    assert changes(planned, ChangeKind.CHANGED) == {"Water": ("with Oost", "without Noord")}
    assert changes(planned, ChangeKind.MISSING) == {"Spoor": ()}
    assert composition() == {"Water": ["Oost", "Zuid"], "Spoor": ["Oost"]}


@pytest.mark.parametrize(
    ("rows", "where", "why"),
    [
        (";00", "line 2, column circle", "Fill this in"),
        ("Water;", "line 2, column neighbourhood_code", "Fill in the code"),
        ("Water;0", "line 2, column neighbourhood_code", "the code “0”"),
        ("Water;00\nWater;00", "line 3, column neighbourhood_code", "line 2"),
        (f"{'x' * 121};00", "line 2, column circle", "120 is the most"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(rows, where, why):
    (problem,) = plan(rows).problems
    assert problem.where == where
    assert why in problem.text


def test_the_command_writes_all_or_nothing(tmp_path):
    file = tmp_path / "circles.csv"
    file.write_text(HEADER + "Water;00\nWater;99")
    with pytest.raises(CommandError, match="line 3, column neighbourhood_code"):
        call_command("import_circles", str(file))
    assert not composition()
    file.write_text(HEADER + "Water;00")
    call_command("import_circles", str(file), "--dry-run")
    assert not composition()
    call_command("import_circles", str(file))
    assert composition() == {"Water": ["Noord"]}
