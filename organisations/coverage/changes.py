"""What changed in every area between two days: the same rules asked twice, and the difference in words.

Whether offers were confirmed is not compared: only the last confirmation is known, so the past cannot be judged by it.
"""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from organisations.coverage import change_sentences as sentences
from organisations.coverage.enums import Direction
from organisations.coverage.facts import EVERYTHING, Ages, Selection
from organisations.coverage.loading import load_days
from organisations.coverage.results import AreaCoverage, FunctionCoverage
from organisations.coverage.rules import assess
from organisations.enums import Function


@dataclass(frozen=True, slots=True)
class Change:
    """One difference, in one sentence."""

    direction: Direction
    text: str
    function: Function | None = None


@dataclass(frozen=True)
class AreaChange:
    """How one area differs from how it stood before."""

    area: AreaCoverage  # as it stands; of one that is gone, as it stood
    before: AreaCoverage | None  # None: it did not exist yet
    changes: tuple[Change, ...]
    is_gone: bool = False

    @property
    def sentences(self) -> tuple[str, ...]:
        return tuple(change.text for change in self.changes)

    @property
    def direction(self) -> Direction:
        """Better or worse where all that has a direction goes the same way, and the norm not the other."""
        found = {change.direction for change in self.changes} - {Direction.OTHER}
        if len(found) == 1 and not found & self._denied_by_the_norm:
            return found.pop()
        return Direction.OTHER if self.changes else Direction.NONE

    @property
    def _denied_by_the_norm(self) -> set[Direction]:
        """More hours make no area better that no longer has what is asked there, nor fewer one worse that now has."""
        if self.before is None or self.before.norm_met == self.area.norm_met:
            return set()
        return {Direction.WORSE if self.area.norm_met else Direction.BETTER}


def compare(
    *,
    since: datetime.date,
    at: datetime.date,
    ages: Ages | None = None,
    selection: Selection = EVERYTHING,
    circles: bool = True,
) -> list[AreaChange]:
    """Every area of `at`, in the order of `coverage`, then those of `since` that are gone."""
    facts = load_days([since, at], circles=circles)
    then, now = (assess(city, ages, selection) for city in facts)
    names = facts[-1].organisations
    before = {(area.kind, area.pk): area for area in then}
    here = [compare_area(before.pop((area.kind, area.pk), None), area, names) for area in now]
    gone = [
        AreaChange(area, area, (Change(Direction.OTHER, sentences.gone(area.kind)),), is_gone=True)
        for area in before.values()
    ]
    return here + gone


def compare_area(before: AreaCoverage | None, area: AreaCoverage, names: Mapping[int, str]) -> AreaChange:
    """One area on two days. `names`: of the organisations."""
    if before is None:
        return AreaChange(area, None, (Change(Direction.OTHER, sentences.new(area.kind)),))
    return AreaChange(area, before, tuple(_differences(before, area, names)))


def _differences(before: AreaCoverage, area: AreaCoverage, names: Mapping[int, str]) -> Iterator[Change]:
    """What weighs most comes first."""
    yield from _priority(before, area)
    yield from _norm(before, area)
    yield from _together(before, area)
    for function in Function:
        yield from _function(before.functions[function], area.functions[function], names)
    yield from _gained_or_lost(before.warm_place, area.warm_place, sentences.warm_place)
    yield from _gained_or_lost(before.outreach, area.outreach, sentences.outreach)


def _priority(before: AreaCoverage, area: AreaCoverage) -> Iterator[Change]:
    """R5: people decided otherwise, which makes nothing better or worse by itself."""
    if before.priority != area.priority:
        yield Change(Direction.OTHER, sentences.priority(area.priority))


def _norm(before: AreaCoverage, area: AreaCoverage) -> Iterator[Change]:
    """R4, R6. Where the norm itself is another one, meeting it or not says nothing about what is there."""
    if before.judged and before.norm_met != area.norm_met:
        direction = Direction.BETTER if area.norm_met else Direction.WORSE
        is_another = before.priority != area.priority
        yield Change(Direction.OTHER if is_another else direction, sentences.norm(area.norm_met))


def _together(before: AreaCoverage, area: AreaCoverage) -> Iterator[Change]:
    """R2: the four came together, fell apart, or others have them together."""
    if bool(before.whole_by) != bool(area.whole_by):
        direction = Direction.BETTER if area.whole_by else Direction.WORSE
        yield Change(direction, sentences.together(before.whole_by, area.whole_by))
    elif before.whole_by != area.whole_by:
        yield Change(Direction.OTHER, sentences.together_by_others(before.whole_by, area.whole_by))


def _function(then: FunctionCoverage, now: FunctionCoverage, names: Mapping[int, str]) -> Iterator[Change]:
    def names_of(organisations: frozenset[int]) -> list[str]:
        return sorted(names[pk] for pk in organisations)

    if now.covered and not then.covered:
        yield Change(Direction.BETTER, sentences.came(now, names_of(now.organisations)), now.function)
    elif then.covered and not now.covered:
        yield Change(Direction.WORSE, sentences.went(then, names_of(then.organisations)), now.function)
    elif then.covered:
        if then.hours != now.hours:
            yield Change(_direction_of_hours(then, now), sentences.hours(then, now), now.function)
        if then.organisations != now.organisations:
            came, went = now.organisations - then.organisations, then.organisations - now.organisations
            text = sentences.partners(now.function, names_of(came), names_of(went))
            yield Change(Direction.OTHER, text, now.function)


def _direction_of_hours(then: FunctionCoverage, now: FunctionCoverage) -> Direction:
    """More or fewer only where that is sure, whatever the unknown hours are (R17)."""
    if then.hours is None or now.hours is None:
        return Direction.OTHER
    if now.hours > then.hours and not then.some_hours_unknown:
        return Direction.BETTER
    if now.hours < then.hours and not now.some_hours_unknown:
        return Direction.WORSE
    return Direction.OTHER


def _gained_or_lost(had: bool, has: bool, sentence: Callable[[bool], str]) -> Iterator[Change]:
    """R6: a warm place, and work that goes to young people."""
    if had != has:
        yield Change(Direction.BETTER if has else Direction.WORSE, sentence(has))
