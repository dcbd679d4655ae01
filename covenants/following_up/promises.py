"""The promises of both sides in one list: which are late, and how each of them stands."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When
from django.utils.translation import gettext as _

from covenants.enums import STILL_PROMISED, CommitmentState, Side
from covenants.models import Commitment, Covenant
from covenants.permissions import can_say_how_it_goes
from jos.shared.tables.writing import Cell
from jos.shared.time import in_words

COLUMNS = ("covenant", "partner", "side", "what", "by_whom", "due", "state", "overdue", "kept", "explanation")
_AT_ONCE = 1000


@dataclass(frozen=True)
class PromiseRow:
    commitment: Commitment
    whose: str
    standing: str
    is_late: bool
    can_say: bool  # how it goes


@dataclass(frozen=True)
class Late:
    """How many promises are late, of each side."""

    city: int
    partners: int

    @property
    def number(self) -> int:
        return self.city + self.partners


def promises_visible_to(user) -> QuerySet[Commitment]:
    """Those of signed covenants, in the text or agreed in a talk."""
    covenants = Covenant.objects.visible_to(user).signed()
    return Commitment.objects.standing().filter(covenant__in=covenants.values("pk"))


def late(promises: QuerySet[Commitment], at: datetime.date) -> Late:
    """One query."""
    counts = {side.lower(): Count("pk", filter=Q(side=side)) for side in Side}
    found = promises.overdue(at).order_by().aggregate(**counts)  # type: ignore[attr-defined]
    return Late(city=found["city"], partners=found["partner"])


def most_pressing_first(promises: QuerySet[Commitment], at: datetime.date) -> QuerySet[Commitment]:
    """What is late the longest, then what is to be kept soonest; at the end what is over, the latest first."""
    is_open = Q(state__in=STILL_PROMISED)
    rank = Case(
        When(is_open & Q(due_on__lt=at), then=Value(0)),
        When(is_open, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    over = Case(When(~is_open, then=F("due_on")))
    return promises.order_by(rank, over.desc(nulls_last=True), "due_on", "pk")


def with_parties(promises: QuerySet[Commitment]) -> QuerySet[Commitment]:
    return promises.select_related("owner", "covenant__organisation", "covenant__partnership__lead")


def rows(promises: Iterable[Commitment], *, user, at: datetime.date) -> list[PromiseRow]:
    """As `user` sees them."""
    return [
        PromiseRow(each, whose(each), standing(each, at), each.is_overdue(at), can_say_how_it_goes(user, each))
        for each in promises
    ]


def whose(commitment: Commitment) -> str:
    """Whose promise it is, and who does it where that is somebody else."""
    side = _("The city") if commitment.side == Side.CITY else str(commitment.covenant.partner)
    owner = commitment.owner
    return f"{side} · {owner}" if owner and str(owner) != side else side


def standing(commitment: Commitment, at: datetime.date) -> str:
    days = {"due": in_words(commitment.due_on), "kept": in_words(commitment.kept_on or commitment.due_on)}
    if commitment.state == CommitmentState.KEPT:
        return _("Kept on %(kept)s.") % days
    if commitment.state == CommitmentState.NOT_KEPT:
        return _("Not kept.")
    if commitment.is_overdue(at):
        return _("It was to be kept by %(due)s.") % days
    return _("To be kept by %(due)s.") % days


def table(promises: QuerySet[Commitment], at: datetime.date) -> Iterator[list[Cell]]:
    """As a table to save. One query."""
    for each in with_parties(promises).iterator(chunk_size=_AT_ONCE):
        yield [
            each.covenant.title,
            str(each.covenant.partner),
            each.side,
            each.what,
            each.owner.name if each.owner else "",
            each.due_on,
            each.state,
            "yes" if each.is_overdue(at) else "no",
            each.kept_on,
            each.explanation,
        ]
