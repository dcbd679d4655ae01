"""The figures of a city: what was imported, what follows from it, and how much of it an audience may see (R5).

Counts of people that are too small are hidden first, and everything else is worked out from what is left: no total,
share or change can give back what is hidden. Missing is never 0: whatever needs a missing value is missing itself.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import cast

from jos.shared.time import today
from neighbourhoods.enums import AddsUp, Audience, Derivation, Missing
from neighbourhoods.figures import periods
from neighbourhoods.figures.disclosure import FEWEST, hidden, rounded
from neighbourhoods.models import Neighbourhood, Statistic, StatisticValue

MAY_BE_SUMMED = (Missing.EMPTY, Missing.NOT_APPLICABLE)  # says that there is nothing to add
KEPT_SECRET = (Missing.SUPPRESSED, Missing.TOO_FEW)


@dataclass(frozen=True)
class Figure:
    """What is known of one area in one period: a value, or why there is none."""

    value: float | None = None
    missing: Missing | None = None
    is_converted: bool = False  # from older borders: an estimate

    @property
    def is_known(self) -> bool:
        return self.value is not None


UNKNOWN = Figure(missing=Missing.UNKNOWN)
TOO_FEW = Figure(missing=Missing.TOO_FEW)
Row = dict[int | None, Figure]  # by neighbourhood (its primary key); None: the city as a whole


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
        of: Iterable[str] | None = None,
    ) -> None:
        """Read them in three queries. `of`: only these periods, where no other is needed for a change."""
        self.audience = audience
        self.areas = list(Neighbourhood.objects.on(at or today()).values_list("pk", flat=True))
        self._known = {statistic.pk: statistic for statistic in Statistic.objects.all()}
        self.statistics = [each for each in statistics if _may_see(audience, each, self._known)]
        self._stored = self._read(of)
        self._rows: dict[tuple[int, str], Row] = {}

    def periods(self, statistic: Statistic) -> list[str]:
        """The periods it has figures of, the last one last."""
        if not statistic.is_derived:
            return sorted(self._stored[statistic.pk], key=periods.order)
        before = self.periods(self._needed(statistic.part_id))
        if statistic.years:
            return [period for period in before if periods.years_before(period, statistic.years) in before]
        return [period for period in before if self._near(statistic.whole_id, period)]

    def latest(self, statistic: Statistic, until: str | None = None) -> str | None:
        """The last period that has a value, and ends no later than `until` does."""
        for period in reversed(self.periods(statistic)):
            is_late = until is not None and periods.ends_on(period) > periods.ends_on(until)
            if not is_late and any(figure.is_known for figure in self.row(statistic, period).values()):
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

    def _read(self, of: Iterable[str] | None) -> dict[int, dict[str, Row]]:
        values = StatisticValue.objects.filter(statistic__in=self._wanted())
        if of is not None:
            values = values.filter(period__in={*of, *filter(None, map(periods.year_of_quarter, of))})
        stored: dict[int, dict[str, Row]] = defaultdict(lambda: defaultdict(dict))
        columns = ("statistic", "neighbourhood", "period", "value", "missing", "is_converted")
        for key, area, period, value, missing, is_converted in values.values_list(*columns):
            stored[key][period][area] = Figure(value, Missing(missing) if missing else None, is_converted)
        for key, rows in stored.items():
            if self._known[key].counts_people:
                _keep_year_or_quarters(rows)
        return stored

    def _wanted(self) -> set[int]:
        """What is asked, and all that this is worked out from."""
        wanted: set[int] = set()
        asked = [statistic.pk for statistic in self.statistics]
        while asked:
            wanted.add(key := asked.pop())
            asked += [need for need in self._known[key].needs if need not in wanted]
        return wanted

    def _near(self, key: int | None, period: str) -> str | None:
        """The period of another statistic to set beside this one: the same, or else the last one before."""
        if period in (of := self.periods(self._needed(key))):
            return period
        end = periods.ends_on(period)
        return next((each for each in reversed(of) if periods.ends_on(each) <= end), None)

    def _own(self, statistic: Statistic, period: str) -> Row:
        stored = self._stored[statistic.pk].get(period, {})
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
        near = self._near(statistic.weighted_by_id, period)
        weights = self.row(self._needed(statistic.weighted_by_id), near) if near else {}
        for area in self.areas:
            if row[area].is_known and weights.get(area, UNKNOWN).missing == Missing.TOO_FEW:
                row[area] = TOO_FEW

    def _shown(self, figure: Figure, *, is_hidden: bool) -> Figure:
        if is_hidden:
            return TOO_FEW
        if figure.value is None:
            return figure
        return replace(figure, value=rounded(figure.value, audience=self.audience))

    def _added_up(self, statistic: Statistic, period: str, row: Row) -> Figure:
        """What these areas make together, where they can be put together at all."""
        parts = {area: figure for area, figure in row.items() if figure.missing not in MAY_BE_SUMMED}
        if statistic.adds_up == AddsUp.NOT or not parts:
            return UNKNOWN
        weights = self._weights(statistic, period, parts)
        terms = [(figure.value, weights[area]) for area, figure in parts.items()]
        known = [(value, weight) for value, weight in terms if value is not None and weight is not None]
        whole = sum(weight for _value, weight in known)
        if len(known) < len(terms) or not whole:
            return UNKNOWN
        total = sum(value * weight for value, weight in known)
        is_converted = any(figure.is_converted for figure in parts.values())
        return Figure(total if statistic.adds_up == AddsUp.SUM else total / whole, is_converted=is_converted)

    def _weights(
        self, statistic: Statistic, period: str, areas: Iterable[int | None]
    ) -> dict[int | None, float | None]:
        if statistic.adds_up == AddsUp.SUM:
            return dict.fromkeys(areas, 1.0)
        near = self._near(statistic.weighted_by_id, period)
        row = self.row(self._needed(statistic.weighted_by_id), near) if near else {}
        return {area: row.get(area, UNKNOWN).value for area in areas}

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


def _keep_year_or_quarters(rows: dict[str, Row]) -> None:
    """Of people: the year less three quarters is the fourth, which may be hidden. So the year stands for all four."""
    for period in list(rows):
        if periods.year_of_quarter(period) in rows:
            del rows[period]


def _without_a_way_back(row: Row) -> Row:
    """Without the city's value, where that less the others would be the one that is kept secret."""
    secret = [area for area, figure in row.items() if figure.missing in KEPT_SECRET and area is not None]
    return row | {None: TOO_FEW} if len(secret) == 1 and row[None].is_known else row


def _worked_out(statistic: Statistic, part: Figure, other: Figure) -> Figure:
    compute = _FORMULAS[Derivation(statistic.derivation)]
    if part.value is None or other.value is None:
        return Figure(missing=part.missing or other.missing)
    if compute is not _difference and other.value == 0:
        return Figure(missing=Missing.NOT_APPLICABLE)  # of nothing there is no share
    value = compute(part.value, other.value, statistic.per or 100)
    return Figure(value, is_converted=part.is_converted or other.is_converted)


def _ratio(part: float, whole: float, per: int) -> float:
    return part / whole * per


def _difference(now: float, before: float, _per: int) -> float:
    return now - before


def _growth(now: float, before: float, per: int) -> float:
    return (now - before) / abs(before) * per


_FORMULAS = {
    Derivation.PER: _ratio,
    Derivation.SHARE: _ratio,
    Derivation.CHANGE: _difference,
    Derivation.GROWTH: _growth,
}
