import json
import logging
import sys

import pytest

from jos.shared.logs import JsonFormatter


@pytest.fixture
def written():
    """All lines the portal writes while the test runs, as they would stand in the log."""
    lines = []

    class Keep(logging.Handler):
        def emit(self, record):
            lines.append(self.format(record))

    handler = Keep()
    handler.setFormatter(JsonFormatter())
    logging.getLogger().addHandler(handler)
    yield lines
    logging.getLogger().removeHandler(handler)


def line(name="jos.shared", message="hello %s", *args, exc_info=None, **extra) -> dict:
    record = logging.LogRecord(name, logging.INFO, __file__, 1, message, args or None, exc_info)
    vars(record).update(extra)
    return json.loads(JsonFormatter().format(record))


def test_a_line_is_one_json_object():
    assert line("jos.shared", "hello %s", "all", facts={"ms": 3}) | {"at": ""} == {
        "at": "",
        "level": "INFO",
        "logger": "jos.shared",
        "message": "hello all",
        "ms": 3,
    }


def test_of_another_library_only_the_fixed_words_are_kept():
    assert line("some.library", "mail to %s failed", "sara@example.org")["message"] == "mail to %s failed"


def test_of_what_django_refused_only_the_status_is_kept():
    assert line("django.security", "Invalid host: sara@example.org", status_code=400)["message"] == "answered 400"


def test_an_error_says_where_it_broke_but_not_what_was_typed():
    try:
        raise ValueError("sara@example.org")
    except ValueError:
        found = line(message="broken", exc_info=sys.exc_info())

    assert found["error"] == "ValueError"
    assert "test_logs.py" in found["at_line"][0]
    assert "sara" not in json.dumps(found)


def test_an_error_in_a_library_says_where_we_called_it():
    try:
        json.loads("{sara@example.org")
    except ValueError:
        found = line(message="broken", exc_info=sys.exc_info())

    ours, broke = found["at_line"]
    assert ours.startswith("tests/shared/test_logs.py:")
    assert "json/decoder.py:" in broke


def test_signing_in_leaves_no_name_address_or_password_behind(client, staff, written):
    client.post("/account/login/?next=/secret-place/", {"login": staff.email, "password": "een-lang-wachtwoord"})
    client.get("/nowhere/?who=sara@example.org", headers={"Host": "evil.example.org"})
    client.get("/nowhere/sara@example.org/", headers={"User-Agent": "sara", "Referer": "http://testserver/sara"})

    assert len(written) >= 3
    told = "\n".join(written)
    for secret in (staff.email, staff.name, "sara", "secret-place", "wachtwoord", "evil.example", "127.0.0.1"):
        assert secret not in told
