"""The list of what somebody and colleagues passed on."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from organisations.models import Organisation
from signals.groups.news import passed_on
from signals.groups.standing import standing
from signals.models import Look, Signal

MINE, ALL = "mine", "all"


@dataclass(frozen=True)
class Sent:
    """One line of it."""

    signal: Signal
    standing: str
    is_mine: bool
    is_new: bool  # something came back that its worker, who is reading, did not see yet


def sent(user, whose: str = ALL) -> QuerySet[Signal]:
    """Newest first. Of the person alone, or of all workers of the same organisations."""
    beside = ("voice__by", "voice__organisation", "neighbourhood", "theme", "dossier", "referred_to")
    borders = ("neighbourhood__geometry", "neighbourhood__path", "neighbourhood__box")
    found = passed_on(user).select_related(*beside).defer(*borders)
    return found.filter(voice__by=user) if whose == MINE else found


def one_sent(user) -> QuerySet[Signal]:
    """With all that its own page tells. That colleagues read it does not say that the city did."""
    own = Organisation.objects.carried_on_by(user)
    by_the_city = Look.objects.exclude(by__memberships__organisation__in=own)
    found = sent(user).select_related("dossier__theme", "dossier__owner")
    return found.prefetch_related("messages__by", Prefetch("looks", by_the_city))


def lines(signals: Iterable[Signal], user) -> list[Sent]:
    return [_line(signal, user) for signal in signals]


def _line(signal: Signal, user) -> Sent:
    is_mine = signal.voice.by_id == user.pk
    return Sent(
        signal, standing(signal), is_mine, is_mine and bool(signal.came_back) and signal.came_back != signal.voice.read
    )
