"""What happened with a covenant, the newest first. Many changes in a row are told as one."""

import datetime
from dataclasses import dataclass
from itertools import groupby

from django.utils import timezone

from covenants.enums import CovenantStep
from covenants.models import Covenant, CovenantMove


@dataclass(frozen=True)
class Happened:
    """A step, or the changes that one person made on one day without another step between them."""

    move: CovenantMove  # the last of them
    times: int
    side: str  # as it is called on screen

    @property
    def is_change(self) -> bool:
        return self.move.step == CovenantStep.CHANGE


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
