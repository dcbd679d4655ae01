"""What hours and euros make together: exactly, and with nothing where nothing was agreed."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from covenants.drafting.grids import apart, budget_table, grid, hours_table, total
from covenants.models import AgreedHours, BudgetLine, Covenant
from neighbourhoods.models import Neighbourhood
from organisations.enums import AgeBand, Function

CENTS = st.decimals(min_value=0, max_value=10**9, places=2)


def covenant(**fields) -> Covenant:
    days = {"valid_from": datetime.date(2026, 9, 1), "valid_until": datetime.date(2028, 8, 31)}
    return Covenant(**days | {"functions": [Function.FREE_TIME, Function.BRIDGE]} | fields)


def hours(function: str, number: str, age: str = "", area: Neighbourhood | None = None) -> AgreedHours:
    return AgreedHours(function=function, age_band=age, hours_per_week=Decimal(number), neighbourhood=area)


@given(st.dictionaries(st.tuples(st.integers(0, 3), st.integers(0, 4)), CENTS))
def test_rows_and_columns_make_the_same_together(amounts):
    made = grid(amounts, range(4), range(5))
    assert total(line.total for line in made.lines) == made.sums.total
    assert (made.sums.total or 0) == sum(amounts.values())


def test_nothing_agreed_is_not_zero():
    made = grid({("a", "x"): Decimal("0.00")}, "ab", "xy")
    assert made.lines[0].total == 0
    assert made.lines[1].total is None
    assert made.sums.cells == (Decimal(0), None)


@pytest.mark.parametrize(
    ("stated", "made", "difference"),
    [("0.30", "0.30", None), ("100", "99.99", "-0.01"), ("100", "120.5", "20.5"), (None, "5", "5"), (None, None, None)],
)
def test_what_is_stated_and_what_is_made_lie_apart_to_the_cent(stated, made, difference):
    amounts = [None if text is None else Decimal(text) for text in (stated, made, difference)]
    assert apart(amounts[0], amounts[1]) == amounts[2]


def test_hours_over_the_whole_reach_come_before_those_of_neighbourhoods():
    areas = [Neighbourhood(pk=number, name=name) for number, name in enumerate(("Wester", "Ooster"))]
    table = hours_table(
        [
            hours(Function.FREE_TIME, "4", AgeBand.EARLY_TEENS, areas[0]),
            hours(Function.BRIDGE, "2.5", "", areas[1]),
            hours(Function.FREE_TIME, "10", AgeBand.LATE_TEENS),
        ]
    )
    assert [str(each.area or "") for each in table.areas] == ["", "Ooster", "Wester"]
    assert table.ages == ("", AgeBand.EARLY_TEENS, AgeBand.LATE_TEENS)  # no column for ages nobody named
    assert table.total == Decimal("16.5")
    assert [line.head for line in table.areas[1].grid.lines] == [Function.BRIDGE]


def test_the_budget_has_a_row_for_every_year_and_a_column_for_every_function_it_funds():
    lines = [BudgetLine(year=2026, function=Function.FREE_TIME, amount=Decimal("10000.10"))]
    table = budget_table(covenant(total_budget=Decimal("30000")), lines)
    assert [line.head for line in table.grid.lines] == [2026, 2027, 2028]
    assert table.grid.columns == (Function.FREE_TIME, Function.BRIDGE)
    assert table.problem == Decimal("-19999.90")


def test_a_budget_for_another_year_or_function_is_shown_all_the_same():
    lines = [BudgetLine(year=2031, function=Function.SIGNAL, amount=Decimal(5))]
    table = budget_table(covenant(total_budget=Decimal(5)), lines)
    assert table.grid.lines[-1].head == 2031
    assert Function.SIGNAL in table.grid.columns
    assert table.problem is None


def test_each_cell_knows_its_column_and_the_sums_come_last():
    made = grid({("a", "x"): Decimal(2), ("b", "y"): Decimal(3)}, "ab", "xy")
    assert [cells for _line, cells in made.named_cells] == [
        (("x", Decimal(2)), ("y", None)),
        (("x", None), ("y", Decimal(3))),
        (("x", Decimal(2)), ("y", Decimal(3))),
    ]
