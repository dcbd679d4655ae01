"""Which dossiers can take part in a round, and which of those can be chosen when it is decided."""

from collections.abc import Mapping
from dataclasses import dataclass

from signals.dossiers.transitions import TRANSITIONS
from signals.enums import DossierState, DossierStep
from signals.models import Dossier

# Nobody acts on these yet: a round can still say that they come first.
CAN_COME_FIRST = frozenset(state for row in TRANSITIONS if row.step == DossierStep.PRIORITISE for state in row.sources)
# One that moved on by itself meanwhile can still be chosen, and keeps its term; one that is done or answered cannot.
CAN_BE_CHOSEN = CAN_COME_FIRST | {DossierState.PRIORITISED, DossierState.ASSIGNED, DossierState.IN_ACTION}


def can_be_chosen(dossier: Dossier) -> bool:
    return dossier.state in CAN_BE_CHOSEN and not dossier.merged_into_id


@dataclass(frozen=True)
class Decision:
    """Which candidates come first, by key, and why where the points say otherwise."""

    chosen: frozenset[int]
    whys: Mapping[int, str]

    @property
    def explained(self) -> set[int]:
        return {key for key, why in self.whys.items() if why}
