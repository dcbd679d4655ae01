"""Dossiers as a table to save: not the words of signals, and a small number of them only for who may read those."""

from collections.abc import Iterator

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from jos.shared.tables.writing import Cell
from neighbourhoods.codes import SEPARATOR
from signals.dossiers.words import Voices
from signals.models import Dossier, Signal
from signals.permissions import can_act_on

COLUMNS = (
    *("title", "state", "theme", "neighbourhoods", "functions", "cause", "voices", "high_priority"),
    *("service", "opened", "due", "first_action", "answered", "closed", "reopened", "outcome", "answer"),
)
_AT_ONCE = 1000


def dossier_rows(dossiers: QuerySet[Dossier], user) -> Iterator[list[Cell]]:
    """Two queries, and one more for each further thousand."""
    counted = Signal.objects.filter(dossier=OuterRef("pk")).order_by().values("dossier").annotate(n=Count("pk"))
    loaded = dossiers.select_related("theme", "owner").with_areas()
    found = loaded.annotate(number_of_voices=Coalesce(Subquery(counted.values("n")), 0))
    for dossier in found.iterator(chunk_size=_AT_ONCE):
        voices = Voices(dossier.number_of_voices, may_read=can_act_on(user, dossier))
        yield [
            dossier.title,
            dossier.state,
            str(dossier.theme),
            SEPARATOR.join(area.name for area in dossier.neighbourhoods.all()),
            SEPARATOR.join(dossier.functions),
            dossier.cause,
            "<5" if voices.too_few else voices.number,
            "yes" if dossier.is_high_priority else "no",
            dossier.owner.name if dossier.owner else "",
            *(dossier.opened_on, dossier.due_on, dossier.first_action_on),
            *(dossier.answered_on, dossier.closed_on, dossier.reopened_on),
            dossier.outcome,
            dossier.answer,
        ]
