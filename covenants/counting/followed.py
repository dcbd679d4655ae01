"""What was said of each indicator of a covenant, period by period, in reports that were sent."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from covenants.counting.reach import reaches
from covenants.enums import AddsUp, IndicatorKind
from covenants.indicators.adding_up import WHOLE, Amount, Cell, of_area, of_period
from covenants.models import Covenant, Indicator, Measurement, Reflection, ReportingPeriod

NOTHING: Mapping = MappingProxyType({})


class Watched(NamedTuple):
    """An indicator as it is counted with: plain values, for there are thousands of them."""

    pk: int
    covenant_id: int
    blueprint_slug: str | None  # none: thought out for this covenant alone
    blueprint_position: int | None
    kind: str
    function: str
    name: str
    unit: str
    better_when: str
    over_periods: str
    over_areas: str
    by_neighbourhood: bool
    measured_by: str
    statements: list[str]
    baseline: Decimal | None
    target: Decimal | None
    need: Decimal | None
    baseline_place: int | None
    aim_place: int | None
    dropped_on: datetime.date | None

    def __str__(self) -> str:
        return self.name

    @property
    def is_quantitative(self) -> bool:
        return self.kind == IndicatorKind.QUANTITATIVE

    @property
    def over_periods_in_words(self) -> str:
        return str(AddsUp(self.over_periods).label)


class PastPeriod(NamedTuple):
    """A period that is over, as plain values."""

    pk: int
    starts_on: datetime.date
    ends_on: datetime.date


@dataclass(frozen=True, slots=True)
class Followed:
    """An indicator, with what was said of it in the periods of its covenant, by their keys.

    A cell or a place that is not there: nobody said anything yet. `area`: looked at in one neighbourhood; None: over
    the whole reach.
    """

    indicator: Watched
    covenant: Covenant
    reach: frozenset[int]  # of its covenant; none: the whole city
    periods: Sequence[PastPeriod]  # in the order of their days
    known: Mapping[int, Decimal]  # in numbers, of whoever measures it: of the whole
    cells: Mapping[int, Mapping[Cell, Decimal | None]]  # and of its parts
    places: Mapping[int, Mapping[str, int | None]]  # in statements, by side
    area: int | None = None

    @property
    def is_whole(self) -> bool:
        """Nothing of the reach is left out, so that baseline and target hold."""
        return self.area is None or self.reach == {self.area}

    def amount(self, period: PastPeriod) -> Amount:
        """The value of one period. What was said of the whole counts before what follows from its parts."""
        if self.is_whole and (known := self.known.get(period.pk)) is not None:
            return Amount(known)
        cells = self.cells.get(period.pk, NOTHING)
        if not self.is_whole:
            return of_area(cells, self.area, self.indicator)  # type: ignore[arg-type]
        return of_period(cells, self.reach if self.indicator.by_neighbourhood else (), self.indicator)

    def place(self, period: PastPeriod, side: str) -> int | None:
        """Where a side placed itself."""
        return self.places.get(period.pk, NOTHING).get(side)

    def last_place(self, side: str) -> int | None:
        """Where a side placed itself last."""
        return next((place for period in reversed(self.periods) if (place := self.place(period, side))), None)

    def ended_in(self, year: int) -> list[PastPeriod]:
        """Its periods that ended in it."""
        return [period for period in self.periods if period.ends_on.year == year]

    def of(self, periods: Iterable[PastPeriod]) -> "Followed":
        """Only what was said then."""
        return replace(self, periods=tuple(periods))

    def in_area(self, area: int) -> "Followed | None":
        """In one neighbourhood. None: a number that is not looked at there apart. Statements hold for the whole."""
        here = replace(self, area=area)
        apart = self.indicator.by_neighbourhood or here.is_whole or not self.indicator.is_quantitative
        return here if apart and (not self.reach or area in self.reach) else None


def followed(
    covenants: QuerySet[Covenant],
    at: datetime.date,
    indicators: QuerySet[Indicator] | None = None,
    *,
    by_area: bool = True,
    scales_in: int | None = None,
) -> list[Followed]:
    """Every indicator of these covenants, or of these `indicators`, with the periods that are over on `at`.

    One that an amendment took out counts as long as it held. Without `by_area` what was said of parts is only read
    where nobody knows the whole: enough for who does not look `in_area`. `scales_in`: of statements, which have no
    trend, only what was said of this year. In six queries.
    """
    everything = Indicator.objects.all() if indicators is None else indicators
    asked = everything.filter(covenant__in=covenants)
    by_key = {covenant.pk: covenant for covenant in covenants}
    reach, periods = reaches(covenants), _periods(covenants, at)
    (known, cells), places = _measured(asked, by_area=by_area), _places(asked, scales_in)
    found = []
    for each in _watched(asked):
        held = _held(each, periods[each.covenant_id], scales_in)
        if held or each.dropped_on is None:
            whole, parts, stood = known.get(each.pk, NOTHING), cells.get(each.pk, NOTHING), places.get(each.pk, NOTHING)
            covenant, areas = by_key[each.covenant_id], reach[each.covenant_id]
            found.append(Followed(each, covenant, areas, held, whole, parts, stood))
    return found


def _watched(indicators: QuerySet[Indicator]) -> Iterable[Watched]:
    named = indicators.annotate(blueprint_slug=F("blueprint__slug"), blueprint_position=F("blueprint__position"))
    return map(Watched._make, named.values_list(*Watched._fields))


def _held(indicator: Watched, periods: Sequence[PastPeriod], scales_in: int | None) -> Sequence[PastPeriod]:
    """The periods in which it stood in its covenant, of those that are asked for."""
    if indicator.dropped_on:
        periods = [period for period in periods if period.ends_on < indicator.dropped_on]
    if scales_in and not indicator.is_quantitative:
        periods = [period for period in periods if period.ends_on.year == scales_in]
    return periods


def _periods(covenants: QuerySet[Covenant], at: datetime.date) -> Mapping[int, list[PastPeriod]]:
    rows = ReportingPeriod.objects.filter(covenant__in=covenants, ends_on__lt=at).order_by("starts_on")
    found: dict[int, list[PastPeriod]] = defaultdict(list)
    for covenant, pk, starts_on, ends_on in rows.values_list("covenant", "pk", "starts_on", "ends_on"):
        found[covenant].append(PastPeriod(pk, starts_on, ends_on))
    return found


def _measured(
    indicators: QuerySet[Indicator], *, by_area: bool
) -> tuple[Mapping[int, dict[int, Decimal]], Mapping[int, Mapping[int, dict[Cell, Decimal | None]]]]:
    """By indicator and period, what the side says that measures it: what is known of the whole, and the rest."""
    sent = Measurement.objects.filter(
        indicator__in=indicators.order_by(),
        report__submitted_at__isnull=False,
        report__side=F("indicator__measured_by"),
    )
    if not by_area:
        said = Measurement.objects.filter(report=OuterRef("report"), indicator=OuterRef("indicator"))
        whole = Q(age_group=WHOLE, neighbourhood=None)
        sent = sent.filter(whole | ~Exists(said.filter(whole, value__isnull=False)))
    known: dict[int, dict[int, Decimal]] = defaultdict(dict)
    cells: dict[int, dict[int, dict]] = defaultdict(lambda: defaultdict(dict))
    rows = sent.order_by().values_list("indicator", "report__period", "age_group", "neighbourhood", "value")
    for indicator, period, ages, area, value in rows.iterator():
        if value is not None and area is None and ages == WHOLE:
            known[indicator][period] = value
        else:
            cells[indicator][period][ages, area] = value
    return known, cells


def _places(indicators: QuerySet[Indicator], year: int | None) -> Mapping[int, Mapping[int, dict[str, int | None]]]:
    """By indicator and period, of this year or of all of them: where each side placed itself."""
    sent = Reflection.objects.filter(indicator__in=indicators.order_by(), report__submitted_at__isnull=False)
    if year:
        sent = sent.filter(report__period__ends_on__year=year)
    found: dict[int, dict[int, dict]] = defaultdict(lambda: defaultdict(dict))
    rows = sent.order_by().values_list("indicator", "report__period", "report__side", "place")
    for indicator, period, side, place in rows.iterator():
        found[indicator][period][side] = place
    return found
