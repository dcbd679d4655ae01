"""The periods signals are counted in: whole years, and the quarters of the year that is not over.

Never a year and its own quarters: the year less three of them is the fourth, of which a count may be hidden.
"""

import datetime

from jos.shared.time import today
from neighbourhoods.figures.periods import starts_on, year_of_quarter
from signals.counting.count import quarter_of
from signals.models import Signal


def periods_to_choose() -> list[str]:
    """The last one first. At least the running quarter."""
    from_year = _first_day().year
    this_quarter = quarter_of(today())
    running = [f"{today().year}-Q{number}" for number in range(int(this_quarter[-1]), 0, -1)]
    return [*running, *(str(year) for year in range(today().year - 1, from_year - 1, -1))]


def usual(periods: list[str]) -> str:
    """The last whole year; before there is one, the running quarter."""
    return next((period for period in periods if not year_of_quarter(period)), periods[0])


def quarters_of(period: str) -> list[str]:
    return [period] if year_of_quarter(period) else [f"{period}-Q{number}" for number in range(1, 5)]


def quarters_so_far() -> list[str]:
    """All there are, from the first signal until today."""
    first = _first_day()
    every = (f"{year}-Q{number}" for year in range(first.year, today().year + 1) for number in range(1, 5))
    return [quarter for quarter in every if quarter_of(first) <= quarter <= quarter_of(today())]


def whole_periods() -> list[str]:
    """Those that are over, in the order of time."""
    return [period for period in reversed(periods_to_choose()) if not is_running(period)]


def months_of(period: str) -> list[str]:
    """Those that began."""
    quarters = quarters_of(period)
    start = starts_on(quarters[0])
    days = [datetime.date(start.year, start.month + passed, 1) for passed in range(3 * len(quarters))]
    return [f"{day:%Y-%m}" for day in days if day <= today()]


def is_running(period: str) -> bool:
    return period == quarter_of(today())


def _first_day() -> datetime.date:
    first = Signal.objects.order_by("received_at", "id").only("received_at").first()
    return first.received_on if first else today()
