"""What somebody can do with a dossier now, and what is still lacking before the next step."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from signals.dossiers.transitions import TRANSITIONS, Transition, transition
from signals.enums import DossierStep
from signals.models import Dossier

FORWARD = frozenset(
    {
        *(DossierStep.PRIORITISE, DossierStep.ASSIGN, DossierStep.START, DossierStep.FINISH, DossierStep.VERIFY),
        *(DossierStep.ANSWER, DossierStep.CLOSE),
    }
)
NOT_ASKED_BY_A_FORM = ("actions", "published_on")  # what a need can lack that the page of the step does not ask


@dataclass(frozen=True)
class NextStep:
    """A step of the table. Where something is in the way of going forward, it says what."""

    step: DossierStep
    in_the_way: str

    @property
    def is_forward(self) -> bool:
        return self.step in FORWARD


def next_steps(dossier: Dossier, user) -> list[NextStep]:
    """One query at most, where an action has to be planned or taken first."""
    if dossier.merged_into_id:
        return []
    rows = [row for row in TRANSITIONS if dossier.state in row.sources and row.may(user, dossier)]
    found = [NextStep(row.step, _in_the_way(row, dossier, user)) for row in rows]
    return [each for each in found if not each.in_the_way or _is_worth_telling(each, dossier)]


def not_now(dossier: Dossier, step: str, user) -> str:
    """Why this step cannot be taken now; nothing where it can."""
    row = transition(dossier.state, step)
    if row is None or dossier.merged_into_id:
        return _("This is not possible any more. Look at how it stands now.")
    return _in_the_way(row, dossier, user)


def _in_the_way(row: Transition, dossier: Dossier, user) -> str:
    """Why it cannot be taken now, or what has to be done elsewhere first."""
    if not_now := row.not_now(dossier, user):
        return not_now
    lacks = row.lacks(dossier, dossier)
    return next((texts[0] for field, texts in lacks.items() if field in NOT_ASKED_BY_A_FORM), "")


def _is_worth_telling(each: NextStep, dossier: Dossier) -> bool:
    """That a dossier cannot be verified or published twice goes without saying."""
    return each.is_forward and not (each.step == DossierStep.VERIFY and not dossier.is_high_priority)
