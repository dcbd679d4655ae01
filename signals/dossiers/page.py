"""What the page of one dossier shows, to whoever looks."""

import datetime
from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from jos.shared.time import today
from neighbourhoods.models import Neighbourhood
from organisations.enums import Function
from signals.actions.dossier_actions import cannot_plan
from signals.dossiers.next_steps import NextStep, next_steps
from signals.dossiers.words import Voices, standing, voices, where
from signals.enums import ON_TERM, WITH_ANSWER
from signals.looks import note_looks
from signals.models import Dossier, DossierAction, DossierMove
from signals.permissions import can_act_on, can_triage

SIGNALS_SHOWN = 10


@dataclass(frozen=True)
class DossierPage:
    voices: Voices
    where: str
    standing: str
    today: datetime.date
    neighbourhoods: tuple[Neighbourhood, ...]
    actions: tuple[DossierAction, ...]
    moves: tuple[DossierMove, ...]  # the newest first
    signals: Page | None  # with their words, for who may read them
    functions: tuple[Function, ...]
    steps: tuple[NextStep, ...]
    can_plan: bool
    has_answer: bool
    is_on_term: bool
    may_triage: bool

    @property
    def ahead(self) -> tuple[NextStep, ...]:
        return tuple(each for each in self.steps if each.is_ahead and not each.in_the_way)

    @property
    def aside(self) -> tuple[NextStep, ...]:
        return tuple(each for each in self.steps if not each.is_ahead)

    @property
    def lacking(self) -> tuple[NextStep, ...]:
        return tuple(each for each in self.steps if each.in_the_way)


def dossier_page(dossier: Dossier, user, *, number: str | None = None) -> DossierPage:
    """Reads the words of signals only for who may, and writes down that they were seen."""
    may_read = can_act_on(user, dossier)
    return DossierPage(
        voices=voices(dossier, may_read=may_read),
        where=where(dossier),
        standing=standing(dossier, today()),
        today=today(),
        neighbourhoods=tuple(dossier.neighbourhoods.all()),
        actions=tuple(dossier.actions.select_related("owner")),
        moves=tuple(reversed(dossier.moves.select_related("by", "other"))),
        signals=_words(dossier, user, number) if may_read else None,
        functions=tuple(Function(code) for code in dossier.functions),
        steps=tuple(next_steps(dossier, user)),
        can_plan=can_act_on(user, dossier) and not cannot_plan(dossier),
        has_answer=dossier.state in WITH_ANSWER,
        is_on_term=dossier.state in ON_TERM,
        may_triage=can_triage(user),
    )


def _words(dossier: Dossier, user, number: str | None) -> Page:
    signals = dossier.signals.select_related("neighbourhood", "voice__organisation")
    page = Paginator(signals, SIGNALS_SHOWN).get_page(number)
    note_looks(page, by=user)
    return page
