"""From a first draft to both signatures, in one table (R10): which step leads where, who may take it, and when.

Steps are taken by `covenants.actions`, and by nothing else: no form, file or administration moves a covenant.
What the turns mean, and why a change takes both acceptances away: docs/decisions/0022-covenants-in-turns.md.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from covenants.drafting import needs
from covenants.drafting.needs import Need, Refusal
from covenants.enums import NOT_SIGNED, CovenantState, CovenantStep
from covenants.models import Covenant
from covenants.permissions import can_decide, can_open_covenants, can_write

STAYS = None  # as target: the covenant stays where it stands


def staff(user, _covenant: Covenant) -> bool:
    """They open a covenant, offer its text for signature, and withdraw it."""
    return can_open_covenants(user)


def writers(user, covenant: Covenant) -> bool:
    """Both sides write: staff, and every member of the organisation that speaks for the partner."""
    return can_write(user, covenant)


def deciders(user, covenant: Covenant) -> bool:
    """Both sides decide: staff, and the coordinators of that organisation."""
    return can_decide(user, covenant)


@dataclass(frozen=True)
class Transition:
    """One row of the table."""

    step: CovenantStep
    sources: Collection[CovenantState]  # none: there is nothing yet
    target: CovenantState | None
    may: Callable[..., bool]
    when: tuple[Refusal, ...]
    needs: tuple[Need, ...]

    def not_now(self, covenant: Covenant, user) -> str:
        """Why it cannot be taken now, by this person; nothing where it can."""
        return next((why for refuse in self.when if (why := refuse(covenant, user))), "")


DRAFTING, OFFERED, SIGNED, MERGED, WITHDRAWN = CovenantState
NOTHING = ()
Step, n = CovenantStep, needs

# fmt: off
TRANSITIONS = (
    # step                     from          to         who        what is in the way  what it needs
    Transition(Step.OPEN,      NOTHING,      DRAFTING,  staff,     NOTHING,            n.A_SUBJECT),
    Transition(Step.CHANGE,    (DRAFTING,),  STAYS,     writers,   n.ANOTHERS_TURN,    n.A_SUBJECT),
    Transition(Step.HAND_OVER, (DRAFTING,),  STAYS,     writers,   n.NOT_TO_HAND_OVER, NOTHING),
    Transition(Step.ACCEPT,    (DRAFTING,),  STAYS,     deciders,  n.NOT_TO_ACCEPT,    n.TO_ACCEPT),
    Transition(Step.OFFER,     (DRAFTING,),  OFFERED,   staff,     n.NOT_ACCEPTED,     n.TO_OFFER),
    Transition(Step.TAKE_BACK, (OFFERED,),   DRAFTING,  deciders,  NOTHING,            n.WHY),
    Transition(Step.SIGN,      (OFFERED,),   STAYS,     deciders,  n.SIGNED_BY_SIDE,   NOTHING),  # until both did
    Transition(Step.WITHDRAW,  NOT_SIGNED,   WITHDRAWN, staff,     NOTHING,            n.WHY),
    Transition(Step.AMEND,     (SIGNED,),    STAYS,     writers,   n.NOT_TO_AMEND,     NOTHING),
    Transition(Step.MERGE,     (SIGNED,),    STAYS,     deciders,  NOTHING,            NOTHING),  # with both signatures
)
# fmt: on


def transition(state: str | None, step: str) -> Transition | None:
    """The row of the table, if there is one. No state: there is nothing yet."""
    rows = (row for row in TRANSITIONS if row.step == step)
    return next((row for row in rows if (state in row.sources if state else not row.sources)), None)
