"""The neighbourhoods with their figures of one statistic and period, ranked."""

from collections.abc import Iterable
from dataclasses import dataclass

from jos.dashboards.statistics.steps import Step, legend, ranks, shades
from neighbourhoods.figures import Figure
from neighbourhoods.figures import Row as FiguresOfPeriod
from neighbourhoods.models import Neighbourhood


@dataclass(frozen=True)
class Row:
    """`rank` and `shade`: none where there is no value, which is no place at all."""

    area: Neighbourhood
    figure: Figure
    rank: int | None = None
    shade: int | None = None


@dataclass(frozen=True)
class Rows:
    """Worst first; those without a value at the end, by name. That order says nothing of a hidden one."""

    all: tuple[Row, ...]
    city: Figure
    legend: tuple[Step, ...]

    @property
    def known(self) -> tuple[Row, ...]:
        return tuple(row for row in self.all if row.rank)

    @property
    def missing(self) -> tuple[Row, ...]:
        return tuple(row for row in self.all if not row.rank)

    @property
    def by_name(self) -> tuple[Row, ...]:
        return tuple(sorted(self.all, key=lambda row: row.area.name))

    @property
    def first(self) -> tuple[Row, ...]:
        """Those that share the first place."""
        return tuple(row for row in self.all if row.rank == 1)


def in_a_row(areas: Iterable[Neighbourhood], figures: FiguresOfPeriod, direction: str) -> Rows:
    areas = list(areas)
    values = {area.pk: value for area in areas if (value := figures[area.pk].value) is not None}
    places = ranks(values, direction)
    shade_of = shades(places)
    rows = [Row(area, figures[area.pk], places.get(area.pk), shade_of.get(area.pk)) for area in areas]
    rows.sort(key=lambda row: (row.rank is None, row.rank or 0, row.area.name))
    return Rows(tuple(rows), figures[None], tuple(legend(values, shade_of)))
