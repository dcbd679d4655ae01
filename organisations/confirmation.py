"""How sure an offer still is: offers age, and somebody who knows says now and then that all is still right."""

import datetime
from functools import lru_cache

from jos.shared.time import months_later, today
from organisations.enums import ConfirmationState

UNCONFIRMED_AFTER = datetime.timedelta(days=60)


@lru_cache(maxsize=4096)
def confirm_before(confirmed_on: datetime.date, every_months: int) -> datetime.date:
    """The last day on which the confirmation of `confirmed_on` is fresh."""
    return months_later(confirmed_on, every_months)


def fresh_since(every_months: int, *, at: datetime.date) -> datetime.date:
    """The first day of which a confirmation is still fresh on `at`: what was confirmed before it is due."""
    day = months_later(at, -every_months)
    return day if confirm_before(day, every_months) >= at else day + datetime.timedelta(days=1)  # a shorter month


def confirmation_state(confirmed_on: datetime.date, every_months: int, *, at: datetime.date) -> ConfirmationState:
    """CONFIRMED until the rhythm has passed, then TO_CONFIRM for 60 days, then UNCONFIRMED.

    Judged on `at`; for a future date as of today, since nobody could have confirmed it yet.
    """
    judged_on = min(at, today())
    due = confirm_before(confirmed_on, every_months)
    if judged_on <= due:
        return ConfirmationState.CONFIRMED
    if judged_on <= due + UNCONFIRMED_AFTER:
        return ConfirmationState.TO_CONFIRM
    return ConfirmationState.UNCONFIRMED
