"""Where it is about: the neighbourhoods of today, and a map on which one can tap while they fit on a phone."""

from dataclasses import dataclass

from jos.shared.time import today
from neighbourhoods.models import Neighbourhood

MOST_ON_MAP = 60
MARGIN = 0.01  # around the city, as a part of its size


@dataclass(frozen=True)
class Places:
    neighbourhoods: list[Neighbourhood]
    view_box: str  # nothing: no map


def places() -> Places:
    here = list(Neighbourhood.objects.on(today()).defer("geometry"))
    drawn = [area for area in here if area.path]
    if not drawn or len(drawn) > MOST_ON_MAP:
        return Places(here, "")
    return Places(here, _view_box([area.box for area in drawn]))


def _view_box(boxes: list[list[int]]) -> str:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    left, top, width, height = min(lefts), min(tops), max(rights) - min(lefts), max(bottoms) - min(tops)
    margin = round(max(width, height) * MARGIN)
    return f"{left - margin} {top - margin} {width + 2 * margin} {height + 2 * margin}"
