"""Saying something, from the first screen to the code: nothing is lost, nothing is kept twice, nobody is known."""

import datetime
import io
import logging
import re
import time

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.serializers import serialize
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from jos.shared.time import today
from signals.enums import SignalKind, SignalSource, SignalState
from signals.models import Counter, DayKey, Photo, Signal, Theme
from signals.models.signals import LONGEST
from signals.sending import ticket
from signals.tracking import is_code, read
from signals.views import sending
from tests.builders import make_neighbourhood
from tests.signal_builders import make_theme
from tests.signals.phone import WORDS, Phone

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quick_thumbs(monkeypatch):
    monkeypatch.setattr(ticket, "QUICKEST", 0)


@pytest.fixture
def rabot():
    return make_neighbourhood("Rabot")


@pytest.fixture
def school() -> Theme:
    return make_theme("School", slug="school")


@pytest.fixture
def phone(client) -> Phone:
    return Phone(client)


def code_on(page: str) -> str:
    return re.search(r'id="code"[^>]*>([\w-]+)<', page)[1]


def reference_on(page: str) -> str:
    return re.search(r'id="reference"[^>]*>([\w-]+)<', page)[1]


def a_photo(**options) -> SimpleUploadedFile:
    content = io.BytesIO()
    Image.new("RGB", (40, 30), options.get("colour", "red")).save(content, "JPEG")
    return SimpleUploadedFile("IMG_1234.jpg", content.getvalue())


# --- What is kept ----------------------------------------------------------------------------------------


def test_what_is_said_is_kept_as_it_was_said(phone, rabot, school):
    phone.to_check(kind="IDEA", where="rabot", theme="school", age_band="12-15").send()

    signal = Signal.objects.get()
    assert (signal.text, signal.kind, signal.neighbourhood, signal.theme) == (WORDS, SignalKind.IDEA, rabot, school)
    assert (signal.age_band, signal.source, signal.state) == ("12-15", SignalSource.YOUNG_PERSON, SignalState.RECEIVED)
    assert signal.language == "en"
    assert not signal.mentions_danger
    assert timezone.now() - signal.received_at < datetime.timedelta(minutes=1)


def test_words_and_what_it_is_are_enough(phone):
    phone.to_check().send()

    signal = Signal.objects.get()
    assert (signal.neighbourhood, signal.theme, signal.age_band) == (None, None, "")


def test_the_code_on_the_page_opens_it_and_stands_nowhere_else(phone, caplog):
    caplog.set_level(logging.DEBUG)
    phone.to_check().send()

    signal = Signal.objects.get()
    code = code_on(phone.page)
    assert read(reference_on(phone.page)) == signal.reference
    assert is_code(read(code), signal.code_hash)
    assert phone.page.count(code) == 2  # to read, and in the form that leads on
    kept = serialize("json", [signal, *Signal.history.all()])
    for secret in (code, read(code)):
        assert secret not in kept
        assert secret not in caplog.text
    assert WORDS.partition("\n")[0] not in caplog.text


def test_the_history_holds_no_words_and_nobody(phone):
    phone.to_check().send()

    row = Signal.history.get()
    assert row.history_user is None
    assert not hasattr(row, "text")


def test_no_address_is_kept(phone):
    phone.to_check().send()

    kept = serialize("json", [*Signal.objects.all(), *Counter.objects.all(), *DayKey.objects.all()])
    assert Counter.objects.count() == 1
    assert "127.0.0.1" not in kept


def test_more_than_was_asked_is_not_kept(phone):
    phone.to_check().send(state="REFERRED", is_redacted="on", reply="x", source="WORKER", reference="AAAAAAAA")

    signal = Signal.objects.get()
    assert (signal.state, signal.reply, signal.source) == (SignalState.RECEIVED, "", SignalSource.YOUNG_PERSON)
    assert signal.reference != "AAAAAAAA"


def test_who_signed_in_is_not_kept_either(sign_in, member):
    Phone(sign_in(member)).to_check().send()

    assert Signal.history.get().history_user is None


# --- Nothing typed is lost -------------------------------------------------------------------------------


def test_going_back_and_forth_loses_nothing(phone, rabot, school):
    phone.to_check(where="rabot", theme="school", age_band="16-19")

    for step in ("about", "where", "words", "check"):
        phone.tap(to=step)
        assert phone.fields["text"] == WORDS
        assert (phone.fields["kind"], phone.fields["where"]) == ("CONCERN", "rabot")
        assert (phone.fields["theme"], phone.fields["age_band"]) == ("school", "16-19")
    phone.send()

    assert Signal.objects.get().text == WORDS


