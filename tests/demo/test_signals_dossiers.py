from collections import Counter

import pytest
from django.utils import timezone

from jos.accounts.models import User
from jos.demo.accounts import DOMAIN
from jos.demo.signals.patterns import PATTERNS
from jos.shared.time import today
from organisations.enums import OrganisationKind
from organisations.models import Organisation
from signals.dossiers.overdue import level
from signals.dossiers.reopening import needed, not_yet
from signals.dossiers.transitions import TRANSITIONS
from signals.enums import WITH_ANSWER, Cause, DossierState, DossierStep, Escalation, Outcome, RoundState
from signals.models import Dossier, DossierMove, Round, Spread

pytestmark = pytest.mark.django_db


def test_sixty_dossiers_in_every_state(city):
    dossiers = Dossier.objects.all()
    assert dossiers.count() == 60
    assert {dossier.state for dossier in dossiers} == set(DossierState)
    assert {dossier.cause for dossier in dossiers} == set(Cause)
    assert {dossier.outcome for dossier in dossiers} == {"", *Outcome}
    assert len({dossier.title for dossier in dossiers}) == 60


def test_overdue_at_each_level(city):
    assert {level(dossier, today()) for dossier in Dossier.objects.all()} == set(Escalation)


def test_late_only_where_it_is_told(city):
    late = {pattern.title for pattern in PATTERNS if pattern.life.late is not None}
    assert {dossier.title for dossier in Dossier.objects.overdue(today())} == late


def test_each_dossier_has_voices_of_its_own_theme_and_neighbourhoods(city):
    for dossier in Dossier.objects.standing().prefetch_related("neighbourhoods", "signals"):
        signals, areas = dossier.signals.all(), set(dossier.neighbourhoods.all())
        assert len(signals) >= 4, dossier.title
        if not dossier.merged.exists():
            assert {signal.theme_id for signal in signals} == {dossier.theme_id}
        assert not areas or {signal.neighbourhood for signal in signals} <= {None, *areas}


def test_every_step_stands_in_the_table(city):
    """As if people had taken them."""
    steps = {(row.step, source): row.target for row in TRANSITIONS for source in row.sources or ("",)}
    for dossier in Dossier.objects.all():
        state, before = "", None
        for move in dossier.moves.all():
            assert move.source == state, (dossier.title, move.step)
            assert before is None or before <= move.at <= timezone.now()
            if move.step == DossierStep.SPLIT and not move.source:
                target = DossierState.OPEN
            else:
                target = steps[move.step, move.source] or move.source
            assert move.target == target
            state, before = move.target, move.at
        assert state == dossier.state


def test_the_last_version_is_how_it_is(city):
    for dossier in Dossier.objects.prefetch_related("neighbourhoods"):
        last = dossier.history.latest()
        assert last.version == dossier.version
        assert (last.state, last.due_on, last.owner_id) == (dossier.state, dossier.due_on, dossier.owner_id)
        assert last.neighbourhoods.count() == dossier.neighbourhoods.count()


def test_what_is_of_high_priority_is_verified_by_somebody_else(city):
    done = Dossier.objects.filter(is_high_priority=True, finished_by__isnull=False)
    assert {dossier.verified_by is None for dossier in done} == {True, False}
    assert not done.filter(state__in=WITH_ANSWER, verified_by=None).exists()


def test_what_is_sensitive_is_never_public(city):
    assert Dossier.objects.filter(theme__is_sensitive=True).exists()
    assert not Dossier.objects.filter(theme__is_sensitive=True, published_on__isnull=False).exists()
    assert 15 <= Dossier.objects.public().count() <= 30


def test_reopened_where_enough_say_not_yet_and_nowhere_else(city):
    for dossier in Dossier.objects.filter(answered_on__isnull=False):
        is_enough = not_yet(dossier) >= needed(dossier.signals.count())
        assert is_enough == (dossier.state == DossierState.REOPENED), dossier.title


def test_some_were_merged_and_one_was_split(city):
    merged = Dossier.objects.exclude(merged_into=None)
    assert merged.count() == 2
    assert not any(dossier.signals.exists() for dossier in merged)
    assert Dossier.objects.exclude(split_from=None).count() == 1
    steps = Counter(DossierMove.objects.values_list("step", flat=True))
    assert (steps[DossierStep.MERGE], steps[DossierStep.SPLIT]) == (4, 2)


def test_many_services_own_dossiers(city):
    owners = Organisation.objects.filter(dossiers__isnull=False).distinct()
    assert owners.count() >= 9
    assert {owner.kind for owner in owners} == {OrganisationKind.CITY_SERVICE}
    assert all(owner.memberships.exists() for owner in owners)
    service = User.objects.get(email=f"dienst@{DOMAIN}")
    assert Dossier.objects.owned_by(service).count() >= 4


def test_every_answer_is_written_for_young_people_and_for_partners(city):
    for dossier in Dossier.objects.filter(state__in=WITH_ANSWER):
        assert "Je zei" in dossier.answer
        assert dossier.heard
        assert dossier.answer_for_partners
        assert dossier.actions.exists() or dossier.outcome == Outcome.NOT_DONE


def test_one_round_is_decided_and_published_and_one_is_open(city):
    decided, opened = Round.objects.order_by("opens_on")
    assert decided.state(today()) == RoundState.DECIDED
    assert decided.minority_view
    assert decided.published_on
    assert {candidate.is_chosen for candidate in decided.candidates.all()} == {True, False}
    public = set(Dossier.objects.public().filter(candidacies__round=decided).values_list("pk", flat=True))
    assert decided.candidates.exclude(dossier__in=public).count() == 1  # and the page says that there is one
    assert opened.state(today()) == RoundState.OPEN
    assert not opened.candidates.filter(is_chosen=True).exists()
    points = Counter()
    for spread in Spread.objects.select_related("candidate"):
        points[spread.candidate.round_id, spread.organisation_id] += spread.points
    assert set(points.values()) == {10}


def test_a_big_house_can_still_spread_its_points(city):
    opened = Round.objects.get(decided_on=None)
    given = Spread.objects.filter(candidate__round=opened)
    assert given.exists()
    assert not given.filter(organisation__name="Jeugdhuis De Kaaihal").exists()
