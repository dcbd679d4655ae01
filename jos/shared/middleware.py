"""What every request meets, whatever the app."""

import logging
import time

from django.core.exceptions import BadRequest
from django.utils.cache import add_never_cache_headers

logger = logging.getLogger("jos.requests")


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


def refuse_unreadable_input(get_response):
    """NUL bytes and lone surrogates cannot be stored: say so with a 400 before anything is tried."""

    def middleware(request):
        sent = [text for data in (request.GET, request.POST) for key, values in data.lists() for text in (key, *values)]
        if any(_unreadable(text) for text in (request.path, *sent)):
            raise BadRequest("unreadable input")
        return get_response(request)

    return middleware


def _unreadable(text: str) -> bool:
    return "\x00" in text or any("\ud800" <= character <= "\udfff" for character in text)


def no_store_when_signed_in(get_response):
    """A shared computer must not show a signed-in page after somebody signed out."""

    def middleware(request):
        response = get_response(request)
        if request.user.is_authenticated:
            add_never_cache_headers(response)
        return response

    return middleware
