"""The portal's days are Brussels days."""

import datetime

from dateutil.relativedelta import relativedelta
from django.utils import timezone


def today() -> datetime.date:
    return timezone.localdate()


def months_later(day: datetime.date, months: int) -> datetime.date:
    """The same day of the month `months` later, or the last day of that month where it is shorter."""
    return day + relativedelta(months=months)
