"""What was kept long enough goes for good, by one table; what has no answer never goes in silence."""

import datetime
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from jos.shared.models import Draft
from jos.shared.time import midnight, months_later, today
from signals.enums import Author, DossierState, RemovalReason, SignalState
from signals.models import Counter, DayKey, GroupVoice, Look, Message, Photo, Removal, Signal
from signals.retention import YEARS_OF_LOOKS, apply, look_ahead, unanswered_too_long
from tests.signal_builders import make_dossier, make_group_signal, make_signal

pytestmark = pytest.mark.django_db
A_DAY = datetime.timedelta(days=1)
AT = datetime.date(2026, 6, 1)
WORDS_GO = datetime.date(2024, 6, 1)  # what ended before this day, with 24 months
PHOTOS_GO = datetime.date(2025, 12, 1)  # 6 months


def ended(on: datetime.date, state: str = SignalState.NOT_TAKEN_UP, **fields) -> Signal:
    """A signal staff said something of on that day."""
    with time_machine.travel(midnight(on) + datetime.timedelta(hours=12)):
        return make_signal(state=state, reply="Dat beslist de staat.", **fields)


def answered(on: datetime.date, state: str = DossierState.ANSWERED, **fields) -> Signal:
    dossier = make_dossier(state=state, answered_on=on, **fields)
    return make_signal(dossier=dossier, received_at=midnight(on) - A_DAY)


def words_of(signal: Signal) -> str:
    signal.refresh_from_db()
    return signal.text


@pytest.mark.parametrize("state", [SignalState.NOT_TAKEN_UP, SignalState.REFERRED])
def test_words_go_so_many_months_after_it_came_to_an_end(state, organisation):
    referred = {"referred_to": organisation} if state == SignalState.REFERRED else {}
    old, young = ended(WORDS_GO - A_DAY, state, **referred), ended(WORDS_GO, state, **referred)

    apply(AT)

    assert words_of(old) == ""
    assert words_of(young)


@pytest.mark.parametrize("state", [DossierState.ANSWERED, DossierState.CLOSED])
def test_words_go_so_many_months_after_the_answer(state):
    old, young = answered(WORDS_GO - A_DAY, state), answered(WORDS_GO, state)

    apply(AT)

    assert words_of(old) == ""
    assert words_of(young)


def test_a_dossier_that_was_closed_later_counts_from_then():
    signal = answered(WORDS_GO - 10 * A_DAY, DossierState.CLOSED, closed_on=WORDS_GO)

    apply(AT)

    assert words_of(signal)


@pytest.mark.parametrize(
    "state", [DossierState.OPEN, DossierState.PARKED, DossierState.IN_ACTION, DossierState.REOPENED]
)
def test_without_an_answer_words_stay_and_somebody_is_told(state):
    long_ago = midnight(WORDS_GO - 100 * A_DAY)
    extra = {"due_on": AT} if state == DossierState.REOPENED else {}
    signals = [
        make_signal(received_at=long_ago),
        make_signal(received_at=long_ago, state=SignalState.QUESTION_ASKED),
        make_signal(
            received_at=long_ago, dossier=make_dossier(state=state, answered_on=WORDS_GO - 50 * A_DAY, **extra)
        ),
    ]

    apply(AT)

    assert all(words_of(signal) for signal in signals)
    assert unanswered_too_long(AT) == len(signals)
    assert not Removal.objects.exists()


def test_what_was_taken_up_again_starts_anew():
    signal = ended(WORDS_GO - 10 * A_DAY)
    with time_machine.travel(midnight(WORDS_GO + 5 * A_DAY)):
        signal.state = SignalState.RECEIVED
        signal.save_by(None)
        signal.state = SignalState.NOT_TAKEN_UP
        signal.save_by(None)

    apply(AT)

    assert words_of(signal)


def test_with_the_words_go_messages_quotes_and_what_somebody_typed_over_them(organisation, member, staff):
    with time_machine.travel(midnight(WORDS_GO - A_DAY)):
        signal = make_group_signal(
            organisation, member, quote="Wij willen een bank", state=SignalState.NOT_TAKEN_UP, reply="Nee."
        )
        Message.objects.create(signal=signal, author=Author.SENDER, text="Aan de kerk")
    Draft.objects.create(user=staff, form=f"/signals/{signal.reference}/redact/", typed={"text": ["Ze willen"]})
    other = Draft.objects.create(user=staff, form="/signals/01AB01CD/redact/", typed={})
    version = signal.version

    apply(AT)

    signal.refresh_from_db()
    assert (signal.text, signal.reply, signal.state) == ("", "Nee.", SignalState.NOT_TAKEN_UP)
    assert signal.version == version + 1  # a form that stood open cannot bring them back
    assert GroupVoice.objects.get().quote == ""
    assert GroupVoice.objects.get().people == 6  # counts stay
    assert not Message.objects.exists()
    assert list(Draft.objects.all()) == [other]


