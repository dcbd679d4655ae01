"""The map of the city, drawn once after every change of borders, so that a page only reads it.

All neighbourhoods lie on one plane in metres, from the city's top left corner, y downwards, as SVG wants it.
"""

import shapely
from django.db import transaction

from jos.shared.time import today
from neighbourhoods.geometry import Borders, on_plane
from neighbourhoods.models import Neighbourhood
from neighbourhoods.paths import svg_path

# Detail smaller than this part of the city's width cannot be seen on a screen.
FINEST_DETAIL = 1 / 400


@transaction.atomic
def redraw() -> None:
    """Draw every neighbourhood anew. Those of today keep their common borders; ended ones stand on the same plane."""
    neighbourhoods = list(Neighbourhood.objects.select_for_update())
    if not neighbourhoods:
        return
    shapes = [on_plane(neighbourhood.geometry) for neighbourhood in neighbourhoods]
    left, bottom, right, top = shapely.total_bounds(shapes)
    detail = max(right - left, top - bottom) * FINEST_DETAIL
    shapes = [_as_on_screen(drawn, left, top) for drawn in shapes]
    simple = simplified(shapes, [n.holds_on(today()) for n in neighbourhoods], detail)
    for neighbourhood, drawn in zip(neighbourhoods, simple, strict=True):
        neighbourhood.path = svg_path(drawn)
        neighbourhood.label_x, neighbourhood.label_y = _roomiest_point(drawn)
        neighbourhood.box = [round(edge) for edge in drawn.bounds]
    Neighbourhood.objects.bulk_update(neighbourhoods, ["path", "label_x", "label_y", "box"], batch_size=100)


def _as_on_screen(drawn: Borders, left: float, top: float) -> Borders:
    return shapely.transform(drawn, lambda points: (points - (left, top)) * (1, -1))


def simplified(shapes: list[Borders], together: list[bool], detail: float) -> list[Borders]:
    """With less detail. Those `together` keep sharing their borders, where the borders were shared to begin with."""
    chosen = [drawn for drawn, shared in zip(shapes, together, strict=True) if shared]
    alone = shapely.simplify(shapes, detail / 2)
    if not shapely.coverage_is_valid(chosen):
        return list(alone)
    as_one = iter(shapely.coverage_simplify(chosen, detail))
    return [next(as_one) if shared else drawn for drawn, shared in zip(alone, together, strict=True)]


def _roomiest_point(drawn: Borders) -> tuple[float, float]:
    """Farthest from all borders: where a flower or a name fits best."""
    x, y = shapely.maximum_inscribed_circle(drawn).coords[0]
    return round(x, 1), round(y, 1)
