"""Need and supply as a table to save: a row a neighbourhood, those with most need first."""

from collections.abc import Iterator
from decimal import Decimal

from jos.dashboards.need.standings import NeedAndSupply
from jos.shared.tables.writing import Cell

COLUMNS = (
    *("code", "name", "district", "priority", "score", "rank", "rank_low", "rank_high"),
    *("functions", "hours", "young_people", "hours_per_1000", "some_hours_unknown", "quadrant", "why_not"),
)


def need_rows(need: NeedAndSupply) -> Iterator[tuple[Cell, ...]]:
    """What is not known is empty, with the reason in the last column."""
    for standing in need.standings:
        area, place, supply = standing.row.area, standing.place, standing.supply
        young = supply.young.value if supply.young else None
        yield (
            *(area.code, area.name, area.district, area.priority),
            *(_number(place.score, "0.001"), place.rank, place.rank_low, place.rank_high),
            *(len(area.covered), supply.hours, _number(young, "1")),
            _number(supply.value if supply.young else None, "0.1"),
            *(supply.at_least, standing.quadrant.value if standing.quadrant else "", standing.why_not),
        )


def _number(value: float | None, step: str) -> Decimal | None:
    return None if value is None else Decimal(value).quantize(Decimal(step))
