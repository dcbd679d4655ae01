"""The areas over which the hours of a covenant are divided."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from covenants.counting.reach import reach_of
from covenants.drafting.grids import total
from covenants.models import Covenant
from neighbourhoods.models import Neighbourhood


@dataclass(frozen=True)
class AreaToDivide:
    """One of them, with the hours a week it has now. None: over the whole reach."""

    area: Neighbourhood | None
    hours: Decimal | None


FEW = 30  # areas that are shown beside each other


@dataclass(frozen=True)
class AreasShown:
    """Those to go to at once, and the others to choose from."""

    beside: Sequence[AreaToDivide]
    others: Sequence[AreaToDivide]


def shown(areas: Sequence[AreaToDivide], current: Neighbourhood | None) -> AreasShown:
    """All of them where they are few. Of many, the one that is open and those that have hours."""
    if len(areas) <= FEW:
        return AreasShown(areas, ())
    beside = [each for each in areas if each.hours or each.area in (None, current)]
    return AreasShown(beside[: 2 * FEW], [each for each in areas if each not in beside[: 2 * FEW]])


def areas_to_divide(covenant: Covenant) -> list[AreaToDivide]:
    """The whole reach, then each neighbourhood it reaches, and those that have hours all the same."""
    hours: dict[int | None, list[Decimal]] = {}
    for area, number in covenant.hours.values_list("neighbourhood", "hours_per_week"):
        hours.setdefault(area, []).append(number)
    keys = {area.pk for area in reach_of(covenant)} | hours.keys() - {None}
    named = Neighbourhood.objects.without_borders().filter(pk__in=keys)
    return [AreaToDivide(area, total(hours.get(area and area.pk, ()))) for area in (None, *named)]
