"""The signed ticket of a form, and what every screen carries along."""

import html
import time
import uuid
from unittest import mock

import pytest
from django.core import signing
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as some

from signals.sending.steps import CARRIED, Step, screen, typed_in
from signals.sending.ticket import LONGEST, QUICKEST, SALT, Ticket
from signals.tracking import CODE_LENGTH

READABLE = some.text(some.characters(exclude_categories=("Cs",), exclude_characters="\x00\r"))


def test_a_ticket_comes_back_as_it_went():
    ticket = Ticket.new()

    assert Ticket.read(ticket.signed) == ticket
    assert len(ticket.code) == CODE_LENGTH


@given(READABLE)
def test_what_we_did_not_sign_is_no_ticket(text):
    assert Ticket.read(text) is None


def test_what_we_signed_for_something_else_is_no_ticket():
    other = signing.dumps((str(uuid.uuid4()), "K7Q2MX4T0PZ9", 0), salt="another")

    assert Ticket.read(other) is None


def test_nobody_puts_in_a_code_of_their_own():
    own = signing.dumps((str(uuid.uuid4()), "000000000000", int(time.time())), salt=SALT, key="guessed")

    assert Ticket.read(own) is None


def test_a_ticket_ends_after_a_day():
    signed = Ticket.new().signed
    with mock.patch("time.time", return_value=time.time() + LONGEST + 2):
        assert Ticket.read(signed) is None


def test_who_is_faster_than_anybody_is_no_person():
    ticket = Ticket.new()

    assert ticket.is_too_fresh
    with mock.patch("time.time", return_value=ticket.started + QUICKEST):
        assert not ticket.is_too_fresh


@given(READABLE, READABLE)
def test_one_key_for_one_set_of_answers(one, other):
    ticket = Ticket.new()

    assert ticket.key_for(one, other) == ticket.key_for(one, other)
    assert ticket.key_for(one, other) != ticket.key_for(one + "!", other)
    assert ticket.key_for(one, other + "!") != ticket.key_for(one + other + "!", "")
    assert ticket.key_for(one) != Ticket.new().key_for(one)


def through_a_browser(typed: dict[str, str]) -> dict[str, str]:
    """As a page carries it: escaped in hidden fields, and sent with the ends of lines that browsers send."""
    shown = {name: html.unescape(html.escape(text)) for name, text in typed.items()}
    sent = QueryDict(mutable=True)
    sent.update({name: text.replace("\n", "\r\n") for name, text in shown.items()})
    return typed_in(QueryDict(sent.urlencode()))


@given(some.fixed_dictionaries(dict.fromkeys(CARRIED, READABLE)))
def test_what_was_typed_comes_through_every_screen_as_it_was(typed):
    assert through_a_browser(through_a_browser(typed)) == typed


@given(some.fixed_dictionaries({name: READABLE for name in CARRIED if name not in ("where", "theme")}))
def test_whatever_was_typed_a_screen_is_found_for_it(typed):
    found = screen(Step.ABOUT, {"where": "", "theme": ""} | typed)

    assert found.step in (Step.WORDS, Step.ABOUT)
    assert (found.step == Step.WORDS) == bool(found.form.errors)


@pytest.mark.parametrize("step", [Step.WORDS, Step.WHERE, Step.ABOUT, Step.CHECK])
def test_a_screen_knows_what_comes_before_and_after(step):
    typed = {"text": "Een bank", "kind": "IDEA", "where": "", "theme": "", "age_band": ""}

    found = screen(step, typed)

    assert found.step == step
    assert list(Step)[found.number - 1] == step
    assert (found.before is None) == (step == Step.WORDS)
    assert (found.after == Step.SEND) == (step == Step.CHECK)
