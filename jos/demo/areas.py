"""The ground of the demo city: neighbourhoods with codes, and movement circles."""

import datetime
import random
from dataclasses import dataclass

from django.utils.text import slugify

from jos.demo.borders import Ground, draw_city
from jos.demo.names import district, neighbourhood_names
from jos.demo.sizes import Sizes
from jos.demo.writing import made, write
from jos.shared.models import unique_slug
from jos.shared.time import months_later
from neighbourhoods.drawing import redraw
from neighbourhoods.models import MovementCircle, Neighbourhood, NeighbourhoodCode

SEED = 11
CIRCLES = ("Spoor en markt", "Rond de vaart", "De dokken", "Zuidkant")
ANCHORS = (7, 1, 17, 13)  # the neighbourhood in the middle of each circle
CIRCLE_SIZE = 7
CITY_CODES, PROVINCE_CODES = "Lindermonde", "provincie"


@dataclass(frozen=True)
class Areas:
    grounds: list[Ground]
    neighbourhoods: list[Neighbourhood]  # from the centre outwards, as the situations are numbered
    circles: list[MovementCircle]


def write_areas(sizes: Sizes, *, at: datetime.date, by) -> Areas:
    grounds = draw_city(sizes.neighbourhoods, seed=SEED)
    neighbourhoods = _neighbourhoods(grounds)
    for neighbourhood in neighbourhoods:
        made(neighbourhood, by=by, on=months_later(at, -60))
    write(neighbourhoods)
    write(_codes(neighbourhoods), by=by, on=months_later(at, -60))
    redraw()
    circles = _write_circles(sizes.circles, grounds, neighbourhoods, by=by)
    return Areas(grounds, neighbourhoods, circles)


def _neighbourhoods(grounds: list[Ground]) -> list[Neighbourhood]:
    return [
        Neighbourhood(
            name=name,
            slug=slugify(name),
            district=district(number / len(grounds), ground.bearing),
            geometry=ground.geometry,
        )
        for number, (name, ground) in enumerate(zip(neighbourhood_names(len(grounds), seed=SEED), grounds, strict=True))
    ]


def _codes(neighbourhoods: list[Neighbourhood]) -> list[NeighbourhoodCode]:
    """Two sources that each call a neighbourhood something else. Codes are text, with zeros in front."""
    width = max(2, len(str(len(neighbourhoods))))
    codes = []
    for number, neighbourhood in enumerate(neighbourhoods, start=1):
        for source, code in ((CITY_CODES, f"{number:0{width}d}"), (PROVINCE_CODES, f"7710{number}")):
            codes.append(NeighbourhoodCode(neighbourhood=neighbourhood, source=source, code=code))
    return codes


def _write_circles(count: int, grounds: list[Ground], neighbourhoods: list[Neighbourhood], *, by):
    circles, slugs = [], set[str]()
    for number in range(count):
        middle = (ANCHORS[number % len(ANCHORS)] + 25 * (number // len(ANCHORS))) % len(grounds)
        name = CIRCLES[number] if number < len(CIRCLES) else f"Rond {neighbourhoods[middle].name}"
        circle = MovementCircle(name=name, slug=unique_slug(MovementCircle, name, slugs))
        circle.save_by(by)
        circle.neighbourhoods.set(neighbourhoods[near] for near in _nearest(middle, grounds))
        circles.append(circle)
    return circles


def _nearest(middle: int, grounds: list[Ground]) -> list[int]:
    """The neighbourhoods whose middle lies closest to that of this one, itself included."""
    here = grounds[middle].polygon.centroid
    return sorted(range(len(grounds)), key=lambda n: grounds[n].polygon.centroid.distance(here))[:CIRCLE_SIZE]


def chance_for(what: str) -> random.Random:
    """Chance that is the same every time, apart for each part of the city."""
    return random.Random(f"{SEED} {what}")  # noqa: S311
