"""The page that keeps drafts on a phone: the same for everybody, and each draft arrives once."""

import json
import re
import uuid
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from signals.groups.phone import MOST_DRAFTS
from signals.models import GroupVoice, Signal
from tests import builders

PHONE, SEND, WORKER = "/signals/group/phone/", "/signals/group/send/", "/signals/group/worker.js"
SCRIPTS = Path(settings.BASE_DIR / "static" / "js" / "group")


def draft(**change) -> dict:
    values = {
        "text": ["Na acht uur is er nergens licht."],
        "kind": ["CONCERN"],
        "source": ["GROUP"],
        "people": ["7"],
        "age_bands": ["12-15", "16-19"],
        "heard_at": ["STREET"],
    }
    return {"id": str(uuid.uuid4()), "values": values | change}


@pytest.fixture
def send(sign_in, member, organisation):
    def send(*drafts, by=member, organisation=organisation):
        body = {"organisation": organisation.slug, "drafts": drafts}
        response = sign_in(by).post(SEND, json.dumps(body), content_type="application/json")
        return response.json()["drafts"]

    return send


# The page and what a browser keeps of it


@pytest.mark.parametrize("path", [PHONE, WORKER, "/signals/group/manifest.webmanifest"])
def test_what_is_kept_is_the_same_for_everybody(client, sign_in, member, organisation, path):
    stranger = client.get(path)
    own = sign_in(member).get(path)

    assert own.content == stranger.content
    assert member.name not in own.content.decode()
    assert not stranger.cookies


def test_only_the_page_and_its_files_are_kept(client, db):
    worker = client.get(WORKER).content.decode()
    kept = json.loads(re.search(r"const SHELL = (\[.*\]);", worker)[1])

    assert kept[:2] == [PHONE, "/signals/group/manifest.webmanifest"]
    assert all(path.startswith("/static/") for path in kept[2:])
    page = client.get(PHONE).content.decode()
    needed = re.findall(r'(?:src|href)="(/static/[^"]+)"', page)
    assert set(needed) == set(kept[2:])


def test_another_page_is_another_version(client, db):
    def version() -> str:
        return re.search(r'OURS \+ "(\w+)"', client.get(WORKER).content.decode())[1]

    before = version()
    assert version() == before
    builders.make_neighbourhood("Rabot")
    assert version() != before


def test_it_can_be_put_among_the_apps_of_a_phone(client, db):
    response = client.get("/signals/group/manifest.webmanifest")

    assert response["Content-Type"] == "application/manifest+json"
    assert response.json()["start_url"] == PHONE
    assert PHONE.startswith(response.json()["scope"])


def test_the_script_is_small():
    assert sum(path.stat().st_size for path in SCRIPTS.glob("*.js")) <= 15 * 1024


def test_without_script_it_says_what_to_do(client, db):
    page = client.get(PHONE).content.decode()

    assert re.search(r'<noscript>.*href="/signals/group/"', page)


# Sending


def test_who_sends_gets_a_fresh_secret_and_the_own_organisations(sign_in, member, organisation):
    answer = sign_in(member).get(SEND).json()

    assert answer["organisations"] == [{"slug": organisation.slug, "name": "De Kring vzw"}]
    assert answer["token"]


def test_without_that_secret_nothing_arrives(member, organisation):
    client = Client(enforce_csrf_checks=True)
    client.force_login(member, backend="allauth.account.auth_backends.AuthenticationBackend")
    body = json.dumps({"organisation": organisation.slug, "drafts": [draft()]})

    refused = client.post(SEND, body, content_type="application/json")
    token = client.get(SEND).json()["token"]
    assert not Signal.objects.exists()
    arrived = client.post(SEND, body, content_type="application/json", headers={"X-CSRFToken": token})

    assert (refused.status_code, arrived.status_code) == (403, 200)
    assert Signal.objects.count() == 1


