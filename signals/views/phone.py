"""The page that keeps drafts on a phone, without internet. Its files hold nothing about who is signed in."""

import json
from http import HTTPStatus

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jos.shared.access import require
from organisations.current import current_organisation
from organisations.models import Organisation
from organisations.permissions import organisations_to_speak_for
from signals.forms.groups import GroupForm
from signals.groups.phone import MOST_DRAFTS, receive, shell, version_of
from signals.permissions import can_speak_for_a_group


@login_not_required
@require_safe
def group_phone(request: HttpRequest) -> HttpResponse:
    """The same for everybody, so that a browser can keep it: who is signed in shows when drafts are sent."""
    return HttpResponse(_page())


@login_not_required
@require_safe
def group_manifest(request: HttpRequest) -> HttpResponse:
    """What a phone needs to put the page among its apps."""
    manifest = {
        "name": _("JOS: for a group"),
        "short_name": _("JOS group"),
        "lang": get_language(),
        "start_url": reverse("group_phone"),
        "scope": reverse("group_new"),
        "display": "standalone",
        "background_color": "#fffdf8",
        "theme_color": "#ffcf3f",
        "icons": [{"src": static("img/group.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any maskable"}],
    }
    return JsonResponse(manifest, content_type="application/manifest+json")


@login_not_required
@require_safe
def group_worker(request: HttpRequest) -> HttpResponse:
    """The service worker: it keeps the page and its files, and nothing else."""
    context = {"shell": shell(), "version": version_of(_page().encode())}
    return render(request, "signals/groups/worker.js", context, content_type="text/javascript")


@require_http_methods(["GET", "HEAD", "POST"])
def group_send(request: HttpRequest) -> HttpResponse:
    """Who is sending, and a fresh secret against forged forms; then the drafts, each with an answer of its own."""
    require(can_speak_for_a_group(request.user))
    organisations = organisations_to_speak_for(request.user)
    if request.method != "POST":
        chosen = current_organisation(request)
        return JsonResponse({"token": get_token(request), "organisations": _names(organisations, chosen)})
    sent = _sent(request)
    if sent is None:
        return JsonResponse({"drafts": []}, status=HTTPStatus.BAD_REQUEST)
    drafts, organisation = sent
    answers = [
        receive(each, organisations=organisations, organisation=organisation, by=request.user) for each in drafts
    ]
    return JsonResponse({"drafts": [answer.as_json() for answer in answers]})


def _page() -> str:
    """Rendered without the request, which knows who is signed in."""
    form = GroupForm(organisations=[])
    del form.fields["organisation"], form.fields["token"]
    return render_to_string("signals/groups/phone.html", {"form": form, "DEMO": settings.DEMO})


def _names(organisations: list[Organisation], chosen: Organisation | None) -> list[dict[str, str]]:
    """The one this person works for now comes first."""
    own = sorted(organisations, key=lambda organisation: organisation != chosen)
    return [{"slug": organisation.slug, "name": str(organisation)} for organisation in own]


def _sent(request: HttpRequest) -> tuple[list, str] | None:
    try:
        sent = json.loads(request.body)
    except (ValueError, RecursionError):
        return None
    match sent:
        case {"organisation": str(organisation), "drafts": list(drafts)} if len(drafts) <= MOST_DRAFTS:
            return drafts, organisation
    return None
