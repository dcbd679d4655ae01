"""R10: numbers and stories beside each other, for each function a covenant funds."""

import datetime

import pytest

from covenants.enums import IndicatorKind
from covenants.indicators.balance import Missing, missing_for_balance
from organisations.enums import Function
from tests.covenant_builders import balance, make_covenant, make_number, make_scale

pytestmark = pytest.mark.django_db
NUMBERS, STATEMENTS = IndicatorKind.QUANTITATIVE, IndicatorKind.QUALITATIVE


def test_r10_a_covenant_without_indicators_lacks_both_kinds_for_each_function_it_funds():
    missing = missing_for_balance(make_covenant())

    assert missing == [
        Missing(Function.FREE_TIME, NUMBERS),
        Missing(Function.FREE_TIME, STATEMENTS),
        Missing(Function.BRIDGE, NUMBERS),
        Missing(Function.BRIDGE, STATEMENTS),
    ]


def test_r10_an_indicator_of_each_kind_for_each_function_is_enough():
    covenant = make_covenant()
    balance(covenant)

    assert missing_for_balance(covenant) == []


def test_r10_numbers_alone_are_not_enough():
    covenant = make_covenant(functions=[Function.SIGNAL.value])
    make_number(covenant, Function.SIGNAL)
    make_number(covenant, Function.SIGNAL)

    assert [str(each) for each in missing_for_balance(covenant)] == [
        "Signal has no indicator in statements and stories yet."
    ]


def test_r10_stories_alone_are_not_enough():
    covenant = make_covenant(functions=[Function.WELFARE.value])
    make_scale(covenant, Function.WELFARE)

    assert [str(each) for each in missing_for_balance(covenant)] == ["Welfare has no indicator in numbers yet."]


def test_r10_an_indicator_of_another_function_or_covenant_does_not_count():
    covenant = make_covenant(functions=[Function.WELFARE.value])
    balance(make_covenant(functions=[Function.WELFARE.value]))
    make_number(covenant, Function.BRIDGE)
    make_scale(covenant, Function.BRIDGE)

    assert len(missing_for_balance(covenant)) == 2


def test_r10_what_an_amendment_took_out_does_not_count():
    covenant = make_covenant(functions=[Function.WELFARE.value])
    make_number(covenant, Function.WELFARE)
    make_scale(covenant, Function.WELFARE, dropped_on=datetime.date(2026, 3, 1))

    assert missing_for_balance(covenant) == [Missing(Function.WELFARE, STATEMENTS)]


def test_the_balance_is_one_question_to_the_database(django_assert_num_queries):
    covenant = make_covenant()
    for _number in range(20):
        balance(covenant)

    with django_assert_num_queries(1):
        missing_for_balance(covenant)
