"""The one table of what becomes of a signal: where each step leads, who may take it, and what it needs."""

import itertools

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, ValidationError

from signals.enums import SignalState, SignalStep
from signals.models import GroupVoice, Signal
from signals.triage.transitions import TRANSITIONS, move, steps_for, transition
from tests.builders import make_organisation
from tests.signal_builders import make_dossier, make_group_signal, make_signal

pytestmark = pytest.mark.django_db

RECEIVED, QUESTION_ASKED, BUNDLED, REFERRED, NOT_TAKEN_UP = SignalState


def in_state(state: str) -> Signal:
    """With what that state needs."""
    facts = {
        BUNDLED: lambda: {"dossier": make_dossier()},
        REFERRED: lambda: {"referred_to": make_organisation(), "reply": "Bel hen."},
        NOT_TAKEN_UP: lambda: {"reply": "Dit is al in orde."},
    }
    return make_signal(state=state, **facts.get(state, dict)())


def with_all_it_needs(signal: Signal, step: str) -> Signal:
    if step == SignalStep.BUNDLE:
        signal.dossier = make_dossier()
    if step == SignalStep.REFER:
        signal.referred_to = make_organisation()
    return signal


def who_may(step: str, staff):
    return None if step == SignalStep.REPLY else staff


def test_the_table_has_each_step_once_for_each_state():
    keys = [(row.source, row.step) for row in TRANSITIONS]
    assert len(keys) == len(set(keys))
    assert {row.step for row in TRANSITIONS} == set(SignalStep)
    assert {row.source for row in TRANSITIONS} == set(SignalState)


@pytest.mark.parametrize(("state", "step"), list(itertools.product(SignalState, SignalStep)))
def test_a_step_leads_where_the_table_says_and_every_other_is_refused(staff, state, step):
    signal = with_all_it_needs(in_state(state), step)
    row = transition(state, step)
    if row is None:
        with pytest.raises(ValidationError, match="not possible any more"):
            move(signal, step, by=who_may(step, staff), source=state, words="Zo.")
        assert signal.state == state
        return
    move(signal, step, by=who_may(step, staff), source=state, words="Zo.")
    assert signal.state == row.target
    signal.save()  # the database holds what each state needs, and nothing of the one it left


@pytest.mark.parametrize("row", TRANSITIONS, ids=lambda row: f"{row.source}-{row.step}")
def test_staff_take_every_step_but_the_answer_of_who_sent_it(row, staff, administrator, policymaker, coordinator):
    is_own = row.step == SignalStep.REPLY
    assert [row.may(user) for user in (staff, administrator)] == [not is_own] * 2
    assert [row.may(user) for user in (policymaker, coordinator, AnonymousUser())] == [False] * 3
    assert row.may(None) is is_own  # nobody: who has the code has no account


def test_who_may_not_is_stopped(policymaker, staff):
    with pytest.raises(PermissionDenied):
        move(make_signal(), SignalStep.ASK, by=policymaker, source=RECEIVED, words="Waar?")
    with pytest.raises(PermissionDenied):
        move(in_state(QUESTION_ASKED), SignalStep.REPLY, by=staff, source=QUESTION_ASKED, words="Hier.")


@pytest.mark.parametrize(
    ("step", "field"),
    [("ask", "words"), ("refer", "words"), ("not-take-up", "words"), ("refer", "referred_to"), ("bundle", "dossier")],
)
def test_each_step_says_what_it_lacks(staff, step, field):
    signal = make_signal() if field in ("referred_to", "dossier") else with_all_it_needs(make_signal(), step)
    with pytest.raises(ValidationError) as caught:
        move(signal, SignalStep(step), by=staff, source=RECEIVED, words=" " if field == "words" else "Zo.")
    assert list(caught.value.message_dict) == [field]


def test_nothing_goes_into_a_dossier_that_was_merged(staff):
    signal = make_signal()
    signal.dossier = make_dossier(merged_into=make_dossier())
    with pytest.raises(ValidationError, match="merged into another"):
        move(signal, SignalStep.BUNDLE, by=staff, source=RECEIVED)


@pytest.mark.parametrize("state", [REFERRED, NOT_TAKEN_UP])
def test_what_was_said_goes_with_the_state_it_belongs_to(staff, state):
    signal = in_state(state)
    move(signal, SignalStep.TAKE_UP_AGAIN, by=staff, source=state)
    assert (signal.state, signal.reply, signal.referred_to) == (RECEIVED, "", None)


def test_nobody_is_asked_who_will_never_read_it(staff, member, organisation):
    erased = make_signal(code_hash="")
    assert SignalStep.ASK not in steps_for(erased, staff)
    with pytest.raises(ValidationError, match="Nobody follows"):
        move(erased, SignalStep.ASK, by=staff, source=RECEIVED, words="Waar?")
    group = make_group_signal(organisation, member)  # the worker reads it
    GroupVoice.objects.get(signal=group)
    group.code_hash = ""
    assert SignalStep.ASK in steps_for(group, staff)


def test_a_page_offers_what_the_table_holds(staff, policymaker):
    assert steps_for(make_signal(), staff) == ["ask", "bundle", "refer", "not-take-up"]
    assert steps_for(in_state(BUNDLED), staff) == ["bundle", "take-out"]
    assert steps_for(make_signal(), policymaker) == []
