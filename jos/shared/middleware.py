"""What every request meets, whatever the app."""

import logging
import time
from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import BadRequest
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from jos.shared.drafts import keep_until_sign_in

logger = logging.getLogger("jos.requests")

FOR_YOUNG_PEOPLE = "/signal/"  # where their pages lie: sending, following, help
UTF_8 = frozenset({"utf-8", "utf8"})  # forms come in no other encoding from pages that are UTF-8


def log_requests(get_response):
    """One line a request: the route's name, never the address, so that no reference or code is written down."""

    def middleware(request):
        started = time.perf_counter()
        response = get_response(request)
        route = request.resolver_match.view_name if getattr(request, "resolver_match", None) else None
        if route not in ("live", "ready"):
            logger.info(
                "request",
                extra={
                    "facts": {
                        "method": request.method,
                        "route": route,
                        "status": response.status_code,
                        "ms": round((time.perf_counter() - started) * 1000),
                    }
                },
            )
        return response

    return middleware


def refuse_too_much(get_response):
    """A body no page takes is not read at all: it would fill the disk before a form could look at it.

    A file that is just too large comes through, and its form says so.
    """

    def middleware(request):
        if _length(request) > 2 * settings.FILE_UPLOAD_MAX_MB * 1024 * 1024:
            return _without_trace(request, render(request, "400.html", status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE))
        return get_response(request)

    return middleware


def _length(request) -> int:
    said = request.META.get("CONTENT_LENGTH") or ""
    return int(said) if said.isdecimal() else 0


def forget_unreadable_cookies(get_response):
    """A cookie that no database can look up is none of ours."""

    def middleware(request):
        request.COOKIES = {name: text for name, text in request.COOKIES.items() if not _unreadable(text)}
        return get_response(request)

    return middleware


def refuse_unreadable_input(get_response):
    """NUL bytes, lone surrogates, other encodings: what cannot be stored is a 400 before anything is tried."""

    def middleware(request):
        if request.encoding and request.encoding.lower() not in UTF_8:
            raise BadRequest("another encoding")
        sent = [text for data in (request.GET, request.POST) for key, values in data.lists() for text in (key, *values)]
        if any(_unreadable(text) for text in (request.path, *sent)):
            raise BadRequest("unreadable input")
        return get_response(request)

    return middleware


def _unreadable(text: str) -> bool:
    return "\x00" in text or any("\ud800" <= character <= "\udfff" for character in text)


def leave_no_trace(get_response):
    """A shared computer must not show a signed-in page after somebody signed out, nor what a young person said.

    Whatever the answer is, also an error; and nobody else is told that somebody came from a page for young people.
    """

    def middleware(request):
        response = get_response(request)
        is_nobodys = not (_is_for_young_people(request) or request.user.is_authenticated)
        return response if is_nobodys else _without_trace(request, response)

    return middleware


def _without_trace(request, response):
    if _is_for_young_people(request):
        response["Referrer-Policy"] = "no-referrer"
    add_never_cache_headers(response)
    return response


def _is_for_young_people(request) -> bool:
    return request.path_info.startswith(FOR_YOUNG_PEOPLE)


class SignInFirst(LoginRequiredMiddleware):
    """Every page asks to sign in unless it says otherwise. What was typed while a session ended waits meanwhile."""

    def handle_no_permission(self, request, view_func):
        if request.method == "POST" and getattr(view_func, "keeps_draft", False) and keep_until_sign_in(request):
            messages.warning(request, _("You were signed out. Sign in to go on: what you typed is kept."))
        return super().handle_no_permission(request, view_func)
