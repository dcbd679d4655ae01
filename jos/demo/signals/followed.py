"""Signals of which everybody knows the code: to see what a young person sees. Only in the demo."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from signals.enums import SignalState


@dataclass(frozen=True)
class Followed:
    reference: str
    code: str
    what: Promise
    state: SignalState
    about: str = ""  # the title of a dossier


FOLLOWED = (
    Followed(
        "DEM0ANTW",
        "K7Q2MX4T0PZ9",
        _("with an answer"),
        SignalState.BUNDLED,
        "Geen meisjesuren in de sporthal van Torenkwartier",
    ),
    Followed("DEM0VRAA", "B3N8WY5C1RJ6", _("with a question back"), SignalState.QUESTION_ASKED),
)
