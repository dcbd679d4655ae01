"""Whether a file is what both signed: on the page for everybody, and in a terminal."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import OperationalError

from covenants.actions.signing import offer, sign, take_back
from covenants.enums import Side
from covenants.models import Covenant
from tests import builders
from tests import covenant_builders as make

CHECK = "/covenants/check/"


@pytest.fixture
def covenant(organisation):
    return make.make_whole(make.make_covenant(organisation, title="Samen jong"))


@pytest.fixture
def document(covenant, staff):
    return offer(covenant=covenant, version=covenant.version, by=staff)


@pytest.fixture
def signed(covenant, document, staff, coordinator):
    for side, by, name, job in (
        (Side.CITY, staff, "Sofie Peeters", "schepen van jeugd"),
        (Side.PARTNER, coordinator, "Cem Yilmaz", "voorzitter"),
    ):
        sign(covenant=covenant, side=side, name=name, job=job, sha256=document.sha256, by=by)
    return document


@pytest.fixture
def check(client):
    return lambda **data: client.post(CHECK, data).content.decode()


def a_file(content: bytes):
    return SimpleUploadedFile("convenant.pdf", content, "application/pdf")


def test_everybody_may_ask(client, db):
    page = client.get(CHECK)
    assert page.status_code == 200
    assert "verdict" not in page.content.decode()


def test_what_both_signed_is_said_with_functions_and_days_and_without_names(signed, check):
    page = check(file=a_file(bytes(signed.pdf)))
    assert "Yes, both sides signed this" in page
    assert "Samen jong" in page
    assert "De Kring vzw" in page
    assert "schepen van jeugd" in page
    assert "Sofie" not in page
    assert "Cem" not in page


@pytest.mark.parametrize("typed", [str.upper, lambda text: f" {text[:32]} \n{text[32:]}"])
def test_its_hash_is_enough_however_it_was_copied(signed, check, typed):
    assert "Yes, both sides signed this" in check(sha256=typed(signed.sha256))


def test_an_address_can_carry_the_hash(signed, client):
    assert "Yes, both sides signed this" in client.get(CHECK, {"sha256": signed.sha256}).content.decode()


def test_one_byte_that_differs_is_another_file(signed, check):
    assert "We do not know this file" in check(file=a_file(bytes(signed.pdf) + b"\n"))


def test_what_is_not_signed_by_both_does_not_hold(covenant, document, check, coordinator):
    typed = {"name": "Cem", "job": "voorzitter", "sha256": document.sha256}
    sign(covenant=covenant, side=Side.PARTNER, by=coordinator, **typed)
    page = check(sha256=document.sha256)
    assert "No, this does not hold" in page
    assert "Not both sides signed it yet" in page


def test_what_was_taken_back_does_not_hold(covenant, document, check, staff):
    stored = Covenant.objects.get(pk=covenant.pk)
    take_back(covenant=stored, version=stored.version, why="Een fout", by=staff)
    assert "taken back before both sides signed it" in check(sha256=document.sha256)


def test_what_an_amendment_changed_is_said(covenant, signed, check):
    make.make_covenant(covenant.organisation, state="MERGED", amends=covenant)
    assert "An amendment changed it on 15 December 2025" in check(sha256=signed.sha256)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (("2020-01-01", "2020-12-31"), "It held from 1 January 2020 until 31 December 2020."),
        (("2090-01-01", "2090-12-31"), "It holds from 1 January 2090 until 31 December 2090."),
        (("2020-01-01", "2090-12-31"), "It holds now, until 31 December 2090."),
    ],
)
def test_it_says_whether_it_holds_today(covenant, signed, check, days, words):
    Covenant.objects.filter(pk=covenant.pk).update(valid_from=days[0], valid_until=days[1])
    assert words in check(sha256=signed.sha256)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({}, "Choose a file, or paste its SHA-256."),
        ({"sha256": "abc"}, "This is no SHA-256"),
        ({"sha256": "g" * 64}, "This is no SHA-256"),
        ({"sha256": "٣" * 64}, "This is no SHA-256"),
        ({"sha256": "a" * 5000}, "at most 200"),
    ],
)
def test_what_cannot_be_looked_up_is_said(check, db, data, words):
    assert words in check(**data)


def test_a_file_that_is_too_large_is_refused(check, db, monkeypatch):
    monkeypatch.setattr("covenants.forms.signing.MOST", 10)
    assert "no covenant is" in check(file=a_file(b"x" * 11))


def test_an_empty_file_is_a_file_we_do_not_know(check, db):
    assert "We do not know this file" in check(file=a_file(b""))


def test_nothing_is_kept_of_what_was_asked(signed, check, django_assert_num_queries):
    with django_assert_num_queries(3) as asked:
        check(file=a_file(bytes(signed.pdf)))
    assert all(query["sql"].startswith("SELECT") for query in asked)


# --- In a terminal -----------------------------------------------------------------------------------------


@pytest.fixture
def verify(tmp_path, capsys):
    """The exit code, and what it said."""

    def verify(content: bytes) -> tuple[int, str]:
        file = tmp_path / "convenant.pdf"
        file.write_bytes(content)
        try:
            call_command("covenants", "verify", str(file))
        except SystemExit as done:
            return done.code, capsys.readouterr().out
        return 0, capsys.readouterr().out

    return verify


def test_in_a_terminal_what_both_signed_is_0(signed, verify):
    code, said = verify(bytes(signed.pdf))
    assert code == 0
    assert signed.sha256 in said
    assert "Samen jong" in said
    assert "schepen van jeugd" in said
    assert "gives the same bytes" in said
    assert not re.search("Sofie|Cem", said)


def test_in_a_terminal_what_is_not_signed_by_both_is_1(document, verify):
    assert verify(bytes(document.pdf))[0] == 1


def test_in_a_terminal_another_file_is_1(signed, verify):
    code, said = verify(b"%PDF-1.7 something else")
    assert code == 1
    assert "We do not know this file" in said


def test_in_a_terminal_a_file_that_is_not_there_is_2(db, tmp_path):
    with pytest.raises(CommandError, match=r"nowhere\.pdf cannot be read") as refusal:
        call_command("covenants", "verify", str(tmp_path / "nowhere.pdf"))
    assert refusal.value.returncode == 2


def test_in_a_terminal_a_folder_is_2_and_an_empty_file_is_1(db, tmp_path, verify):
    with pytest.raises(CommandError, match="cannot be read") as refusal:
        call_command("covenants", "verify", str(tmp_path))
    assert refusal.value.returncode == 2
    assert verify(b"")[0] == 1


def test_in_a_terminal_without_tables_it_is_2_with_what_to_run(db, tmp_path, monkeypatch):
    def no_table(_fingerprint):
        raise OperationalError("no such table")

    monkeypatch.setattr("covenants.commands.verify.look_up", no_table)
    monkeypatch.setattr("jos.shared.commands.tables_are_up_to_date", lambda: False)
    file = tmp_path / "convenant.pdf"
    file.write_bytes(b"%PDF")
    with pytest.raises(CommandError, match=r"manage\.py release") as refusal:
        call_command("covenants", "verify", str(file))
    assert refusal.value.returncode == 2


def test_in_a_terminal_a_document_of_another_release_still_counts(signed, verify, monkeypatch):
    """The hash of the file decides, and not whether this machine can make it again."""
    monkeypatch.setattr("covenants.commands.verify.pdf_of", lambda _content: b"other bytes")
    code, said = verify(bytes(signed.pdf))
    assert code == 0
    assert "an earlier release made it" in said


def test_somebody_elses_covenant_stays_apart(signed, check, staff):
    other = make.make_whole(make.make_covenant(builders.make_organisation("De Overkant"), title="Iets anders"))
    elsewhere = offer(covenant=other, version=other.version, by=staff)
    assert elsewhere.sha256 != signed.sha256
    assert "Samen jong" not in check(sha256=elsewhere.sha256)
