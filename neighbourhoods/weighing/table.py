"""A weighing as a table: a row a neighbourhood. The pages save it, the command `priority` writes it."""

import datetime
from collections.abc import Iterator
from decimal import Decimal

from jos.shared.tables.writing import Cell
from neighbourhoods.codes import SEPARATOR, Codes
from neighbourhoods.models import PriorityDecision
from neighbourhoods.weighing import Ranking

DECIMALS = 6


def columns(ranking: Ranking) -> tuple[str, ...]:
    slugs = [weighed.slug for weighed in ranking.weighed]
    return (
        *("code", "name", "score", "rank", "rank_low", "rank_high"),
        *(f"value:{slug}" for slug in slugs),
        *(f"contribution:{slug}" for slug in slugs),
        *("missing", "worst_quarter_count", "priority", "decided_on"),
    )


def rows(ranking: Ranking, at: datetime.date) -> Iterator[tuple[Cell, ...]]:
    """Empty where nothing is known. `at`: the day on which a decision has to be in force."""
    codes, decided = Codes(), decisions_giving_priority(at)
    for place in ranking.places:
        slugs = [weighed.slug for weighed in ranking.weighed]
        pk = place.neighbourhood.pk
        yield (
            *(codes.code_of(pk), place.neighbourhood.name, _number(place.score)),
            *(place.rank, place.rank_low, place.rank_high),
            *(_number(place.values.get(slug)) for slug in slugs),
            *(_number(place.contributions.get(slug)) for slug in slugs),
            *(SEPARATOR.join(place.missing), place.worst_quarter_count, pk in decided, decided.get(pk)),
        )


def decisions_giving_priority(at: datetime.date) -> dict[int, datetime.date | None]:
    """The neighbourhoods that come first on `at`, and when that was decided, where it is known."""
    found = PriorityDecision.objects.giving_priority(at).exclude(neighbourhood=None)
    return dict(found.values_list("neighbourhood", "decided_on"))


def _number(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(round(value, DECIMALS))).normalize()
