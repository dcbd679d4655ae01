"""What values of several periods, areas and ages say together, exactly as the indicator says that they add up.

Unknown is never zero (R17): it is left out, and counted. Nothing here reads or writes.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple, Protocol

from covenants.enums import AddsUp

WHOLE = ""  # as age group: all ages together; the area that goes with it is None: the whole reach
Cell = tuple[str, int | None]  # an age group and the key of a neighbourhood


class Adding(Protocol):
    """An indicator or a blueprint."""

    @property
    def over_periods(self) -> str: ...

    @property
    def over_areas(self) -> str: ...


class Amount(NamedTuple):
    """A value, or what several say together. None: unknown."""

    value: Decimal | None
    unknown: int = 0  # how many of those it was made of are not known
    is_at_least: bool = False  # this or more: the same people may have been counted twice

    @property
    def is_partial(self) -> bool:
        """Something is known, and something is not."""
        return self.value is not None and self.unknown > 0


def amount_of(value: Decimal | None) -> Amount:
    """What somebody measured, or did not know."""
    return Amount(value, unknown=int(value is None))


UNKNOWN = amount_of(None)


def add_up(amounts: Iterable[Amount], how: str) -> Amount:
    """All of them together. For `LATEST` they stand in the order of their days."""
    if how == AddsUp.LATEST:
        return _latest(list(amounts))
    values, unknown, at_least = [], 0, False
    for value, unknown_of_it, is_at_least in amounts:
        unknown += unknown_of_it
        at_least = at_least or is_at_least
        if value is not None:
            values.append(value)
    if not values:
        return Amount(None, unknown)
    if how == AddsUp.SUM:
        return Amount(sum(values, Decimal(0)), unknown, at_least)
    if how == AddsUp.MEAN:
        return Amount(sum(values, Decimal(0)) / len(values), unknown, at_least)
    return Amount(max(values), unknown, at_least or len(values) > 1)


def of_period(cells: Mapping[Cell, Decimal | None], areas: Iterable[int], adding: Adding) -> Amount:
    """The value of one period, from what was said of ages and areas. A cell that is not there is unknown.

    What was said of the whole counts before what follows from its parts: who counts people knows who came twice.
    `areas`: the neighbourhoods it should be known of; none where it is not split by neighbourhood.
    """
    whole = _all_ages(cells, None, adding)
    if whole.value is not None and not whole.unknown:
        return whole
    parts = add_up((of_area(cells, area, adding) for area in areas), adding.over_areas)
    return whole if parts.value is None else parts


def of_area(cells: Mapping[Cell, Decimal | None], area: int, adding: Adding) -> Amount:
    """The value of one neighbourhood in one period."""
    return _all_ages(cells, area, adding)


def over_periods(periods: Iterable[Amount], adding: Adding) -> Amount:
    """What all periods say together; they stand in the order of their days."""
    return add_up(periods, adding.over_periods)


def _all_ages(cells: Mapping[Cell, Decimal | None], area: int | None, adding: Adding) -> Amount:
    """Nobody has two ages: people of different ages add up, where people of different areas may be the same."""
    said = cells.get((WHOLE, area))
    if said is not None:
        return amount_of(said)
    groups = [value for (group, where), value in cells.items() if where == area and group != WHOLE]
    if not groups:
        return UNKNOWN
    how = AddsUp.MEAN if adding.over_areas == AddsUp.MEAN else AddsUp.SUM
    return add_up(map(amount_of, groups), how)


def _latest(amounts: list[Amount]) -> Amount:
    """The last that is known; what came after it is unknown."""
    after = 0
    for amount in reversed(amounts):
        if amount.value is not None:
            return Amount(amount.value, amount.unknown + after, amount.is_at_least)
        after += amount.unknown
    return Amount(None, after)
