"""The values as they were imported, before anything is hidden or worked out: for `reading.py` alone."""

from collections import defaultdict
from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from neighbourhoods.enums import Missing
from neighbourhoods.figures import periods
from neighbourhoods.figures.figure import Figure, Row
from neighbourhoods.models import Statistic, StatisticValue

Key = tuple[int, str]  # a statistic (its primary key) and a period


class Stored:
    """What is stored of some statistics: all of it in one query, or what is asked for when it is asked."""

    def __init__(self, statistics: Iterable[Statistic], *, history: bool) -> None:
        """`history`: read all periods. Otherwise only which there are, so that a page need not grow with them."""
        self._rows: dict[Key, Row] = {}
        self._values = StatisticValue.objects.filter(statistic__in=[statistic.pk for statistic in statistics])
        if history:
            self._read(self._values)
        found = self._rows or self._values.order_by().values_list("statistic", "period").distinct()
        self._periods = _in_order(found, {statistic.pk for statistic in statistics if statistic.counts_people})

    def periods(self, statistic: int) -> list[str]:
        return self._periods[statistic]

    def row(self, statistic: int, period: str) -> Row:
        if period not in self._periods[statistic]:
            return {}
        self.read([(statistic, period)])
        return self._rows.get((statistic, period), {})

    def read(self, wanted: Iterable[Key]) -> None:
        """What of these was not read yet, in one query."""
        statistics: dict[str, list[int]] = defaultdict(list)
        for statistic, period in wanted:
            if (statistic, period) not in self._rows:
                statistics[period].append(statistic)
        if statistics:
            asked = (Q(period=period, statistic__in=of) for period, of in statistics.items())
            self._read(self._values.filter(reduce(or_, asked)))

    def _read(self, values: QuerySet[StatisticValue]) -> None:
        rows: dict[Key, Row] = defaultdict(dict)
        columns = ("statistic", "period", "neighbourhood", "value", "missing", "is_converted")
        for statistic, period, area, value, missing, is_converted in values.order_by().values_list(*columns):
            rows[statistic, period][area] = Figure(value, Missing(missing) if missing else None, is_converted)
        self._rows |= rows


def _in_order(found: Iterable[Key], of_people: set[int]) -> dict[int, list[str]]:
    """The periods of each statistic, the last one last.

    Of people: the year less three quarters is the fourth, which may be hidden. So the year stands for all four.
    """
    by_statistic: dict[int, set[str]] = defaultdict(set)
    for statistic, period in found:
        by_statistic[statistic].add(period)
    for statistic in of_people & by_statistic.keys():
        there = by_statistic[statistic]
        by_statistic[statistic] = {each for each in there if periods.year_of_quarter(each) not in there}
    in_order = {statistic: sorted(there, key=periods.order) for statistic, there in by_statistic.items()}
    return defaultdict(list, in_order)
