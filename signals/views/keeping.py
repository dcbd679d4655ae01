"""The register of what was removed, and of who looked: for staff, who answer for both."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from jos.shared.access import require
from signals.models import Look, Removal
from signals.permissions import can_see_who_looked
from signals.retention import RULES
from signals.tracking import read
from signals.triage.inbox import Pages


@require_safe
def removals(request: HttpRequest) -> HttpResponse:
    """What is kept how long, what went, and, asked for, who saw the words of which signal."""
    require(can_see_who_looked(request.user))
    shows_looks = request.GET.get("show") == "looks"
    found = _looks(request) if shows_looks else _register()
    page = Pages(found.pop("rows")).get_page(request.GET.get("page"))
    return render(request, "signals/keeping/removals.html", {"shows_looks": shows_looks, "page": page} | found)


def _register() -> dict:
    return {"rows": Removal.objects.select_related("by"), "rules": RULES}


def _looks(request: HttpRequest) -> dict:
    reference = request.GET.get("signal", "").strip()
    looks = Look.objects.select_related("by", "signal").only("on", "by__name", "signal__reference")
    looks = looks.order_by("-pk")  # as they were written, which is by day, and along an index
    return {"rows": looks.filter(signal__reference=read(reference)) if reference else looks, "reference": reference}
