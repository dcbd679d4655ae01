"""The inbox of the youth service: every signal that was received, and first what waits."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from jos.shared.access import require
from jos.shared.saved_views import saved_views
from jos.shared.tables.writing import table_response
from jos.shared.time import today
from signals.looks import note_looks
from signals.models import Signal
from signals.permissions import can_triage
from signals.terms import answered_too_late_before
from signals.triage import export
from signals.triage.filters import SEARCHED, InboxFilter
from signals.triage.inbox import MOST, Pages, waiting, with_facts


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """What the address asks; without asking, what waits, the most urgent first."""
    require(can_triage(request.user))
    found = InboxFilter(request.GET, with_facts(Signal.objects.all()), request=request)
    waits = waiting(today()) if found.is_default else None
    page = Pages(found.sorted, waits.counted if waits else None).get_page(request.GET.get("page"))
    note_looks(page.object_list, by=request.user)
    context = {
        "filter": found,
        "saved_views": saved_views(request, "inbox"),
        "page": page,
        "waiting": waits,
        "late_before": answered_too_late_before(today()),
        "searched": SEARCHED,
        "most": MOST,
    }
    return render(request, "signals/triage/inbox.html", context)


@require_safe
def inbox_export(request: HttpRequest, file_format: str) -> HttpResponseBase:
    """All that the address asks, with the words."""
    require(can_triage(request.user))
    found = InboxFilter(request.GET, Signal.objects.all(), request=request).sorted
    rows = export.rows(found, by=request.user)
    return table_response(f"signals-{today()}", file_format, export.header(), rows)
