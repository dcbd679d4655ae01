import datetime

import pytest

from covenants.counting.spans import days_of, parse


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-H1", "2026-01-01", "2026-06-30"),
        ("2026h2", "2026-07-01", "2026-12-31"),
        ("2026-Q3", "2026-07-01", "2026-09-30"),
        ("2025-2026", "2025-09-01", "2026-08-31"),
    ],
)
def test_a_period_has_a_first_and_a_last_day(typed, first, last):
    assert days_of(parse(typed)) == (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))


@pytest.mark.parametrize("typed", ["2026-H3", "H1", "soon", "9999-H1"])
def test_what_is_no_period_says_so(typed):
    with pytest.raises(ValueError, match=typed[:4]):
        parse(typed)
