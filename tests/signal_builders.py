"""As `tests.builders`, for signals, dossiers and rounds."""

import datetime
import itertools

from jos.accounts.enums import Role
from jos.accounts.models import User
from jos.shared.models import unique_slug
from jos.shared.time import today
from organisations.enums import OrganisationKind
from organisations.models import Organisation
from signals.enums import Cause, DossierState, Outcome, SignalKind, SignalSource, SignalState
from signals.models import (
    Candidate,
    Dossier,
    DossierAction,
    GroupVoice,
    Round,
    Signal,
    Spread,
    StandardReply,
    Theme,
)
from signals.tracking import hash_code, new_reference
from tests import builders

_numbers = itertools.count(1)
CODE = "K7Q2MX4T0PZ9"


def make_theme(name: str = "", **fields) -> Theme:
    name = name or f"Thema {next(_numbers)}"
    return Theme.objects.create(**{"name": name, "slug": unique_slug(Theme, name)} | fields)


def make_signal(text: str = "Er is nergens een plek om te zitten.", **fields) -> Signal:
    """Somebody's voice, to be followed with CODE."""
    if "dossier" in fields:
        fields.setdefault("state", SignalState.BUNDLED)
    return Signal.objects.create(
        **{"text": text, "kind": SignalKind.CONCERN, "reference": new_reference(), "code_hash": hash_code(CODE)}
        | fields
    )


def make_group_signal(organisation: Organisation, by: User, text: str = "Ze willen een bank.", **fields) -> Signal:
    voice = {name: fields.pop(name) for name in ("people", "age_bands", "heard_at", "quote") if name in fields}
    signal = make_signal(text, source=SignalSource.GROUP, **fields)
    GroupVoice.objects.create(
        signal=signal, by=by, organisation=organisation, quote_consent="quote" in voice, **{"people": 6} | voice
    )
    return signal


def make_city_service(name: str = "", *members: User) -> Organisation:
    return builders.make_organisation(
        name or f"Dienst {next(_numbers)}", kind=OrganisationKind.CITY_SERVICE, members=members
    )


def make_dossier(title: str = "", *neighbourhoods, state: str = DossierState.OPEN, **fields) -> Dossier:
    """In any state, with what that state needs."""
    title = title or f"Knelpunt {next(_numbers)}"
    if state in (DossierState.ASSIGNED, DossierState.IN_ACTION, DossierState.DONE, *_ANSWERED):
        fields.setdefault("owner", make_city_service() if "owner" not in fields else fields["owner"])
        fields.setdefault("due_on", today() + datetime.timedelta(days=30))
    if state in (DossierState.PRIORITISED, DossierState.REOPENED):
        fields.setdefault("due_on", today() + datetime.timedelta(days=30))
    if state == DossierState.DONE:
        fields.setdefault("evidence", "Vier banken staan er.")
        if "finished_by" not in fields:
            fields["finished_by"] = builders.make_user("Fien")
    if state == DossierState.PARKED:
        fields.setdefault("review_on", today() + datetime.timedelta(days=90))
    if state in _ANSWERED:
        answer = {"outcome": Outcome.DONE, "answer": "Er staan nu vier banken.", "answered_on": today()}
        fields = answer | fields
    if "published_on" in fields:
        fields.setdefault("heard", "Er is te weinig plek om te zitten.")
    dossier = Dossier.objects.create(
        **{
            "title": title,
            "slug": unique_slug(Dossier, title),
            "pattern": "Jongeren vinden buiten geen plek om samen te zitten.",
            "theme": fields.pop("theme", None) or make_theme(),
            "cause": Cause.SHORTAGE,
            "state": state,
        }
        | fields
    )
    dossier.neighbourhoods.set(neighbourhoods)
    return dossier


_ANSWERED = (DossierState.ANSWERED, DossierState.CLOSED)


def make_action(dossier: Dossier, what: str = "Vier banken plaatsen", **fields) -> DossierAction:
    days = {"due_on": today() + datetime.timedelta(days=14)}
    return DossierAction.objects.create(
        dossier=dossier, what=what, **{"owner": fields.pop("owner", None) or dossier.owner} | days | fields
    )


def make_round(*dossiers: Dossier, title: str = "", **fields) -> Round:
    """Open today, unless told otherwise."""
    title = title or f"Ronde {next(_numbers)}"
    days = {"opens_on": today(), "closes_on": today() + datetime.timedelta(days=14)}
    prioritising = Round.objects.create(**{"title": title, "slug": unique_slug(Round, title)} | days | fields)
    for dossier in dossiers:
        Candidate.objects.create(round=prioritising, dossier=dossier)
    return prioritising


def make_spread(prioritising: Round, dossier: Dossier, organisation: Organisation, points: int, **fields) -> Spread:
    candidate = prioritising.candidates.get(dossier=dossier)
    by = fields.pop("by", None) or builders.make_user("Wim", role=Role.STAFF)
    return Spread.objects.create(candidate=candidate, organisation=organisation, points=points, by=by, **fields)


def make_reply(kind: str, text: str = "Dank je wel.", title: str = "") -> StandardReply:
    return StandardReply.objects.create(title=title or f"Antwoord {next(_numbers)}", kind=kind, text=text)
