"""The periods signals are counted in: years, and the one that runs as far as it is (docs/decisions/0017).

No other: of two periods that overlap the difference is a third, of which a count may be too small to show.
"""

from jos.shared.time import today
from signals.models import Signal

MONTHS = range(1, 13)


def periods_to_choose() -> list[str]:
    """The year that runs first, back to that of the first signal."""
    first = Signal.objects.order_by("received_at", "id").only("received_at").first()
    from_year = first.received_on.year if first else today().year
    return [str(year) for year in range(today().year, from_year - 1, -1)]


def usual(periods: list[str]) -> str:
    """The year that runs; in January, when it says little yet, the one before."""
    return periods[1] if today().month == 1 and len(periods) > 1 else periods[0]


def whole_periods() -> list[str]:
    """Those that are over, in the order of time."""
    return [period for period in reversed(periods_to_choose()) if not is_running(period)]


def months_of(period: str) -> list[str]:
    """Those that began."""
    return [month for each in MONTHS if (month := f"{period}-{each:02}") <= f"{today():%Y-%m}"]


def is_running(period: str) -> bool:
    return period == str(today().year)
