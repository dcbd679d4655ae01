from collections import Counter

import pytest
from django.utils import timezone

from jos.demo.names import FIRST_NAMES, LAST_NAMES
from jos.demo.signals.followed import FOLLOWED
from jos.shared.time import months_later, today
from organisations.enums import AgeBand, OrganisationKind
from signals.enums import DidItChange, ReplyKind, SignalKind, SignalSource, SignalState
from signals.models import GroupVoice, Look, Message, Photo, Removal, Signal, StandardReply, Tally
from signals.tracking import is_code
from signals.triage.redaction import MARK
from signals.watchful.personal import personal_details

pytestmark = pytest.mark.django_db


def shares(field: str) -> dict[str, float]:
    counts = Counter(Signal.objects.values_list(field, flat=True))
    return {value: number / counts.total() for value, number in counts.items()}


def test_as_many_signals_as_promised_in_every_state(city):
    assert Signal.objects.count() == 1_500
    assert set(shares("state")) == set(SignalState)
    assert set(shares("source")) == set(SignalSource)
    assert set(Signal.objects.values_list("did_it_change", flat=True)) == {"", *DidItChange}
    assert set(Signal.objects.values_list("age_band", flat=True)) == {"", *AgeBand}


def test_concerns_ideas_and_what_works(city):
    kinds = shares("kind")
    assert 0.50 < kinds[SignalKind.CONCERN] < 0.62
    assert 0.18 < kinds[SignalKind.IDEA] < 0.30
    assert 0.15 < kinds[SignalKind.WORKS_WELL] < 0.25


def test_in_eight_languages(city):
    assert set(shares("language")) == {"nl", "en", "tr", "ar", "fr", "bg", "uk"}


def test_nobody_says_the_same_twice(city):
    texts = Counter(Signal.objects.values_list("text", flat=True))
    assert texts.most_common(1)[0][1] == 1


def test_nothing_in_it_points_at_somebody(city):
    """What could was taken out, and a mark stands there."""
    for text in Signal.objects.values_list("text", flat=True):
        assert not personal_details(text), text
    for text in [*GroupVoice.objects.values_list("quote", flat=True), *Message.objects.values_list("text", flat=True)]:
        assert not personal_details(text), text


def test_no_name_of_somebody_stands_in_it(city):
    """Not even of the invented people of the demo."""
    names = {name for name in (*FIRST_NAMES, *LAST_NAMES) if len(name) > 2}
    for text in Signal.objects.values_list("text", flat=True):
        assert not names & set(text.replace(".", " ").replace(",", " ").split()), text


def test_more_lately_and_in_some_neighbourhoods(city):
    received = Signal.objects.order_by()
    assert received.filter(received_at__date__gte=months_later(today(), -3)).count() > 300
    assert received.filter(received_at__date__lt=months_later(today(), -12)).count() > 200
    assert not received.filter(received_at__date__lt=months_later(today(), -26)).exists()
    assert not received.filter(received_at__gt=timezone.now()).exists()
    where = Counter(received.values_list("neighbourhood__name", flat=True))
    assert len(where) == 26  # one of which: not said
    busiest, *_others, quietest = (number for _name, number in where.most_common())
    assert busiest > 4 * quietest


def test_some_are_about_danger_or_sensitive(city):
    assert Signal.objects.filter(mentions_danger=True).count() >= 8
    assert Signal.objects.filter(theme__is_sensitive=True).count() >= 15


def test_some_wait_too_long(city):
    waiting = Signal.objects.waiting()
    assert 40 <= waiting.count() <= 200
    assert 1 <= Signal.objects.overdue(today()).count() <= 12
    assert waiting.filter(state=SignalState.QUESTION_ASKED).count() >= 5


def test_groups_speak_through_workers_of_houses(city):
    voices = GroupVoice.objects.select_related("organisation", "by")
    assert voices.count() >= 80
    assert voices.exclude(quote="").count() >= 30
    for voice in voices:
        assert voice.organisation.kind != OrganisationKind.CITY_SERVICE
        assert voice.organisation.memberships.filter(user=voice.by).exists()
    assert voices.filter(organisation__name="Jeugdhuis De Kaaihal").exists()


def test_what_was_asked_answered_referred_and_refused_is_there_to_read(city):
    assert Message.objects.values("author").distinct().count() == 2
    answered = Signal.objects.filter(state__in=[SignalState.REFERRED, SignalState.NOT_TAKEN_UP])
    assert not answered.filter(reply="").exists()
    assert not answered.filter(answered_at=None).exists()
    assert {reply.kind for reply in StandardReply.objects.all()} == set(ReplyKind)


def test_words_were_taken_out_of_some(city):
    redacted = Signal.objects.filter(is_redacted=True)
    assert redacted.count() >= 6
    assert all(MARK in signal.text for signal in redacted)
    assert Removal.objects.count() == redacted.count()


def test_a_dozen_photos_and_who_looked(city):
    assert 8 <= Photo.objects.count() <= 18
    assert bytes(Photo.objects.first().content)[:2] == b"\xff\xd8"
    assert Look.objects.count() > 1_000


def test_a_visitor_can_follow_some(city):
    for followed in FOLLOWED:
        signal = Signal.objects.get(reference=followed.reference)
        assert is_code(followed.code, signal.code_hash)
        assert signal.state == followed.state


def test_every_step_is_in_the_history_and_the_last_is_how_it_is(city):
    assert Signal.history.filter(history_type="+").count() == 1_500
    assert not Signal.history.filter(history_date__gt=timezone.now()).exists()
    for signal in Signal.objects.all()[::40]:
        last = signal.history.latest()
        assert (last.state, last.dossier_id, last.reply) == (signal.state, signal.dossier_id, signal.reply)
        assert signal.version == signal.history.count()


def test_counted_ahead(city):
    assert Tally.objects.exists()
