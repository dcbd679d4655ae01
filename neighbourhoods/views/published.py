"""Decisions as everybody reads them: in plain words, with public figures, and nothing from inside."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from jos.shared.time import today
from neighbourhoods.decisions.frozen import for_public, read
from neighbourhoods.decisions.priorities import published, standings
from neighbourhoods.decisions.words import places_in_words
from neighbourhoods.models import PriorityDecision

PER_PAGE = 25


@login_not_required
@require_safe
def published_priorities(request: HttpRequest) -> HttpResponse:
    """All that was published: what holds now, what comes, and what is past."""
    at = today()
    decisions = Paginator(published().prefetch_related("replaced_by"), PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": decisions, "found": standings(decisions, at)}
    return render(request, "neighbourhoods/published_priorities.html", context)


def public_page(request: HttpRequest, decision: PriorityDecision, *, is_preview: bool) -> HttpResponse:
    """For everybody once it is published. `is_preview`: for professionals, who can also see how it will look."""
    at, frozen = today(), read(decision.figures)
    context = {
        "decision": decision,
        "state": decision.state(at),
        "places": [place for place in places_in_words(for_public(frozen)) if place.rows] if frozen else [],
        "frozen": frozen,
        "before": published().filter(replaced_by=decision).first(),
        "after": published().filter(replaces=decision).first(),
        "is_preview": is_preview,
    }
    return render(request, "neighbourhoods/published_priority.html", context)
