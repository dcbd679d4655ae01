"""Finding a signal by its reference and code. A wrong code costs a try, and nobody learns which references exist."""

import datetime

from django.db.models import Prefetch, QuerySet

from neighbourhoods.models import Neighbourhood
from signals import throttling, tracking
from signals.models import Signal

TRIES, PER = 10, datetime.timedelta(minutes=15)
WHAT = "try a code"


class TooManyTries(Exception):
    """Until `until`, this reference or this address has none left."""

    def __init__(self, until: datetime.datetime):
        super().__init__()
        self.until = until


def find(reference: str, code: str, *, address: str) -> Signal | None:
    """The signal, as both were typed; None where they do not belong together. It takes as long either way."""
    reference, code = tracking.read(reference), tracking.read(code)
    who_tries = (f"reference {reference}", f"address {address}")
    for who in who_tries:
        if until := throttling.used_up_until(WHAT, who, times=TRIES):
            raise TooManyTries(until)
    signal = followed().filter(reference=reference).first()
    if tracking.is_code(code, signal.code_hash if signal else ""):
        return signal
    for who in who_tries:
        throttling.again_at(WHAT, who, times=TRIES, per=PER)
    return None


def followed() -> QuerySet[Signal]:
    """With all that its page tells."""
    signals = Signal.objects.select_related("dossier__theme", "dossier__owner", "referred_to", "theme")
    where = Prefetch("neighbourhood", Neighbourhood.objects.without_borders())
    return signals.prefetch_related("messages", "looks", where)
