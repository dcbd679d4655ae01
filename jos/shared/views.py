"""Pages that belong to no app: probes and errors."""

import logging
from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language

from jos.shared import drafts
from jos.shared.database import tables_are_up_to_date

logger = logging.getLogger("jos.ready")


@login_not_required
@never_cache
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return JsonResponse({"live": True})


@login_not_required
@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """The process can work: the database answers, its tables are up to date, the cache keeps what it is given."""
    checks = {
        "database": _passes(_database_answers),
        "migrations": _passes(tables_are_up_to_date),
        "cache": _passes(_cache_keeps),
    }
    return JsonResponse(checks, status=200 if all(checks.values()) else 503)


def _passes(check: Callable[[], bool]) -> bool:
    try:
        return check()
    except Exception as error:  # whatever is broken, the probe says so instead of breaking as well
        logger.warning("not ready", extra={"facts": {"check": check.__name__, "error": type(error).__name__}})
        return False


def _database_answers() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return True


def _cache_keeps() -> bool:
    cache.set("ready", "yes", 10)
    return cache.get("ready") == "yes"


@login_not_required
@csrf_exempt  # a form with a secret on every page would give every visitor a cookie; a language harms nobody
@require_POST
def switch_language(request: HttpRequest) -> HttpResponse:
    """Back to where the address bar was: filters change the address after the form was written, and not `next`."""
    where = request.POST.copy()
    where["next"] = request.headers.get("Referer") or where.get("next", "")
    request.POST = where  # type: ignore[assignment]
    return set_language(request)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What was sent cannot be read. Django's own page would look at it once more, and break on it."""
    return HttpResponseBadRequest(render_to_string("400.html"))


@login_not_required
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form sent without its secret: cookies are off, or the page stood open across signing in.

    What was typed is kept where the form says, signed, that it was opened by who is signed in now.
    """
    page = drafts.Page.of(request)
    is_own = page is not None and page.user == request.user.pk  # sent, or still being typed
    kept = drafts.keep(page, drafts.typed_in(request.POST)) if page and is_own else None
    return render(request, "403_csrf.html", {"kept": kept}, status=403)
