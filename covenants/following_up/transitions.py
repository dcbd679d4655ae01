"""From two reports to what both sides settled, in one table (R10): who may take which step, when, and what it needs.

Steps are taken by `covenants.actions.talks`, and by nothing else; writing and sending reports comes before it.
Why both sides agree with the same words: docs/decisions/0021-following-up-as-equals.md.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from covenants.enums import PeriodState, PeriodStep, Side
from covenants.following_up.states import state_of
from covenants.models import Covenant, ReportingPeriod
from covenants.permissions import can_decide, can_write, side_of
from jos.shared.steps import NOT_ANY_MORE, Lack
from jos.shared.time import in_words, today

Need = Callable[[ReportingPeriod], Iterator[Lack]]  # of the period as typed
Refusal = Callable[..., str]  # of the stored period and who asks; nothing where it may


def writers(user, covenant: Covenant) -> bool:
    """Both sides ask for a talk and write it down: staff, and every member of the organisation that speaks for the
    partner."""
    return can_write(user, covenant)


def deciders(user, covenant: Covenant) -> bool:
    """Both sides settle: staff, and the coordinators of that organisation."""
    return can_decide(user, covenant)


def a_day(period: ReportingPeriod) -> Iterator[Lack]:
    if not period.talked_on:
        yield "talked_on", _("Say on which day you talked.")
    elif period.talked_on > today():
        yield "talked_on", _("This day is still to come. Write the talk down once it took place.")
    elif period.talked_on < period.starts_on:
        yield (
            "talked_on",
            _("The period started on %(day)s. Give a day after it.") % {"day": in_words(period.starts_on)},
        )


def who_was_there(period: ReportingPeriod) -> Iterator[Lack]:
    if not period.present.strip():
        yield "present", _("Say who was there, of both sides.")


def a_text(period: ReportingPeriod) -> Iterator[Lack]:
    if not period.settled.strip():
        yield "settled", _("Write down what you settled together, also where you still see it differently.")


def not_written_down(period: ReportingPeriod, _user) -> str:
    return "" if period.settled else _("Write the talk down first.")


def agreed_by_side(period: ReportingPeriod, user) -> str:
    return _("Your side agrees already.") if agrees(period, side_of(user, period.covenant)) else ""


def agrees(period: ReportingPeriod, side: str | None) -> bool:
    """With the text as it stands. Who speaks for no side, agrees with nothing."""
    if side is None:
        return False
    return period.agreed_by_city if side == Side.CITY else period.agreed_by_partner


@dataclass(frozen=True)
class Transition:
    """One row of the table."""

    step: PeriodStep
    sources: tuple[PeriodState, ...]
    may: Callable[..., bool]
    when: tuple[Refusal, ...]
    needs: tuple[Need, ...]

    def not_now(self, period: ReportingPeriod, user) -> str:
        """Why it cannot be taken now, by this person; nothing where it can."""
        if state_of(period, today()) not in self.sources:
            return str(NOT_ANY_MORE)
        return next((why for refuse in self.when if (why := refuse(period, user))), "")


REPORTED, ASKED = PeriodState.SUBMITTED, PeriodState.TALK_ASKED
NOTHING = ()
THE_TALK = (a_day, who_was_there, a_text)
TO_AGREE = (not_written_down, agreed_by_side)
Step = PeriodStep

# fmt: off
TRANSITIONS = (
    # step                      from               who        what is in the way  what it needs
    Transition(Step.ASK_TALK,   (REPORTED,),       writers,   NOTHING,            NOTHING),   # leads to: talk asked
    Transition(Step.WRITE_DOWN, (REPORTED, ASKED), writers,   NOTHING,            THE_TALK),  # the same
    Transition(Step.AGREE,      (ASKED,),          deciders,  TO_AGREE,           NOTHING),   # settled, once both do
)
# fmt: on


def transition(step: str) -> Transition:
    """The row of the table: each step has one."""
    return next(row for row in TRANSITIONS if row.step == step)


def steps_of(period: ReportingPeriod, user) -> list[PeriodStep]:
    """What this person can do with the talk now."""
    rows = (row for row in TRANSITIONS if row.may(user, period.covenant))
    return [row.step for row in rows if not row.not_now(period, user)]
