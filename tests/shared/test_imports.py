import pytest

from jos.shared.imports import Change, ChangeKind, Plan, Problem, difference

NEW = Change(ChangeKind.NEW, "Dampoort")


def test_a_plan_counts_every_kind_of_change():
    plan = Plan(changes=[NEW, NEW, Change(ChangeKind.UNCHANGED, "Ledeberg")])
    assert plan.counts() == {"NEW": 2, "CHANGED": 0, "UNCHANGED": 1, "MISSING": 0}
    assert plan.of_kind(ChangeKind.UNCHANGED) == [Change(ChangeKind.UNCHANGED, "Ledeberg")]


@pytest.mark.parametrize(
    ("kind", "empty"),
    [
        (ChangeKind.NEW, False),
        (ChangeKind.CHANGED, False),
        (ChangeKind.UNCHANGED, True),
        (ChangeKind.MISSING, True),
    ],
)
def test_a_plan_is_empty_when_there_is_nothing_to_write(kind, empty):
    assert Plan(changes=[Change(kind, "Dampoort")]).is_empty is empty


def test_a_problem_refuses_and_a_note_does_not():
    assert Plan(problems=[Problem("line 2", "wrong")]).is_refused
    assert not Plan(notes=[Problem("line 2", "odd")]).is_refused


def test_a_fingerprint_tells_plans_apart_by_what_they_do():
    again = Change(ChangeKind.NEW, "Dampoort")
    assert Plan([NEW]).fingerprint == Plan([again], notes=[Problem("", "odd")]).fingerprint
    more = Change(ChangeKind.NEW, "Dampoort", ("more",))
    others = [Plan(), Plan([NEW, NEW]), Plan([more]), Plan([NEW], [Problem("", "no")])]
    assert Plan([NEW]).fingerprint not in {plan.fingerprint for plan in others}


def test_a_difference_says_from_what_to_what():
    assert difference("hours", 4, 6) == "hours: from 4 to 6"
    assert difference("until", None, "2026") == "until: from nothing to 2026"
    assert difference("hours", 0, "") == "hours: from 0 to nothing"
