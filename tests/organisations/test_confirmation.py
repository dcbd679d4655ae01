"""How sure an offer still is, judged in Python and in the database alike."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from organisations.confirmation import UNCONFIRMED_AFTER, confirmation_state, fresh_since
from organisations.enums import ConfirmationRhythm, ConfirmationState

NOW = datetime.date(2026, 8, 31)


@given(
    st.dates(datetime.date(2012, 1, 1), datetime.date(2020, 1, 1)),
    st.integers(0, 800),
    st.sampled_from(ConfirmationRhythm.values),
)
def test_the_day_the_database_compares_with_is_the_day_the_rule_turns(confirmed_on, days, rhythm):
    at = confirmed_on + datetime.timedelta(days=days)
    state = confirmation_state(confirmed_on, rhythm, at=at)
    assert (confirmed_on < fresh_since(rhythm, at=at)) == (state != ConfirmationState.CONFIRMED)
    unconfirmed = confirmed_on < fresh_since(rhythm, at=at - UNCONFIRMED_AFTER)
    assert unconfirmed == (state == ConfirmationState.UNCONFIRMED)


def test_a_shorter_month_gives_no_extra_days():
    """Six months before 31 August is the end of February, whose confirmation was fresh until 28 August."""
    assert fresh_since(6, at=NOW) == datetime.date(2026, 3, 1)
