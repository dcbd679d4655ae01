"""How many voices lie under dossiers. Each signal is one voice, also where a worker speaks for a group."""

from collections.abc import Iterable

from django.db.models import Count

from signals.models import Dossier, Signal


def voices_of(dossiers: Iterable[Dossier] | Iterable[int]) -> dict[int, int]:
    """By key of the dossier; nothing where there are none. One query."""
    counted = (
        Signal.objects.filter(dossier__in=list(dossiers)).order_by().values("dossier").annotate(number=Count("pk"))
    )
    return dict(counted.values_list("dossier", "number"))
