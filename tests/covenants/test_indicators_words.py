from decimal import Decimal

import pytest
from django.utils import translation

from covenants.enums import ADD_UP_OVER_AREAS, AddsUp
from covenants.indicators.adding_up import Amount
from covenants.indicators.examples import OF_AREAS, Example, choices_with_examples
from covenants.indicators.words import amount_in_words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Amount(Decimal("55.00")), "55 jongeren"),
        (Amount(Decimal("0")), "0 jongeren"),
        (Amount(Decimal("55"), is_at_least=True), "at least 55 jongeren"),
        (Amount(Decimal("30"), unknown=1), "30 jongeren, one part unknown"),
        (Amount(Decimal("30"), unknown=2, is_at_least=True), "at least 30 jongeren, 2 parts unknown"),
        (Amount(None, unknown=3), "not known"),
        (Amount(Decimal(50) / 3), "16.67 jongeren"),
        (Amount(Decimal("0.005")), "0.01 jongeren"),
    ],
)
def test_an_amount_says_what_is_known_of_it(amount, words):
    assert amount_in_words(amount, "jongeren") == words


def test_numbers_are_written_as_the_reader_writes_them():
    with translation.override("nl"):
        assert amount_in_words(Amount(Decimal("1234.50"))) == "1.234,5"


def test_areas_have_no_latest():
    assert AddsUp.LATEST in dict(AddsUp.choices)
    assert [value for value, _words in choices_with_examples(ADD_UP_OVER_AREAS, OF_AREAS)] == [
        "SUM",
        "MEAN",
        "DISTINCT",
    ]


@pytest.mark.parametrize(
    ("over_periods", "over_areas", "result"),
    [
        (AddsUp.SUM, AddsUp.SUM, "81, one part unknown"),
        (AddsUp.LATEST, AddsUp.SUM, "34"),
        (AddsUp.DISTINCT, AddsUp.DISTINCT, "at least 20, one part unknown"),
        (AddsUp.MEAN, AddsUp.MEAN, "16.83, one part unknown"),
        (AddsUp.SUM, AddsUp.DISTINCT, "at least 53, one part unknown"),
    ],
)
def test_the_example_shows_what_both_choices_make_of_the_same_numbers(over_periods, over_areas, result):
    assert Example.of(over_periods, over_areas).result == result


def test_an_example_of_what_is_not_chosen_yet_adds_up():
    assert Example.of("", "NONSENSE", "x" * 100) == Example(AddsUp.SUM, AddsUp.SUM, "x" * 40)
