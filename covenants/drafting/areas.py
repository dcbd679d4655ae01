"""The areas over which the hours of a covenant are divided."""

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


def areas_to_divide(covenant: Covenant) -> list[AreaToDivide]:
    """The whole reach, then each neighbourhood it reaches, and those that have hours all the same."""
    hours: dict[int | None, list[Decimal]] = {}
    for area, number in covenant.hours.values_list("neighbourhood", "hours_per_week"):
        hours.setdefault(area, []).append(number)
    keys = {area.pk for area in reach_of(covenant)} | hours.keys() - {None}
    named = Neighbourhood.objects.without_borders().filter(pk__in=keys)
    return [AreaToDivide(area, total(hours.get(area and area.pk, ()))) for area in (None, *named)]
