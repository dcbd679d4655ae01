"""How the city stands today, and what changed since last month."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from django.core.cache import caches
from django.utils import timezone
from django.utils.translation import get_language

from jos.shared.time import months_later, today
from organisations.coverage.changes import AreaChange, compare
from organisations.coverage.enums import Direction, Status
from organisations.coverage.results import AreaCoverage
from organisations.coverage.summary import summarise
from organisations.enums import Function

MAY_BE_OLD = datetime.timedelta(minutes=1)
URGENT_FIRST = (Direction.WORSE, Direction.BETTER, Direction.OTHER, Direction.NONE)


@dataclass(frozen=True)
class CityToday:
    """The city as it stood at `seen_at`. Movement circles are other ways to cut the same city: they are left out."""

    neighbourhoods: int
    priority: int
    priority_whole: int
    priority_before: int  # last month
    priority_whole_before: int
    areas: tuple[AreaCoverage, ...]
    with_gaps: tuple[AreaCoverage, ...]  # what lacks most comes first
    lacking: dict[Function, int]  # so many priority neighbourhoods lack it
    changes: tuple[AreaChange, ...]  # what weighs most comes first
    since: datetime.date
    seen_at: datetime.datetime

    @property
    def priority_with_gaps(self) -> tuple[AreaCoverage, ...]:
        return tuple(area for area in self.with_gaps if area.priority)


def city_today() -> CityToday:
    """Judging the whole city takes longer than a home may: a minute old will do, and the page says so."""
    return cast(CityToday, caches["process"].get_or_set(_key(), _look, MAY_BE_OLD.total_seconds()))


def is_known() -> bool:
    """Whether it was judged lately, so that asking costs nothing."""
    return _key() in caches["process"]


def _key() -> str:
    return f"city-today-{today()}-{get_language()}"  # the rules speak in the language of who asked


def _look() -> CityToday:
    since = months_later(today(), -1)
    changes = compare(since=since, at=today(), circles=False)
    city = summarise(change.area for change in changes if not change.is_gone)
    before = summarise(change.before for change in changes if change.before)
    return CityToday(
        neighbourhoods=len(city.neighbourhoods),
        priority=len(city.priority),
        priority_whole=len(city.priority_whole),
        priority_before=len(before.priority),
        priority_whole_before=len(before.priority_whole),
        areas=city.neighbourhoods,
        with_gaps=tuple(sorted(city.with_gaps, key=_how_much_is_there)),
        lacking={function: len(areas) for function, areas in city.priority_lacking.items()},
        changes=tuple(_what_weighs_most(changes)),
        since=since,
        seen_at=timezone.now(),
    )


def _how_much_is_there(area: AreaCoverage) -> tuple:
    return not area.priority, len(area.covered), area.status != Status.PARTIAL, -len(area.gaps), area.name.casefold()


def _what_weighs_most(changes: Iterable[AreaChange]) -> list[AreaChange]:
    """Another norm, another state or another function, before hours and partners; what went worse before the rest."""

    def weight(change: AreaChange) -> tuple:
        return not _is_another(change), URGENT_FIRST.index(change.direction), not change.area.priority

    return sorted((change for change in changes if change.changes), key=weight)


def _is_another(change: AreaChange) -> bool:
    return change.is_gone or change.before is None or _state(change.before) != _state(change.area)


def _state(area: AreaCoverage) -> tuple:
    return area.priority, area.status, area.norm_met, area.covered
