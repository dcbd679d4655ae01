"""How far the following up of a period is, and who still has to report. It follows from the day and from both sides."""

import datetime

from django.db.models import Exists, OuterRef, QuerySet

from covenants.enums import PeriodState, Side
from covenants.models import Report, ReportingPeriod

_SENT = {Side.CITY: "city_sent", Side.PARTNER: "partner_sent"}


def state_of(period: ReportingPeriod, at: datetime.date) -> PeriodState:
    """Where it stands on the day `at`. No query for periods that come `with_reports`."""
    if period.settled_on:
        return PeriodState.SETTLED_TOGETHER
    if not still_to_report(period):
        return PeriodState.TALK_ASKED if period.talk_asked_on else PeriodState.SUBMITTED
    if at <= period.ends_on:
        return PeriodState.NOT_DUE
    return PeriodState.DUE if at <= period.due_on else PeriodState.OVERDUE


def still_to_report(period: ReportingPeriod) -> tuple[Side, ...]:
    """The sides that did not send their report yet: the city as well as the partner (R10)."""
    return tuple(side for side in Side if not _is_sent(period, side))


def is_late(period: ReportingPeriod, side: str, at: datetime.date) -> bool:
    """Whether this side should have reported before `at`."""
    return at > period.due_on and not period.settled_on and side in still_to_report(period)


def with_reports(periods: QuerySet[ReportingPeriod]) -> QuerySet[ReportingPeriod]:
    """With who sent a report: all that the state follows from, in the same query."""
    sent = Report.objects.submitted().filter(period=OuterRef("pk"))
    return periods.annotate(**{_SENT[side]: Exists(sent.filter(side=side)) for side in Side})


def waiting_for(side: str, at: datetime.date) -> QuerySet[ReportingPeriod]:
    """Periods that are over on the day `at`, and that this side did not report on yet."""
    sent = Report.objects.submitted().filter(period=OuterRef("pk"), side=side)
    return ReportingPeriod.objects.filter(~Exists(sent), ends_on__lt=at, settled_on=None)


def late_for(side: str, at: datetime.date) -> QuerySet[ReportingPeriod]:
    """Those of which the term ran out before `at`."""
    return waiting_for(side, at).filter(due_on__lt=at)


def _is_sent(period: ReportingPeriod, side: Side) -> bool:
    """As it came `with_reports`; otherwise from the reports themselves."""
    if hasattr(period, _SENT[side]):
        return getattr(period, _SENT[side])
    return any(report.side == side and report.submitted_at for report in period.reports.all())
