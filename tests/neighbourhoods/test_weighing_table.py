"""A weighing as a table to save."""

import datetime
from decimal import Decimal

import pytest

from neighbourhoods.enums import Missing
from neighbourhoods.weighing import weigh
from neighbourhoods.weighing.table import columns, rows
from tests.builders import make_neighbourhood, make_priority, make_statistic

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 11, 22)


def test_each_row_has_a_cell_for_each_column_and_what_is_not_known_is_empty():
    one, two = make_neighbourhood("Een", code="E1"), make_neighbourhood("Twee", code="T2")
    poor = make_statistic("Arm", values={one: 2.5, two: Missing.SUPPRESSED})
    make_priority(one, decided_on=datetime.date(2026, 3, 1))
    ranking = weigh([(poor, 1)])
    known, unknown = (dict(zip(columns(ranking), row, strict=True)) for row in rows(ranking, DAY))
    assert known == {
        "code": "E1",
        "name": "Een",
        "score": 0,
        "rank": 1,
        "rank_low": 1,
        "rank_high": 1,
        "value:arm": Decimal("2.5"),
        "contribution:arm": 0,
        "missing": "",
        "worst_quarter_count": 0,
        "priority": True,
        "decided_on": datetime.date(2026, 3, 1),
    }
    assert (unknown["score"], unknown["rank"], unknown["value:arm"], unknown["missing"]) == (None, None, None, "arm")
    assert (unknown["priority"], unknown["decided_on"]) == (False, None)


def test_a_number_larger_than_people_write_is_no_trouble():
    one, two = make_neighbourhood(), make_neighbourhood()
    huge = make_statistic(values={one: 1e300, two: 0})
    ranking = weigh([(huge, 1)])
    assert [row[6] for row in rows(ranking, DAY)] == [Decimal("1e300"), 0]
