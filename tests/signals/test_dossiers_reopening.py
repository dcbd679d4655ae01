"""When young people bring a dossier back, and what happens to it then (R9)."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from signals.actions.dossiers import reopen_if_enough, take_step
from signals.dossiers.reopening import needed
from signals.enums import DidItChange, DossierState, Outcome
from signals.models import Dossier, Signal
from tests.signal_builders import make_city_service, make_dossier, make_signal, make_theme

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 6, 15)


@pytest.fixture(autouse=True)
def _on_a_fixed_day():
    with time_machine.travel(datetime.datetime(2026, 6, 15, 12, tzinfo=datetime.UTC), tick=False):
        yield


def heard(dossier: Dossier, number: int) -> list[Signal]:
    return [make_signal(dossier=dossier) for _number in range(number)]


def say(signal: Signal, change: str = DidItChange.NOT_YET) -> None:
    Signal.objects.filter(pk=signal.pk).update(did_it_change=change, did_it_change_at=timezone.now())


@pytest.mark.parametrize(
    ("voices", "enough"),
    [(1, 1), (3, 1), (5, 1), (6, 2), (10, 2), (11, 3), (20, 4), (21, 5), (25, 5), (26, 5), (200, 5), (10_000, 5)],
)
def test_R9_a_fifth_of_the_voices_brings_it_back_and_five_always_do(voices, enough):
    assert needed(voices) == enough


def test_R9_it_comes_back_by_itself_with_a_new_term():
    dossier = make_dossier(
        state=DossierState.CLOSED, theme=make_theme(term_days=5), owner=make_city_service(), evidence="Daar.",
        published_on=TODAY, closed_on=TODAY,
    )  # fmt: skip
    one, two, *_others = heard(dossier, 6)
    say(one)
    assert not reopen_if_enough(dossier)
    say(two)
    assert reopen_if_enough(dossier)
    dossier.refresh_from_db()
    assert (dossier.state, dossier.reopened_on, dossier.closed_on) == (DossierState.REOPENED, TODAY, None)
    assert (dossier.term_days, dossier.due_on) == (5, datetime.date(2026, 6, 22))
    assert (dossier.evidence, dossier.finished_by, dossier.published_on) == ("", None, TODAY)
    move = dossier.moves.get()
    assert (move.step, move.source, move.by) == ("reopen", "CLOSED", None)
    assert dossier.history.first().history_user is None


def test_only_not_yet_brings_it_back():
    dossier = make_dossier(state=DossierState.ANSWERED)
    for signal, change in zip(heard(dossier, 3), (DidItChange.YES, DidItChange.A_BIT, ""), strict=True):
        say(signal, change)
    assert not reopen_if_enough(dossier)


@pytest.mark.parametrize("state", [DossierState.OPEN, DossierState.IN_ACTION, DossierState.REOPENED])
def test_nothing_comes_back_that_has_no_answer(state):
    dossier = make_dossier(state=state)
    say(heard(dossier, 1)[0])
    assert not reopen_if_enough(dossier)


def test_a_merged_dossier_does_not_come_back():
    dossier = make_dossier(state=DossierState.ANSWERED, merged_into=make_dossier())
    say(heard(dossier, 1)[0])
    assert not reopen_if_enough(dossier)


def test_what_was_said_of_an_earlier_answer_does_not_count_again(staff):
    dossier = make_dossier(state=DossierState.ANSWERED)
    first, second, *_others = heard(dossier, 6)
    say(first)
    say(second)
    assert reopen_if_enough(dossier)
    dossier.refresh_from_db()
    with time_machine.travel(datetime.datetime(2026, 6, 16, 12, tzinfo=datetime.UTC), tick=False):
        dossier.answer = "We deden wat we konden."
        take_step(dossier=dossier, step="decline", version=dossier.version, by=staff)
    with time_machine.travel(datetime.datetime(2026, 6, 17, 12, tzinfo=datetime.UTC), tick=False):
        dossier.answer = "We deden wat we konden, in betere woorden."
        take_step(dossier=dossier, step="answer", version=dossier.version, by=staff)
        say(first)
        assert not reopen_if_enough(dossier)
        say(second)
        assert reopen_if_enough(dossier)


def test_an_answer_in_better_words_does_not_make_what_was_said_of_it_forgotten(staff):
    dossier = make_dossier(state=DossierState.DONE)
    first, second, *_others = heard(dossier, 6)
    dossier.answer, dossier.outcome = "Klaar.", Outcome.DONE
    take_step(dossier=dossier, step="answer", version=1, by=staff)
    say(first)
    with time_machine.travel(datetime.datetime(2026, 6, 16, 12, tzinfo=datetime.UTC), tick=False):
        dossier.answer = "Klaar, en nu ook in het donker."
        take_step(dossier=dossier, step="answer", version=2, by=staff)
        say(second)
        assert reopen_if_enough(dossier)


def test_staff_bring_it_back_with_a_reason(staff):
    dossier = make_dossier(state=DossierState.CLOSED, theme=make_theme(term_days=5))
    take_step(dossier=dossier, step="reopen", version=1, by=staff, why="De banken zijn weg.")
    assert (dossier.state, dossier.due_on) == (DossierState.REOPENED, datetime.date(2026, 6, 22))
    assert dossier.moves.get().why == "De banken zijn weg."