def test_a_photo_goes_sooner():
    old, young = ended(PHOTOS_GO - A_DAY), ended(PHOTOS_GO)
    for signal in (old, young):
        Photo.objects.create(signal=signal, content=b"jpeg", width=1, height=1)

    apply(AT)

    assert words_of(old)
    assert [photo.signal for photo in Photo.objects.all()] == [young]


def test_the_city_says_how_many_months(settings):
    settings.SIGNAL_WORDS_MONTHS = 1
    signal = ended(months_later(AT, -1) - A_DAY)

    apply(AT)

    assert words_of(signal) == ""


def test_who_looked_is_kept_for_years(staff):
    signal = make_signal()
    for years in (YEARS_OF_LOOKS, 0):
        Look.objects.create(signal=signal, by=staff, on=months_later(AT, -12 * years) - A_DAY)

    apply(AT)

    assert [look.on for look in Look.objects.all()] == [AT - A_DAY]


def test_counters_go_when_their_time_is_over_and_keys_with_their_day():
    now = timezone.now()
    Counter.objects.create(name="over", until=now - A_DAY)
    Counter.objects.create(name="runs", until=now + A_DAY)
    DayKey.objects.create(on=today() - A_DAY, key=b"k")
    DayKey.objects.create(on=today(), key=b"k")

    apply(AT)

    assert [counter.name for counter in Counter.objects.all()] == ["runs"]
    assert [day_key.on for day_key in DayKey.objects.all()] == [today()]


def test_the_register_says_how_much_and_never_what():
    for _number in range(3):
        ended(WORDS_GO - A_DAY)

    apply(AT)
    apply(AT)  # nothing is left to go

    removal = Removal.objects.get()
    assert (removal.reason, removal.amount, removal.by) == (RemovalReason.WORDS_KEPT_LONG_ENOUGH, 3, None)


def test_looking_ahead_says_the_same_and_removes_nothing():
    signal = ended(WORDS_GO - A_DAY)
    Photo.objects.create(signal=signal, content=b"jpeg", width=1, height=1)

    amounts = [outcome.amount for outcome in look_ahead(AT)]

    assert words_of(signal)
    assert not Removal.objects.exists()
    assert [outcome.amount for outcome in apply(AT)] == amounts == [1, 1, 0, 0]


def test_it_costs_as_many_queries_for_sixty(django_assert_max_num_queries):
    for _number in range(60):
        ended(WORDS_GO - A_DAY)
    with django_assert_max_num_queries(24):
        apply(AT)


# --- manage.py signals retention -------------------------------------------------------------------------


def run(*arguments: str) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("signals", "retention", *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_the_command_says_what_it_did():
    signal = ended(months_later(today(), -24) - 2 * A_DAY)

    assert "Dry run: nothing was removed." in run("--dry-run")[0]
    assert words_of(signal)
    assert "answers and quotes (24 months after the answer, the referral or the refusal): 1" in run()[0]
    assert words_of(signal) == ""


def test_the_command_names_those_that_wait():
    make_signal(received_at=midnight(months_later(today(), -25)))

    assert "1 signal is older than that and has no answer" in run()[1]


def test_the_command_asks_which_word():
    with pytest.raises(CommandError):
        call_command("signals")


# --- The page --------------------------------------------------------------------------------------------


def test_staff_read_the_register_and_who_looked(sign_in, staff):
    signal = make_signal()
    Look.objects.create(signal=signal, by=staff)
    Removal.objects.create(reason=RemovalReason.BY_SENDER, amount=1)

    register = sign_in(staff).get(reverse("removals")).content.decode()
    looks = sign_in(staff).get(reverse("removals"), {"show": "looks", "signal": signal.reference.lower()})

    assert "erased by who sent it" in register
    assert "24 months after the answer" in register
    assert signal.reference in looks.content.decode()
    assert staff.name in looks.content.decode()
    assert signal.text not in looks.content.decode()


@pytest.mark.parametrize("show", ["", "looks"])
def test_the_page_costs_as_many_queries_with_many_rows(sign_in, staff, show, django_assert_max_num_queries):
    for _number in range(60):
        Look.objects.create(signal=make_signal(), by=staff)
        Removal.objects.create(reason=RemovalReason.BY_SENDER, amount=1)
    client = sign_in(staff)
    with django_assert_max_num_queries(12):
        client.get(reverse("removals"), {"show": show})
