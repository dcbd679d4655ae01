"""What a report of one side asks: the numbers that side measures, and the statements both sides place themselves on."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from covenants.counting.reach import reach_of
from covenants.enums import AgeSplit
from covenants.indicators.adding_up import WHOLE
from covenants.models import Commitment, Covenant, Indicator, Measurement, Reflection, Report, ReportingPeriod
from covenants.models.indicators import IndicatorQuerySet
from jos.shared.time import in_words
from neighbourhoods.models import Neighbourhood

UNWRITTEN = 0  # the version of a report that holds nothing yet but, say, a story


class Cell(NamedTuple):
    """Of what a number is: an indicator, of these ages, there."""

    indicator: int
    age_group: str = WHOLE
    neighbourhood: int | None = None

    @property
    def is_whole(self) -> bool:
        return self.age_group == WHOLE and self.neighbourhood is None


@dataclass(frozen=True)
class Measured:
    """What was said of a cell. Without a value it is unknown, which is never zero (R17)."""

    value: Decimal | None
    measured_on: datetime.date | None = None
    note: str = ""


@dataclass(frozen=True)
class Placed:
    """Where a side places itself. Without a place: it does not know."""

    place: int | None
    narrative: str = ""


Numbers = Mapping[Cell, Measured | None]  # None: nothing is said of it (any more)
Places = Mapping[int, Placed | None]  # by key of the indicator


@dataclass(frozen=True)
class Asked:
    """All that one side is asked about a period. Each part of it is fetched once, where somebody looks at it."""

    report: Report

    @cached_property
    def covenant(self) -> Covenant:
        return self.report.period.covenant

    @cached_property
    def numbers(self) -> list[Indicator]:
        return [each for each in self._indicators if each.is_quantitative and each.measured_by == self.report.side]

    @cached_property
    def scales(self) -> list[Indicator]:
        """Both sides place themselves on all of them, whoever measures: where they differ, the talk starts."""
        return [each for each in self._indicators if not each.is_quantitative]

    @cached_property
    def commitments(self) -> list[Commitment]:
        """What this side promised itself, in the text or in a talk."""
        return list(self.covenant.commitments.standing().filter(side=self.report.side).select_related("owner"))

    @cached_property
    def areas(self) -> list[Neighbourhood]:
        """The neighbourhoods it is measured in, where some indicator asks that."""
        asks = any(indicator.by_neighbourhood for indicator in self.numbers)
        return reach_of(self.covenant) if asks and not self.covenant.is_light else []

    def cells(self, indicator: Indicator) -> list[Cell]:
        """What may be filled in: the whole first, then each part. Coarser is always fine; light reports only ask the
        whole (R11)."""
        if self.covenant.is_light:
            return [Cell(indicator.pk)]
        groups = (WHOLE, *AgeSplit(indicator.age_split).groups)
        places = (None, *(area.pk for area in self.areas)) if indicator.by_neighbourhood else (None,)
        return [Cell(indicator.pk, group, place) for place in places for group in groups]

    @cached_property
    def measured(self) -> dict[Cell, Measured]:
        """What was said so far."""
        return _measured(Measurement.objects.filter(report=self.report)) if self.report.pk else {}

    @cached_property
    def placed(self) -> dict[int, Placed]:
        """By key of the indicator."""
        return _placed(Reflection.objects.filter(report=self.report)) if self.report.pk else {}

    @cached_property
    def measured_before(self) -> dict[Cell, Measured]:
        """What the same side sent of the last period before this one."""
        return _measured(Measurement.objects.filter(report__in=self._before))

    @cached_property
    def placed_before(self) -> dict[int, Placed]:
        return _placed(Reflection.objects.filter(report__in=self._before))

    @property
    def _before(self) -> models.QuerySet:
        sent = Report.objects.submitted().filter(side=self.report.side, period__covenant=self.covenant)
        before = sent.filter(period__ends_on__lt=self.report.period.starts_on)
        return before.order_by("-period__ends_on").values("pk")[:1]

    @cached_property
    def _indicators(self) -> list[Indicator]:
        return list(indicators_of(self.report).order_by("position", "id"))


def indicators_of(report: Report) -> IndicatorQuerySet:
    """Those that held over the whole period: an amendment may have taken some out later."""
    held = Q(dropped_on=None) | Q(dropped_on__gt=report.period.ends_on)
    return report.period.covenant.indicators.filter(held)


def cell_of(measurement: Measurement) -> Cell:
    return Cell(measurement.indicator_id, measurement.age_group, measurement.neighbourhood_id)


def outside(day: datetime.date, period: ReportingPeriod) -> str:
    """Why a measurement of that day does not belong in the report."""
    words = {"day": in_words(day), "first": in_words(period.starts_on), "last": in_words(period.ends_on)}
    return _("%(day)s lies outside the period. Give a day from %(first)s until %(last)s.") % words


def report_of(period: ReportingPeriod, side: str) -> Report:
    """What this side wrote of the period so far, or an empty report that nobody saved yet: version 0."""
    found = Report.objects.filter(period=period, side=side).first() or Report(side=side, version=UNWRITTEN)
    found.period = period
    return found


def _measured(rows: models.QuerySet[Measurement]) -> dict[Cell, Measured]:
    return {cell_of(each): Measured(each.value, each.measured_on, each.note) for each in rows}


def _placed(rows: models.QuerySet[Reflection]) -> dict[int, Placed]:
    return {each.indicator_id: Placed(each.place, each.narrative) for each in rows}
