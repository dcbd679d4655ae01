"""One covenant: how it stands, its text part by part, and everything that happened to it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from covenants.drafting.page import covenant_page, whole
from covenants.drafting.story import entries
from covenants.models import Covenant
from jos.shared.record_views import story_page


@require_safe
def covenant(request: HttpRequest, slug: str) -> HttpResponse:
    """Whose turn it is, what stands in the way, and the text as both sides read it."""
    found = get_object_or_404(whole(Covenant.objects.visible_to(request.user)), slug=slug)
    return render(request, "covenants/covenant.html", {"covenant": found, "of": covenant_page(found, request.user)})


@require_safe
def covenant_story(request: HttpRequest, slug: str) -> HttpResponse:
    """Every change of it and of its parts."""
    found = visible_covenant(request, slug)
    return story_page(request, found, entries(found), back=found.get_absolute_url())


def visible_covenant(request: HttpRequest, slug: str) -> Covenant:
    """404 for who may not know of it."""
    return get_object_or_404(Covenant.objects.visible_to(request.user).with_parties(), slug=slug)
