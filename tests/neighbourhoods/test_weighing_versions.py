"""What changed from one version of a weighing to the next, in words."""

from neighbourhoods.actions.weighings import Recipe
from neighbourhoods.models import Statistic
from neighbourhoods.weighing.versions import changes

POOR, GREEN = Statistic(pk=1, name="Arm"), Statistic(pk=2, name="Groen")


def test_each_difference_is_told():
    before = Recipe("zscore", 5, {POOR: 1})
    assert list(changes(before, Recipe("zscore", 5, {POOR: 1, GREEN: -1.5}))) == ["Groen comes in, with weight −1.5"]
    assert list(changes(before, Recipe("zscore", 5, {POOR: 2}))) == ["Arm from 1 to 2"]
    assert list(changes(before, Recipe("rank", 3, {POOR: 1}))) == [
        "by place in the row (rank)",
        "the first 3 instead of 5",
    ]


def test_what_is_left_out_is_told_as_well():
    assert list(changes(Recipe("rank", 5, {POOR: 1, GREEN: -1}), Recipe("rank", 5, {POOR: 1}))) == ["Groen goes out"]


def test_of_the_same_there_is_nothing_to_tell():
    assert list(changes(Recipe("rank", 5, {POOR: 1}), Recipe("rank", 5, {POOR: 1}))) == []
