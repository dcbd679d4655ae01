import logging

import pytest
from django.test import Client, RequestFactory

from jos.shared.middleware import forget_unreadable_cookies

UNREADABLE = ["%00", "caf%C3%A9%00"]


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_cannot_be_stored_is_refused_in_an_address(client, db, text):
    assert client.get(f"/account/login/?next={text}").status_code == 400
    assert client.get(f"/offers/{text}/").status_code == 400


@pytest.mark.parametrize("field", [{"login": "a\x00b"}, {"lo\x00gin": "a"}])
def test_what_cannot_be_stored_is_refused_in_a_form(client, db, field):
    response = client.post("/account/login/", field)

    assert response.status_code == 400
    assert "cannot read this" in response.content.decode()


def test_a_lone_surrogate_never_comes_through_as_one(client, db):
    body = b"login=%ED%A0%80&password=x"

    response = client.post("/account/login/", body, content_type="application/x-www-form-urlencoded")

    assert response.status_code in (200, 400)


@pytest.mark.parametrize("encoding", ["base64", "idna", "utf-16", "undefined"])
@pytest.mark.parametrize("content_type", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=b"])
def test_no_form_comes_in_another_encoding(client, db, content_type, encoding):
    body = b'--b\r\nContent-Disposition: form-data; name="language"\r\n\r\nnl\r\n--b--\r\n'

    response = client.generic("POST", "/language/", body, content_type=f"{content_type}; charset={encoding}")

    assert response.status_code == 400


@pytest.mark.parametrize("content_type", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=b"])
def test_ten_megabytes_of_text_are_refused_in_words(client, db, content_type):
    text = "a" * 10_000_000
    body = (
        f"login={text}"
        if "form-url" in content_type
        else (f'--b\r\nContent-Disposition: form-data; name="login"\r\n\r\n{text}\r\n--b--\r\n')
    )

    response = client.post("/account/login/", body, content_type=content_type)

    assert response.status_code == 400
    assert "too long" in response.content.decode()


def test_a_language_that_writes_from_right_to_left_is_readable(client, db):
    assert client.post("/account/login/", {"login": "\u202emoc.elpmaxe@a", "password": "مرحبا"}).status_code == 200


def test_a_request_is_one_line_with_its_route_and_nobodys_data(client, staff, caplog):
    caplog.set_level(logging.INFO, logger="jos.requests")

    client.post("/account/login/?next=/who/", {"login": staff.email, "password": "not the right one"})

    (record,) = [record for record in caplog.records if record.name == "jos.requests"]
    assert record.facts | {"ms": 0} == {"method": "POST", "route": "account_login", "status": 200, "ms": 0}


def test_probes_fill_no_logs(client, db, caplog):
    caplog.set_level(logging.INFO, logger="jos.requests")

    client.get("/-/live")

    assert not caplog.records


def test_a_cookie_that_cannot_be_looked_up_is_forgotten():
    request = RequestFactory().get("/")
    request.COOKIES = {"sessionid": "abcdefgh\x00", "csrftoken": "abc"}

    forget_unreadable_cookies(lambda request: None)(request)

    assert request.COOKIES == {"csrftoken": "abc"}


@pytest.mark.parametrize("cookie", ['"abcdefgh\\000"', "x" * 5000])
def test_no_cookie_breaks_a_page(client, db, cookie):
    assert client.get("/account/login/", headers={"Cookie": f"sessionid={cookie}"}).status_code == 200


def test_a_body_that_would_fill_the_disk_is_not_read(client, db):
    response = client.post(
        "/account/login/", content_type="multipart/form-data; boundary=b", CONTENT_LENGTH=str(10**12)
    )

    assert response.status_code == 413
    assert "too long" in response.content.decode()
    assert "default-src 'none'" in response["Content-Security-Policy"]


def test_a_refused_body_of_a_young_person_leaves_no_trace_either(client, db):
    response = client.post("/signal/", content_type="multipart/form-data; boundary=b", CONTENT_LENGTH=str(10**12))

    assert response.status_code == 413
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "no-referrer"


def test_a_length_that_is_no_number_says_nothing(client, db):
    assert client.get("/account/login/", CONTENT_LENGTH="²").status_code == 200


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"login=" + b"a" * 10_000_000, "application/x-www-form-urlencoded"),
        (b"login=a", "application/x-www-form-urlencoded; charset=utf-16"),
        (b"login=a", "multipart/form-data"),
    ],
)
def test_what_cannot_be_read_is_refused_once_also_where_forged_forms_are(db, body, content_type):
    browser = Client(enforce_csrf_checks=True, headers={"Accept-Language": "en"})
    browser.get("/account/login/")

    response = browser.generic("POST", "/account/login/", body, content_type)

    assert response.status_code == 400
    assert "cannot read this" in response.content.decode()
