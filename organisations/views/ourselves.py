"""What an organisation sees of itself: what the portal shows to whom, and what it means for its neighbourhoods."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from jos.shared.time import today
from organisations.coverage.part import parts_of
from organisations.models import Organisation
from organisations.permissions import is_member
from organisations.shown import shown


@require_safe
def organisation_shown(request: HttpRequest, slug: str) -> HttpResponse:
    organisation = get_object_or_404(Organisation.objects.workable_by(request.user), slug=slug)
    context = {"organisation": organisation, "audiences": shown(organisation, reader=request.user)}
    return render(request, "organisations/organisation_shown.html", context)


@require_safe
def organisation_part(request: HttpRequest, slug: str) -> HttpResponse:
    organisation = get_object_or_404(Organisation.objects.workable_by(request.user), slug=slug)
    parts = parts_of(organisation, at=today())
    context = {
        "organisation": organisation,
        "ours": is_member(request.user, organisation),
        "parts": parts,
        "needed": [part for part in parts if part.losses],
    }
    return render(request, "organisations/organisation_part.html", context)
