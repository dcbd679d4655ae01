"""Figures as tables to save. Where there is no value, the reason stands in its place: never 0, never nothing."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from jos.dashboards.statistics.areas import AreaFigures
from jos.shared.tables.writing import Cell
from neighbourhoods.codes import Codes
from neighbourhoods.enums import Missing
from neighbourhoods.figures import Figure, Figures
from neighbourhoods.figures.words import unit_of
from neighbourhoods.models import Neighbourhood, Statistic

COLUMNS = ("period", "code", "neighbourhood", "value", "estimate")
COLUMNS_OF_AREA = ("statistic", "period", "value", "city", "unit", "rank", "of", "estimate")
EXACT = 12  # digits: as many as are sure


def statistic_rows(statistic: Statistic, figures: Figures, areas: list[Neighbourhood]) -> Iterator[list[Cell]]:
    """All periods, the last one first; in each the city, then the neighbourhoods by name."""
    codes = Codes()
    for period in reversed(figures.periods(statistic)):
        row = figures.row(statistic, period)
        yield [period, "", _("the city"), cell(row[None]), row[None].is_converted]
        for area in areas:
            figure = row[area.pk]
            yield [period, codes.code_of(area.pk), area.name, cell(figure), figure.is_converted]


def area_rows(found: AreaFigures) -> Iterator[list[Cell]]:
    for each in found.all:
        yield [
            each.statistic.name,
            each.period,
            cell(each.here),
            cell(each.city),
            unit_of(each.statistic),
            each.rank,
            each.ranked if each.rank else None,
            each.here.is_converted,
        ]


def cell(figure: Figure) -> Cell:
    if figure.value is None:
        return str((figure.missing or Missing.UNKNOWN).label)
    return Decimal(f"{figure.value:.{EXACT}g}").normalize() + 0
