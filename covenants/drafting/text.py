"""The parts of a covenant's text as its page shows them. Signed, they also say how each promise and period stands."""

import datetime
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from covenants.drafting.grids import BudgetTable, HoursTable, budget_table, hours_table
from covenants.enums import CovenantState, PeriodState
from covenants.following_up.promises import PromiseRow, rows
from covenants.following_up.schedule import Days, periods_of_covenant
from covenants.following_up.states import state_of, with_reports
from covenants.models import Covenant, ReportingPeriod
from neighbourhoods.models import MovementCircle, Neighbourhood


@dataclass(frozen=True)
class PeriodShown:
    """A period to report on. Before both signed it has no page."""

    days: Days
    period: ReportingPeriod | None = None
    state: PeriodState = PeriodState.NOT_DUE

    @property
    def is_late(self) -> bool:
        return self.state == PeriodState.OVERDUE

    @property
    def is_at_hand(self) -> bool:
        """It asks for a report, a talk, or to agree with what was said there."""
        return self.state not in (PeriodState.NOT_DUE, PeriodState.SETTLED_TOGETHER)


@dataclass(frozen=True)
class Text:
    areas: tuple[Neighbourhood | MovementCircle, ...]  # none: the whole city
    hours: HoursTable
    budget: BudgetTable
    promises: tuple[PromiseRow, ...]
    periods: tuple[PeriodShown, ...]
    is_signed: bool

    @property
    def at_hand(self) -> tuple[PeriodShown, ...]:
        """The periods that ask for something now."""
        return tuple(each for each in self.periods if each.is_at_hand)


def text_of(covenant: Covenant, user, at: datetime.date) -> Text:
    """Of a covenant that is read whole. Two queries more where it is signed."""
    is_signed = covenant.state == CovenantState.SIGNED
    promises = covenant.commitments.all()
    for promise in promises:
        promise.covenant = covenant
    return Text(
        areas=(*covenant.circles.all(), *covenant.neighbourhoods.all()),
        hours=hours_table(covenant.hours.all()),
        budget=budget_table(covenant, covenant.budget.all()),
        promises=tuple(rows(promises, user=user, at=at)),
        periods=tuple(_made(covenant, at) if is_signed else _asked(covenant)),
        is_signed=is_signed,
    )


def _made(covenant: Covenant, at: datetime.date) -> list[PeriodShown]:
    periods = with_reports(covenant.periods.all())
    return [PeriodShown(Days(each.starts_on, each.ends_on), each, state_of(each, at)) for each in periods]


def _asked(covenant: Covenant) -> list[PeriodShown]:
    try:
        return [PeriodShown(days) for days in periods_of_covenant(covenant)]
    except ValidationError:  # dates of their own, and none yet: the part says that it lacks them
        return []
