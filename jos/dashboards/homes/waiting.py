"""Everything that waits for somebody, asked in one query however many kinds of it there are."""

import datetime
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, DateField, Max, QuerySet, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce

from jos.shared.time import today

COLUMNS = ("what", "number", "called", "found_at", "day")


@dataclass(frozen=True)
class Waiting:
    """So many of them, with the name, address and day of one: empty, and today, where that was not asked."""

    number: int
    called: str
    found_at: str
    day: datetime.date


def each(
    rows: QuerySet, called: Combinable | None = None, found_at: Combinable | None = None, day: Combinable | None = None
) -> QuerySet:
    """A row for every one."""
    return rows.annotate(number=Value(1), called=_text(called), found_at=_text(found_at), day=_day(day))


def together(rows: QuerySet, called: Combinable | None = None, found_at: Combinable | None = None) -> QuerySet:
    """One row: how many, and the last by name."""
    grouped = rows.annotate(nothing=Value(0)).values("nothing")
    return grouped.annotate(
        number=Count("pk", distinct=True), called=Max(_text(called)), found_at=Max(_text(found_at)), day=_day(None)
    )


def ask(**questions: QuerySet) -> Mapping[str, list[Waiting]]:
    """What waits, by the name of the question. Questions come from `each` or `together`; nothing is left out."""
    first, *others = (
        rows.order_by().annotate(what=Value(name)).values_list(*COLUMNS) for name, rows in questions.items()
    )
    found: dict[str, list[Waiting]] = defaultdict(list)
    for what, number, *more in first.union(*others, all=True):
        if number:
            found[what].append(Waiting(number, *more))
    return found


def _text(value: Combinable | None) -> Coalesce:
    return Coalesce(Cast(Value("") if value is None else value, TextField()), Value(""), output_field=TextField())


def _day(value: Combinable | None) -> Cast:
    return Cast(Value(today()) if value is None else value, DateField())
