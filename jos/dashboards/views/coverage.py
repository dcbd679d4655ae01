from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from jos.dashboards.city import city
from jos.dashboards.forms import CoverageFilter
from jos.shared.access import require
from organisations.enums import Function
from organisations.permissions import can_see_professional_information


@require_safe
def coverage(request: HttpRequest) -> HttpResponse:
    """Which neighbourhood lacks which function."""
    require(can_see_professional_information(request.user))
    filters = CoverageFilter(request.GET)
    only_what_changes = request.htmx and not request.htmx.history_restore_request
    template = "dashboards/coverage/content.html" if only_what_changes else "dashboards/coverage.html"
    response = render(request, template, {"filters": filters, "city": city(filters), "functions": Function})
    patch_vary_headers(response, ["HX-Request"])
    return response
