"""For whom a page about figures is made: the same address shows everybody what is public, and professionals all."""

from django.http import HttpRequest

from neighbourhoods.enums import Audience
from organisations.permissions import can_see_professional_information


def audience_of(request: HttpRequest) -> Audience:
    """Professionals see all, unless they ask how it looks to others."""
    inside = can_see_professional_information(request.user) and "public" not in request.GET
    return Audience.INTERNAL if inside else Audience.PUBLIC


def who(request: HttpRequest) -> dict[str, bool]:
    """The same, for templates."""
    professional = can_see_professional_information(request.user)
    return {
        "professional": professional,
        "as_public": professional and "public" in request.GET,
        "inside": professional and "public" not in request.GET,
    }
