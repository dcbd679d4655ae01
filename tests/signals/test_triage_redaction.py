"""Words that are taken out are gone from every table, and the history says that they went, not what."""

from uuid import uuid4

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.urls import reverse

from jos.shared.models import Draft
from jos.shared.saving import ChangedMeanwhile
from signals.actions.redaction import redact
from signals.actions.triage import ask, not_take_up, refer, take_up_again
from signals.enums import Author, RemovalReason
from signals.models import GroupVoice, Message, Photo, Removal, Signal
from signals.triage.redaction import removed, without
from signals.triage.story import signal_story
from tests.builders import make_organisation
from tests.signal_builders import make_group_signal, make_signal

pytestmark = pytest.mark.django_db

SECRET = "Jan Peeters"


def everything_kept() -> str:
    """Every value of every row of every table."""
    kept = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            kept += [str(bytes(value) if isinstance(value, memoryview) else value) for row in cursor for value in row]
    return "\n".join(kept)


@pytest.fixture
def signal(staff, organisation, member):
    """With the name in everything that is written about it."""
    text, quote, token = f"Ik ben {SECRET}.", f"Hier is {SECRET}, altijd.", uuid4()
    signal = make_group_signal(organisation, member, text, quote=quote, created_with=token)
    Photo.objects.create(signal=signal, content=b"jpeg", width=1, height=1)
    signal = ask(signal=signal, words=f"Beste {SECRET}, waar?", version=1, by=staff)
    Message.objects.create(signal=signal, author=Author.SENDER, text=f"Aan de brug. {SECRET.lower()}")
    signal = not_take_up(signal=signal, words=f"Neen, {SECRET}.", version=2, by=staff)
    signal = take_up_again(signal=signal, version=3, by=staff)
    signal = refer(signal=signal, to=make_organisation(), words=f"{SECRET}, ga langs.", version=4, by=staff)
    path = reverse("signal_step", args=[signal.reference, "ask"])
    Draft.objects.create(user=staff, form=path, typed={"words": [f"Dag {SECRET}"], "version": ["5"]})
    answering = reverse("group_reply", args=[signal.reference])
    Draft.objects.create(user=member, form=answering, typed={"text": [f"{SECRET} zegt ja"]})
    sent_from = {"text": [text], "token": [str(token)]}
    Draft.objects.create(user=member, form=reverse("group_new"), typed=sent_from)
    return Signal.objects.get(pk=signal.pk)


def test_a_piece_that_goes_from_one_text_goes_from_every_table(signal, staff):
    assert SECRET in everything_kept()
    redact(signal=signal, texts={"text": "Ik ben ▇."}, photo=False, version=5, by=staff)
    assert SECRET.lower() not in everything_kept().lower()
    signal.refresh_from_db()
    assert (signal.text, signal.reply, signal.is_redacted) == ("Ik ben ▇.", "▇, ga langs.", True)
    assert GroupVoice.objects.get(signal=signal).quote == "Hier is ▇, altijd."
    assert list(signal.messages.values_list("text", flat=True)) == ["Beste ▇, waar?", "Aan de brug. ▇"]


def test_the_test_looks_in_every_table():
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
    assert {model._meta.db_table for model in apps.get_models()} <= tables


def test_the_history_says_that_something_went_each_time_and_never_what(signal, staff):
    redact(signal=signal, texts={"text": "Ik ben ▇."}, photo=False, version=5, by=staff)
    redact(signal=signal, texts={"text": "Ik ▇ ▇."}, photo=True, version=6, by=staff)
    first, second = signal_story(signal)[1::-1]
    assert first.changes == ("something was removed from the words",)
    assert second.changes == ("the photo was removed, and something of the words",)
    assert (first.who, second.who) == ("Stef", "Stef")
    amounts = Removal.objects.filter(reason=RemovalReason.REDACTED, by=staff).order_by("at")
    assert list(amounts.values_list("amount", flat=True)) == [1, 2]


def test_the_photo_goes_alone(signal, staff):
    redact(signal=signal, texts={}, photo=True, version=5, by=staff)
    assert not Photo.objects.exists()
    assert signal_story(signal)[0].changes == ("the photo was removed",)
    signal.refresh_from_db()
    assert not signal.is_redacted
    assert SECRET in signal.text


