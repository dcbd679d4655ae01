"""Neighbourhoods and circles as everybody sees them: made of public offers alone.

What is for professionals is never asked for, so nothing on these pages can be told apart with or without it
(docs/decisions/0007-public-neighbourhoods.md).
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jos.shared.time import today
from neighbourhoods.models import MovementCircle, Neighbourhood
from organisations.coverage import Ages
from organisations.enums import GOES_TO_YOUNG_PEOPLE, Function
from organisations.models import Offer, OfferFunction, Place
from signals.enums import WITH_ANSWER
from signals.models import Dossier
from signals.said.reading import public_dossiers

ANSWERS_SHOWN = 3


@dataclass(frozen=True)
class Petal:
    """A function in young people's words, and how much of it can be found."""

    function: Function
    words: str
    number: int


@dataclass(frozen=True)
class PublicArea:
    petals: tuple[Petal, ...]
    offers: tuple[Offer, ...]
    warm_places: tuple[Place, ...]
    on_the_move: tuple[Offer, ...]
    near: tuple[Neighbourhood, ...]  # in the same movement circles, or inside this one

    @property
    def functions(self) -> frozenset[Function]:
        return frozenset(petal.function for petal in self.petals if petal.number)


@dataclass(frozen=True)
class PublicTile:
    """A neighbourhood in the list."""

    neighbourhood: Neighbourhood
    functions: frozenset[Function]
    number: int


def public_offers(at: datetime.date) -> QuerySet[Offer]:
    return Offer.objects.public().counting(at)


def public_area(place: Neighbourhood | MovementCircle, ages: Ages | None) -> PublicArea | None:
    """Today, for these ages. None where the area is not there any more, or not yet."""
    at = today()
    parts = _parts(place, at)
    if not parts:
        return None
    everything = public_offers(at)
    if ages:
        everything = everything.for_ages(ages.lowest, ages.highest)
    reaching = everything.filter(reach__neighbourhood__in=parts).distinct()
    offers = tuple(reaching.with_details().order_by("title", "pk"))
    warm = Place.objects.on(at).filter(warm=True, neighbourhood__in=parts, offers__in=everything).distinct()
    return PublicArea(
        petals=_petals(offers),
        offers=offers,
        warm_places=tuple(warm.order_by("name", "pk")),
        on_the_move=tuple(offer for offer in offers if offer.work_form in GOES_TO_YOUNG_PEOPLE),
        near=tuple(_near(place, at)),
    )


def answered_here(place: Neighbourhood | MovementCircle) -> list[Dossier]:
    """The last things young people of a neighbourhood said and got an answer to, as everybody may read it."""
    if isinstance(place, MovementCircle):
        return []
    return list(public_dossiers(area=place).filter(state__in=WITH_ANSWER)[:ANSWERS_SHOWN])


def _parts(place: Neighbourhood | MovementCircle, at: datetime.date) -> list[int]:
    if not place.holds_on(at):
        return []
    parts = place.neighbourhoods.all() if isinstance(place, MovementCircle) else [place]
    return [part.pk for part in parts if part.holds_on(at)]


def _petals(offers: Iterable[Offer]) -> tuple[Petal, ...]:
    words = {
        Function.FREE_TIME: _("Something to do"),
        Function.WELFARE: _("Somebody who has time for you"),
        Function.BRIDGE: _("A hand with school, work or a club"),
        Function.SIGNAL: _("Your voice, heard"),
    }
    number: dict[str, int] = defaultdict(int)
    for offer in offers:
        for item in offer.functions.all():
            number[item.function] += 1
    return tuple(Petal(function, words[function], number[function]) for function in Function)


def _near(place: Neighbourhood | MovementCircle, at: datetime.date) -> QuerySet[Neighbourhood]:
    here = Neighbourhood.objects.on(at).without_borders().order_by("name")
    if isinstance(place, MovementCircle):
        return here.filter(circles=place)
    return here.filter(circles__in=place.circles.on(at)).exclude(pk=place.pk).distinct()


def public_list() -> list[tuple[str, list[PublicTile]]]:
    """Today's neighbourhoods by district, each with what can be found there."""
    at = today()
    found: dict[int, set[int]] = defaultdict(set)
    functions: dict[int, set[Function]] = defaultdict(set)
    rows = OfferFunction.objects.filter(offer__in=public_offers(at)).order_by()
    for neighbourhood, offer, function in rows.values_list("offer__reach__neighbourhood", "offer", "function"):
        found[neighbourhood].add(offer)
        functions[neighbourhood].add(Function(function))
    here = Neighbourhood.objects.on(at).without_borders()
    tiles = [PublicTile(one, frozenset(functions[one.pk]), len(found[one.pk])) for one in here]
    tiles.sort(key=lambda tile: (tile.neighbourhood.district.casefold(), tile.neighbourhood.name.casefold()))
    return [(district, list(some)) for district, some in groupby(tiles, key=lambda tile: tile.neighbourhood.district)]
