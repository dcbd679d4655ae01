"""What every answer says to the browser, whatever its status."""

import pytest
from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import path

from jos.urls import urlpatterns as pages


def breaks(request):
    raise RuntimeError("secret of somebody")


urlpatterns = [path("breaks/", breaks), path("hello/", lambda request: HttpResponse("hello")), *pages]


@pytest.fixture
def answers(client, sign_in, member, settings):
    """One answer of every kind."""
    settings.ROOT_URLCONF = "tests.test_headers"
    browser = Client(raise_request_exception=False, headers={"Accept-Language": "en"})
    found = {302: browser.get("/people/"), "login": browser.get("/account/login/"), 404: browser.get("/nowhere/")}
    signed_in = sign_in(member)
    signed_in.raise_request_exception = False
    found |= {200: signed_in.get("/"), 403: signed_in.get("/people/"), 500: signed_in.get("/breaks/")}
    found[400] = signed_in.get("/?name=%00")
    for status, response in found.items():
        assert status == "login" or response.status_code == status
    return found


@pytest.mark.parametrize("status", [200, 302, 400, 403, 404, 500])
def test_every_answer_keeps_browsers_strict(answers, status):
    response = answers[status]
    policy = response["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "*" not in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize("status", [200, 403, 400])
def test_no_browser_keeps_what_somebody_signed_in_saw(answers, status):
    assert "no-store" in answers[status]["Cache-Control"]


def test_the_sign_in_page_is_kept_by_no_browser_either(answers):
    assert "no-store" in answers["login"]["Cache-Control"]


@pytest.mark.parametrize("page", ["login", 302, 404])
def test_a_visitor_gets_no_cookie_but_the_one_a_form_needs(answers, page):
    assert set(answers[page].cookies) <= {settings.CSRF_COOKIE_NAME}


def test_a_page_that_breaks_tells_nothing_of_what_broke(answers):
    text = answers[500].content.decode()

    assert "Something went wrong" in text
    assert "secret" not in text


@pytest.mark.parametrize(
    ("status", "says"), [(400, "cannot read this"), (403, "may not do this"), (404, "Nothing here")]
)
def test_an_error_says_what_it_is(answers, status, says):
    assert says in answers[status].content.decode()


@pytest.mark.parametrize("page", ["400.html", "500.html"])
def test_the_pages_for_when_nothing_works_need_nothing(settings, tmp_path, page):
    """Not even the list of static files, which is what is missing when a release was forgotten."""
    settings.STATIC_ROOT = tmp_path
    storage = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    settings.STORAGES = {"default": settings.STORAGES["default"], "staticfiles": storage}

    assert "/static/css/jos.css" in render_to_string(page)


def test_a_form_without_its_secret_says_what_to_do(sign_in, member):
    browser = Client(enforce_csrf_checks=True, headers={"Accept-Language": "en"})

    response = browser.post("/account/login/", {"login": "x", "password": "y"})

    assert response.status_code == 403
    assert "form is too old" in response.content.decode()


@pytest.fixture
def in_production(settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 60
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    settings.SECURE_REDIRECT_EXEMPT = [r"^-/(live|ready)$"]
    return Client()


def test_production_speaks_https_only_and_says_so(in_production):
    to_https = in_production.get("/account/login/")
    assert to_https["Location"] == "https://testserver/account/login/"
    assert "default-src 'none'" in to_https["Content-Security-Policy"]
    assert "max-age=60; includeSubDomains" in in_production.get("/-/live", secure=True)["Strict-Transport-Security"]


def test_probes_inside_the_machine_room_speak_http(in_production):
    assert in_production.get("/-/live").status_code == 200


@pytest.mark.parametrize(("proxies", "address"), [(0, "192.0.2.1"), (1, "203.0.113.9"), (2, "198.51.100.7")])
def test_an_address_is_believed_from_as_many_proxies_as_are_ours(settings, proxies, address):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    request = RequestFactory().get(
        "/", headers={"X-Forwarded-For": "198.51.100.7, 203.0.113.9"}, REMOTE_ADDR="192.0.2.1"
    )

    assert get_adapter().get_client_ip(request) == address
