"""What may be read of the points in a round, and by whom. Nothing else reads `Spread`.

While a round is open nobody knows how it stands: not a partner, not the youth service, not the administration. An
organisation reads what it gave itself, and everybody how many organisations gave something (docs/decisions/0016).

An organisation that was merged into another one before the last day has no points of its own any more. What it gave
stands for the other, unless that one spreads points itself; so nobody has twice as many.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, Count, F, Q, QuerySet, When

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
    for spread in _counted(_spreads().filter(candidate__round=prioritising)):
        voices[spread.candidate_id].append(Voice(spread.giver_name, Gift(spread.points, spread.reason)))
    candidates = prioritising.candidates.select_related("dossier__theme").prefetch_related("dossier__neighbourhoods")
    return Result(
        lines=in_order(Line(candidate, tuple(voices[candidate.pk])) for candidate in candidates),
        turnout=turnout(prioritising),
        points_each=prioritising.points,
    )


def turnout(prioritising: Round) -> Turnout:
    """Who took part is told while the round is open, as a number: it says nothing of what they gave. One query."""
    gave = _spreads().filter(candidate__round=prioritising, points__gt=0).values("giver")
    number = Organisation.objects.filter(Q(pk__in=partners(prioritising.closes_on)) | Q(pk__in=gave)).aggregate(
        of=Count("pk"), gave=Count("pk", filter=Q(pk__in=gave))
    )
    return Turnout(**number)


def partners(at: datetime.date) -> QuerySet[Organisation]:
    """The organisations that could spread points on a day: all but the city services, who do the work."""
    return Organisation.objects.on(at).exclude(kind=OrganisationKind.CITY_SERVICE).values("pk")


def given_by(organisation: Organisation, prioritising: Round) -> dict[int, Gift]:
    """What an organisation gave, by key of the candidate. For its own members."""
    spreads = _counted(_spreads().filter(candidate__round=prioritising, giver=organisation.pk))
    return {spread.candidate_id: Gift(spread.points, spread.reason) for spread in spreads}


def left_by_merged(organisation: Organisation, prioritising: Round) -> QuerySet[Spread]:
    """What stands for an organisation in a round, in the name of one that was merged into it."""
    standing_for = _spreads().filter(candidate__round=prioritising, giver=organisation.pk)
    return standing_for.exclude(organisation=organisation)


def rounds_given_to(organisation: Organisation) -> QuerySet:
    """Keys of the rounds in which it gave points."""
    return _spreads().filter(giver=organisation.pk, points__gt=0).values("candidate__round")


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
    given = _spreads().filter(giver__in=[each.pk for each in own], candidate__round__in=rounds, points__gt=0)
    gave = set(given.values_list("candidate__round", "giver")) if own else set()

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


def _spreads() -> QuerySet:
    """With who gives it, and the name of that one. Most points first."""
    spreads = Spread.objects.annotate(giver=_of_giver("__id"), giver_name=_of_giver("__name"))
    return spreads.order_by("-points", "giver_name")


def _of_giver(fact: str) -> Case:
    merged = Q(organisation__merged_into__isnull=False)
    before_the_last_day = Q(organisation__valid_until__lt=F("candidate__round__closes_on"))
    then = F(f"organisation__merged_into{fact}")
    return Case(When(merged & before_the_last_day, then=then), default=F(f"organisation{fact}"))


def _counted(spreads: Iterable[Spread]) -> list[Spread]:
    """Of each giver those in one name: its own where it gave something itself."""
    found = list(spreads)
    names = {spread.giver: spread.organisation_id for spread in found}
    names |= {spread.giver: spread.giver for spread in found if spread.organisation_id == spread.giver}
    return [spread for spread in found if spread.organisation_id == names[spread.giver]]
