"""Where figures come from. What a data set brought: how many values, and how many are missing, and why."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Count

from neighbourhoods.enums import Audience, Missing
from neighbourhoods.figures import periods, statistics_for
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


@dataclass(frozen=True)
class Listed:
    """`number`: how many statistics of it the audience may see."""

    data_set: DataSet
    number: int


def listed(audience: Audience) -> list[Listed]:
    """All by name. For everybody only those with a public statistic."""
    number = Counter(statistic.data_set_id for statistic in statistics_for(audience))
    found = [Listed(data_set, number[data_set.pk]) for data_set in DataSet.objects.all()]
    return [each for each in found if each.number or audience == Audience.INTERNAL]


def brought(data_set: DataSet, audience: Audience) -> list[Brought]:
    """Its statistics that this audience may see, by name. It counts values, and reads none."""
    of_it = [statistic for statistic in statistics_for(audience) if statistic.data_set_id == data_set.pk]
    statistics = sorted(of_it, key=lambda statistic: statistic.name.casefold())
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
