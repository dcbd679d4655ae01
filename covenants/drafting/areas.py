"""The areas over which the hours of a covenant are divided."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q, QuerySet

from covenants.drafting.grids import total
from covenants.models import Covenant
from jos.shared.time import today
from neighbourhoods.models import Neighbourhood


@dataclass(frozen=True)
class AreaToDivide:
    """One of them, with the hours a week it has now. None: over the whole reach."""

    area: Neighbourhood | None
    hours: Decimal | None


def areas_to_divide(covenant: Covenant) -> list[AreaToDivide]:
    """The whole reach, then each neighbourhood it reaches, and those that have hours all the same. Three queries."""
    hours: dict[int | None, list[Decimal]] = {}
    for area, number in covenant.hours.values_list("neighbourhood", "hours_per_week"):
        hours.setdefault(area, []).append(number)
    areas = _reached(covenant) | Neighbourhood.objects.filter(pk__in=[area for area in hours if area])
    named = areas.distinct().without_borders()
    return [AreaToDivide(area, total(hours.get(area and area.pk, ()))) for area in (None, *named)]


def _reached(covenant: Covenant) -> QuerySet[Neighbourhood]:
    """Those it names, and those of its circles. Where it names none: all of the city."""
    areas = Neighbourhood.objects.filter(Q(covenants=covenant) | Q(circles__covenants=covenant))
    return areas if areas.exists() else Neighbourhood.objects.on(today())