def test_a_choice_can_be_taken_back(phone, rabot):
    phone.to_check(where="rabot")
    phone.tap(to="where")
    phone.tap(where="")
    phone.tap(to="check")
    phone.send()

    assert Signal.objects.get().neighbourhood is None


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"text": "", "kind": "IDEA"}, "Write something first."),
        ({"text": " \n ", "kind": "IDEA"}, "Write something first."),
        ({"text": "Een bank", "kind": ""}, "Choose one."),
        ({"text": "Een bank", "kind": "COMPLAINT"}, "Choose one."),
        ({"text": "a" * (LONGEST + 3), "kind": "IDEA"}, "This is 3 letters too long."),
    ],
)
def test_what_is_not_right_yet_is_said_and_kept(phone, answers, says):
    phone.tap(**answers, to="where")

    assert says in phone.page
    assert "<title>Error:" in phone.page
    assert phone.fields["text"] == answers["text"]
    assert "Step 1 of 4" in phone.page


@pytest.mark.parametrize(("name", "step"), [("where", 2), ("theme", 3), ("age_band", 3)])
def test_a_choice_that_is_gone_is_asked_again(phone, rabot, name, step):
    phone.to_check()

    phone.send(**{name: "gone"})

    assert f"Step {step} of 4" in phone.page
    assert "Choose one." in phone.page
    assert phone.fields["text"] == WORDS
    assert not Signal.objects.exists()


def test_a_neighbourhood_or_theme_of_the_past_cannot_be_chosen(phone):
    make_neighbourhood("Oud", valid_until=today() - datetime.timedelta(days=1))
    make_theme("Oud", slug="oud", is_active=False)
    phone.to_check()

    phone.send(where="oud")
    assert "Step 2 of 4" in phone.page
    phone.send(where="", theme="oud")
    assert "Step 3 of 4" in phone.page


@pytest.mark.parametrize("signed", ["", "forged", "a:b:c"])
def test_a_form_without_a_ticket_of_ours_is_looked_at_once_more(phone, signed):
    phone.to_check()

    phone.send(ticket=signed)

    assert "Have one more look" in phone.page
    assert phone.fields["text"] == WORDS
    phone.send()
    assert Signal.objects.count() == 1


def test_a_form_that_stood_open_for_days_is_still_there(phone):
    with time_machine.travel(timezone.now() - datetime.timedelta(days=3)):
        phone.to_check()

    phone.send()

    assert "Have one more look" in phone.page
    phone.send()
    assert Signal.objects.get().text == WORDS


def test_who_is_faster_than_a_person_has_to_look_once_more(phone, monkeypatch):
    monkeypatch.setattr(ticket, "QUICKEST", 30)
    phone.to_check().send()

    assert "Have one more look" in phone.page
    assert not Signal.objects.exists()
    with time_machine.travel(timezone.now() + datetime.timedelta(seconds=40)):
        phone.send()
    assert Signal.objects.count() == 1


def test_what_fills_in_everything_is_no_person(phone):
    phone.to_check().send(website="https://example.org")

    assert "Have one more look" in phone.page
    assert not Signal.objects.exists()
    assert phone.send().status_code == 200
    assert Signal.objects.count() == 1


def test_too_many_from_one_address_wait_without_losing_anything(client, settings):
    settings.SIGNALS_PER_HOUR = 2
    for text in ("Een", "Twee"):
        Phone(client).to_check(text).send()
    third = Phone(client).to_check("Drie")

    response = third.send()

    assert response.status_code == 429
    assert 3500 < int(response["Retry-After"]) <= 3600
    assert "Your words are not sent yet" in third.page
    assert third.fields["text"] == "Drie"
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=61)):
        assert third.send().status_code == 200
    assert Signal.objects.count() == 3


def test_what_was_sent_already_needs_no_waiting(client, settings):
    settings.SIGNALS_PER_HOUR = 1
    phone = Phone(client).to_check()
    held = dict(phone.fields)
    first = code_on(phone.send().content.decode())

    again = client.post(phone.address, held | {"to": "send"})

    assert again.status_code == 200
    assert code_on(again.content.decode()) == first


# --- Once ------------------------------------------------------------------------------------------------


def test_the_same_form_sent_twice_is_one_signal_with_one_code(client):
    phone = Phone(client).to_check()
    held = dict(phone.fields)
    first = phone.send().content.decode()

    second = client.post(phone.address, held | {"to": "send"}).content.decode()

    assert Signal.objects.count() == Signal.history.count() == 1
    assert (code_on(first), reference_on(first)) == (code_on(second), reference_on(second))


def test_who_goes_back_and_says_more_is_heard_as_well(client):
    phone = Phone(client).to_check()
    held = dict(phone.fields)
    phone.send()

    again = client.post(phone.address, held | {"to": "send", "text": "En ook een bank."})

    assert sorted(Signal.objects.values_list("text", flat=True)) == ["En ook een bank.", WORDS]
    signal = Signal.objects.get(text="En ook een bank.")
    assert read(reference_on(again.content.decode())) == signal.reference
    assert is_code(read(code_on(again.content.decode())), signal.code_hash)


