"""What happened with a covenant, the newest first. Many changes in a row are told as one."""

import datetime
from dataclasses import dataclass
from itertools import groupby

from django.utils import timezone
from django.utils.translation import ngettext, pgettext_lazy

from covenants.enums import CovenantStep
from covenants.models import Covenant, CovenantMove

# What somebody did, told after their name.
_TOLD = {
    CovenantStep.OPEN: pgettext_lazy("somebody", "began this text"),
    CovenantStep.HAND_OVER: pgettext_lazy("somebody", "handed the turn over"),
    CovenantStep.ACCEPT: pgettext_lazy("somebody", "accepted the text"),
    CovenantStep.OFFER: pgettext_lazy("somebody", "offered the text for signature"),
    CovenantStep.TAKE_BACK: pgettext_lazy("somebody", "brought the text back to the draft"),
    CovenantStep.SIGN: pgettext_lazy("somebody", "signed"),
    CovenantStep.WITHDRAW: pgettext_lazy("somebody", "withdrew this text"),
    CovenantStep.AMEND: pgettext_lazy("somebody", "proposed an amendment"),
    CovenantStep.MERGE: pgettext_lazy("somebody", "merged an amendment"),
}


@dataclass(frozen=True)
class Happened:
    """A step, or the changes that one person made on one day without another step between them."""

    move: CovenantMove  # the last of them
    times: int
    side: str  # as it is called on screen

    @property
    def is_change(self) -> bool:
        return self.move.step == CovenantStep.CHANGE

    @property
    def told(self) -> str:
        """In words that follow the name of who did it."""
        if self.is_change:
            words = ngettext("changed the text", "changed the text %(times)s times", self.times)
            return words % {"times": self.times}
        return str(_TOLD[CovenantStep(self.move.step)])


def trail(covenant: Covenant) -> tuple[Happened, ...]:
    """One query."""
    moves = covenant.moves.select_related("by", "other").order_by("-at", "-id")
    found = []
    for _key, some in groupby(moves, _told_as_one):
        together = list(some)
        found.append(Happened(together[0], len(together), together[0].get_side_display()))
    return tuple(found)


def _told_as_one(move: CovenantMove) -> tuple[int | None, datetime.date | None, int | None]:
    if move.step == CovenantStep.CHANGE:
        return (move.by_id, timezone.localdate(move.at), None)
    return (None, None, move.pk)
