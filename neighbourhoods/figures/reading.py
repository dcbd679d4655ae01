"""The figures of a city: what was imported, what follows from it, and how much of it an audience may see (R5).

Counts of people that are too small are hidden first, and everything else is worked out from what is left: no total,
share or change can give back what is hidden. Missing is never 0: whatever needs a missing value is missing itself.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from math import isfinite
from typing import cast

from jos.shared.time import today
from neighbourhoods.enums import AddsUp, Audience, Derivation, Missing
from neighbourhoods.figures import periods
from neighbourhoods.figures.disclosure import FEWEST, hidden, rounded
from neighbourhoods.figures.figure import TOO_FEW, UNKNOWN, Figure, Row
from neighbourhoods.figures.stored import Stored
from neighbourhoods.models import Neighbourhood, Statistic

MAY_BE_SUMMED = (Missing.EMPTY, Missing.NOT_APPLICABLE)  # says that there is nothing to add
KEPT_SECRET = (Missing.SUPPRESSED, Missing.TOO_FEW)


def statistics_for(audience: Audience) -> list[Statistic]:
    """Those this audience may see, by category and name."""
    known = {statistic.pk: statistic for statistic in Statistic.objects.all()}
    return [statistic for statistic in known.values() if _may_see(audience, statistic, known)]


def _may_see(audience: Audience, statistic: Statistic, known: Mapping[int, Statistic]) -> bool:
    """Everybody sees what is public, and made of public figures only: the rest could be worked out from it."""
    is_open = audience == Audience.INTERNAL or statistic.is_public
    return is_open and all(_may_see(audience, known[need], known) for need in statistic.needs)


class Figures:
    """Figures of some statistics for one audience, on the neighbourhoods of one day."""

    def __init__(
        self,
        statistics: Iterable[Statistic],
        *,
        audience: Audience = Audience.INTERNAL,
        at: datetime.date | None = None,
        history: bool = True,
    ) -> None:
        """Read them in three queries. Without `history` no values yet: `read` them, or `read_latest`."""
        self.audience = audience
        self.neighbourhoods = list(Neighbourhood.objects.on(at or today()).without_borders())
        self.areas = [neighbourhood.pk for neighbourhood in self.neighbourhoods]
        self._known = {statistic.pk: statistic for statistic in Statistic.objects.all()}
        self.statistics = [each for each in statistics if _may_see(audience, each, self._known)]
        self._stored = Stored(self._wanted(), history=history)
        self._periods: dict[int, list[str]] = {}
        self._rows: dict[tuple[int, str], Row] = {}

    def read(self, wanted: Iterable[tuple[Statistic, str]]) -> None:
        """The values of these rows in one query, with what they are worked out from."""
        self._stored.read(each for statistic, period in wanted for each in self._values_of(statistic, period))

    def read_latest(self, until: str | None = None) -> None:
        """The same for the last period of each, which ends no later than `until` does."""
        self.read((each, there[-1]) for each in self.statistics if (there := self._until(each, until)))

    def periods(self, statistic: Statistic) -> list[str]:
        """The periods it has figures of, the last one last."""
        if statistic.pk not in self._periods:
            self._periods[statistic.pk] = self._periods_of(statistic)
        return self._periods[statistic.pk]

    def latest(self, statistic: Statistic, until: str | None = None) -> str | None:
        """The last period that has a value, and ends no later than `until` does."""
        for period in reversed(self._until(statistic, until)):
            if any(figure.is_known for figure in self.row(statistic, period).values()):
                return period
        return None

    def row(self, statistic: Statistic, period: str) -> Row:
        """Each neighbourhood's figure, and the city's."""
        key = statistic.pk, period
        if key not in self._rows:
            self._rows[key] = self._derived(statistic, period) if statistic.is_derived else self._own(statistic, period)
        return self._rows[key]

    def of_area(self, statistic: Statistic, area: int | None) -> list[tuple[str, Figure]]:
        """One area's figures, period after period."""
        return [(period, self.row(statistic, period)[area]) for period in self.periods(statistic)]

    def together(self, statistic: Statistic, period: str, areas: Iterable[int]) -> Figure:
        """What these neighbourhoods make together, of what is shown of each."""
        if statistic.is_derived:
            against, when = self._against(statistic, period)
            other = self.together(against, when, areas) if when else UNKNOWN
            return _worked_out(statistic, self.together(self._needed(statistic.part_id), period, areas), other)
        if statistic.adds_up == AddsUp.NOT:
            return Figure(missing=Missing.NOT_APPLICABLE)
        row = self.row(statistic, period)
        few = next((row[area] for area in areas if row[area].missing == Missing.TOO_FEW), None)
        return few or self._added_up(statistic, period, {area: row[area] for area in areas})

    def _needed(self, key: int | None) -> Statistic:
        return self._known[cast(int, key)]  # the database has it where the statistic needs it

    def _wanted(self) -> list[Statistic]:
        """What is asked, and all that this is worked out from."""
        wanted: set[int] = set()
        asked = [statistic.pk for statistic in self.statistics]
        while asked:
            wanted.add(key := asked.pop())
            asked += [need for need in self._known[key].needs if need not in wanted]
        return [self._known[key] for key in wanted]

    def _values_of(self, statistic: Statistic, period: str) -> Iterator[tuple[int, str]]:
        """What is stored of it, by statistic and period, and of all that it is worked out from."""
        is_derived = statistic.is_derived
        if is_derived:
            yield from self._values_of(self._needed(statistic.part_id), period)
        else:
            yield statistic.pk, period
        other, when = self._against(statistic, period) if is_derived else self._weighing(statistic, period)
        if other and when:
            yield from self._values_of(other, when)

    def _periods_of(self, statistic: Statistic) -> list[str]:
        if not statistic.is_derived:
            return self._stored.periods(statistic.pk)
        before = self.periods(self._needed(statistic.part_id))
        if statistic.years:
            return [period for period in before if periods.years_before(period, statistic.years) in before]
        return [period for period in before if self._near(statistic.whole_id, period)]

    def _until(self, statistic: Statistic, until: str | None) -> list[str]:
        end = periods.ends_on(until) if until else datetime.date.max
        return [period for period in self.periods(statistic) if periods.ends_on(period) <= end]

    def _near(self, key: int | None, period: str) -> str | None:
        """The period of another statistic to set beside this one: the same, else the last before, else the first."""
        if period in (of := self.periods(self._needed(key))):
            return period
        end = periods.ends_on(period)
        return next((each for each in reversed(of) if periods.ends_on(each) <= end), next(iter(of), None))

    def _own(self, statistic: Statistic, period: str) -> Row:
        stored = self._stored.row(statistic.pk, period)
        row: Row = {area: stored.get(area, UNKNOWN) for area in self.areas}
        row[None] = stored.get(None) or self._added_up(statistic, period, row)
        if statistic.counts_people:
            return self._without_small_counts(statistic, row)
        if statistic.adds_up == AddsUp.MEAN:
            self._hide_means_of_few(statistic, period, row)
        return row if statistic.adds_up == AddsUp.NOT else _without_a_way_back(row)

    def _without_small_counts(self, statistic: Statistic, row: Row) -> Row:
        city = row[None].value
        counts: dict[int | None, float] = {
            area: figure.value for area, figure in row.items() if area is not None and figure.value is not None
        }
        secret = sum(row[area].value is None and row[area].missing not in MAY_BE_SUMMED for area in self.areas)
        gone = hidden(counts, audience=self.audience, secret=secret, whole=city)
        if city is not None and city < FEWEST[self.audience]:
            gone = {*counts, None}
        elif gone and statistic.adds_up == AddsUp.MEAN:
            gone.add(None)  # a mean with weights is another sum, which the others say nothing about
        return {area: self._shown(figure, is_hidden=area in gone) for area, figure in row.items()}

    def _hide_means_of_few(self, statistic: Statistic, period: str, row: Row) -> None:
        """A mean of people too few to count says what they are, and with the others' how many."""
        weights = self._weights(statistic, period)
        for area in self.areas:
            if row[area].is_known and weights.get(area, UNKNOWN).missing == Missing.TOO_FEW:
                row[area] = TOO_FEW

    def _shown(self, figure: Figure, *, is_hidden: bool) -> Figure:
        if is_hidden:
            return TOO_FEW
        if figure.value is None:
            return figure
        return Figure(rounded(figure.value, audience=self.audience), is_converted=figure.is_converted)

    def _added_up(self, statistic: Statistic, period: str, row: Row) -> Figure:
        """What these areas make together, where they can be put together at all."""
        parts = {area: figure for area, figure in row.items() if figure.missing not in MAY_BE_SUMMED}
        if statistic.adds_up == AddsUp.NOT or not parts:
            return UNKNOWN
        weights = self._weights(statistic, period)
        is_mean = statistic.adds_up == AddsUp.MEAN
        terms = [(figure.value, weights.get(area, UNKNOWN).value if is_mean else 1) for area, figure in parts.items()]
        known = [(value, weight) for value, weight in terms if value is not None and weight is not None]
        whole = sum(weight for _value, weight in known)
        if len(known) < len(terms) or not whole:
            return UNKNOWN
        total = sum(value * weight for value, weight in known)
        is_converted = any(figure.is_converted for figure in parts.values())
        return Figure(total if statistic.adds_up == AddsUp.SUM else total / whole, is_converted=is_converted)

    def _weights(self, statistic: Statistic, period: str) -> Row:
        """The row a mean is weighed by."""
        by, when = self._weighing(statistic, period)
        return self.row(by, when) if by and when else {}

    def _weighing(self, statistic: Statistic, period: str) -> tuple[Statistic | None, str | None]:
        """What a mean is weighed by, in the period to set beside this one."""
        if statistic.adds_up != AddsUp.MEAN:
            return None, None
        return self._needed(statistic.weighted_by_id), self._near(statistic.weighted_by_id, period)

    def _derived(self, statistic: Statistic, period: str) -> Row:
        part = self.row(self._needed(statistic.part_id), period)
        against, when = self._against(statistic, period)
        other = self.row(against, when) if when else dict.fromkeys(part, UNKNOWN)
        return {area: _worked_out(statistic, part[area], other[area]) for area in part}

    def _against(self, statistic: Statistic, period: str) -> tuple[Statistic, str | None]:
        """What a derived one is measured against: the same some years before, or a whole."""
        if statistic.years:
            return self._needed(statistic.part_id), periods.years_before(period, statistic.years)
        return self._needed(statistic.whole_id), self._near(statistic.whole_id, period)


