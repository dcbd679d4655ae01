"""Beginning a dossier from what lies before somebody: the pattern, and the signals that point at it."""

from django.db import transaction

from neighbourhoods.models import Neighbourhood
from signals.actions.dossiers import open_dossier
from signals.actions.triage import bundle
from signals.models import Dossier, Signal


@transaction.atomic
def open_dossier_with(*, dossier: Dossier, neighbourhoods: list[Neighbourhood], signals: list[Signal], by) -> Dossier:
    """Open it, and put the signals in it: both, or nothing."""
    dossier = open_dossier(dossier=dossier, neighbourhoods=neighbourhoods, by=by)
    if signals:
        bundle(signals=signals, dossier=dossier, by=by)
    return dossier
