"""All parts of the text of covenants, read at once: as many queries for two of them as for one."""

from collections.abc import Sequence

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from covenants.models import AgreedHours, Commitment, Covenant, Indicator
from neighbourhoods.models import Neighbourhood

_BORDERS = ("neighbourhood__geometry", "neighbourhood__path", "neighbourhood__box")
_PARTS = (
    Prefetch("neighbourhoods", Neighbourhood.objects.without_borders()),
    "circles",
    "articles",
    Prefetch("hours", AgreedHours.objects.select_related("neighbourhood").defer(*_BORDERS)),
    "budget",
    Prefetch("commitments", Commitment.objects.standing().select_related("owner")),
    Prefetch("indicators", Indicator.objects.standing()),
)


def with_parts(covenants: QuerySet[Covenant]) -> QuerySet[Covenant]:
    """With all parts of their text, and what both sides agreed in talks since."""
    return covenants.prefetch_related(*_PARTS)


def read_parts(covenants: Sequence[Covenant]) -> None:
    """The same, of covenants that were fetched before."""
    prefetch_related_objects(covenants, *_PARTS)
