"""Signals that probably say the same, and dossiers they probably belong to."""

import datetime

import pytest
from django.utils import timezone

from signals.enums import DossierState
from signals.triage.suggestions import likely_dossiers, likely_duplicates
from signals.triage.words import shared, words
from tests.builders import make_neighbourhood
from tests.signal_builders import make_dossier, make_signal, make_theme

pytestmark = pytest.mark.django_db

BENCH = "Er zijn te weinig banken in het park om te zitten."


@pytest.fixture
def place():
    return {"neighbourhood": make_neighbourhood("Rabot"), "theme": make_theme("Plekken")}


def alike(signal) -> list[str]:
    return [each.signal.text for each in likely_duplicates(signal)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("bank", "banken", True),
        ("bankje", "bankjes", True),
        ("zitten", "zit", True),
        ("fietspad", "fietspat", True),
        ("café", "cafe", True),
        ("bal", "bos", False),
        ("hangen", "zwemmen", False),
        ("de het een", "de het een", False),
    ],
)
def test_words_are_alike_whatever_their_ending(one, other, same):
    assert bool(shared(words(one), [words(other)])[0]) is same


def test_the_same_words_at_the_same_place_say_the_same(place):
    signal = make_signal(BENCH, **place)
    make_signal("Kunnen er banken komen in het park? Ik wil zitten.", **place)
    make_signal("De bus rijdt te vroeg.", **place)
    assert alike(signal) == ["Kunnen er banken komen in het park? Ik wil zitten."]
    assert likely_duplicates(signal)[0].words == ("banken", "park", "zitten")


def test_elsewhere_or_about_something_else_or_long_ago_they_do_not(place):
    signal = make_signal(BENCH, **place)
    make_signal(BENCH, neighbourhood=make_neighbourhood(), theme=place["theme"])
    make_signal(BENCH, neighbourhood=place["neighbourhood"], theme=make_theme())
    make_signal(BENCH, received_at=timezone.now() - datetime.timedelta(days=200), **place)
    assert alike(signal) == []


def test_what_a_sender_left_open_is_no_difference(place):
    signal = make_signal(BENCH, **place)
    make_signal("Banken in het park!", neighbourhood=place["neighbourhood"])
    assert alike(signal) == ["Banken in het park!"]
    assert len(alike(make_signal(BENCH))) == 2


def test_erased_words_are_like_nothing(place):
    make_signal("", **place)
    assert alike(make_signal("", **place)) == []


def test_a_likely_dossier_says_why(place):
    dossier = make_dossier("Te weinig banken", place["neighbourhood"], theme=place["theme"])
    make_dossier("Elders", make_neighbourhood(), theme=make_theme())
    [likely] = likely_dossiers([make_signal(BENCH, **place)])
    assert likely.dossier == dossier
    assert likely.why[:2] == ("same theme", "same neighbourhood")
    assert likely.why[2].startswith("same words: banken")


def test_a_dossier_with_a_signal_that_says_the_same_is_likelier(place):
    make_dossier("Een ander", place["neighbourhood"], theme=place["theme"])
    dossier = make_dossier("Meubilair", theme=place["theme"])
    make_signal(BENCH, dossier=dossier, **place)
    signal = make_signal(BENCH, **place)
    first = likely_dossiers([signal], likely_duplicates(signal))[0]
    assert first.dossier == dossier
    assert "holds a signal that says the same" in first.why


def test_closed_and_merged_dossiers_are_not_named(place):
    area, theme = place["neighbourhood"], place["theme"]
    make_dossier("Dicht", area, theme=theme, state=DossierState.CLOSED)
    make_dossier("Weg", area, theme=theme, merged_into=make_dossier("Elders", make_neighbourhood()))
    assert likely_dossiers([make_signal(BENCH, **place)]) == []


def test_the_theme_alone_is_not_enough(place):
    make_dossier("Zwembad", make_neighbourhood(), theme=place["theme"], pattern="Zwemmen is te duur.")
    assert likely_dossiers([make_signal(BENCH, **place)]) == []
