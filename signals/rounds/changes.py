"""What of a round may still change. Once it is open nobody moves what was promised; a closed one never opens again."""

import datetime

from django.utils.translation import gettext as _

from signals.enums import RoundState
from signals.models import Round

_PROMISED = frozenset({"opens_on", "points", "dossiers"})
FIXED: dict[RoundState, frozenset[str]] = {
    RoundState.PREPARED: frozenset(),
    RoundState.OPEN: _PROMISED,
    RoundState.CLOSED: _PROMISED | {"closes_on"},
    RoundState.DECIDED: _PROMISED | {"closes_on"},
}


def fixed(prioritising: Round, at: datetime.date) -> frozenset[str]:
    """The fields that do not change any more. A round that is not saved yet has none."""
    return FIXED[prioritising.state(at)] if prioritising.pk else frozenset()


def last_day_problem(closes_on: datetime.date, at: datetime.date) -> str:
    """A round closes at the end of a day: the first it can close on is today."""
    return _("This day is past. Leave partners at least today.") if closes_on < at else ""
