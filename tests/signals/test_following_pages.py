"""Following with a number and a code, which only ever travel in the body of a form (quality.md, Private)."""

import datetime
from unittest import mock

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from jos.shared.time import today
from signals.enums import Author, DidItChange, DossierState, SignalState
from signals.following import forms
from signals.following.finding import TRIES, TRIES_IN_ALL
from signals.models import Counter, Look, Message, Photo, Removal, Signal
from signals.models.signals import LONGEST
from signals.views import following
from tests import builders, signal_builders
from tests.signal_builders import CODE

pytestmark = pytest.mark.django_db
WRONG = "0000-0000-0000"
DO_NOT_BELONG = "do not belong together"


def post(client, signal, code=CODE, **more):
    return client.post(reverse("signal_follow"), {"reference": signal.reference, "code": code} | more)


def asked(text="Which square do you mean?", **fields):
    signal = signal_builders.make_signal(state=SignalState.QUESTION_ASKED, **fields)
    Message.objects.create(signal=signal, author=Author.CITY, text=text)
    return signal


def test_the_page_asks_for_a_number_and_a_code_and_keeps_nothing(client):
    response = client.get(reverse("signal_follow"))

    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "no-referrer"
    assert not response.cookies


@pytest.mark.parametrize("code", ["K7Q2MX4T0PZ9", "k7q2mx4topz9", "K7Q2-MX4T-0PZ9", " k7q2 mx4t opz9 "])
def test_the_code_is_read_in_any_case_with_spaces_or_dashes_and_o_for_0(client, code):
    signal = signal_builders.make_signal("Er is geen bank.")

    response = post(client, signal, code)

    assert "Er is geen bank." in response.content.decode()
    assert not response.cookies


def test_the_number_is_read_as_loosely(client):
    signal = signal_builders.make_signal("Er is geen bank.", reference="01AB01CD")

    assert "Er is geen bank." in post_as(client, "oiab-olcd").content.decode()
    assert signal.reference == "01AB01CD"


def post_as(client, reference, code=CODE):
    return client.post(reverse("signal_follow"), {"reference": reference, "code": code})


def test_an_address_with_the_keys_in_it_shows_nothing(client):
    signal = signal_builders.make_signal("Er is geen bank.")

    response = client.get(reverse("signal_follow"), {"reference": signal.reference, "code": CODE})

    assert "Er is geen bank." not in response.content.decode()


def test_a_wrong_code_says_the_same_as_a_number_that_does_not_exist(client):
    signal = signal_builders.make_signal("Er is geen bank.")

    pages = [post(client, signal, WRONG).content.decode(), post_as(client, "ZZZZZZZZ").content.decode()]

    assert all(DO_NOT_BELONG in page and "Er is geen bank." not in page for page in pages)
    assert pages[0].replace(signal.reference, "ZZZZZZZZ").replace(WRONG, CODE) == pages[1]


def test_both_ask_the_database_as_often(client):
    signal = signal_builders.make_signal()
    post_as(client, "YYYYYYYY")  # the key of the day is made
    with CaptureQueriesContext(connection) as wrong_code:
        post(Client(REMOTE_ADDR="192.0.2.1"), signal, WRONG)
    with CaptureQueriesContext(connection) as unknown:
        post_as(Client(REMOTE_ADDR="192.0.2.2"), "ZZZZZZZZ")

    assert len(wrong_code) == len(unknown)


def test_what_is_missing_is_said_and_what_was_typed_stays(client):
    page = client.post(reverse("signal_follow"), {"reference": "01AB01CD", "code": ""}).content.decode()

    assert "Fill in the code" in page
    assert 'value="01AB01CD"' in page
    assert "<title>Error:" in page


def test_ten_wrong_codes_close_a_number_for_a_quarter_of_an_hour(client):
    signal = signal_builders.make_signal("Er is geen bank.")
    with time_machine.travel("2026-03-02 12:00+01:00", tick=False) as clock:
        for _time in range(TRIES):
            assert post(client, signal, WRONG).status_code == 200
        response = post(client, signal)

        assert response.status_code == 429
        assert "Er is geen bank." not in response.content.decode()
        clock.shift(datetime.timedelta(minutes=15, seconds=1))
        assert "Er is geen bank." in post(client, signal).content.decode()


def test_who_tries_codes_keeps_nobody_else_out(client):
    signal = signal_builders.make_signal("Er is geen bank.")
    for _time in range(TRIES + 1):
        post(Client(REMOTE_ADDR="192.0.2.99"), signal, WRONG)

    assert "Er is geen bank." in post(client, signal).content.decode()


def test_an_address_that_tries_many_numbers_waits_for_all_of_them(client):
    signal = signal_builders.make_signal()
    for number in range(TRIES_IN_ALL):
        assert post_as(client, f"ZZZZZZ{number}").status_code == 200

    assert post(client, signal).status_code == 429
    assert post(Client(REMOTE_ADDR="192.0.2.99"), signal).status_code == 200


def test_the_right_code_costs_no_try(client):
    signal = signal_builders.make_signal()
    for _time in range(TRIES + 2):
        assert post(client, signal).status_code == 200

    assert not Counter.objects.exists()


