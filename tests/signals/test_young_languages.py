"""The pages for young people in every language a city can switch on: whole, kept on every screen, and only when on."""

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import polib
import pytest
from django.conf import settings as installation
from django.urls import reverse

from jos import translations
from signals.enums import Author, DossierState, Outcome, SignalState
from signals.models import Message, Signal, Theme
from signals.sending import ticket
from signals.standard_themes import write_standard_themes
from tests import builders, signal_builders
from tests.house.sources import PROJECT
from tests.signal_builders import CODE
from tests.signals.phone import Phone

pytestmark = pytest.mark.django_db
LANGUAGES = [language.code for language in translations.LANGUAGES if language.sources == translations.YOUNG_SOURCES]
IN_DANGER = "Ik wil dood. Ik heet Sofie, mail jan@example.org."
LONG = 12  # letters: a shorter text may stand by chance in a longer one


@pytest.fixture(autouse=True)
def quick_thumbs(monkeypatch):
    monkeypatch.setattr(ticket, "QUICKEST", 0)


@pytest.fixture(autouse=True)
def switched_on(settings):
    settings.SIGNAL_LANGUAGES = [*installation.LANGUAGES, *((code, code) for code in LANGUAGES)]


@pytest.fixture
def rabot():
    return builders.make_neighbourhood("Rabot")


class Words(HTMLParser):
    """What a page shows and what is read aloud of it."""

    def __init__(self, page: str):
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.feed(page)

    def handle_data(self, data):
        self.found.append(" ".join(data.split()))

    def handle_starttag(self, tag, attrs):
        self.found += [value for name, value in attrs if name in ("aria-label", "alt", "data-said") and value]


def catalogue(language: str) -> polib.POFile:
    return polib.pofile(str(Path(PROJECT, "jos", "locale", language, "LC_MESSAGES", "django.po")))


@cache
def foreign(language: str) -> list[re.Pattern]:
    """The English and the Dutch of all that is translated into this language, as it may still stand on a page."""
    own = {(entry.msgctxt, entry.msgid): entry for entry in catalogue(language)}
    dutch = {(entry.msgctxt, entry.msgid): entry.msgstr for entry in catalogue("nl")}
    texts = {(text, entry.msgstr) for key, entry in own.items() for text in (entry.msgid, dutch[key])}
    return [_as_shown(text) for text, said in texts if text and text != said]


def _as_shown(text: str) -> re.Pattern:
    pieces = [re.escape(piece) for piece in translations.PLACEHOLDER.split(text)]
    whole = ".+".join(pieces)
    return re.compile(whole if len(text) > LONG else rf"^{whole}$")


def left_over(page: str, language: str) -> list[str]:
    patterns = foreign(language)
    return [words for words in Words(page).found if words and any(one.search(words) for one in patterns)]


def speaks(response, language: str) -> None:
    page = response.content.decode()
    direction = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in page
    assert not left_over(page, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_saying_something_speaks_one_language_from_the_first_screen_to_the_code(client, rabot, language):
    write_standard_themes()
    names = {theme.slug: theme.names[language] for theme in Theme.objects.all()}
    phone = Phone(client)

    speaks(phone.tap(at="words", switch_to=language), language)
    speaks(phone.tap(at="words", to="where"), language)  # nothing was written: an error
    speaks(phone.tap(text=IN_DANGER, kind="IDEA", to="where"), language)
    speaks(phone.tap(where="rabot"), language)
    assert all(name in phone.page for name in names.values())
    speaks(phone.tap(theme="school", age_band="12-15", to="check"), language)
    assert names["school"] in phone.page
    phone.fields["ticket"] = "expired"
    speaks(phone.tap(to="send"), language)
    speaks(phone.send(), language)

    signal = Signal.objects.get()
    assert (signal.language, signal.mentions_danger) == (language, True)
    code = re.search(r'id="code" dir="ltr">([\w-]+)<', phone.page)[1]
    speaks(follow(client, language, reference=signal.reference, code=code), language)


def follow(client, language, **sent):
    return client.post(reverse("signal_follow"), {"language": language} | sent)


@pytest.mark.parametrize("language", LANGUAGES)
def test_following_speaks_it_whatever_is_pressed_or_wrong(client, rabot, language):
    signal = signal_builders.make_signal(neighbourhood=rabot, state=SignalState.QUESTION_ASKED)
    Message.objects.create(signal=signal, author=Author.CITY, text="Bedoel je het plein?")
    keys = {"reference": signal.reference, "code": CODE}

    speaks(client.get(reverse("signal_follow"), {"language": language}), language)
    speaks(follow(client, language, reference="", code=""), language)
    speaks(follow(client, language, reference="ABCDEFGH", code=CODE), language)
    speaks(follow(client, language, **keys), language)
    speaks(follow(client, language, **keys, reply="yes", text=""), language)
    speaks(follow(client, language, **keys, reply="yes", text=IN_DANGER), language)
    speaks(follow(client, language, **keys, reply="yes", text="Aan het park."), language)
    speaks(follow(client, language, **keys, download="yes"), language)
    speaks(follow(client, language, **keys, erase="yes"), language)
    speaks(follow(client, language, **keys, erase_for_good="yes"), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_and_whether_it_changed_are_asked_in_it(client, language):
    dossier = signal_builders.make_dossier(state=DossierState.ANSWERED, outcome=Outcome.DONE, answer="Er is een bank.")
    signal = signal_builders.make_signal(dossier=dossier)
    keys = {"reference": signal.reference, "code": CODE}

    speaks(follow(client, language, **keys), language)
    speaks(follow(client, language, **keys, did_it_change="NOT_YET"), language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["signal_help", "who_sees_what"])
def test_help_and_the_promise_are_told_in_it(client, name, language):
    speaks(client.get(reverse(name), {"language": language}), language)


@pytest.mark.parametrize("asked", [*LANGUAGES, "xx", "", "ar-EG", "nl\u0130"])
def test_a_language_that_is_not_switched_on_is_not_spoken(client, settings, asked):
    settings.SIGNAL_LANGUAGES = settings.LANGUAGES

    for name in ("signal_send", "signal_follow", "signal_help", "who_sees_what"):
        page = client.get(reverse(name), {"language": asked}).content.decode()
        assert '<html lang="en" dir="ltr">' in page
        assert not any(f'lang="{code}"' in page for code in LANGUAGES)


def test_what_is_left_in_another_language_would_be_seen():
    page = "<p>Tell us</p><p>Step 1 of 4</p><a aria-label='Leave this page'>x</a><p>Stap 1 van 4</p><p>الخطوة 1</p>"

    assert left_over(page, "ar") == ["Tell us", "Step 1 of 4", "Leave this page", "Stap 1 van 4"]
