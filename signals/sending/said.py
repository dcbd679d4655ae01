"""The answers of all screens together, as the signal that is kept."""

import hashlib

from django.utils.translation import get_language

from signals.models import Signal
from signals.sending.ticket import Ticket
from signals.tracking import hash_code
from signals.watchful.danger import mentions_danger


def as_signal(answers: dict, ticket: Ticket) -> Signal:
    """Not kept yet. The same answers on the same form always have the same `created_with`."""
    said = {
        "text": answers["text"],
        "kind": answers["kind"],
        "neighbourhood": answers["where"],
        "theme": answers["theme"],
        "age_band": answers["age_band"],
    }
    photo = hashlib.sha256(answers["photo"].content).hexdigest() if answers["photo"] else ""
    return Signal(
        **said,
        language=get_language() or "",
        mentions_danger=mentions_danger(answers["text"]),
        code_hash=hash_code(ticket.code),
        created_with=ticket.key_for(*said.values(), photo),
    )
