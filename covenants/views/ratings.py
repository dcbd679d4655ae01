"""How partners rate the city, together."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from covenants.enums import RatingAspect
from covenants.following_up.ratings import own_ratings, ratings
from covenants.following_up.telling import FEWEST
from covenants.permissions import can_see_covenants
from jos.shared.access import require
from jos.shared.time import today


@require_safe
def city_ratings(request: HttpRequest) -> HttpResponse:
    """What at least five partners say together, by aspect and year; for a partner its own beside it."""
    require(can_see_covenants(request.user))
    context = {
        "ratings": ratings(today()),
        "own": own_ratings(request.user),
        "aspects": RatingAspect,
        "fewest": FEWEST,
    }
    return render(request, "covenants/ratings/ratings.html", context)
