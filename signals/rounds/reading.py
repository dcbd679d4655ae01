"""What may be read of the points in a round, and by whom. Nothing else reads `Spread`.

While a round is open nobody knows how it stands: not a partner, not the youth service, not the administration. An
organisation reads what it gave itself, and everybody how many organisations gave something (docs/decisions/0016).
"""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from organisations.enums import OrganisationKind
from organisations.models import Organisation
from signals.enums import RoundState
from signals.models import Candidate, Round, Spread
from signals.rounds.result import Line, Result, Turnout, Voice, in_order
from signals.rounds.spreading import Gift

COUNTED = frozenset({RoundState.CLOSED, RoundState.DECIDED})


def result(prioritising: Round, *, at: datetime.date) -> Result | None:
    """Of a round that closed; None before that. Four queries."""
    if prioritising.state(at) not in COUNTED:
        return None
    voices = defaultdict(list)
    spreads = _spreads(prioritising).select_related("organisation").order_by("-points", "organisation__name")
    for spread in spreads:
        voices[spread.candidate_id].append(Voice(spread.organisation.name, Gift(spread.points, spread.reason)))
    candidates = prioritising.candidates.select_related("dossier__theme").prefetch_related("dossier__neighbourhoods")
    return Result(
        lines=in_order(Line(candidate, tuple(voices[candidate.pk])) for candidate in candidates),
        turnout=turnout(prioritising),
        points_each=prioritising.points,
    )


def turnout(prioritising: Round) -> Turnout:
    """Who took part is told while the round is open, as a number: it says nothing of what they gave. One query."""
    gave = _spreads(prioritising).filter(points__gt=0).values("organisation")
    number = Organisation.objects.filter(Q(pk__in=partners(prioritising.closes_on)) | Q(pk__in=gave)).aggregate(
        of=Count("pk"), gave=Count("pk", filter=Q(pk__in=gave))
    )
    return Turnout(**number)


def partners(at: datetime.date) -> QuerySet[Organisation]:
    """The organisations that could spread points on a day: all but the city services, who do the work."""
    return Organisation.objects.on(at).exclude(kind=OrganisationKind.CITY_SERVICE).values("pk")


def given_by(organisation: Organisation, prioritising: Round) -> dict[int, Gift]:
    """What an organisation gave, by key of the candidate. For its own members."""
    spreads = _spreads(prioritising).filter(organisation=organisation)
    return {spread.candidate_id: Gift(spread.points, spread.reason) for spread in spreads}


@dataclass(frozen=True)
class Standing:
    """A round in the list: how it stands, and whether one's own organisations gave points."""

    round: Round
    state: RoundState
    dossiers: int
    waits_for: tuple[Organisation, ...]  # one's own, which gave nothing yet


def standings(rounds: list[Round], own: list[Organisation], *, at: datetime.date) -> list[Standing]:
    """Two queries, for as many rounds as there are."""
    dossiers = Candidate.objects.filter(round__in=rounds).order_by().values("round").annotate(number=Count("pk"))
    number = dict(dossiers.values_list("round", "number"))
    given = Spread.objects.filter(organisation__in=own, candidate__round__in=rounds, points__gt=0)
    gave = set(given.values_list("candidate__round", "organisation")) if own else set()

    def standing(each: Round) -> Standing:
        state = each.state(at)
        silent = [organisation for organisation in own if (each.pk, organisation.pk) not in gave]
        waits_for = tuple(silent) if state == RoundState.OPEN else ()
        return Standing(each, state, number.get(each.pk, 0), waits_for)

    return [standing(each) for each in rounds]


def times_changed(organisation: Organisation, prioritising: Round) -> int:
    """How often an organisation changed what it gave: the version of its spread."""
    return Spread.history.filter(candidate__round=prioritising, organisation=organisation).count()


def last_change(organisation: Organisation, prioritising: Round):
    """The newest row of history of what an organisation gave, if it gave anything yet."""
    changes = Spread.history.filter(candidate__round=prioritising, organisation=organisation)
    return changes.select_related("history_user").order_by("-history_date", "-history_id").first()


def _spreads(prioritising: Round) -> QuerySet[Spread]:
    return Spread.objects.filter(candidate__round=prioritising)
