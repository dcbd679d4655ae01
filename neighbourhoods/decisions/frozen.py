"""The figures a priority decision rested on, as they were that day (R5): plain data, stored with the decision.

What changes later changes nothing of it: a correction of a figure, a new version of the weighing, another name. It is
stored twice: as who signs in saw it, and beside it what everybody might see then, with small counts hidden.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from neighbourhoods.enums import Audience, FiguresSay, Method, Missing
from neighbourhoods.figures import UNKNOWN, Figure, Figures, Row
from neighbourhoods.figures.words import unit_of
from neighbourhoods.models import MovementCircle, Neighbourhood, Statistic, WeighingVersion
from neighbourhoods.weighing import Place, Ranking, Weighed, all_say, says, weigh_version

GONE = 0  # the key of no neighbourhood
SHAPE = 1  # of what is stored: another shape gets another number, and a reader beside the old one


@dataclass(frozen=True)
class FrozenFigure:
    """What one statistic said of one neighbourhood, and of the city. `contribution`: none where it is not known."""

    slug: str
    name: str
    unit: str
    weight: float
    period: str | None
    derivation: str  # so that it is written as a figure of this statistic
    figure: Figure
    city: Figure
    contribution: float | None
    counts_people: bool
    for_everybody: Figure | None  # none where it was not public
    city_for_everybody: Figure | None


@dataclass(frozen=True)
class FrozenPlace:
    """One neighbourhood in the row."""

    name: str
    slug: str
    score: float | None
    rank: int | None
    rank_low: int | None
    rank_high: int | None
    worst_quarter_count: int | None
    says: FiguresSay | None  # none: not for whoever reads it
    figures: tuple[FrozenFigure, ...]


@dataclass(frozen=True)
class Frozen:
    """What a weighing said of an area: of one neighbourhood, or of all those of a circle."""

    on: datetime.date
    weighing: str
    version: int
    method: Method
    top: int
    period: str | None  # no figures of a later one were asked
    of: int  # how many neighbourhoods have a rank
    says: FiguresSay | None
    places: tuple[FrozenPlace, ...]


def freeze(
    area: Neighbourhood | MovementCircle, version: WeighingVersion, *, at: datetime.date, period: str | None = None
) -> dict[str, Any]:
    """What `version` says of an area on the day `at`, to store with a decision."""
    ranking = weigh_version(version, period=period, at=at)
    places = _of_area(area, ranking)
    public = _for_everybody([(weighed.statistic, weighed.period) for weighed in ranking.weighed], at)
    return {
        "shape": SHAPE,
        "on": at.isoformat(),
        "weighing": version.weighing.name,
        "version": version.number,
        "method": str(version.method),
        "top": version.top,
        "period": period,
        "of": len(ranking.ranked),
        "statistics": [_statistic(weighed, public) for weighed in ranking.weighed],
        "says": str(all_say(says(place, version.top) for place in places)),
        "places": [_place(place, ranking, version.top, public) for place in places],
    }


def read(stored: Any) -> Frozen | None:
    """None where nothing was frozen, or nobody knows its shape any more."""
    try:
        return _READERS[stored["shape"]](stored)
    except (KeyError, TypeError, ValueError):
        return None


def for_public(frozen: Frozen) -> Frozen:
    """What everybody may see of it: what was public then and is now. Ranks only where all that was weighed is.

    What is hidden by now stays hidden here: staff may have said later that it counts people.
    """
    periods = {each.slug: each.period for place in frozen.places for each in place.figures}
    weighed = [(statistic, periods[statistic.slug]) for statistic in Statistic.objects.filter(slug__in=periods)]
    now = _for_everybody(weighed, frozen.on)
    keys = {area.slug: area.pk for area in now.neighbourhoods}
    rows = {each.slug: now.row(each, period) if period else {} for each, period in weighed if each in now.statistics}
    places = tuple(_place_for_public(place, rows, keys.get(place.slug, GONE)) for place in frozen.places)
    is_ranked = all(place.rank is not None for place in places)
    return replace(frozen, places=places, says=frozen.says if is_ranked else None)


def _place_for_public(place: FrozenPlace, now: Mapping[str, Row], area: int) -> FrozenPlace:
    shown = tuple(
        replace(
            each,
            figure=_unless_hidden(each.for_everybody, row.get(area)),
            city=_unless_hidden(each.city_for_everybody, row.get(None)),
            contribution=None,
        )
        for each in place.figures
        if (row := now.get(each.slug)) is not None and each.for_everybody and each.city_for_everybody
    )
    is_all = len(shown) == len(place.figures)
    if is_all and not any(each.figure.missing == Missing.TOO_FEW for each in shown):
        return replace(place, score=None, figures=shown)
    # A rank, and how sure it is, would say something of what is not public or too small.
    return FrozenPlace(place.name, place.slug, None, None, None, None, None, None, shown)


def _unless_hidden(then: Figure, now: Figure | None) -> Figure:
    return now if now and now.missing == Missing.TOO_FEW else then


def _for_everybody(wanted: list[tuple[Statistic, str | None]], at: datetime.date) -> Figures:
    """The same figures as everybody may see them."""
    figures = Figures([statistic for statistic, _period in wanted], audience=Audience.PUBLIC, at=at, history=False)
    figures.read((statistic, period) for statistic, period in wanted if period and statistic in figures.statistics)
    return figures


def _of_area(area: Neighbourhood | MovementCircle, ranking: Ranking) -> list[Place]:
    is_circle = isinstance(area, MovementCircle)
    wanted = set(area.neighbourhoods.values_list("pk", flat=True)) if is_circle else {area.pk}
    return [place for place in ranking.places if place.neighbourhood.pk in wanted]


def _statistic(weighed: Weighed, public: Figures) -> dict[str, Any]:
    statistic = weighed.statistic
    return {
        "slug": statistic.slug,
        "name": statistic.name,
        "unit": unit_of(statistic),
        "derivation": statistic.derivation,
        "weight": weighed.weight,
        "period": weighed.period,
        "counts_people": statistic.counts_people,
        "city": _stored(weighed.city),
        "public_city": _stored_for_public(weighed, public, None),
    }


def _place(place: Place, ranking: Ranking, top: int, public: Figures) -> dict[str, Any]:
    return {
        "name": place.neighbourhood.name,
        "slug": place.neighbourhood.slug,
        "score": place.score,
        "rank": place.rank,
        "rank_low": place.rank_low,
        "rank_high": place.rank_high,
        "worst_quarter_count": place.worst_quarter_count,
        "says": str(says(place, top)),
        "figures": [
            {
                "figure": _stored(place.figures[weighed.slug]),
                "public": _stored_for_public(weighed, public, place.neighbourhood.pk),
                "contribution": place.contributions.get(weighed.slug),
            }
            for weighed in ranking.weighed
        ],
    }


def _stored(figure: Figure) -> dict[str, Any]:
    return {
        "value": figure.value,
        "missing": str(figure.missing) if figure.missing else None,
        "is_converted": figure.is_converted,
    }


def _stored_for_public(weighed: Weighed, public: Figures, area: int | None) -> dict[str, Any] | None:
    """None where the statistic is not public. Where it has no values yet, it is as missing as for who signs in."""
    if weighed.statistic not in public.statistics:
        return None
    return _stored(public.row(weighed.statistic, weighed.period)[area] if weighed.period else UNKNOWN)


def _read_1(stored: Mapping[str, Any]) -> Frozen:
    return Frozen(
        on=datetime.date.fromisoformat(stored["on"]),
        weighing=stored["weighing"],
        version=stored["version"],
        method=Method(stored["method"]),
        top=stored["top"],
        period=stored["period"],
        of=stored["of"],
        says=FiguresSay(stored["says"]),
        places=tuple(_read_place(place, stored["statistics"]) for place in stored["places"]),
    )


def _read_place(place: Mapping[str, Any], statistics: list[Mapping[str, Any]]) -> FrozenPlace:
    own = ("name", "slug", "score", "rank", "rank_low", "rank_high", "worst_quarter_count")
    figures = (_read_figure(each, of) for each, of in zip(place["figures"], statistics, strict=True))
    return FrozenPlace(**{key: place[key] for key in own}, says=FiguresSay(place["says"]), figures=tuple(figures))


def _read_figure(stored: Mapping[str, Any], of: Mapping[str, Any]) -> FrozenFigure:
    own = ("slug", "name", "unit", "derivation", "weight", "period", "counts_people")
    return FrozenFigure(
        **{key: of[key] for key in own},
        figure=_figure(stored["figure"]),
        city=_figure(of["city"]),
        contribution=stored["contribution"],
        for_everybody=stored["public"] and _figure(stored["public"]),
        city_for_everybody=of["public_city"] and _figure(of["public_city"]),
    )


def _figure(stored: Mapping[str, Any]) -> Figure:
    missing = stored["missing"]
    return Figure(stored["value"], Missing(missing) if missing else None, stored["is_converted"])


_READERS: dict[int, Callable[[Mapping[str, Any]], Frozen]] = {1: _read_1}
