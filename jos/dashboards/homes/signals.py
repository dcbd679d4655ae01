"""What of signals, dossiers and rounds waits for somebody: which questions a home asks, all answered in one query."""

import datetime

from django.db.models import F, QuerySet

from jos.dashboards.homes.waiting import each, together
from jos.shared.time import today
from organisations.enums import OrganisationKind
from organisations.models import Organisation
from signals.dossiers.overdue import climbed_to
from signals.enums import DossierState, Escalation, SignalState
from signals.groups.news import with_news
from signals.models import Dossier, Round, Signal
from signals.rounds.reading import rounds_given_to

MOST = 1_000  # signals that are counted: a home costs the same however many wait
DUE_SOON = datetime.timedelta(days=14)
TO_START = (DossierState.ASSIGNED, DossierState.REOPENED)
TITLE, SLUG = F("title"), F("slug")


def for_staff() -> dict[str, QuerySet]:
    received = Signal.objects.filter(state=SignalState.RECEIVED)
    return {
        "danger": _counted(received.filter(mentions_danger=True)),
        "signals_late": _counted(Signal.objects.overdue(today())),
        "signals": _counted(received),
        "dossiers_late": together(climbed_to(Escalation.STAFF, today()), TITLE, SLUG),
        "reopened": together(_reopened(), TITLE, SLUG),
        "to_decide": each(Round.objects.to_decide(today()), TITLE, SLUG, F("closes_on")),
        "to_answer": together(_to_answer(), TITLE, SLUG),
    }


def for_policymakers() -> dict[str, QuerySet]:
    return {
        "dossiers_late": together(climbed_to(Escalation.POLICYMAKER, today()), TITLE, SLUG),
        "reopened": together(_reopened(), TITLE, SLUG),
    }


def for_organisation(organisation: Organisation, user) -> dict[str, QuerySet]:
    """Of a city service: the dossiers it owns. Of any other: the rounds it has a say in. Of both: their groups."""
    own = Organisation.objects.continued_by(organisation)
    came_back = {"came_back": _counted(with_news(user).filter(voice__organisation__in=own))}
    is_service = organisation.kind == OrganisationKind.CITY_SERVICE
    return came_back | (_for_service(organisation) if is_service else _for_partner(organisation))


def _for_service(service: Organisation) -> dict[str, QuerySet]:
    own = Dossier.objects.standing().of_service(service)
    running = own.filter(state__in=(*TO_START, DossierState.IN_ACTION))
    soon = running.filter(due_on__range=(today(), today() + DUE_SOON))
    return {
        "own_late": together(own.overdue(today()), TITLE, SLUG),
        "own_reopened": together(own.filter(state=DossierState.REOPENED), TITLE, SLUG),
        "own_to_start": together(own.filter(state=DossierState.ASSIGNED), TITLE, SLUG),
        "own_due_soon": each(soon, TITLE, SLUG, F("due_on")),
        "own_to_answer": together(own.filter(state=DossierState.DONE), TITLE, SLUG),
    }


def _for_partner(partner: Organisation) -> dict[str, QuerySet]:
    open_rounds = Round.objects.open(today()).exclude(pk__in=rounds_given_to(partner))
    return {"rounds": each(open_rounds, TITLE, SLUG, F("closes_on"))}


def _reopened() -> QuerySet[Dossier]:
    return Dossier.objects.standing().filter(state=DossierState.REOPENED)


def _to_answer() -> QuerySet[Dossier]:
    """Done, and not told yet to those who said it."""
    return Dossier.objects.standing().filter(state=DossierState.DONE)


def _counted(signals: QuerySet[Signal]) -> QuerySet:
    """No more of them than `MOST` are looked at."""
    return together(Signal.objects.filter(pk__in=signals.order_by().values("pk")[: MOST + 1]))
