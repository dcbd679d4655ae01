from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from jos.dashboards.city import city
from jos.dashboards.forms import CoverageFilter
from jos.shared.access import require
from jos.shared.tables.writing import TableFormat, table_response
from organisations.coverage.table import COLUMNS, coverage_rows
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


@require_safe
def coverage_export(request: HttpRequest, file_format: str) -> HttpResponseBase:
    """The same areas, in the same order, as a table to save."""
    require(can_see_professional_information(request.user))
    if file_format not in TableFormat.values:
        raise Http404
    filters = CoverageFilter(request.GET)
    areas = [row.area for group in city(filters).groups for row in group.rows]
    return table_response(f"coverage-{filters.day}", TableFormat(file_format), COLUMNS, coverage_rows(areas))