def test_a_photo_added_afterwards_is_not_lost(client):
    phone = Phone(client).to_check()
    held = dict(phone.fields)
    phone.send()

    client.post(phone.address, held | {"to": "send", "photo": a_photo()})

    assert Photo.objects.count() == 1


# --- What points at somebody -----------------------------------------------------------------------------


def test_personal_details_are_shown_in_their_place_with_a_button_each(phone):
    phone.to_check("Bel 0470 12 34 56 of mail jan@example.org")

    assert "<mark>0470 12 34 56</mark>" in phone.page
    assert "<mark>jan@example.org</mark>" in phone.page
    assert phone.page.count('name="remove"') == 2


def test_one_tap_takes_one_out(phone):
    phone.to_check("Bel 0470 12 34 56 of mail jan@example.org nu")

    phone.tap(remove="1")

    assert phone.fields["text"] == "Bel 0470 12 34 56 of mail … nu"
    phone.tap(remove="0")
    phone.send()
    assert Signal.objects.get().text == "Bel … of mail … nu"


def test_who_wants_to_say_it_may(phone):
    phone.to_check("Bel 0470 12 34 56").send()

    assert "0470 12 34 56" in Signal.objects.get().text


def test_what_is_far_too_long_is_answered_at_once(phone):
    long = "0470 12 34 56 slaat mij " * 80_000
    started = time.process_time()

    phone.tap(text=long, kind="IDEA", at="check", remove="0")

    assert "letters too long" in phone.page
    assert time.process_time() - started < 5


@pytest.mark.parametrize("number", ["7", "-1", "x", "", "²", "9" * 40])
def test_nothing_else_is_taken_out(phone, number):
    phone.to_check("Bel 0470 12 34 56")

    phone.tap(remove=number)

    assert phone.fields["text"] == "Bel 0470 12 34 56"


def test_what_is_typed_is_text_and_no_page(phone):
    phone.to_check("<script>alert(1)</script> mail <b>jan@example.org")

    assert "<script>alert" not in phone.page
    assert "&lt;script&gt;" in phone.page


# --- Danger ----------------------------------------------------------------------------------------------


def test_words_of_danger_bring_the_help_lines_to_the_front_from_then_on(phone):
    assert "help-lines--first" not in phone.page
    phone.tap(text="Mijn stiefvader slaat mij.", kind="CONCERN", to="where")
    assert "help-lines--first" in phone.page
    phone.tap(where="")
    assert "help-lines--first" in phone.page
    phone.tap(to="check")
    assert "help-lines--first" in phone.page
    phone.send()

    assert "help-lines--first" in phone.page
    assert Signal.objects.get().mentions_danger


def test_the_help_lines_and_the_way_out_stand_on_every_screen(phone):
    for to in ("where", "about", "check", "send"):
        assert 'class="help-lines' in phone.page
        assert "data-leave" in phone.page
        phone.tap(text=WORDS, kind="IDEA", to=to)
    assert 'class="help-lines' in phone.page
    assert "data-leave" in phone.page


# --- Languages -------------------------------------------------------------------------------------------


@pytest.fixture
def many_languages(settings):
    settings.SIGNAL_LANGUAGES = [("nl", "Dutch"), ("en", "English"), ("tr", "Turkish"), ("ar", "Arabic")]


@pytest.mark.usefixtures("many_languages")
def test_a_language_goes_along_with_the_form(client, rabot):
    phone = Phone(client)
    phone.taken(client.get(f"{phone.address}?language=ar"))
    assert '<html lang="ar" dir="rtl">' in phone.page

    phone.to_check()
    assert '<html lang="ar" dir="rtl">' in phone.page
    phone.send()

    assert '<html lang="ar" dir="rtl">' in phone.page
    assert Signal.objects.get().language == "ar"


@pytest.mark.usefixtures("many_languages")
@pytest.mark.parametrize("step", ["words", "where", "about", "check"])
def test_another_language_is_chosen_on_any_screen_without_losing_anything(phone, step):
    phone.to_check()
    phone.tap(to=step)

    phone.tap(switch_to="tr")

    assert '<html lang="tr" dir="ltr">' in phone.page
    assert phone.fields["at"] == step
    assert phone.fields["language"] == "tr"
    assert phone.fields["text"] == WORDS


def test_a_language_the_city_does_not_speak_here_is_not_offered(phone, settings):
    settings.SIGNAL_LANGUAGES = settings.LANGUAGES
    phone.taken(phone.client.get(f"{phone.address}?language=tr"))

    assert '<html lang="en"' in phone.page
    assert 'value="tr"' not in phone.page


