"""What somebody can do with a dossier now, and what is still lacking before the next step."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from jos.shared.steps import NOT_ANY_MORE, lacks
from signals.dossiers.transitions import TRANSITIONS, Transition, transition
from signals.enums import DossierState, DossierStep
from signals.models import Dossier

S, Step = DossierState, DossierStep
AHEAD = {  # the steps that bring it nearer to an answer that everybody reads
    S.OPEN: (Step.PRIORITISE,),
    S.PARKED: (Step.PRIORITISE,),
    S.PRIORITISED: (Step.ASSIGN,),
    S.REOPENED: (Step.ASSIGN,),
    S.ASSIGNED: (Step.START,),
    S.IN_ACTION: (Step.FINISH,),
    S.DONE: (Step.VERIFY, Step.ANSWER),
    S.ANSWERED: (Step.PUBLISH, Step.CLOSE),
    S.CLOSED: (),
}
AGAIN = {  # a step that was taken before has another name
    (S.ASSIGNED, Step.ASSIGN): _("Another service, or another term"),
    (S.IN_ACTION, Step.ASSIGN): _("Another service, or another term"),
    (S.ANSWERED, Step.ANSWER): _("Put the answer better"),
}
NOT_ASKED_BY_A_FORM = ("actions", "published_on")  # what a need can lack that the page of the step does not ask


@dataclass(frozen=True)
class NextStep:
    """A step of the table. Where something is in the way of going ahead, it says what."""

    step: DossierStep
    label: str
    is_ahead: bool
    in_the_way: str


def next_steps(dossier: Dossier, user) -> list[NextStep]:
    """One query at most, where an action has to be planned or taken first."""
    if dossier.merged_into_id:
        return []
    rows = [row for row in TRANSITIONS if dossier.state in row.sources and row.may(user, dossier)]
    found = [_next_step(row, dossier, user) for row in rows]
    return [each for each in found if not each.in_the_way or _is_worth_telling(each, dossier)]


def label(state: str, step: str) -> str:
    return str(AGAIN.get((DossierState(state), DossierStep(step))) or DossierStep(step).label)


def not_now(dossier: Dossier, step: str, user) -> str:
    """Why this step cannot be taken now; nothing where it can."""
    row = transition(dossier.state, step)
    if row is None or dossier.merged_into_id:
        return str(NOT_ANY_MORE)
    return _in_the_way(row, dossier, user)


def _next_step(row: Transition, dossier: Dossier, user) -> NextStep:
    is_ahead = row.step in AHEAD[DossierState(dossier.state)]
    return NextStep(row.step, label(dossier.state, row.step), is_ahead, _in_the_way(row, dossier, user))


def _in_the_way(row: Transition, dossier: Dossier, user) -> str:
    """Why it cannot be taken now, or what has to be done elsewhere first."""
    if not_now := row.not_now(dossier, user):
        return not_now
    lacking = lacks(row.needs, dossier, dossier)
    return next((texts[0] for field, texts in lacking.items() if field in NOT_ASKED_BY_A_FORM), "")


def _is_worth_telling(each: NextStep, dossier: Dossier) -> bool:
    """That it cannot be verified or published twice goes without saying."""
    return each.is_ahead and each.step != Step.PUBLISH and (each.step != Step.VERIFY or dossier.is_high_priority)
