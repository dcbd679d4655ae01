"""Counts of young people as everybody reads them: what somebody can work out who knows the rule."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signals.enums import DidItChange
from signals.said.counts import change, voices


@pytest.mark.parametrize(
    ("number", "shown"), [(0, None), (9, None), (10, 10), (12, 10), (13, 15), (42, 40), (143, 145)]
)
def test_voices_under_ten_are_not_shown_and_others_in_fives(number, shown):
    assert voices(number).number == shown


def shown(yes: int, a_bit: int, not_yet: int, silent: int) -> tuple[int | None, ...]:
    """All that a page says of these young people."""
    said = dict(zip(DidItChange, (yes, a_bit, not_yet), strict=True))
    number = sum((yes, a_bit, not_yet, silent))
    return voices(number).number, *(count.number for _says, count in change(said, number).counts)


def test_an_answer_of_fewer_than_ten_is_never_shown():
    for answers in product((0, 9, 10, 31), repeat=4):
        _voices, *counts = shown(*answers)
        for number, count in zip(answers, counts, strict=False):
            assert count is None or number >= 10


def test_many_answers_are_shown():
    assert shown(40, 22, 31, 35) == (130, 40, 20, 30)


def test_where_few_stay_silent_the_smallest_answer_goes_along():
    """All voices less two answers would otherwise tell the third, and how many said nothing."""
    assert shown(40, 22, 31, 9) == (100, 40, None, 30)


def test_many_who_stay_silent_hide_a_small_answer_among_them():
    assert shown(30, 2, 0, 60) == (90, 30, None, None)


@settings(max_examples=200)
@given(st.tuples(*[st.integers(0, 60)] * 3, st.integers(0, 120)))
def test_whoever_knows_the_rule_cannot_tell_which_small_number_it_is(world):
    """For each hidden answer under ten, every other number under ten makes a world that looks just the same."""
    says = shown(*world)
    for place, count in enumerate(says[1:]):
        if count is None and world[place] < 10:
            assert all(looks_alike(world, place, number) for number in range(10)), says


def looks_alike(world: tuple[int, ...], place: int, number: int) -> bool:
    """Whether it could as well be `number`: the others who are hidden, or silent, make up the difference."""
    says = shown(*world)
    hidden = [other for other in range(4) if other != place and (other == 3 or says[1 + other] is None)]
    nobody = [0 if other in hidden else world[other] for other in range(4)]
    for others, other, slack in product((list(world), nobody), hidden, range(-12, 13)):
        found = [*others[:place], number, *others[place + 1 :]]
        found[other] += sum(world) - sum(found) + slack  # all voices are rounded, or hidden as well
        if found[other] >= 0 and shown(*found) == says:
            return True
    return False
