"""Where a signal stands, in plain words: a sentence for every state, and what happens next."""

import datetime

import pytest

from jos.shared.time import today
from signals.actions.dossiers import write_move
from signals.enums import WITH_ANSWER, Author, DossierState, DossierStep, Outcome, SignalState
from signals.following.status import ACTING, READING, TOLD, status_of
from signals.models import Look, Message
from signals.terms import working_days_after
from tests import signal_builders
from tests.signal_builders import make_dossier, make_signal

pytestmark = pytest.mark.django_db
YESTERDAY = datetime.timedelta(days=-1)


def of_dossier(state, others=0, **fields):
    dossier = make_dossier(state=state, **fields)
    for _number in range(others):
        make_signal(dossier=dossier)
    return status_of(make_signal(dossier=dossier))


def test_nobody_read_it_yet(settings):
    signal = make_signal()
    status = status_of(signal)
    promised = working_days_after(signal.received_on, settings.SIGNAL_ANSWER_DAYS)

    assert "Nobody read them yet" in status.sentence
    assert str(promised.day) in status.next
    assert status.stage == READING


def test_what_staff_took_up_again_is_not_said_to_come_from_others(staff):
    dossier = make_dossier(state=DossierState.REOPENED)
    signal = make_signal(dossier=dossier)
    assert "Others say as well" in status_of(signal).sentence

    write_move(dossier, DossierStep.REOPEN, source=DossierState.CLOSED, by=staff)
    assert "This comes first" in status_of(signal).sentence


def test_somebody_read_it(staff):
    signal = make_signal()
    Look.objects.create(signal=signal, by=staff)

    assert status_of(signal).sentence == "Somebody read your words."


def test_late_is_said():
    assert "We are late" in status_of(make_signal(), at=today() + datetime.timedelta(days=60)).next


def test_a_question_waits_for_an_answer():
    signal = make_signal(state=SignalState.QUESTION_ASKED)
    Message.objects.create(signal=signal, author=Author.CITY, text="Waar?")
    status = status_of(signal)

    assert "question" in status.sentence
    assert status.question.text == "Waar?"


def test_an_answer_was_given():
    signal = make_signal()
    Message.objects.create(signal=signal, author=Author.SENDER, text="Daar.")

    assert "Thank you" in status_of(signal).sentence


def test_referred_says_to_whom_and_why(organisation):
    status = status_of(make_signal(state=SignalState.REFERRED, referred_to=organisation, reply="Bel hen."))

    assert "De Kring vzw" in status.sentence
    assert (status.answer, status.stage) == ("Bel hen.", TOLD)


def test_not_taken_up_says_why():
    assert status_of(make_signal(state=SignalState.NOT_TAKEN_UP, reply="Dat beslist de staat.")).answer


@pytest.mark.parametrize(("others", "said"), [(1, None), (8, None), (9, "10"), (12, "15"), (40, "40")])
def test_how_many_say_the_same_is_only_said_when_they_are_many(others, said):
    sentence = of_dossier(DossierState.OPEN, others).sentence

    assert (f"About {said} people" in sentence) if said else not any(map(str.isdigit, sentence))


def test_of_a_sensitive_theme_no_number_is_said():
    theme = signal_builders.make_theme(is_sensitive=True)

    assert not any(map(str.isdigit, of_dossier(DossierState.OPEN, 40, theme=theme).sentence))


@pytest.mark.parametrize("state", [DossierState.ASSIGNED, DossierState.IN_ACTION, DossierState.DONE])
def test_who_acts_is_said(state):
    status = of_dossier(state, owner=signal_builders.make_city_service("Sportdienst"))

    assert "Sportdienst" in status.sentence
    assert status.stage == ACTING


@pytest.mark.parametrize("state", [DossierState.ASSIGNED, DossierState.IN_ACTION, DossierState.PRIORITISED])
def test_by_when_is_said_and_so_is_late(state):
    late = of_dossier(state, due_on=today() + YESTERDAY)

    assert "It should be done by" in of_dossier(state).next
    assert "late" in late.next


def test_parked_says_when_it_is_looked_at_again():
    day = today() + datetime.timedelta(days=90)

    assert str(day.year) in of_dossier(DossierState.PARKED, review_on=day).next


@pytest.mark.parametrize("state", DossierState)
def test_the_answer_shows_once_there_is_one_and_only_then(state):
    status = of_dossier(state, answer="Er staan vier banken.", outcome=Outcome.PARTLY)

    assert bool(status.answer) == (state in WITH_ANSWER)
    assert status.asks_whether_it_changed == (state in WITH_ANSWER)
    assert status.sentence


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_words(outcome):
    assert of_dossier(DossierState.CLOSED, outcome=outcome).sentence