# --- Photos ----------------------------------------------------------------------------------------------


def test_a_photo_goes_with_it(phone):
    phone.to_check().send(photo=a_photo())

    photo = Photo.objects.get()
    assert photo.signal == Signal.objects.get()
    assert (photo.width, photo.height) == (40, 30)
    assert Image.open(io.BytesIO(bytes(photo.content))).format == "JPEG"


def test_what_is_no_photo_is_said_and_nothing_is_lost(phone):
    phone.to_check().send(photo=SimpleUploadedFile("x.jpg", b"no photo"))

    assert "We cannot read this file" in phone.page
    assert phone.fields["text"] == WORDS
    assert not Signal.objects.exists()


def test_a_photo_that_was_chosen_is_asked_again_where_it_was_not_sent_yet(phone):
    phone.to_check("Bel 0470 12 34 56")

    phone.tap(remove="0", photo=a_photo())

    assert "Choose your photo again" in phone.page


# --- What the browser is told ----------------------------------------------------------------------------


def test_no_cookie_is_set_on_the_whole_way(phone):
    phone.to_check().send()

    assert not phone.client.cookies


def test_cookies_are_not_needed():
    phone = Phone(Client(enforce_csrf_checks=True))

    phone.to_check().send()

    assert Signal.objects.count() == 1


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_form_on_another_site_is_refused(phone, site):
    phone.to_check()
    phone.headers = {"Sec-Fetch-Site": site}

    assert phone.send().status_code == 403
    assert not Signal.objects.exists()


def test_every_answer_keeps_browsers_strict_and_forgetful(phone, settings, monkeypatch):
    seen = [phone.response]
    for to in ("where", "about", "check", "send"):
        seen.append(phone.tap(text=WORDS, kind="IDEA", to=to))
    seen.append(phone.client.put(phone.address))
    settings.SIGNALS_PER_HOUR = 0
    seen.append(Phone(phone.client).to_check("Nog iets").send())
    seen.append(phone.tap(text="\x00"))
    seen.append(phone.client.post(phone.address, headers={"Sec-Fetch-Site": "cross-site"}))
    seen.append(phone.client.get("/signal/nowhere/"))
    monkeypatch.setattr(sending, "screen", lambda *args: 1 / 0)
    phone.client.raise_request_exception = False
    seen.append(phone.client.get(phone.address))

    assert [response.status_code for response in seen] == [*[200] * 5, 405, 429, 400, 403, 404, 500]
    for response in seen:
        policy = response["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert response["Referrer-Policy"] == "no-referrer"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert "no-store" in response["Cache-Control"]


def test_no_screen_names_another_host_to_load_from(phone):
    for to in ("where", "about", "check", "send"):
        assert not re.search(r'(?:src|action)="(?:https?:)?//', phone.page)
        phone.tap(text=WORDS, kind="IDEA", to=to)


# --- What it costs ---------------------------------------------------------------------------------------


@pytest.fixture
def large_city(request):
    for number in range(request.param):
        make_neighbourhood(f"Wijk {number}")
        make_theme(f"Thema {number}", slug=f"thema-{number}")


@pytest.mark.parametrize("large_city", [3, 60], indirect=True)
@pytest.mark.usefixtures("large_city")
def test_a_screen_asks_two_questions_at_most(phone, django_assert_num_queries):
    with django_assert_num_queries(0):
        Phone(phone.client)
    with django_assert_num_queries(1):
        phone.tap(text=WORDS, kind="IDEA", to="where")
    with django_assert_num_queries(2):
        phone.tap(where="wijk-1")
    with django_assert_num_queries(2):
        phone.tap(theme="thema-1", age_band="12-15", to="check")
    with django_assert_num_queries(2):
        phone.tap(to="about")


@pytest.mark.parametrize("large_city", [3, 60], indirect=True)
@pytest.mark.usefixtures("large_city")
def test_sending_asks_ten_questions_at_most(client, django_assert_num_queries):
    Phone(client).to_check().send()  # the first of the day also makes the key of the day
    phone = Phone(client, **{"X-Forwarded-For": "198.51.100.7"})
    phone.to_check(where="wijk-1", theme="thema-1", age_band="12-15")

    with django_assert_num_queries(10):
        phone.send(photo=a_photo())


def test_a_city_without_borders_or_themes_can_be_spoken_to(phone):
    make_neighbourhood("Rabot", path="", box=[])

    phone.to_check(where="rabot").send()

    assert Signal.objects.get().neighbourhood.name == "Rabot"


def test_the_address_is_short_enough_for_a_poster():
    assert reverse("signal_send") == "/signal/"
