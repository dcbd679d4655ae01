"""The whole story of one signal, and then a search: no address, code or name of who sent it is kept anywhere (R14).

Everything the story leaves behind is searched: each column of each table, the cache, every line of the log and every
mail. A last test searches for what is kept, so that a search that finds nothing says something.
"""

import datetime
import logging
import re
from io import StringIO

import pytest
import time_machine
from django.apps import apps
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse

from jos.shared.logs import JsonFormatter
from jos.shared.time import today
from signals.actions import triage
from signals.actions.dossiers import open_dossier, take_step
from signals.enums import DossierState, DossierStep, Outcome
from signals.models import Dossier, DossierAction, Signal
from signals.sending.ticket import QUICKEST, Ticket
from signals.terms import working_days_after
from signals.tracking import READS_AS, in_groups
from tests import builders, signal_builders

pytestmark = pytest.mark.django_db
ADDRESSES = ("203.0.113.77", "198.51.100.42", "2001:db8:feed::7")
NAME = "Noortje"
WORDS = "Op het plein is het na acht uur pikdonker"


@pytest.fixture
def logged():
    """All that any logger is told while the test runs: as it is written, and what it was made of."""
    lines = []

    class Keep(logging.Handler):
        def emit(self, record):
            lines.extend((JsonFormatter().format(record), str(vars(record))))

    handler, root = Keep(level=logging.DEBUG), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield lines
    root.setLevel(level)
    root.removeHandler(handler)


@pytest.fixture
def phone() -> Client:
    """A young person's, behind a proxy."""
    return Client(
        headers={"Accept-Language": "en", "X-Forwarded-For": f"{ADDRESSES[1]}, {ADDRESSES[2]}"},
        REMOTE_ADDR=ADDRESSES[0],
    )


def send(phone: Client) -> tuple[Signal, str]:
    """In four screens. The name that was typed is taken out with one tap."""
    page = phone.get(reverse("signal_send"))
    ticket = page.context["ticket"]
    typed = {"ticket": ticket, "text": f"{WORDS}. Mijn naam is {NAME}.", "kind": "CONCERN"}
    page = phone.post(reverse("signal_send"), typed | {"at": "check", "remove": "0"})
    typed["text"] = page.context["typed"]["text"]
    assert NAME not in typed["text"]
    with time_machine.travel(Ticket.read(ticket).started + QUICKEST + 1, tick=False):
        page = phone.post(reverse("signal_send"), typed | {"at": "check", "to": "send"})
    signal = Signal.objects.get()
    return signal, page.context["code"]


def follow(phone: Client, signal: Signal, code: str, **more):
    response = phone.post(reverse("signal_follow"), {"reference": signal.reference, "code": code} | more)
    assert response.status_code == 200
    return response


def answer(signals: list[Signal], staff, worker) -> None:
    """Staff bundle them, a city service acts on it and answers."""
    service = signal_builders.make_city_service("Wegendienst", worker)
    theme = signal_builders.make_theme()
    dossier = open_dossier(
        dossier=Dossier(title="Licht op het plein", slug="licht", pattern="Het is donker.", theme=theme),
        neighbourhoods=[],
        by=staff,
    )
    triage.bundle(signals=signals, dossier=dossier, by=staff)
    Dossier.objects.filter(pk=dossier.pk).update(
        state=DossierState.IN_ACTION, owner=service, due_on=working_days_after(today(), 5), term_days=theme.term_days
    )
    DossierAction.objects.create(dossier=dossier, what="Lampen", owner=service, due_on=today(), taken_on=today())
    dossier.refresh_from_db()
    dossier.evidence, dossier.outcome, dossier.answer = "Foto's", Outcome.DONE, "Er branden nu zes lampen."
    for step in (DossierStep.FINISH, DossierStep.ANSWER):
        take_step(dossier=dossier, step=step, version=dossier.version, by=staff)


@pytest.fixture
def story(phone, logged, staff, organisation, member, django_capture_on_commit_callbacks) -> tuple[Signal, str]:
    """From sending to "not yet", with tries of a wrong code on the way."""
    signal, code = send(phone)
    follow(phone, signal, code.lower().replace("0", "o"))
    follow(phone, signal, "000000000000")
    triage.ask(signal=signal, words="Welk plein?", version=signal.version, by=staff)
    follow(phone, signal, code, reply="yes", text="Dat aan de kerk.")
    signal.refresh_from_db()
    spoken = signal_builders.make_group_signal(organisation, member)
    with django_capture_on_commit_callbacks(execute=True):
        answer([signal, spoken], staff, builders.make_user("Wout"))
    follow(phone, signal, code, download="yes")
    follow(phone, signal, code, did_it_change="NOT_YET")
    Dossier.objects.update(due_on=today() - datetime.timedelta(days=60))
    with django_capture_on_commit_callbacks(execute=True):
        call_command("signals", "remind", stdout=StringIO())
    return signal, code


def everything_stored() -> str:
    """Every column of every table there is, ours and those of libraries."""
    rows = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows += [f"{table}: {[_readable(value) for value in row]}" for row in cursor.fetchall()]
    return "\n".join(rows)


def _readable(value) -> str:
    return bytes(value).decode("latin-1") if isinstance(value, (bytes, memoryview)) else str(value)


def everything_mailed() -> str:
    return "\n".join(f"{one.subject} {one.body} {one.alternatives} {one.to} {one.extra_headers}" for one in mail.outbox)


def forms_of(code: str) -> set[str]:
    """However somebody would write it down."""
    plain = code.upper().translate(READS_AS).replace("-", "")
    return {plain, in_groups(plain), in_groups(plain).replace("-", " "), code, plain.replace("0", "O")}


def assert_nowhere(secret: str, places: dict[str, str]) -> None:
    for place, text in places.items():
        assert not re.search(re.escape(secret), text, re.IGNORECASE), f"{secret} stands in the {place}"


def test_the_database_the_logs_and_the_mails_hold_no_address_no_code_and_no_name(story, logged):
    _signal, code = story
    places = {"database": everything_stored(), "logs": "\n".join(logged), "mails": everything_mailed()}

    for secret in (*ADDRESSES, "2001:db8:feed", NAME, *forms_of(code)):
        assert_nowhere(secret, places)


def test_mails_and_logs_hold_no_words_of_a_signal(story, logged):
    for words in (WORDS, "Dat aan de kerk", "Welk plein"):
        assert_nowhere(words, {"logs": "\n".join(logged), "mails": everything_mailed()})


def test_the_search_looks_where_the_story_left_something(story, logged):
    """What may be kept is found: so what is not found is not there."""
    signal, _code = story
    stored = everything_stored()

    for kept in (WORDS, "Dat aan de kerk.", "Er branden nu zes lampen.", signal.reference, signal.code_hash, "NOT_YET"):
        assert kept in stored
    assert "signal_follow" in "\n".join(logged)
    assert len(mail.outbox) >= 2  # to the worker, and about what is late
    assert len(stored.splitlines()) > len(apps.get_models()) // 2


def test_erased_is_gone_from_every_table(story, phone):
    signal, code = story
    follow(phone, signal, code, erase_for_good="yes")
    stored = everything_stored()

    for gone in (WORDS, "Dat aan de kerk.", "Welk plein?", signal.reference, signal.code_hash):
        assert gone not in stored
