"""How a dossier stands, in words for everybody: fewer than the states of those who work on it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from signals.enums import WITH_ANSWER, DossierState, Outcome
from signals.models import Dossier


class Stands(models.TextChoices):
    DONE = "done", pgettext_lazy("you said, we did", "Done")
    PARTLY = "partly", pgettext_lazy("you said, we did", "Partly done")
    NOT_DONE = "not-done", pgettext_lazy("you said, we did", "Not done")
    BUSY = "busy", pgettext_lazy("you said, we did", "We are working on it")
    WAITING = "waiting", pgettext_lazy("you said, we did", "It waits its turn")

    @property
    def has_answer(self) -> bool:
        return self in (Stands.DONE, Stands.PARTLY, Stands.NOT_DONE)


_WAITS = (DossierState.OPEN, DossierState.PARKED)
_OUTCOMES = {Outcome.DONE: Stands.DONE, Outcome.PARTLY: Stands.PARTLY, Outcome.NOT_DONE: Stands.NOT_DONE}

# The same as `stands`, for the database.
WHERE: dict[Stands, Q] = {
    **{stands: Q(state__in=WITH_ANSWER, outcome=outcome) for outcome, stands in _OUTCOMES.items()},
    Stands.BUSY: ~Q(state__in=[*WITH_ANSWER, *_WAITS]),
    Stands.WAITING: Q(state__in=_WAITS),
}


def stands(dossier: Dossier) -> Stands:
    if dossier.state in WITH_ANSWER:
        return _OUTCOMES[Outcome(dossier.outcome)]
    return Stands.WAITING if dossier.state in _WAITS else Stands.BUSY
