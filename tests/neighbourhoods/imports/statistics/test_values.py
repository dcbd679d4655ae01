import pytest

from neighbourhoods.enums import Missing
from neighbourhoods.imports.statistics.values import Ambiguous, is_figure, read_value, sign_shown


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("-99996", Missing.EMPTY),
        ("-99997", Missing.SUPPRESSED),
        ("-99998", Missing.NOT_APPLICABLE),
        ("-99999", Missing.UNKNOWN),
        ("-99997,0", Missing.SUPPRESSED),
        (-99997, Missing.SUPPRESSED),
        (-99999.0, Missing.UNKNOWN),
        ("", Missing.EMPTY),
        ("  ", Missing.EMPTY),
        ("x", Missing.SUPPRESSED),
        ("X", Missing.SUPPRESSED),
        ("?", Missing.UNKNOWN),
        (".", Missing.UNKNOWN),
        ("nvt", Missing.NOT_APPLICABLE),
        ("N.v.t.", Missing.NOT_APPLICABLE),
    ],
)
def test_what_is_missing_says_why_and_is_never_a_number(text, reason):
    assert read_value(text, ",") is reason


@pytest.mark.parametrize("text", ["0", "0,0", 0, 0.0, "-0"])
def test_zero_is_a_number(text):
    value = read_value(text, ",")
    assert (value, isinstance(value, float)) == (0, True)


@pytest.mark.parametrize(
    ("text", "decimal", "number"),
    [
        ("12,5", ",", 12.5),
        ("12.5", ".", 12.5),
        ("12,5", "", 12.5),
        ("1.234", ",", 1234),
        ("1.234", ".", 1.234),
        ("1,234", ".", 1234),
        ("1.234.567,8", ",", 1234567.8),
        ("1 234,5", ",", 1234.5),
        ("1\u00a0234", "", 1234),
        ("0.125", "", 0.125),
        ("1.234,5", "", 1234.5),
        ("1.234.567", "", 1234567),
        ("-3", "", -3),
        ("12,5 %", ",", 12.5),
        ("€ 1 200", ",", 1200),
        ("1e-05", ".", 0.00001),
        (1234.5, ",", 1234.5),
    ],
)
def test_a_number_as_people_write_it(text, decimal, number):
    assert read_value(text, decimal) == number


@pytest.mark.parametrize("text", ["1.234", "1,234", "-12.345", "999.999"])
def test_what_can_be_two_numbers_is_asked(text):
    with pytest.raises(Ambiguous, match="which sign"):
        read_value(text, "")


@pytest.mark.parametrize("text", ["12.5", "1.23.4", "12.34.567"])
def test_another_sign_than_was_said_is_refused_not_ignored(text):
    with pytest.raises(ValueError, match="no number"):
        read_value(text, ",")


@pytest.mark.parametrize("text", ["veel", "-", "1/2", "NaN", "inf", "1e999", "9" * 40, "²", "१२", "1,2,3", "#N/A"])
def test_no_number_is_refused(text):
    with pytest.raises(ValueError, match=r"no number|too large"):
        read_value(text, "")


@pytest.mark.parametrize(
    ("text", "sign"), [("1.234", None), ("12", None), ("0.123", "."), ("1234.567", "."), ("1.5", ".")]
)
def test_which_texts_show_the_sign(text, sign):
    assert sign_shown(text) == sign


def test_words_and_dates_are_no_figures():
    assert [is_figure(cell) for cell in ("12,5", "x", "", 3)] == [True] * 4
    assert [is_figure(cell) for cell in ("Rabot", "2024-01-01", "44021A00-")] == [False] * 3
