"""Covenants as a table to save."""

from collections.abc import Iterator

from django.db.models import QuerySet

from covenants.drafting.words import whose_turn
from covenants.models import Covenant
from jos.shared.tables.writing import Cell
from neighbourhoods.codes import SEPARATOR

COLUMNS = (
    *("title", "state", "turn", "partner", "council_decision", "from", "until", "functions"),
    *("circles", "neighbourhoods", "budget", "signed", "amends", "follows"),
)
_AT_ONCE = 1000


def covenant_rows(covenants: QuerySet[Covenant]) -> Iterator[list[Cell]]:
    """Three queries, and two more for each further thousand."""
    loaded = covenants.with_parties().select_related("follows").with_areas()
    for covenant in loaded.iterator(chunk_size=_AT_ONCE):
        yield [
            covenant.title,
            covenant.state,
            whose_turn(covenant) or "",
            str(covenant.partner),
            covenant.council_decision,
            *(covenant.valid_from, covenant.valid_until),
            SEPARATOR.join(covenant.functions),
            SEPARATOR.join(circle.name for circle in covenant.circles.all()),
            SEPARATOR.join(area.name for area in covenant.neighbourhoods.all()),
            covenant.total_budget,
            covenant.signed_on,
            str(covenant.amends or ""),
            str(covenant.follows or ""),
        ]
