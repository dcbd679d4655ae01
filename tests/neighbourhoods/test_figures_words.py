"""A figure is written in one way everywhere."""

import pytest
from django.template import engines
from django.utils import translation

from neighbourhoods.enums import Derivation, Missing
from neighbourhoods.figures import Figure
from neighbourhoods.figures.words import SHORT, in_words, number, score
from neighbourhoods.models import Statistic

SPACE = "\N{NO-BREAK SPACE}"


def written(figure: Figure, **statistic) -> str:
    template = engines["django"].from_string("{% load figures %}{{ it|figure:of }}")
    return template.render({"it": figure, "of": Statistic(**statistic)})


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (12, "12"),
        (12.44, "12.4"),
        (0.273, "0.27"),
        (0.0123, "0.0123"),
        (1392, f"1{SPACE}392"),
        (21345.6, f"21{SPACE}346"),
        (-3.25, "−3.2"),
        (-0.00001, "0"),
        (1e15, f"1{SPACE}000{SPACE}000{SPACE}000{SPACE}000{SPACE}000"),
    ],
)
def test_a_number_has_the_decimals_that_say_something(value, text):
    assert number(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(1.6986, "+1.70"), (-1.387, "−1.39"), (0.835, "+0.83"), (3, "+3.00"), (-0.001, "+0.00"), (-1e-9, "+0.00")],
)
def test_a_score_is_rounded_not_cut_off(value, text):
    assert score(value) == text


def test_a_number_is_written_as_the_language_does():
    with translation.override("nl"):
        assert number(1234.5) == f"1{SPACE}234"
        assert number(12.4) == "12,4"


def test_a_value_stands_with_its_unit():
    assert written(Figure(12.4), unit="%") == f"12.4{SPACE}%"


def test_a_share_is_in_percent_where_nobody_says_otherwise():
    assert written(Figure(12.4), derivation=Derivation.SHARE) == f"12.4{SPACE}%"


def test_a_change_says_which_way():
    assert written(Figure(3.5), derivation=Derivation.CHANGE) == "+3.5"
    assert written(Figure(-3.5), derivation=Derivation.CHANGE) == "−3.5"


@pytest.mark.parametrize("why", list(Missing))
def test_what_is_missing_says_why_and_is_never_a_number(why):
    text = written(Figure(missing=why), unit="%")
    assert str(SHORT[why]) in text
    assert str(why.label) in text
    assert not any(sign.isdigit() for sign in text)


def test_an_estimate_is_marked():
    assert "≈ 12" in written(Figure(12, is_converted=True))
    assert in_words(Figure(12, is_converted=True), Statistic()) == "about 12"


def test_words_of_a_source_are_no_markup():
    assert "<b>" not in written(Figure(12), unit="<b>")


def test_a_period_is_written_in_words():
    template = engines["django"].from_string("{% load figures %}{{ '2024-Q3'|period }}, {{ '2023-2024'|period }}")
    assert template.render({}) == "quarter 3 of 2024, school year 2023-2024"
