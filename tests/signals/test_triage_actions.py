"""What staff do with signals is saved whole or not at all, with who did it."""

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.utils import timezone

from jos.shared.saving import ChangedMeanwhile
from signals.actions.triage import ask, bundle, correct, not_take_up, refer, take_out, take_up_again
from signals.enums import Author, SignalState
from signals.models import Signal
from tests.builders import make_neighbourhood, make_organisation
from tests.signal_builders import make_dossier, make_signal, make_theme

pytestmark = pytest.mark.django_db

LONG_AGO = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def test_a_question_goes_back_with_who_asked_it(staff):
    signal = ask(signal=make_signal(), words="Waar precies?", version=1, by=staff)
    assert signal.state == SignalState.QUESTION_ASKED
    assert list(signal.messages.values_list("author", "by", "text")) == [(Author.CITY, staff.pk, "Waar precies?")]
    assert signal.history.first().history_user == staff


@pytest.mark.parametrize("step", ["ask", "refer", "not_take_up"])
def test_the_first_answer_is_noted_once(staff, step):
    steps = {
        "ask": lambda signal: ask(signal=signal, words="Waar?", version=signal.version, by=staff),
        "refer": lambda signal: refer(
            signal=signal, to=make_organisation(), words="Ga langs.", version=signal.version, by=staff
        ),
        "not_take_up": lambda signal: not_take_up(signal=signal, words="Neen.", version=signal.version, by=staff),
    }
    assert timezone.now() - steps[step](make_signal()).answered_at < datetime.timedelta(minutes=1)
    assert steps[step](make_signal(answered_at=LONG_AGO)).answered_at == LONG_AGO


def test_to_hear_that_others_say_so_too_is_a_first_answer(staff):
    new, asked_before = make_signal(), make_signal(answered_at=LONG_AGO)
    bundle(signals=[new, asked_before], dossier=make_dossier(), by=staff)
    for signal in (new, asked_before):
        signal.refresh_from_db()
    assert timezone.now() - new.answered_at < datetime.timedelta(minutes=1)
    assert asked_before.answered_at == LONG_AGO


def test_many_are_bundled_with_a_row_of_history_each(staff):
    signals, dossier = [make_signal() for _number in range(3)], make_dossier()
    bundle(signals=signals, dossier=dossier, by=staff)
    assert set(dossier.signals.values_list("state", "version")) == {(SignalState.BUNDLED, 2)}
    rows = [signal.history.first() for signal in signals]
    assert {(row.history_user, row.dossier_id, row.version) for row in rows} == {(staff, dossier.pk, 2)}


def test_many_cost_no_more_queries_than_a_few(staff, django_assert_max_num_queries):
    for number in (3, 60):
        signals, dossier = [make_signal() for _each in range(number)], make_dossier()
        with django_assert_max_num_queries(7):
            bundle(signals=signals, dossier=dossier, by=staff)


def test_all_are_bundled_or_none(staff):
    refused = make_signal(state=SignalState.NOT_TAKEN_UP, reply="Neen.")
    fine = make_signal()
    with pytest.raises(ValidationError):
        bundle(signals=[fine, refused], dossier=make_dossier(), by=staff)
    fine.refresh_from_db()
    assert fine.state == SignalState.RECEIVED


def test_nothing_is_bundled_over_what_somebody_else_saved(staff, administrator):
    mine, dossier = make_signal(), make_dossier()
    not_take_up(signal=Signal.objects.get(pk=mine.pk), words="Neen.", version=1, by=administrator)
    with pytest.raises(ChangedMeanwhile):
        bundle(signals=[mine], dossier=dossier, by=staff)
    assert not dossier.signals.exists()


def test_what_is_in_the_dossier_already_stays_as_it_is(staff):
    dossier = make_dossier()
    signal = make_signal(dossier=dossier)
    assert bundle(signals=[signal], dossier=dossier, by=staff) == []
    signal.refresh_from_db()
    assert signal.version == 1


def test_only_staff_bundle(service_member):
    with pytest.raises(PermissionDenied):
        bundle(signals=[make_signal()], dossier=make_dossier(), by=service_member)


def test_out_of_its_dossier_it_waits_again(staff):
    signal = take_out(signal=make_signal(dossier=make_dossier()), version=1, by=staff)
    signal.refresh_from_db()
    assert (signal.state, signal.dossier) == (SignalState.RECEIVED, None)


def test_what_was_not_taken_up_is_taken_up_again(staff):
    signal = not_take_up(signal=make_signal(), words="Neen.", version=1, by=staff)
    signal = take_up_again(signal=signal, version=2, by=staff)
    signal.refresh_from_db()
    assert (signal.state, signal.reply, signal.version) == (SignalState.RECEIVED, "", 3)


def test_a_correction_stands_in_the_history(staff):
    signal = make_signal()
    signal.theme, signal.neighbourhood = make_theme("School"), make_neighbourhood("Dampoort")
    correct(signal=signal, version=1, by=staff)
    row = signal.history.first()
    assert (str(row.theme), str(row.neighbourhood), row.history_user) == ("School", "Dampoort", staff)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="one connection in memory has no second writer")
def test_of_two_steps_at_the_same_moment_one_is_taken(staff):
    key = make_signal().pk

    def refuse(_number: int) -> bool:
        try:
            not_take_up(signal=Signal.objects.get(pk=key), words="Neen.", version=1, by=staff)
            return True
        except (ChangedMeanwhile, ValidationError):
            return False
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(refuse, range(4))) == [False, False, False, True]
