"""A dossier in words: how it stands, until when, and how many voices there are without naming few of them."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jos.shared.time import in_words
from neighbourhoods.enums import Audience
from neighbourhoods.figures.disclosure import FEWEST
from signals.enums import ON_TERM, WITH_ANSWER, DidItChange, DossierState, SignalKind
from signals.models import Dossier
from signals.permissions import can_act_on
from signals.terms import working_days_between
from signals.voices import voices_of

AREAS_SHOWN = 3


@dataclass(frozen=True)
class Voices:
    """How many signals it holds. Who may not read them sees no small number, and nothing it is made of."""

    number: int
    may_read: bool
    works_well: int = 0
    people: int = 0  # in the groups for which workers spoke
    yes: int = 0  # did it change?
    a_bit: int = 0
    not_yet: int = 0

    @property
    def too_few(self) -> bool:
        return not self.may_read and 0 < self.number < FEWEST[Audience.INTERNAL]

    @property
    def said(self) -> int:
        """How many said whether it changed."""
        return self.yes + self.a_bit + self.not_yet

    @property
    def in_words(self) -> str:
        if self.too_few:
            return _("fewer than %(number)d voices") % {"number": FEWEST[Audience.INTERNAL]}
        if not self.number:
            return _("no voices yet")
        return ngettext("%(number)d voice", "%(number)d voices", self.number) % {"number": self.number}


def voices(dossier: Dossier, *, may_read: bool) -> Voices:
    """One query."""
    signals = dossier.signals
    if not may_read:
        return Voices(signals.count(), may_read=False)
    counts = signals.aggregate(
        number=Count("pk"),
        works_well=Count("pk", filter=Q(kind=SignalKind.WORKS_WELL)),
        people=Sum("voice__people", default=0),
        **{change.lower(): Count("pk", filter=Q(did_it_change=change)) for change in DidItChange},
    )
    return Voices(**counts, may_read=True)


def waiting(at: datetime.date) -> dict[str, int]:
    """How many dossiers wait for somebody, by for what. One query."""
    late = Q(state__in=ON_TERM, due_on__lt=at)
    return Dossier.objects.standing().aggregate(
        overdue=Count("pk", filter=late),
        open=Count("pk", filter=Q(state=DossierState.OPEN)),
        unassigned=Count("pk", filter=Q(state=DossierState.PRIORITISED)),
        done=Count("pk", filter=Q(state=DossierState.DONE)),
    )


@dataclass(frozen=True)
class Row:
    """One dossier of a list."""

    dossier: Dossier
    voices: Voices
    standing: str
    late: str
    areas: str

    @property
    def has_answer(self) -> bool:
        return self.dossier.state in WITH_ANSWER


def rows(dossiers: Iterable[Dossier], *, user, at: datetime.date) -> list[Row]:
    """One query, besides that of the dossiers."""
    loaded = list(dossiers)
    numbers = voices_of(loaded)
    return [
        Row(
            dossier=dossier,
            voices=Voices(numbers.get(dossier.pk, 0), may_read=can_act_on(user, dossier)),
            standing=standing(dossier, at),
            late=late(dossier, at),
            areas=where(dossier),
        )
        for dossier in loaded
    ]


def where(dossier: Dossier) -> str:
    names = [area.name for area in dossier.neighbourhoods.all()]
    if not names:
        return _("the whole city")
    shown, more = names[:AREAS_SHOWN], len(names) - AREAS_SHOWN
    text = ", ".join(shown)
    return _("%(areas)s and %(number)d more") % {"areas": text, "number": more} if more > 0 else text


def standing(dossier: Dossier, at: datetime.date) -> str:
    """Where it stands, who has to do something, and until when."""
    if dossier.merged_into:
        return _("It was merged into “%(dossier)s”, and goes on there.") % {"dossier": dossier.merged_into}
    days = {
        "opened": dossier.opened_on,
        "due": dossier.due_on,
        "review": dossier.review_on,
        "answered": dossier.answered_on,
        "closed": dossier.closed_on,
        "reopened": dossier.reopened_on,
    }
    words = {name: in_words(day) if day else "–" for name, day in days.items()}
    words |= {"owner": str(dossier.owner or _("The youth service")), "outcome": dossier.get_outcome_display()}
    sentence = _STANDINGS[DossierState(dossier.state)](dossier) % words
    return " ".join(filter(None, [sentence, late(dossier, at)]))


def late(dossier: Dossier, at: datetime.date) -> str:
    """How long it is overdue; nothing while there is time."""
    if dossier.due_on is None or not dossier.is_overdue(at):
        return ""
    days = max(1, working_days_between(dossier.due_on, at))
    return ngettext("That is %(days)d working day late.", "That is %(days)d working days late.", days) % {"days": days}


def _done(dossier: Dossier) -> str:
    if dossier.is_high_priority and not dossier.verified_by_id:
        return _("%(owner)s says that it is done. Somebody else verifies that now.")
    return _("It is done. %(owner)s writes the answer now.")


_STANDINGS = {
    DossierState.OPEN: lambda _d: _("Open since %(opened)s. The youth service says whether it comes first."),
    DossierState.PRIORITISED: lambda _d: _("It comes first, until %(due)s. A city service has to take it up."),
    DossierState.PARKED: lambda _d: _("Parked. The youth service looks at it again on %(review)s."),
    DossierState.ASSIGNED: lambda _d: _("%(owner)s says what it will do, and has until %(due)s."),
    DossierState.IN_ACTION: lambda _d: _("%(owner)s is at work on it, and has until %(due)s."),
    DossierState.DONE: _done,
    DossierState.ANSWERED: lambda _d: _("Answered on %(answered)s: %(outcome)s. Young people say whether it changed."),
    DossierState.CLOSED: lambda _d: _("Closed on %(closed)s, with the answer: %(outcome)s."),
    DossierState.REOPENED: lambda _d: _("It came back on %(reopened)s, and has a new term until %(due)s."),
}
