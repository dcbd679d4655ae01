"""All that the page of one statistic shows, for one audience."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from jos.dashboards.statistics.figure_map import FigureMap, draw
from jos.dashboards.statistics.forms import Order, StatisticFilter
from jos.dashboards.statistics.rows import Row, Rows, in_a_row
from jos.shared.charts import LineChart, Series
from jos.shared.time import today
from neighbourhoods.enums import Missing
from neighbourhoods.figures import Figures
from neighbourhoods.figures.words import unit_of
from neighbourhoods.models import Neighbourhood, Statistic

TICKS = 4  # periods named under the axis, as many as fit on a phone


@dataclass(frozen=True)
class StatisticPage:
    statistic: Statistic
    filters: StatisticFilter
    period: str
    rows: Rows
    map: FigureMap | None
    trend: LineChart | None

    @property
    def in_order(self) -> tuple[Row, ...]:
        return self.rows.by_name if self.filters.order_shown == Order.NAME else self.rows.all

    @property
    def why_missing(self) -> list[tuple[str, int]]:
        """How many neighbourhoods have no value, by reason."""
        reasons = Counter(row.figure.missing or Missing.UNKNOWN for row in self.rows.missing)
        return [(str(why.label), number) for why, number in reasons.most_common()]

    @property
    def has_estimates(self) -> bool:
        return any(row.figure.is_converted for row in self.rows.all)


def areas_of_today() -> QuerySet[Neighbourhood]:
    return Neighbourhood.objects.on(today()).defer("geometry", "box")


def statistic_page(statistic: Statistic, figures: Figures, asked: QueryDict) -> StatisticPage | None:
    """None while it has no value to show."""
    latest = figures.latest(statistic)
    if latest is None:
        return None
    areas = list(areas_of_today())
    filters = StatisticFilter(asked, choosable=figures.periods(statistic), latest=latest, areas=areas)
    period = filters.period_shown or latest
    rows = in_a_row(areas, figures.row(statistic, period), statistic.direction)
    chosen = next((area for area in areas if area.slug == filters.cleaned_data.get("area")), None)
    return StatisticPage(
        statistic, filters, period, rows, draw(rows.all, filters.map_shown), _trend(statistic, figures, chosen)
    )


def _trend(statistic: Statistic, figures: Figures, chosen: Neighbourhood | None) -> LineChart | None:
    """How the city went, and a neighbourhood beside it. None where one point is all there is."""
    choosable = figures.periods(statistic)
    if len(choosable) < 2:
        return None
    series = [_line(statistic, figures, _("the city"), None, "INK")]
    if chosen:
        series.append(_line(statistic, figures, chosen.name, chosen.pk, "BRIDGE"))
    series = [each for each in series if any(value is not None for value in each.values)]
    if not series:
        return None
    return LineChart(
        id="trend",
        title=_("Over time"),
        unit=unit_of(statistic),
        labels=tuple(choosable),
        series=tuple(series),
        description=_("What is not known is a hole in the line."),
        ticks=tuple(sorted({round(i * (len(choosable) - 1) / (TICKS - 1)) for i in range(TICKS)})),
    )


def _line(statistic: Statistic, figures: Figures, name: str, area: int | None, tone: str) -> Series:
    return Series(name, tuple(figure.value for _period, figure in figures.of_area(statistic, area)), tone)
