"""From pattern to answer, in one table (R8, R15): which step leads where, who may take it, when, and what it needs.

Steps are taken by `signals.actions.dossiers`, and by nothing else: no form, file or administration moves a dossier.
What these states mean and why they are these: docs/decisions/0015-dossiers-in-steps.md.
"""

from collections.abc import Callable
from dataclasses import dataclass

from signals.dossiers import needs
from signals.dossiers.needs import Need, Refusal
from signals.enums import DossierState, DossierStep
from signals.models import Dossier
from signals.permissions import can_act_on, can_edit_dossiers

STAYS = None  # as target: the dossier stays where it stands


def staff(user, _dossier: Dossier) -> bool:
    """They open dossiers, say what they are about, and put them in a service's hands."""
    return can_edit_dossiers(user)


def service(user, dossier: Dossier) -> bool:
    """The city service that owns it acts and answers, and so may staff."""
    return can_act_on(user, dossier)


@dataclass(frozen=True)
class Transition:
    """One row of the table."""

    step: DossierStep
    sources: tuple[DossierState, ...]  # none: there is nothing yet
    target: DossierState | None
    may: Callable[..., bool]
    when: tuple[Refusal, ...]
    needs: tuple[Need, ...]

    def not_now(self, dossier: Dossier, user) -> str:
        """Why it cannot be taken now, by this person; nothing where it can."""
        return next((why for refuse in self.when if (why := refuse(dossier, user))), "")


OPEN, PRIORITISED, PARKED, ASSIGNED, IN_ACTION, DONE, ANSWERED, CLOSED, REOPENED = DossierState
UNDECIDED = (OPEN, PRIORITISED, PARKED, REOPENED)
NOT_DONE_YET = (*UNDECIDED, ASSIGNED, IN_ACTION)
NO_ANSWER_YET = (*NOT_DONE_YET, DONE)
NOT_CLOSED = (*NO_ANSWER_YET, ANSWERED)
ANY = tuple(DossierState)
NOTHING = ()
Step, n = DossierStep, needs

# fmt: off
TRANSITIONS = (
    # step                     from                       to           who      what is in the way    what it needs
    Transition(Step.OPEN,       NOTHING,                  OPEN,        staff,   NOTHING,              n.A_PATTERN),
    Transition(Step.CHANGE,     ANY,                      STAYS,       staff,   NOTHING,              n.STILL),
    Transition(Step.PRIORITISE, (OPEN, PARKED, REOPENED), PRIORITISED, staff,   NOTHING,              NOTHING),
    Transition(Step.PARK,       UNDECIDED,                PARKED,      staff,   NOTHING,              n.TO_PARK),
    Transition(Step.ASSIGN,     (PRIORITISED, REOPENED),  ASSIGNED,    staff,   NOTHING,              n.TO_ASSIGN),
    Transition(Step.ASSIGN,     (ASSIGNED, IN_ACTION),    ASSIGNED,    staff,   NOTHING,              n.TO_ASSIGN_ANEW),
    Transition(Step.START,      (ASSIGNED,),              IN_ACTION,   service, NOTHING,              n.TO_START),
    Transition(Step.FINISH,     (IN_ACTION,),             DONE,        service, NOTHING,              n.TO_FINISH),
    Transition(Step.VERIFY,     (DONE,),                  STAYS,       staff,   n.NOT_TO_VERIFY,      NOTHING),
    Transition(Step.DECLINE,    NOT_DONE_YET,             ANSWERED,    service, NOTHING,              n.A_REASON),
    Transition(Step.ANSWER,     (DONE,),                  ANSWERED,    service, n.UNVERIFIED,         n.AN_ANSWER),
    Transition(Step.ANSWER,     (ANSWERED,),              ANSWERED,    service, NOTHING,              n.AN_ANSWER),
    Transition(Step.CLOSE,      (ANSWERED,),              CLOSED,      staff,   NOTHING,              n.TO_CLOSE),
    Transition(Step.REOPEN,     (ANSWERED, CLOSED),       REOPENED,    staff,   NOTHING,              n.WHY),
    Transition(Step.PUBLISH,    ANY,                      STAYS,       staff,   n.NOT_TO_PUBLISH,     n.WORDS_FOR_ALL),
    Transition(Step.UNPUBLISH,  NOT_CLOSED,               STAYS,       staff,   n.UNPUBLISHED,        n.WHY),
    Transition(Step.UNPUBLISH,  (CLOSED,),                ANSWERED,    staff,   n.UNPUBLISHED,        n.WHY),
    Transition(Step.MERGE,      NO_ANSWER_YET,            STAYS,       staff,   n.IN_A_ROUND,         NOTHING),
    Transition(Step.SPLIT,      NO_ANSWER_YET,            STAYS,       staff,   NOTHING,              NOTHING),
)
# fmt: on


def transition(state: str | None, step: str) -> Transition | None:
    """The row of the table, if there is one. No state: there is nothing yet."""
    rows = (row for row in TRANSITIONS if row.step == step)
    return next((row for row in rows if (state in row.sources if state else not row.sources)), None)


def steps_for(dossier: Dossier, user) -> list[DossierStep]:
    """What this person can do with it now. Of a merged one, nothing: it only points on."""
    rows = [row for row in TRANSITIONS if dossier.state in row.sources and not dossier.merged_into_id]
    return [row.step for row in rows if row.may(user, dossier) and not row.not_now(dossier, user)]
