"""Both reports of a period beside each other, as equals: first where the two sides place themselves differently (R10).

Somebody who may not read a report yet (a draft of the other side) sees that it is not sent, and nothing of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Prefetch, Q, prefetch_related_objects
from django.utils.translation import gettext as _

from covenants.counting.reach import reach_of
from covenants.counting.results import is_reached
from covenants.drafting.words import party
from covenants.enums import AgeSplit, Side
from covenants.following_up.asked import Cell, Measured, cell_of, indicators_of
from covenants.following_up.numbers import in_words
from covenants.following_up.placements import BESIDE, Placement, placements
from covenants.following_up.promises import PromiseRow, rows
from covenants.indicators.adding_up import WHOLE, amount_of, of_period
from covenants.indicators.words import amount_in_words
from covenants.models import Attachment, Covenant, Indicator, Report, ReportingPeriod, Story
from covenants.models.commitments import CommitmentQuerySet
from covenants.permissions import can_read_report, side_of
from jos.shared.time import today
from neighbourhoods.models import Neighbourhood

Told = Mapping[Side, Report]  # what may be read


@dataclass(frozen=True)
class Number:
    """What was measured, against where it stood and where both want to get."""

    indicator: Indicator
    by: Side
    stood: str
    says: str  # nothing yet, not known, or the value
    target: str
    is_reached: bool | None
    parts: tuple[tuple[str, str], ...]  # by age and neighbourhood
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Account:
    """What one side tells of the period."""

    side: Side
    name: str
    report: Report | None
    promises: tuple[PromiseRow, ...]

    @property
    def stories(self) -> list[Story]:
        return list(self.report.stories.all()) if self.report else []

    @property
    def files(self) -> list[Attachment]:
        return list(self.report.attachments.all()) if self.report else []


@dataclass(frozen=True)
class SideBySide:
    """All that both sides told of a period, as far as whoever looks may read it."""

    period: ReportingPeriod
    told: Told
    indicators: Sequence[Indicator]
    promises: Sequence[PromiseRow]
    agreements: Sequence[PromiseRow]  # of the talk about it
    my_side: Side | None

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        """The partner and the city, in the same form."""
        return tuple(
            Account(
                side=side,
                name=party(self.period.covenant, side),
                report=self.told.get(side),
                promises=tuple(row for row in self.promises if row.commitment.side == side),
            )
            for side in BESIDE
        )

    @cached_property
    def placements(self) -> list[Placement]:
        return placements(self.indicators, self.told)

    @property
    def differing(self) -> int:
        return sum(each.differs for each in self.placements)

    @cached_property
    def numbers(self) -> list[Number]:
        return [self._number(each) for each in self.indicators if each.is_quantitative]

    @cached_property
    def reach(self) -> list[Neighbourhood]:
        """The neighbourhoods numbers are split over, where some are."""
        is_split = any(each.is_quantitative and each.by_neighbourhood for each in self.indicators)
        return reach_of(self.period.covenant) if is_split else []

    def _number(self, indicator: Indicator) -> Number:
        side = Side(indicator.measured_by)
        said = self._measured(side, indicator)
        values = {(cell.age_group, cell.neighbourhood): each.value for cell, each in said.items()}
        areas = [area.pk for area in self.reach] if indicator.by_neighbourhood else []
        amount = of_period(values, areas, indicator)
        return Number(
            indicator=indicator,
            by=side,
            stood=amount_in_words(amount_of(indicator.baseline), indicator.unit),
            says=amount_in_words(amount, indicator.unit) if said else "",
            target=amount_in_words(amount_of(indicator.target), indicator.unit),
            is_reached=is_reached(amount.value, indicator.target, indicator.better_when),
            parts=self._parts(indicator, said),
            notes=tuple(dict.fromkeys(each.note for each in said.values() if each.note)),
        )

    def _measured(self, side: Side, indicator: Indicator) -> dict[Cell, Measured]:
        measurements = self.told[side].measurements.all() if side in self.told else ()
        return {
            cell_of(each): Measured(each.value, each.measured_on, each.note)
            for each in measurements
            if each.indicator_id == indicator.pk
        }

    def _parts(self, indicator: Indicator, said: Mapping[Cell, Measured]) -> tuple[tuple[str, str], ...]:
        """In the order of ages and neighbourhoods; those of which nobody said anything are left out."""
        places = (
            [("", None), *((str(area), area.pk) for area in self.reach)] if indicator.by_neighbourhood else [("", None)]
        )
        ages = (WHOLE, *AgeSplit(indicator.age_split).groups)
        return tuple(
            (" · ".join(filter(None, (name, _ages(group)))), _value(said[cell]))
            for name, key in places
            for group in ages
            if (cell := Cell(indicator.pk, group, key)) in said and not cell.is_whole
        )


def side_by_side(period: ReportingPeriod, user) -> SideBySide:
    """For a period whose covenant comes with its parties. In nine queries, whatever it holds."""
    covenant = period.covenant
    return SideBySide(
        period=period,
        told=_told(period, user),
        indicators=list(indicators_of(Report(period=period))),
        promises=_rows(_promised_before(period), covenant, user),
        agreements=_rows(period.agreements.select_related("owner"), covenant, user),
        my_side=side_of(user, covenant),
    )


def _promised_before(period: ReportingPeriod) -> CommitmentQuerySet:
    """In the text, or in an earlier talk."""
    before = Q(agreed_in=None) | Q(agreed_in__starts_on__lt=period.starts_on)
    return period.covenant.commitments.standing().filter(before).select_related("owner")


def _rows(promises: CommitmentQuerySet, covenant: Covenant, user) -> list[PromiseRow]:
    loaded = list(promises)
    for each in loaded:
        each.covenant = covenant
    return rows(loaded, user=user, at=today())


def _told(period: ReportingPeriod, user) -> Told:
    """Leaves the reports with the period, for whoever asks how far it is."""
    files = Prefetch("attachments", Attachment.objects.defer("content"))
    whole = Report.objects.prefetch_related("measurements", "reflections", "stories", files)
    prefetch_related_objects([period], Prefetch("reports", whole))
    return {Side(report.side): report for report in period.reports.all() if can_read_report(user, report)}


def _ages(group: str) -> str:
    return _("%(ages)s years") % {"ages": group.replace("-", "–")} if group else ""


def _value(measured: Measured) -> str:
    return _("not known") if measured.value is None else in_words(measured.value)
