"""The ground of the demo city: neighbourhoods with codes, movement circles, and what was decided about priority."""

import datetime
import random
from dataclasses import dataclass

from django.utils.text import slugify

from jos.demo.borders import Ground, draw_city
from jos.demo.names import district, neighbourhood_names
from jos.demo.situations import Decision, situation_of
from jos.demo.sizes import Sizes
from jos.demo.writing import made, write
from jos.shared.models import unique_slug
from jos.shared.time import months_later
from neighbourhoods.drawing import redraw
from neighbourhoods.models import MovementCircle, Neighbourhood, NeighbourhoodCode, PriorityDecision

SEED = 11
CIRCLES = ("Spoor en markt", "Rond de vaart", "De dokken", "Zuidkant")
ANCHORS = (7, 1, 17, 13)  # the neighbourhood in the middle of each circle
CIRCLE_SIZE = 7
CITY_CODES, PROVINCE_CODES = "Lindermonde", "provincie"

REASONS = (
    "Veel jongeren op weinig ruimte, en weinig plekken om samen te komen.",
    "De vier functies zijn hier niet in één hand. Jongeren moeten te vaak van deur naar deur.",
    "Jongeren en scholen geven al twee jaar dezelfde signalen: na 18 uur is er niets.",
    "De cijfers en de gesprekken in de wijk wijzen dezelfde kant op. Wij kiezen ervoor om hier eerst te investeren.",
    "De wijk groeit snel en het aanbod volgt niet.",
)
DECIDERS = ("College van burgemeester en schepenen", "Stuurgroep jeugdwelzijn", "Gemeenteraad")


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
    decisions = [
        _decision(n, at, by, number) for number, n in enumerate(neighbourhoods) if situation_of(number).priority
    ]
    decisions += [_circle_decision(circle, at, by) for circle in circles[:1]]
    write(decisions)
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


def _decision(neighbourhood: Neighbourhood, at: datetime.date, by, number: int) -> PriorityDecision:
    decided = situation_of(number).priority or Decision(since=0)
    valid_from = months_later(at, decided.since).replace(day=1)
    decision = PriorityDecision(
        neighbourhood=neighbourhood,
        valid_from=valid_from,
        valid_until=months_later(at, decided.until) if decided.until else None,
        review_on=None if decided.until else months_later(valid_from, 36),
        reasons=REASONS[number % len(REASONS)],
        decided_by=DECIDERS[number % len(DECIDERS)],
        recorded_by=by,
    )
    made(decision, by=by, on=min(at, valid_from))
    return decision


def _circle_decision(circle: MovementCircle, at: datetime.date, by) -> PriorityDecision:
    decision = PriorityDecision(
        circle=circle,
        valid_from=months_later(at, -10).replace(day=1),
        review_on=months_later(at, 14),
        reasons="Jongeren bewegen hier de hele dag tussen station, school en markt. Eén wijk alleen lost dit niet op.",
        decided_by=DECIDERS[0],
        recorded_by=by,
    )
    made(decision, by=by, on=months_later(at, -10))
    return decision


def chance_for(what: str) -> random.Random:
    """Chance that is the same every time, apart for each part of the city."""
    return random.Random(f"{SEED} {what}")  # noqa: S311