def _without_a_way_back(row: Row) -> Row:
    """Without the city's value, where that less the others would be the one that is kept secret."""
    secret = [area for area, figure in row.items() if figure.missing in KEPT_SECRET and area is not None]
    return row | {None: TOO_FEW} if len(secret) == 1 and row[None].is_known else row


def _worked_out(statistic: Statistic, part: Figure, other: Figure) -> Figure:
    compute = _FORMULAS[statistic.derivation]
    if part.value is None or other.value is None:
        return Figure(missing=part.missing or other.missing)
    if compute is not _difference and other.value == 0:
        return Figure(missing=Missing.NOT_APPLICABLE)  # of nothing there is no share
    value = compute(part.value, other.value, statistic.per or 100)
    if not isfinite(value):
        return UNKNOWN  # larger than a computer counts
    return Figure(value, is_converted=part.is_converted or other.is_converted)


def _ratio(part: float, whole: float, per: int) -> float:
    return part / whole * per


def _difference(now: float, before: float, _per: int) -> float:
    return now - before


def _growth(now: float, before: float, per: int) -> float:
    return (now - before) / abs(before) * per


_FORMULAS: Mapping[str, Callable[[float, float, int], float]] = {
    Derivation.PER: _ratio,
    Derivation.SHARE: _ratio,
    Derivation.CHANGE: _difference,
    Derivation.GROWTH: _growth,
}
