"""Nobody works out a hidden count: not from totals, not even knowing the rule by which counts are hidden."""

import itertools
from collections import defaultdict

import pytest

from neighbourhoods.enums import Audience
from neighbourhoods.figures.disclosure import ENOUGH, FEWEST, hidden, rounded

PUBLIC, INTERNAL = Audience.PUBLIC, Audience.INTERNAL


def shown(counts: tuple[int, ...], audience: Audience, secret: int) -> tuple[float | None, ...]:
    """What an audience sees of a row, of which the source keeps the last ones secret: its counts, then their total."""
    known = dict(enumerate(counts[: len(counts) - secret]))
    gone = hidden(known, audience=audience, secret=secret, whole=sum(counts))
    seen = {area: rounded(count, audience=audience) for area, count in known.items() if area not in gone}
    return (*map(seen.get, range(len(counts))), rounded(sum(counts), audience=audience))


@pytest.mark.parametrize(
    ("audience", "areas", "secret", "most"),
    [
        (INTERNAL, 3, 0, 36),
        (INTERNAL, 4, 0, 16),
        (PUBLIC, 3, 0, 32),
        (INTERNAL, 3, 1, 26),
        (INTERNAL, 4, 2, 16),
        (PUBLIC, 3, 1, 32),
    ],
)
def test_whoever_tries_all_rows_that_look_the_same_finds_every_small_count_possible(audience, areas, secret, most):
    """The strongest attacker: knows the rule, and all rows there can be."""
    fewest = FEWEST[audience]
    alike = defaultdict(list)
    for counts in itertools.product(range(most), repeat=areas):
        if fewest <= sum(counts) < most:  # a larger total would need counts beyond those tried
            alike[shown(counts, audience, secret)].append(counts)
    for seen, rows in alike.items():
        for area in (area for area in range(areas) if seen[area] is None):
            possible = {counts[area] for counts in rows}
            if min(possible) < fewest:
                assert possible >= set(range(fewest)), (seen, area)


def test_counts_that_are_large_enough_are_all_shown():
    assert hidden({"a": 10, "b": 400}, audience=PUBLIC, whole=410) == set()


def test_one_small_count_takes_the_next_smallest_along():
    assert hidden({"a": 3, "b": 40, "c": 90, "d": 95}, audience=PUBLIC, whole=228) == {"a", "b"}


def test_small_counts_that_make_little_together_take_more_along():
    assert hidden({"a": 0, "b": 0, "c": 60, "d": 90}, audience=PUBLIC, whole=150) == {"a", "b", "c"}


def test_what_the_source_keeps_secret_is_not_given_back_by_the_total():
    assert hidden({"a": 40, "b": 90}, audience=PUBLIC, secret=1, whole=180) == {"a"}


def test_two_secrets_that_make_little_together_take_another_along():
    assert hidden({"a": 40, "b": 90}, audience=PUBLIC, secret=2, whole=133) == {"a"}
    assert hidden({"a": 40, "b": 90}, audience=PUBLIC, secret=2, whole=130 + ENOUGH * 10) == set()


def test_without_a_total_a_secret_stays_one_by_itself():
    assert hidden({"a": 40, "b": 90}, audience=PUBLIC, secret=1) == set()


def test_few_people_in_no_neighbourhood_are_hidden_as_well():
    assert hidden({"a": 40, "b": 90}, audience=PUBLIC, whole=133) == {"a"}


def test_what_one_audience_hides_the_wider_one_hides_too():
    for counts in itertools.product((0, 3, 5, 9, 10, 14, 20, 40), repeat=3):
        row = dict(enumerate(counts))
        assert hidden(row, audience=INTERNAL, whole=sum(counts)) <= hidden(row, audience=PUBLIC, whole=sum(counts))


@pytest.mark.parametrize(("count", "text"), [(10, 10), (12.4, 10), (12.5, 15), (17.5, 20), (1392, 1390)])
def test_the_public_sees_counts_rounded_to_five(count, text):
    assert rounded(count, audience=PUBLIC) == text
    assert rounded(count, audience=INTERNAL) == count
