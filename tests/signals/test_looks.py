import time_machine

from signals.looks import note_looks
from signals.models import Look
from tests import signal_builders


def test_who_saw_the_words_is_noted_once_a_day(staff, administrator, django_assert_num_queries):
    signals = [signal_builders.make_signal() for _number in range(3)]
    with time_machine.travel("2026-03-02 12:00+01:00"):
        with django_assert_num_queries(1):
            note_looks(signals, by=staff)
        note_looks(signals[:1], by=staff)
        note_looks(signals[:1], by=administrator)
    with time_machine.travel("2026-03-03 12:00+01:00"):
        note_looks(signals[:1], by=staff)

    assert Look.objects.count() == 5
    assert signals[0].looks.filter(by=staff).count() == 2


def test_sixty_signals_cost_one_query(staff, django_assert_num_queries):
    signals = [signal_builders.make_signal() for _number in range(60)]
    with django_assert_num_queries(1):
        note_looks(signals, by=staff)


def test_no_signals_are_no_look(staff, django_assert_num_queries):
    with django_assert_num_queries(0):
        note_looks([], by=staff)