def test_a_draft_arrives_as_one_from_the_form(send, member, organisation):
    [answer] = send(draft())

    signal, voice = Signal.objects.get(), GroupVoice.objects.get()
    assert answer["reference"] == signal.reference
    assert (voice.by, voice.organisation, voice.people) == (member, organisation, 7)
    assert voice.age_bands == ["12-15", "16-19"]
    assert signal.code_hash == ""


def test_a_draft_that_is_sent_again_arrives_once(send):
    one, other = draft(), draft(text=["Iets anders."])

    first, [again, new] = send(one), send(one, other)

    assert again == first[0]
    assert new["reference"] != again["reference"]
    assert (Signal.objects.count(), GroupVoice.objects.count()) == (2, 2)


def test_each_draft_has_its_own_answer(send):
    good, bad = draft(), draft(people=["0"])

    arrived, refused = send(good, bad)

    assert (arrived["id"], refused["id"]) == (good["id"], bad["id"])
    assert arrived["reference"]
    assert not refused["reference"]
    assert refused["errors"] == ["How many young people: Ensure this value is greater than or equal to 1."]


def test_a_draft_is_refused_in_the_language_of_who_sends(sign_in, member, organisation):
    body = json.dumps({"organisation": organisation.slug, "drafts": [draft(text=[""])]})
    client = sign_in(member)
    answer = client.post(SEND, body, content_type="application/json", headers={"Accept-Language": "nl"})

    assert "Dit veld is verplicht." in answer.json()["drafts"][0]["errors"][0]


def test_a_personal_detail_is_found_again(send):
    one = draft(text=["Vraag het aan jan@example.org."])
    [answer] = send(one)

    assert answer["names_somebody"]
    assert "jan@example.org" in answer["errors"][0]
    assert not Signal.objects.exists()

    one["values"]["remove"] = ["1"]
    send(one)
    assert Signal.objects.get().text == "Vraag het aan …."


def test_words_of_danger_are_said_at_once(send):
    assert send(draft(text=["Hij wordt thuis geslagen, word ik geslagen?"]))[0]["danger"]


def test_nobody_sends_for_an_organisation_of_others(send, stranger, organisation):
    [answer] = send(draft(), by=stranger)

    assert not answer["reference"]
    assert not Signal.objects.exists()


def test_the_number_of_a_draft_of_others_tells_nothing_of_it(send, stranger, member, organisation):
    other = stranger.memberships.get().organisation
    theirs = draft(text=["Word ik geslagen?"])
    [arrived] = send(theirs, by=stranger, organisation=other)

    [answer] = send(draft() | {"id": theirs["id"]}, by=member)

    assert (answer["reference"], answer["danger"]) == ("", False)
    assert answer["errors"]
    assert Signal.objects.get().reference == arrived["reference"]
    assert Signal.objects.get().text == "Word ik geslagen?"


HOSTILE = [
    None,
    7,
    [],
    {},
    {"id": "1", "values": {}},
    {"id": 1, "values": {}},
    {"id": str(uuid.uuid4())},
    {"id": str(uuid.uuid4()), "values": []},
    draft(text="no list"),
    draft(text=[7]),
    draft(text=[None]),
    draft(text=["half \ud800"]),
    draft(text=["\x00"]),
    draft(age_bands=["12-15"] * 21),
    draft(people=["9" * 400]),
    draft(people=["٣\u202e"]),
    draft(neighbourhood=["\x00"]),
    draft(text=["x" * 100_000]),
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_draft_that_cannot_be_read_is_refused_and_the_others_arrive(send, hostile):
    refused, arrived = send(hostile, draft())

    assert not refused["reference"]
    assert refused["errors"]
    assert arrived["reference"] == Signal.objects.get().reference


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff",
        b"{",
        b"7",
        b"[" * 100_000,
        b'{"drafts": []}',
        b'{"organisation": 1, "drafts": []}',
        b'{"organisation": "", "drafts": {}}',
        json.dumps({"organisation": "", "drafts": [draft()] * (MOST_DRAFTS + 1)}).encode(),
    ],
)
def test_a_body_that_cannot_be_read_is_a_clear_400(sign_in, member, organisation, body):
    assert sign_in(member).post(SEND, body, content_type="application/json").status_code == 400
