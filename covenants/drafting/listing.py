"""The list of covenants: what waits for whom, and one row of it."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils.translation import pgettext

from covenants.drafting.turns import waiting_for
from covenants.drafting.words import standing, where
from covenants.enums import CovenantState
from covenants.following_up.states import late_for
from covenants.models import Covenant, ReportingPeriod
from jos.shared.time import months_later
from organisations.enums import Function

ENDS_SOON = 3  # months


@dataclass(frozen=True)
class Row:
    """One covenant of a list."""

    covenant: Covenant
    state: str  # in a word
    standing: str  # in a sentence; none where that word and the period say it all
    where: str
    functions: tuple[Function, ...]
    is_waiting: bool  # for who looks
    late: Sequence[ReportingPeriod]  # where the side that is asked for did not report


def rows(covenants: Iterable[Covenant], *, user, at: datetime.date, late: str = "") -> list[Row]:
    """One query, for covenants that come `with_parties` and `with_areas`. Another for the reports `late` of a side."""
    loaded = list(covenants)
    periods = _late(loaded, late, at)
    waiting = waiting_for(Covenant.objects.filter(pk__in=[each.pk for each in loaded]), user)
    keys = set(waiting.values_list("pk", flat=True))
    return [
        Row(
            covenant=covenant,
            state=_state(covenant, at),
            standing="" if covenant.is_in_force(at) else standing(covenant, at),
            where=where(covenant),
            functions=tuple(Function(code) for code in covenant.functions),
            is_waiting=covenant.pk in keys,
            late=periods.get(covenant.pk, ()),
        )
        for covenant in loaded
    ]


def _late(covenants: Sequence[Covenant], side: str, at: datetime.date) -> dict[int, list[ReportingPeriod]]:
    """By covenant."""
    found: dict[int, list[ReportingPeriod]] = defaultdict(list)
    for period in late_for(side, at).filter(covenant__in=covenants) if side else ():
        found[period.covenant_id].append(period)
    return found


def _state(covenant: Covenant, at: datetime.date) -> str:
    """As the filter of the list calls it."""
    if covenant.is_in_force(at):
        return pgettext("covenant", "in force")
    if covenant.state == CovenantState.SIGNED and covenant.valid_until < at:
        return pgettext("covenant", "ended")
    return covenant.get_state_display()


def counts(covenants: QuerySet[Covenant], *, user, at: datetime.date) -> dict[str, int]:
    """How many wait for who looks, and how many run. Two queries."""
    signed = Q(state=CovenantState.SIGNED, amends=None, valid_until__gte=at)
    found = covenants.aggregate(
        drafting=Count("pk", filter=Q(state=CovenantState.DRAFTING)),
        offered=Count("pk", filter=Q(state=CovenantState.OFFERED)),
        in_force=Count("pk", filter=signed & Q(valid_from__lte=at)),
        ending=Count("pk", filter=signed & Q(valid_until__lte=months_later(at, ENDS_SOON))),
    )
    return found | {"waiting": waiting_for(covenants, user).count()}
