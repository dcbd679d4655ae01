"""What a round says once it is closed, in plain Python: sums, the minority view, and deciding against the points."""

import itertools
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signals.rounds.result import Line, Result, Turnout, Voice, in_order, unexplained
from signals.rounds.spreading import Gift, too_many

_keys = itertools.count(1)


def line(title: str = "Bank", *points: int, is_chosen: bool = False, why: str = "", reason: str = "") -> Line:
    """A dossier with what each organisation gave it."""
    candidate = SimpleNamespace(pk=next(_keys), dossier=SimpleNamespace(title=title), is_chosen=is_chosen, why=why)
    return Line(candidate, tuple(Voice(f"Organisatie {i}", Gift(given, reason)) for i, given in enumerate(points)))


def counted(*lines: Line, gave: int, of: int = 10, points_each: int = 10) -> Result:
    return Result(in_order(lines), Turnout(gave, of), points_each)


@given(st.lists(st.integers(0, 100)), st.integers(1, 100))
def test_the_points_given_are_at_most_those_there_are_plus_those_too_many(points, most):
    number = too_many([Gift(each) for each in points], most)

    assert number == max(sum(points) - most, 0)
    assert (number == 0) == (sum(points) <= most)


@given(st.lists(st.lists(st.integers(0, 20), max_size=6), max_size=8))
def test_no_point_is_lost_or_counted_twice(spreads):
    result = counted(*(line(f"Knelpunt {i}", *points) for i, points in enumerate(spreads)), gave=6)

    assert result.points == sum(map(sum, spreads))
    assert result.most == max(map(sum, spreads), default=0)
    assert [each.points for each in result.lines] == sorted(map(sum, spreads), reverse=True)


@given(st.permutations(["Bank", "Licht", "Bus", "Zaal"]))
def test_the_order_in_which_lines_come_says_nothing(titles):
    points = {"Bank": 3, "Licht": 9, "Bus": 3, "Zaal": 0}

    assert [each.candidate.dossier.title for each in in_order(line(t, points[t]) for t in titles)] == [
        *("Licht", "Bank", "Bus", "Zaal")
    ]


def test_an_organisation_with_a_reason_and_no_points_supports_nothing():
    assert line("Bank", 0, 4, reason="Omdat.").supporters == 1
    assert len(line("Bank", 0, 4, reason="Omdat.").reasons) == 2


def test_turnout_is_a_part_of_the_partners_there_were():
    assert Turnout(3, 12).percent == 25
    assert Turnout(0, 0).percent == 0


@pytest.mark.parametrize(
    ("points", "is_minority"),
    [
        ((10,), True),  # one of six, with all it had
        ((4, 3), True),  # two of six, with a third on average
        ((4, 2), False),  # two of six, not strongly
        ((9, 9, 9), False),  # three of six is no few
        ((3,), False),  # one of six, not strongly
        ((), False),
    ],
)
def test_few_who_find_it_very_important_are_not_lost_in_the_sum(points, is_minority):
    few = line("Bank", *points)

    assert (few in counted(few, line("Licht", 8, 8, 8, 8), gave=6).minority) == is_minority


def test_what_was_chosen_is_no_minority_view():
    assert counted(line("Bank", 10, is_chosen=True), gave=6).minority == ()


def test_choosing_by_the_points_asks_for_no_reason():
    first, second, third = line("Licht", 9), line("Bank", 5), line("Bus", 5)

    assert unexplained([first, second, third], {first.candidate.pk, third.candidate.pk}, set()) == []


def test_one_sentence_about_what_is_passed_over_is_enough():
    lines = [line(title, points) for title, points in (("Licht", 9), ("Bank", 8), ("Bus", 7), ("Zaal", 6))]
    chosen = {each.candidate.pk for each in (lines[0], lines[2], lines[3])}

    assert unexplained(lines, chosen, set()) == [lines[1]]
    assert unexplained(lines, chosen, {lines[1].candidate.pk}) == []


def test_one_sentence_about_what_comes_first_against_the_points_is_enough():
    lines = [line(title, points) for title, points in (("Licht", 9), ("Bank", 8), ("Bus", 7), ("Zaal", 6))]
    chosen = {lines[3].candidate.pk}

    assert unexplained(lines, chosen, set()) == [lines[3]]
    assert unexplained(lines, chosen, chosen) == []


@given(st.lists(st.integers(0, 5), min_size=1, max_size=7), st.data())
def test_once_all_that_is_asked_is_explained_nothing_is_asked_any_more(points, data):
    lines = [line(f"Knelpunt {i}", given) for i, given in enumerate(points)]
    chosen = {each.candidate.pk for each in lines if data.draw(st.booleans())}
    silent = unexplained(lines, chosen, set())
    not_chosen = [each.points for each in lines if each.candidate.pk not in chosen]
    taken = [each.points for each in lines if each.candidate.pk in chosen]

    assert bool(silent) == any(over > under for over in not_chosen for under in taken)
    assert unexplained(lines, chosen, {each.candidate.pk for each in silent}) == []
