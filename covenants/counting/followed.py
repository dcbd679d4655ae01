"""What was said of each indicator of a covenant, period by period, in reports that were sent."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from covenants.counting.reach import reaches
from covenants.indicators.adding_up import WHOLE, Amount, Cell, of_area, of_period
from covenants.models import Blueprint, Covenant, Indicator, Measurement, Reflection, ReportingPeriod

NOTHING: Mapping = MappingProxyType({})
NOT_COUNTED = ("definition", "guiding_questions", "why_backwards")


@dataclass(frozen=True, slots=True)
class Days:
    """A period that is over, or that somebody sent a report of."""

    pk: int
    starts_on: datetime.date
    ends_on: datetime.date


class Said(NamedTuple):
    """What was said of one indicator in one period. Without a cell or a place nobody said anything yet."""

    days: Days
    cells: Mapping[Cell, Decimal | None]  # in numbers, of whoever measures it
    places: Mapping[str, int | None]  # in statements, by side


@dataclass(frozen=True)
class Followed:
    """An indicator, with what was said of it in each period of its covenant, in the order of their days.

    `area`: looked at in one neighbourhood; None: over the whole reach.
    """

    indicator: Indicator
    covenant: Covenant
    reach: frozenset[int]  # of its covenant; none: the whole city
    said: tuple[Said, ...]
    area: int | None = None

    @property
    def is_whole(self) -> bool:
        """Nothing of the reach is left out, so that baseline and target hold."""
        return self.area is None or self.reach == {self.area}

    def amount(self, said: Said) -> Amount:
        """The value of one period."""
        if not self.is_whole:
            return of_area(said.cells, self.area, self.indicator)  # type: ignore[arg-type]
        areas = sorted(self.reach) if self.indicator.by_neighbourhood else []
        return of_period(said.cells, areas, self.indicator)

    def place(self, side: str) -> int | None:
        """Where a side placed itself last."""
        return next((place for said in reversed(self.said) if (place := said.places.get(side))), None)

    def of(self, said: Iterable[Said]) -> "Followed":
        """Only what was said then."""
        return replace(self, said=tuple(said))

    def said_in(self, year: int) -> list[Said]:
        """Of the periods that ended in it."""
        return [each for each in self.said if each.days.ends_on.year == year]

    def in_year(self, year: int) -> "Followed":
        """Only those periods."""
        return self.of(self.said_in(year))

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
    trend, only what was said of this year. In seven queries.
    """
    everything = Indicator.objects.all() if indicators is None else indicators
    asked = everything.filter(covenant__in=covenants)
    by_key = {covenant.pk: covenant for covenant in covenants}
    reach, periods = reaches(covenants), _periods(covenants, at)
    cells, places = _cells(asked, by_area=by_area), _places(asked, scales_in)
    found, blueprints = [], Blueprint.objects.in_bulk()
    for each in asked.defer(*NOT_COUNTED):
        each.blueprint = blueprints.get(each.blueprint_id)  # a few, for many indicators
        year = None if each.is_quantitative else scales_in
        held = [days for days in periods.get(each.covenant_id, ()) if _holds(each, days, year)]
        key = each.pk
        said = tuple(
            [Said(days, cells.get((key, days.pk), NOTHING), places.get((key, days.pk), NOTHING)) for days in held]
        )
        if said or each.dropped_on is None:
            found.append(Followed(each, by_key[each.covenant_id], reach[each.covenant_id], said))
    return found


def _holds(indicator: Indicator, days: Days, year: int | None) -> bool:
    return year in (None, days.ends_on.year) and (indicator.dropped_on is None or days.ends_on < indicator.dropped_on)


def _periods(covenants: QuerySet[Covenant], at: datetime.date) -> Mapping[int, list[Days]]:
    rows = ReportingPeriod.objects.filter(covenant__in=covenants, ends_on__lt=at).order_by("starts_on")
    found: dict[int, list[Days]] = defaultdict(list)
    for covenant, pk, starts_on, ends_on in rows.values_list("covenant", "pk", "starts_on", "ends_on"):
        found[covenant].append(Days(pk, starts_on, ends_on))
    return found


def _cells(indicators: QuerySet[Indicator], *, by_area: bool) -> Mapping[tuple[int, int], dict[Cell, Decimal | None]]:
    """By indicator and period: what the side says that measures it."""
    sent = Measurement.objects.filter(
        indicator__in=indicators.order_by(),
        report__submitted_at__isnull=False,
        report__side=F("indicator__measured_by"),
    )
    if not by_area:
        said = Measurement.objects.filter(report=OuterRef("report"), indicator=OuterRef("indicator"))
        whole = Q(age_group=WHOLE, neighbourhood=None)
        sent = sent.filter(whole | ~Exists(said.filter(whole, value__isnull=False)))
    found: dict[tuple[int, int], dict[Cell, Decimal | None]] = defaultdict(dict)
    rows = sent.order_by().values_list("indicator", "report__period", "age_group", "neighbourhood", "value")
    for indicator, period, ages, area, value in rows.iterator(chunk_size=10_000):
        found[indicator, period][ages, area] = value
    return found


def _places(indicators: QuerySet[Indicator], year: int | None) -> Mapping[tuple[int, int], dict[str, int | None]]:
    """By indicator and period, of this year or of all of them: where each side placed itself."""
    sent = Reflection.objects.filter(indicator__in=indicators.order_by(), report__submitted_at__isnull=False)
    if year:
        sent = sent.filter(report__period__ends_on__year=year)
    found: dict[tuple[int, int], dict[str, int | None]] = defaultdict(dict)
    for indicator, period, side, place in sent.order_by().values_list(
        "indicator", "report__period", "report__side", "place"
    ):
        found[indicator, period][side] = place
    return found
