"""The portal's days are Brussels days."""

import datetime

from dateutil.relativedelta import relativedelta
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language

MONTH_BENDS = {"uk"}  # 3 листопада, not листопад
MONTH_IS_SMALL = {"bg"}


def today() -> datetime.date:
    return timezone.localdate()


def midnight(day: datetime.date) -> datetime.datetime:
    """The moment a day begins, in Brussels."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))


def months_later(day: datetime.date, months: int) -> datetime.date:
    """The same day of the month `months` later, or the last day of that month where it is shorter."""
    return day + relativedelta(months=months)


def in_words(day: datetime.date) -> str:
    """3 March 2026, in the language of who reads it. In tables and templates: |date:"j F Y"."""
    language = get_language()
    words = date_format(day, "j E Y" if language in MONTH_BENDS else "j F Y")
    return words.lower() if language in MONTH_IS_SMALL else words
