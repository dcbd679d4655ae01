"""One signal: its words, what became of it and what may come of it."""

import secrets

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from jos.shared.access import require
from jos.shared.record_views import ENTRIES_SHOWN
from signals.forms.triage import CorrectForm
from signals.looks import note_looks
from signals.models import Photo, Signal
from signals.permissions import can_triage, works_for_owner
from signals.triage.filters import InboxFilter
from signals.triage.inbox import BORDERS, RELATED
from signals.triage.neighbours import neighbours
from signals.triage.story import signal_story as signal_story_of
from signals.triage.suggestions import likely_dossiers, likely_duplicates
from signals.triage.transitions import steps_for

LOOKS_SHOWN = 50


@require_safe
def signal(request: HttpRequest, reference: str) -> HttpResponse:
    """For staff with all they can do, for a city service to read; a worker reads what came back on another page."""
    signal = signal_for(request, reference)
    may_triage = can_triage(request.user)
    if not (may_triage or (signal.dossier and works_for_owner(request.user, signal.dossier))):
        return redirect("group_signal", reference)
    context = {
        "signal": signal,
        "voice": getattr(signal, "voice", None),
        "photo": getattr(signal, "photo", None),
        "thread": signal.messages.select_related("by"),
        "language": dict(settings.SIGNAL_LANGUAGES).get(signal.language, signal.language),
        "may_triage": may_triage,
    }
    duplicates = likely_duplicates(signal) if may_triage else []
    if may_triage:
        found = InboxFilter(request.GET, Signal.objects.all(), request=request)
        context |= {
            "asked": request.GET.urlencode(),
            "neighbours": neighbours(signal, found),
            "steps": steps_for(signal, request.user),
            "duplicates": duplicates,
            "dossiers": [] if signal.dossier else likely_dossiers([signal], duplicates),
            "correct": CorrectForm(instance=signal),
        }
    note_looks([signal, *(each.signal for each in duplicates)], by=request.user)
    return render(request, "signals/triage/signal.html", context)


@require_safe
def signal_photo(request: HttpRequest, reference: str) -> HttpResponse:
    """The picture, under a name that says nothing."""
    signal = signal_for(request, reference)
    photo = get_object_or_404(Photo, signal=signal)
    note_looks([signal], by=request.user)
    response = HttpResponse(bytes(photo.content), content_type="image/jpeg")
    response["Content-Disposition"] = f'inline; filename="{secrets.token_hex(8)}.jpg"'
    return response


@require_safe
def signal_story(request: HttpRequest, reference: str) -> HttpResponse:
    """What happened to it, and who saw its words."""
    signal = signal_for(request, reference)
    require(can_triage(request.user))
    page = Paginator(signal_story_of(signal), ENTRIES_SHOWN).get_page(request.GET.get("page"))
    looks = signal.looks.select_related("by")[:LOOKS_SHOWN]
    return render(request, "signals/triage/story.html", {"signal": signal, "page": page, "looks": looks})


def signal_for(request: HttpRequest, reference: str) -> Signal:
    """The one with this reference, where this person may read its words; 404 for everybody else."""
    readable = Signal.objects.readable_by(request.user).select_related(*RELATED, "voice__by", "photo")
    return get_object_or_404(readable.defer("photo__content", *BORDERS), reference=reference)
