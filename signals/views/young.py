"""What every page for young people keeps to, whoever opens it."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters

OWN = ("same-origin", "none")  # sent by a page of ours, or by a browser's own reload button


def for_young_people(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """It speaks the language that was chosen on it. `jos.shared.middleware.leave_no_trace` does the rest.

    There is no session behind these pages, so there is nothing a forged form could borrow, and they set no cookie at
    all: no trace on a phone, and nothing typed is refused where cookies are off. Forms of other sites are refused.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.method == "POST" and request.headers.get("Sec-Fetch-Site", "same-origin") not in OWN:
            raise PermissionDenied
        request.language = chosen_language(request)
        if request.language:
            translation.activate(request.language)
        return view(request, *args, **kwargs)

    return csrf_exempt(sensitive_post_parameters()(wrapped))


def chosen_language(request: HttpRequest) -> str:
    """The one asked for on these pages, in the address or in a form; nothing where nobody chose."""
    sent = request.POST if request.method == "POST" else request.GET
    asked = (sent.get("switch_to"), sent.get("language"))
    spoken = dict(settings.SIGNAL_LANGUAGES)
    return next((code for code in asked if code and code in spoken), "")
