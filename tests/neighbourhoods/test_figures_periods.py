"""Years, school years and quarters: how they are written, ordered and compared."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neighbourhoods.figures import periods

YEARS = st.integers(periods.FIRST_YEAR, periods.LAST_YEAR)
PERIODS = st.one_of(
    YEARS.map(str),
    YEARS.map(lambda year: f"{year}-{year + 1}"),
    st.builds("{}-Q{}".format, YEARS, st.integers(1, 4)),
)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (" 2024 ", "2024"),
        ("2023-2024", "2023-2024"),
        ("2023/24", "2023-2024"),
        ("1999-00", "1999-2000"),
        ("2024-Q3", "2024-Q3"),
        ("2024k3", "2024-Q3"),
        ("Q3 2024", "2024-Q3"),
    ],
)
def test_a_period_is_read_as_people_write_it(written, kept):
    assert periods.parse(written) == kept


@pytest.mark.parametrize(
    "text", ["", "24", "2024-2026", "2024-03", "2024-Q5", "maart 2024", "3024", "0000", "2024-03-01", "٢٠٢٤", "\x00"]
)
def test_what_is_no_period_is_refused_with_an_example(text):
    with pytest.raises(ValueError, match=r"2024|1900"):
        periods.parse(text)


@given(PERIODS)
def test_what_is_kept_is_read_as_itself(period):
    assert periods.parse(period) == period


@given(PERIODS)
def test_no_period_is_shorter_than_a_quarter(period):
    assert (periods.ends_on(period) - periods.starts_on(period)).days >= 89


@given(PERIODS, st.integers(1, 30))
def test_the_same_part_of_an_earlier_year_lies_as_many_years_before(period, years):
    before = periods.years_before(period, years)
    assert periods.starts_on(period).year - periods.starts_on(before).year == years
    assert periods.starts_on(period).month == periods.starts_on(before).month


def test_a_period_ends_on_its_last_day():
    assert periods.ends_on("2024-Q1") == datetime.date(2024, 3, 31)
    assert periods.ends_on("2024-Q4") == periods.ends_on("2024") == datetime.date(2024, 12, 31)
    assert periods.ends_on("2023-2024") == datetime.date(2024, 8, 31)


def test_the_one_that_ends_last_stands_last():
    mixed = ["2024", "2023-2024", "2024-Q1", "2023", "2024-Q3"]
    assert sorted(mixed, key=periods.order) == ["2023", "2024-Q1", "2023-2024", "2024-Q3", "2024"]


def test_a_quarter_is_part_of_a_year():
    assert periods.year_of_quarter("2024-Q3") == "2024"
    assert periods.year_of_quarter("2024") is None


def test_a_reader_sees_which_kind_of_period_it_is():
    assert periods.in_words("2024") == "2024"
    assert periods.in_words("2024-Q3") == "quarter 3 of 2024"
    assert periods.in_words("2023-2024") == "school year 2023-2024"
