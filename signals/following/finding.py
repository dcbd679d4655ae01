"""Finding a signal by its reference and code. A wrong code costs a try, and nobody learns which references exist.

Tries are counted for each address. Were they counted for a reference, which is no secret, then whoever knows it could
keep out who has its code.
"""

import datetime

from django.db.models import Prefetch, QuerySet

from neighbourhoods.models import Neighbourhood
from signals import throttling, tracking
from signals.models import Signal

TRIES, PER = 10, datetime.timedelta(minutes=15)  # with one number, from one address
TRIES_IN_ALL = 50  # from one address, which a youth centre shares
WHAT = "try a code"


class TooManyTries(Exception):
    """Until `until`, this address has none left, with this reference or with any."""

    def __init__(self, until: datetime.datetime):
        super().__init__()
        self.until = until


def find(reference: str, code: str, *, address: str) -> Signal | None:
    """The signal, as both were typed; None where they do not belong together. It takes as long either way."""
    reference, code = tracking.read(reference), tracking.read(code)
    limits = ((f"{address} {reference}", TRIES), (address, TRIES_IN_ALL))
    for who, times in limits:
        if until := throttling.used_up_until(WHAT, who, times=times):
            raise TooManyTries(until)
    hashed = Signal.objects.filter(reference=reference).values_list("code_hash", flat=True).first()
    if tracking.is_code(code, hashed or ""):
        return followed().filter(reference=reference).first()  # none: erased just now
    for who, times in limits:
        throttling.again_at(WHAT, who, times=times, per=PER)
    return None


def followed() -> QuerySet[Signal]:
    """With all that its page tells."""
    signals = Signal.objects.select_related("dossier__theme", "dossier__owner", "referred_to", "theme")
    where = Prefetch("neighbourhood", Neighbourhood.objects.without_borders())
    return signals.prefetch_related("messages", "looks", where)
