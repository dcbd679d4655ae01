"""When young people bring a dossier back: enough of them say that it did not change yet (R9).

A fifth of the voices is enough, and five of them always are: so 1 of 3 brings it back, and 5 of 200. One voice is
never drowned by many that stay silent, and in a large dossier nobody has to convince hundreds.
"""

import datetime
from collections.abc import Iterable

from signals.enums import DidItChange, DossierState, DossierStep
from signals.models import Dossier, DossierMove

ONE_IN = 5
ALWAYS_ENOUGH = 5


def needed(voices: int) -> int:
    """How many voices have to say "not yet"."""
    return max(1, min(ALWAYS_ENOUGH, -(-voices // ONE_IN)))


def not_yet(dossier: Dossier) -> int:
    """How many say so since the answer it has now."""
    said = dossier.signals.filter(did_it_change=DidItChange.NOT_YET)
    if since := _answered_at(dossier):
        said = said.filter(did_it_change_at__gte=since)
    return said.count()


def are_enough(dossier: Dossier) -> bool:
    return not_yet(dossier) >= needed(dossier.signals.count())


def brought_back(dossiers: Iterable[Dossier]) -> set[int]:
    """Those that voices opened again, not staff: their keys. One query, and none where nothing is open again."""
    again = {dossier.pk for dossier in dossiers if dossier.state == DossierState.REOPENED}
    if not again:
        return set()
    moves = DossierMove.objects.filter(dossier__in=again, step=DossierStep.REOPEN).order_by("at", "id")
    by = dict(moves.values_list("dossier", "by"))  # of each the last one; nobody: the system did it
    return {key for key in again if by.get(key) is None}


def _answered_at(dossier: Dossier) -> datetime.datetime | None:
    """When it came to the answer it has now. Putting that in better words does not start anew."""
    came = dossier.moves.filter(target=DossierState.ANSWERED).exclude(
        source__in=(DossierState.ANSWERED, DossierState.CLOSED)
    )
    return came.order_by("-at").values_list("at", flat=True).first()
