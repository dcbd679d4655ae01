"""What a data set brought: how many values of each of its statistics, and how many are missing, and why."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Count

from neighbourhoods.enums import Missing
from neighbourhoods.figures import periods
from neighbourhoods.models import DataSet, Statistic, StatisticValue


@dataclass(frozen=True)
class Brought:
    """One statistic: how many values, how many are missing by reason, and how many are estimates."""

    statistic: Statistic
    periods: tuple[str, ...]
    values: int
    missing: tuple[tuple[str, int], ...]
    estimates: int

    @property
    def first(self) -> str:
        return self.periods[0] if self.periods else ""

    @property
    def last(self) -> str:
        return self.periods[-1] if self.periods else ""


def brought(data_set: DataSet) -> list[Brought]:
    """Its statistics by name. It counts values, and reads none."""
    statistics = list(data_set.statistics.order_by("name"))
    counted = (
        StatisticValue.objects.filter(statistic__in=statistics)
        .order_by()
        .values_list("statistic", "period", "missing", "is_converted")
        .annotate(number=Count("pk"))
    )
    rows = defaultdict(list)
    for key, *row in counted:
        rows[key].append(row)
    return [_brought(statistic, rows[statistic.pk]) for statistic in statistics]


def _brought(statistic: Statistic, rows: list[list]) -> Brought:
    missing: Counter[str] = Counter()
    for _period, why, _converted, number in rows:
        missing[why] += number
    values = missing.pop("", 0)
    return Brought(
        statistic,
        tuple(sorted({period for period, *_rest in rows}, key=periods.order)),
        values,
        tuple((str(Missing(why).label), number) for why, number in missing.most_common()),
        sum(number for _period, _why, is_converted, number in rows if is_converted),
    )