@pytest.mark.parametrize("typed", ["Ik ben Piet.", "Ik ben.", "Ik ben ▇. Echt.", "ik ben ▇.", "", "Ik ▇ben▇ Piet▇"])
def test_nothing_is_added_or_simply_left_out(signal, staff, typed):
    with pytest.raises(ValidationError) as caught:
        redact(signal=signal, texts={"text": typed}, photo=True, version=5, by=staff)
    assert list(caught.value.message_dict) == ["text"]
    signal.refresh_from_db()
    assert (signal.text, signal.version) == (f"Ik ben {SECRET}.", 5)
    assert Photo.objects.exists()


def test_nobody_redacts_over_what_somebody_else_saved(signal, staff):
    with pytest.raises(ChangedMeanwhile):
        redact(signal=signal, texts={"text": "▇"}, photo=False, version=4, by=staff)


def test_only_staff_redact(signal, member):
    with pytest.raises(PermissionDenied):
        redact(signal=signal, texts={"text": "▇"}, photo=False, version=5, by=member)


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("Ik ben Jan en Jan is top", "Ik ben ▇ en ▇ is top", ["Jan", "Jan"]),
        ("abc", "▇", ["abc"]),
        ("abc", "abc", []),
        ("Jan hier", "[…] hier", ["Jan"]),
        ("Jan hier", "[...] hier", ["Jan"]),
        ("ik ▇ en Jan", "ik ▇ en ▇", ["Jan"]),
        ("ik\nben\nJan", "ik\r\nben\r\n▇", ["Jan"]),
        ("aba", "▇ba▇c", None),
        ("Jan en Piet", "▇ en Piet!", None),
    ],
)
def test_what_was_removed_is_told_from_the_two_texts(before, after, pieces):
    assert removed(before, after) == pieces


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Jan was hier", "▇ was hier"),
        ("jan, JAN", "▇, ▇"),
        ("in januari", "in januari"),  # another word
        ("Jeroen en Jan-Piet", "Jeroen en ▇-Piet"),
    ],
)
def test_a_piece_goes_as_a_whole_word(text, left):
    assert without(text, [" Jan "]) == left


def test_a_short_piece_goes_only_where_it_was_marked():
    assert without("a b ab", ["a"]) == "a b ab"


# The page


@pytest.fixture
def page(signal, sign_in, staff):
    client, url = sign_in(staff), reverse("signal_redact", args=[signal.reference])

    def send(**typed):
        form = client.get(url).context["form"]
        texts = {field.name: field.value() for field in form if field.name != "remove_photo"}
        return client.post(url, texts | typed)

    return send


def test_staff_take_words_out_on_a_page(page, signal):
    response = page(text="Ik ben ▇.", remove_photo="on")
    assert response.status_code == 302
    assert SECRET.lower() not in everything_kept().lower()
    assert not Photo.objects.exists()


def test_where_nothing_is_marked_the_page_does_not_say_that_it_is_gone(page, signal):
    response = page()
    assert "Nothing goes yet." in response.content.decode()
    signal.refresh_from_db()
    assert signal.version == 5


def test_the_page_says_what_was_wrong_and_keeps_what_was_typed_nowhere(page, signal):
    response = page(text="Ik ben Piet.")
    assert "Only take words out" in response.content.decode()
    assert "Ik ben Piet." in response.content.decode()
    assert "Piet" not in everything_kept()


def test_what_looks_personal_is_marked_when_asked(sign_in, staff):
    signal = make_signal("Bel mij op 0470 12 34 56, ok?")
    response = sign_in(staff).get(reverse("signal_redact", args=[signal.reference]), {"mark": "on"})
    assert response.context["form"]["text"].value() == "Bel mij op ▇, ok?"


def test_two_people_at_the_same_time_see_both_versions(page, signal, staff):
    redact(signal=signal, texts={"reply": "▇, ga langs."}, photo=False, version=5, by=staff)
    response = page(text="▇", version="5")
    assert response.status_code == 409
