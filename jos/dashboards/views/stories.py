"""What happened to areas. Their pages show how they stand now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from jos.shared.access import require
from jos.shared.audit import story
from jos.shared.record_views import story_page
from neighbourhoods.models import MovementCircle, Neighbourhood, NeighbourhoodCode, PriorityDecision
from organisations.permissions import can_see_professional_information


@require_safe
def neighbourhood_story(request: HttpRequest, slug: str) -> HttpResponse:
    """Its borders and codes, and what was decided about it."""
    require(can_see_professional_information(request.user))
    neighbourhood = get_object_or_404(Neighbourhood.objects.without_borders(), slug=slug)
    entries = story(
        neighbourhood,
        NeighbourhoodCode.history.filter(neighbourhood_id=neighbourhood.pk),
        PriorityDecision.history.filter(neighbourhood_id=neighbourhood.pk),
    )
    return story_page(request, neighbourhood, entries, back=neighbourhood.get_absolute_url())


@require_safe
def circle_story(request: HttpRequest, slug: str) -> HttpResponse:
    """The neighbourhoods it spanned, and what was decided about it."""
    require(can_see_professional_information(request.user))
    circle = get_object_or_404(MovementCircle, slug=slug)
    entries = story(circle, PriorityDecision.history.filter(circle_id=circle.pk))
    return story_page(request, circle, entries, back=circle.get_absolute_url())
