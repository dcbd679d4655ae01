"""Which covenants reach an area, and whether what they promise is there: the part of the sheet about covenants."""

from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from django.core.cache import caches
from django.urls import reverse

from covenants.counting.hours import Promised, promised_hours
from covenants.models import Covenant
from covenants.permissions import can_see_covenant_figures
from jos.dashboards.covenants.promised import Cell, cells_of
from jos.dashboards.coverage.forms import MomentFilter
from neighbourhoods.models import MovementCircle, Neighbourhood

SHOWN = 6  # covenants; the list has all of them
MAY_BE_OLD = 10 * 60  # seconds: laying all hours of the city beside each other is shared by all sheets


@dataclass(frozen=True)
class PromisedHere:
    """`cells`: a function each. `where`: whose promises they are."""

    covenants: tuple[Covenant, ...]
    cells: tuple[Cell, ...]
    where: str

    @property
    def shown(self) -> tuple[Covenant, ...]:
        return self.covenants[:SHOWN]

    @property
    def promised(self) -> list[Cell]:
        return [cell for cell in self.cells if not cell.is_empty]

    @property
    def not_there(self) -> Decimal:
        return sum((cell.not_there for cell in self.cells), Decimal(0))


def promised_here(place: Neighbourhood | MovementCircle, moment: MomentFilter, user) -> PromisedHere | None:
    """No query, but for those of the whole city once in ten minutes. None for who does not work for the city."""
    if not can_see_covenant_figures(user):
        return None
    found = _of_the_city(moment)
    is_circle = isinstance(place, MovementCircle)
    areas = {part.pk for part in place.neighbourhoods.all()} if isinstance(place, MovementCircle) else {place.pk}
    here = [promise for promise in found.promises if promise.area.pk in areas]
    where = moment.query if is_circle else f"{moment.query}&neighbourhood={place.slug}"
    return PromisedHere(
        covenants=tuple(found.covenants_in(areas)),
        cells=cells_of(here),
        where=f"{reverse('promised_hours')}?{where}",
    )


def _of_the_city(moment: MomentFilter) -> Promised:
    key = f"promised-{moment.day}-{moment.band}"
    look = caches["process"].get_or_set(key, lambda: promised_hours(moment.day, moment.band), MAY_BE_OLD)
    return cast(Promised, look)