@pytest.mark.parametrize("typed", ["\x00", "\ud800", "𝟘" * 30, "🎉", "'; DROP TABLE", "x" * 41, "x" * 100_000])
def test_nonsense_is_answered_and_not_an_error(client, typed):
    response = client.post(
        reverse("signal_follow"), {"reference": typed.encode("utf-8", "surrogatepass"), "code": CODE}
    )

    assert response.status_code in (200, 400)


def test_a_signal_passed_on_by_a_worker_has_no_code_that_opens_it(client, organisation, member):
    signal = signal_builders.make_group_signal(organisation, member, code_hash="")

    assert (
        DO_NOT_BELONG in post(client, signal, "").content.decode()
        or "Fill in the code" in post(client, signal, "").content.decode()
    )
    assert DO_NOT_BELONG in post(client, signal).content.decode()


# --- Answering a question --------------------------------------------------------------------------------


def test_a_question_is_answered_once_and_the_signal_waits_for_staff_again(client):
    signal = asked()
    page = post(client, signal)
    assert "Which square do you mean?" in page.content.decode()
    answer = {"reply": "yes", "text": "Dat aan de kerk.", "token": str(page.context["token"])}

    first = post(client, signal, **answer)
    again = post(client, signal, **answer)

    assert "Your answer is sent." in first.content.decode()
    assert again.status_code == 200
    signal.refresh_from_db()
    assert signal.state == SignalState.RECEIVED
    (message,) = signal.messages.filter(author=Author.SENDER)
    assert (message.text, message.by) == ("Dat aan de kerk.", None)
    assert signal.history.first().history_user is None


def test_an_answer_nobody_waits_for_is_refused_and_said(client):
    signal = signal_builders.make_signal()

    page = post(client, signal, reply="yes", text="Hallo").content.decode()

    assert "do not need an answer" in page
    assert not Message.objects.exists()


def test_what_looks_personal_in_an_answer_is_pointed_out_once(client):
    signal = asked()
    typed = {"reply": "yes", "text": "Aan de kerk, bel 0470 12 34 56"}

    page = post(client, signal, **typed).content.decode()
    assert "0470 12 34 56</b> looks like a phone number" in page
    assert not Message.objects.filter(author=Author.SENDER).exists()

    page = post(client, signal, text=typed["text"], remove="0").content.decode()
    assert "Aan de kerk, bel …" in page
    assert "looks like" not in page

    post(client, signal, **typed, seen="0470 12 34 56")  # who wrote it decides
    assert Message.objects.get(author=Author.SENDER).text == typed["text"]


@pytest.mark.parametrize("pressed", [{"reply": "yes"}, {"remove": "0"}])
def test_an_answer_that_is_far_too_long_takes_no_longer_to_refuse(client, pressed):
    signal, text = asked(), "ik heet Noor " * 100_000
    with mock.patch.object(forms, "personal_details", wraps=forms.personal_details) as looked:
        assert post(client, signal, text=text, **pressed).status_code == 200

    assert max(len(call.args[0]) for call in looked.call_args_list) <= LONGEST


def test_something_personal_that_is_added_later_is_pointed_out_as_well(client):
    page = post(
        client, asked(), reply="yes", text="bel 0470 12 34 56 of mail noor@example.org", seen="0470 12 34 56"
    ).content.decode()

    assert "noor@example.org</b> looks like" in page


def test_words_of_danger_in_an_answer_are_seen(client):
    signal = asked()
    assert not signal.mentions_danger

    page = post(client, signal, reply="yes", text="Hij slaat mij.").content.decode()

    signal.refresh_from_db()
    assert signal.mentions_danger
    assert "help-lines--first" in page


@pytest.mark.parametrize("text", ["", "   ", "x" * 2001])
def test_an_answer_that_is_empty_or_too_long_is_given_back(client, text):
    signal = asked()

    response = post(client, signal, reply="yes", text=text)

    assert 'aria-invalid="true"' in response.content.decode()
    assert text.strip() in response.content.decode()
    assert not Message.objects.filter(author=Author.SENDER).exists()


# --- Did it change? --------------------------------------------------------------------------------------


@pytest.fixture
def answered():
    return signal_builders.make_dossier(state=DossierState.ANSWERED, answer="Er staan nu vier banken.")


def test_the_answer_is_read_and_who_sent_it_says_whether_it_changed(client, answered):
    signal = signal_builders.make_signal(dossier=answered)
    assert "Er staan nu vier banken." in post(client, signal).content.decode()

    post(client, signal, did_it_change="YES")
    signal.refresh_from_db()
    assert signal.did_it_change == DidItChange.YES
    assert signal.did_it_change_at is not None

    post(client, signal, did_it_change="A_BIT")
    signal.refresh_from_db()
    assert signal.did_it_change == DidItChange.A_BIT


def test_enough_who_say_not_yet_bring_the_dossier_back(client, answered):
    signal = signal_builders.make_signal(dossier=answered)

    page = post(client, signal, did_it_change="NOT_YET").content.decode()

    answered.refresh_from_db()
    assert answered.state == DossierState.REOPENED
    assert "we start again" in page
    assert "Er staan nu vier banken." not in page


