"""The numbers of the demo city, period by period, and what is missing among them."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator

from jos.demo.figures.lives import Life
from neighbourhoods.enums import Missing
from neighbourhoods.figures import periods

YEARS = 10
KEPT_SECRET = 25  # the source publishes no smaller count
WITHOUT_ADDRESS = 70  # young people who live in the city, and in no neighbourhood
HARBOUR = 24  # hardly anybody lives there
NOT_FILLED_IN, NOT_KNOWN = 11, 22  # by the schools, in some years
SPLIT = (12, 13, 14)  # neighbourhoods whose borders changed: what is older was converted
SPLIT_YEARS_AGO = 5
SEASONS = (1.1, 1.15, 0.75, 1.0)  # in summer nobody asks for help

Value = float | Missing
Values = Iterator[tuple[str, Value, bool]]  # period, value or why there is none, and whether it was converted


def values_of(slug: str, life: Life, *, at: datetime.date) -> Values:
    """All values of one statistic in one neighbourhood."""
    return _SERIES[slug](life, at)


def city_income(lives: Iterable[Life], *, at: datetime.date) -> Values:
    """A median of the city is published too: it does not follow from those of the neighbourhoods."""
    people = [(life.inhabitants, life.hardship) for life in lives]
    hardship = sum(many * hard for many, hard in people) / sum(many for many, _hard in people)
    for year, ago in _years(at):
        yield str(year), round(_income(hardship, ago), -1), False


def city_low_income(values: Iterable[tuple[str, Value, bool]]) -> Values:
    """The source publishes the city as a whole, with what it keeps secret and who has no address."""
    totals: Counter[str] = Counter()
    for period, value, _is_converted in values:
        totals[period] += KEPT_SECRET // 2 if isinstance(value, Missing) else round(value)
    for period, total in totals.items():
        yield period, float(total + WITHOUT_ADDRESS), False


def _years(at: datetime.date) -> Iterator[tuple[int, int]]:
    """Each year with how many years it lies before the last."""
    return ((at.year - 1 - ago, ago) for ago in reversed(range(YEARS)))


def _inhabitants(life: Life, at: datetime.date) -> Values:
    return ((str(year), float(round(life.about(life.inhabitants_of(ago), 0.004))), False) for year, ago in _years(at))


def _young(life: Life, at: datetime.date) -> Values:
    return ((str(year), float(round(life.about(life.young_of(ago), 0.006))), False) for year, ago in _years(at))


def _teenagers(life: Life, at: datetime.date) -> Values:
    return ((str(year), float(round(life.about(life.young_of(ago) * 0.19))), False) for year, ago in _years(at))


def _low_income(life: Life, at: datetime.date) -> Values:
    """It went up when prices did, five years ago, most where it was high already."""
    for year, ago in _years(at):
        share = 0.02 + 0.4 * life.hardship**1.4 * (1.08 if ago < 5 else 1)
        count = round(life.about(life.young_of(ago) * share, 0.03))
        yield str(year), Missing.SUPPRESSED if count < KEPT_SECRET else float(count), False


def _incomes(life: Life, at: datetime.date) -> Values:
    for year, ago in _years(at):
        if life.kind == HARBOUR and ago >= 7:
            continue  # nobody asked for it then
        is_converted = life.kind in SPLIT and ago >= SPLIT_YEARS_AGO
        yield str(year), round(life.about(_income(life.hardship, ago)), -1), is_converted


def _income(hardship: float, ago: int) -> float:
    return (37_500 - 17_500 * hardship) / 1.024**ago


def _behind_at_school(life: Life, at: datetime.date) -> Values:
    last = at.year - (1 if at.month >= periods.SCHOOL_YEAR_STARTS else 2)
    for ago in reversed(range(YEARS)):
        period = f"{last - ago}-{last - ago + 1}"
        share = life.about(5 + 26 * life.at_school**1.2 + 0.3 * ago, 0.05)
        yield period, _why_not(life, ago) or round(share, 1), False


def _why_not(life: Life, ago: int) -> Missing | None:
    if life.kind == HARBOUR:
        return Missing.NOT_APPLICABLE
    if life.kind == NOT_FILLED_IN and ago in (3, 4):
        return Missing.EMPTY
    return Missing.UNKNOWN if life.kind == NOT_KNOWN and ago == 6 else None


def _waiting(life: Life, at: datetime.date) -> Values:
    """Every year more of them, by quarter."""
    this_quarter = (at.month - 1) // 3
    quarters = [(at.year + step // 4, step % 4) for step in range(this_quarter - 4 * YEARS, this_quarter)]
    for year, quarter in quarters:
        ago = at.year - year + (this_quarter - quarter) / 4
        share = (0.003 + 0.019 * life.in_the_head) * SEASONS[quarter] / 1.055**ago
        yield f"{year}-Q{quarter + 1}", float(round(life.about(life.young_of(ago) * share, 0.08))), False


def _play_space(life: Life, at: datetime.date) -> Values:
    """Every few years a square is opened somewhere, and nothing changes otherwise."""
    opened = 2 + life.number * 7 % 23
    for year, ago in _years(at):
        yield str(year), float(round(life.play_space * (0.93 if ago >= opened else 1), -1)), False


_SERIES = {
    "inwoners": _inhabitants,
    "jongeren-6-25": _young,
    "tieners-12-15": _teenagers,
    "jongeren-laag-inkomen": _low_income,
    "doorsnee-inkomen": _incomes,
    "schoolse-vertraging": _behind_at_school,
    "wachten-op-hulp": _waiting,
    "speelruimte": _play_space,
}
