"""What the page of one period shows: how far its following up is, in a sentence, and whose move it is."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from covenants.drafting.words import party
from covenants.enums import PeriodState, PeriodStep, Side
from covenants.following_up.placements import BESIDE
from covenants.following_up.side_by_side import SideBySide, side_by_side
from covenants.following_up.states import state_of, still_to_report
from covenants.following_up.transitions import agrees, steps_of
from covenants.models import ReportingPeriod
from jos.shared.time import in_words, today


@dataclass(frozen=True)
class SideShown:
    """One of both sides, and what it did or still has to do."""

    side: Side
    name: str
    is_mine: bool
    is_turn: bool
    says: str


@dataclass(frozen=True)
class PeriodPage:
    state: PeriodState
    finding: str
    sides: tuple[SideShown, ...]
    steps: tuple[PeriodStep, ...]
    beside: SideBySide
    may_report: bool  # whoever looks still has to send its report

    @property
    def may_write_down(self) -> bool:
        return PeriodStep.WRITE_DOWN in self.steps


def period_page(period: ReportingPeriod, user) -> PeriodPage:
    """For a period whose covenant comes with its parties."""
    beside, late = side_by_side(period, user), still_to_report(period)
    state = state_of(period, today())
    return PeriodPage(
        state=state,
        finding=_finding(period, state, beside.differing, len(beside.placements)),
        sides=tuple(
            SideShown(
                side=side,
                name=party(period.covenant, side),
                is_mine=side == beside.my_side,
                is_turn=_is_turn(period, state, side),
                says=_says(period, side),
            )
            for side in BESIDE
        ),
        steps=tuple(steps_of(period, user)),
        beside=beside,
        may_report=beside.my_side in late,
    )


def _is_turn(period: ReportingPeriod, state: PeriodState, side: Side) -> bool:
    """Nobody's in particular while the talk is still to come: both sides meet."""
    if state in (PeriodState.NOT_DUE, PeriodState.SETTLED_TOGETHER):
        return False
    if late := still_to_report(period):
        return side in late
    return bool(period.settled) and not agrees(period, side)


def _says(period: ReportingPeriod, side: Side) -> str:
    if agrees(period, side):
        return _("Agrees with what the talk settled")
    sent = {report.side: report.submitted_at for report in period.reports.all()}.get(side)
    if sent:
        return _("Sent its report on %(day)s") % {"day": in_words(sent.date())}
    text = _("Its report was due on %(day)s") if period.due_on < today() else _("Reports by %(day)s")
    return text % {"day": in_words(period.due_on)}


def _finding(period: ReportingPeriod, state: PeriodState, differing: int, all_of_them: int) -> str:
    if state == PeriodState.SETTLED_TOGETHER:
        return _("Settled together on %(day)s.") % {"day": in_words(period.settled_on)}  # type: ignore[arg-type]
    if state == PeriodState.NOT_DUE:
        return _("This period runs until %(day)s.") % {"day": in_words(period.ends_on)}
    if late := still_to_report(period):
        return _waiting_for(period, late)
    if period.settled:
        return _to_agree(period)
    return _differences(differing, all_of_them)


def _waiting_for(period: ReportingPeriod, late: tuple[Side, ...]) -> str:
    if len(late) > 1:
        return _("Both sides still have to report.")
    if late[0] == Side.CITY:
        return _("The city still has to report.")
    return _("%(partner)s still has to report.") % {"partner": period.covenant.partner}


def _to_agree(period: ReportingPeriod) -> str:
    missing = [side for side in Side if not agrees(period, side)]
    if len(missing) > 1:
        return _("The talk is written down. Both sides read it, and agree with it.")
    if missing == [Side.CITY]:
        return _("The talk is written down. The city still has to agree with it.")
    return _("The talk is written down. %(partner)s still has to agree with it.") % {"partner": period.covenant.partner}


def _differences(differing: int, all_of_them: int) -> str:
    if not all_of_them:
        return _("Both sides reported.")
    if not differing:
        return _("Both sides reported, and see it the same way.")
    words = ngettext(
        "You see <mark>{number} of {all} statement</mark> differently: start the talk there.",
        "You see <mark>{number} of {all} statements</mark> differently: start the talk there.",
        all_of_them,
    )
    return format_html(words, number=differing, all=all_of_them)