@pytest.mark.parametrize("said", ["", "MAYBE", "YES"])
def test_without_an_answer_there_is_nothing_to_say_about(client, said):
    signal = signal_builders.make_signal(dossier=signal_builders.make_dossier())

    assert post(client, signal, did_it_change=said).status_code == 200
    signal.refresh_from_db()
    assert signal.did_it_change == ""


# --- Download and erase ----------------------------------------------------------------------------------


def test_everything_that_is_kept_comes_in_one_file(client, staff):
    signal = asked(
        text="Welk plein?",
        neighbourhood=builders.make_neighbourhood("Rabot"),
        theme=signal_builders.make_theme("Plekken"),
        age_band="12-15",
        mentions_danger=True,
    )
    Signal.objects.filter(pk=signal.pk).update(text="Er is geen bank.")
    Photo.objects.create(signal=signal, content=b"jpeg", width=1, height=1)
    Look.objects.create(signal=signal, by=staff)

    response = post(client, signal, download="yes")

    assert "attachment" in response["Content-Disposition"]
    page = response.content.decode()
    for told in ("Er is geen bank.", "Welk plein?", "Rabot", "Plekken", "12–15", "anBlZw=="):
        assert told in page
    assert staff.name not in page
    assert CODE not in page
    assert signal.code_hash not in page


def test_erasing_asks_once_more_and_then_nothing_is_left(client, staff):
    signal = asked()
    Photo.objects.create(signal=signal, content=b"jpeg", width=1, height=1)
    Look.objects.create(signal=signal, by=staff)
    signal.save_by(staff)

    page = post(client, signal, erase="yes").content.decode()
    assert "cannot be undone" in page
    assert Signal.objects.exists()
    assert post(client, signal, keep="yes").status_code == 200

    page = post(client, signal, erase_for_good="yes").content.decode()
    assert "It is gone" in page
    for model in (Signal, Signal.history.model, Message, Photo, Look):
        assert not model._base_manager.exists(), model
    removal = Removal.objects.get()
    assert (removal.reason, removal.amount, removal.by) == ("BY_SENDER", 1, None)
    assert DO_NOT_BELONG in post(client, signal).content.decode()


def test_erasing_one_leaves_the_others_and_their_dossier(client, answered):
    signal, other = (signal_builders.make_signal(dossier=answered) for _number in range(2))
    other.save_by(None)

    post(client, signal, erase_for_good="yes")

    assert list(answered.signals.all()) == [other]
    assert other.history.exists()


@pytest.mark.parametrize("pressed", [{"erase_for_good": "yes"}, {"reply": "yes", "text": "Daar."}])
def test_what_was_erased_at_the_same_moment_is_not_found_and_breaks_nothing(client, monkeypatch, pressed):
    signal = asked()
    found = following.find(signal.reference, CODE, address="")
    Signal.objects.all().delete()
    monkeypatch.setattr(following, "find", lambda *keys, **address: found)

    assert DO_NOT_BELONG in post(client, signal, **pressed).content.decode()
    assert not Removal.objects.exists()


def test_nothing_is_erased_without_the_code(client):
    signal = signal_builders.make_signal()

    post(client, signal, WRONG, erase_for_good="yes")

    assert Signal.objects.exists()


# --- The page --------------------------------------------------------------------------------------------


def test_another_language_costs_no_try_and_loses_nothing(client):
    response = client.post(
        reverse("signal_follow"), {"asks_keys": "yes", "switch_to": "nl", "reference": "01AB01CD", "code": "K7"}
    )

    assert 'lang="nl"' in response.content.decode()
    assert 'value="01AB01CD"' in response.content.decode()
    assert not Counter.objects.exists()


def test_the_page_costs_as_many_queries_with_many_messages_and_looks(client, django_assert_max_num_queries):
    signal = signal_builders.make_signal(dossier=signal_builders.make_dossier())
    for number in range(60):
        Message.objects.create(signal=signal, author=Author.CITY, text=str(number))
        Look.objects.create(signal=signal, by=builders.make_user(), on=today())
        signal_builders.make_signal(dossier=signal.dossier)
    post(client, signal)
    with django_assert_max_num_queries(12):
        post(client, signal)


@pytest.mark.parametrize("name", ["signal_help", "who_sees_what"])
def test_pages_that_tell_are_for_everybody_and_set_no_cookie(client, name):
    response = client.get(reverse(name))

    assert response.status_code == 200
    assert not response.cookies
    assert response["Referrer-Policy"] == "no-referrer"


def test_the_promise_says_the_numbers_of_this_city(client, settings):
    settings.SIGNAL_WORDS_MONTHS, settings.SIGNAL_PHOTO_MONTHS, settings.SIGNALS_PER_HOUR = 7, 2, 44

    page = client.get(reverse("who_sees_what")).content.decode()

    for number in ("7 months", "2 months", "44 times", "10 wrong", "15 minutes", "3 years"):
        assert number in page
