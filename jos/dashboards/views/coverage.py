from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe
from django_htmx.http import push_url

from jos.dashboards.coverage.city import city
from jos.dashboards.coverage.enums import MapKind
from jos.dashboards.coverage.forms import CoverageFilter
from jos.dashboards.coverage.map_file import COLOURS, drawn_sheet
from jos.dashboards.coverage.months import days_to_compare_with, months_around
from jos.shared.access import require
from jos.shared.addresses import full_address
from jos.shared.saved_views import address_of, saved_views
from jos.shared.tables.writing import table_response
from organisations.coverage.table import CHANGE_COLUMNS, COLUMNS, change_rows, coverage_rows
from organisations.enums import Function
from organisations.permissions import can_see_professional_information


@require_safe
def coverage(request: HttpRequest) -> HttpResponse:
    """Which neighbourhood lacks which function."""
    require(can_see_professional_information(request.user))
    filters = CoverageFilter(request.GET)
    only_what_changes = request.htmx and not request.htmx.history_restore_request
    template = "dashboards/coverage/content.html" if only_what_changes else "dashboards/coverage.html"
    context = {
        "filters": filters,
        "city": city(filters),
        "functions": Function,
        "years": months_around(filters),
        "days": days_to_compare_with(filters),
        "links": {
            "true": filters.address_with(map=""),
            "tiles": filters.address_with(map=MapKind.TILES.value),
            "circles": filters.address_with(circles="" if filters.draws_circles else "on"),
            "without_since": filters.address_with(since=""),
        },
        "saved_views": saved_views(request, "coverage"),
    }
    response = render(request, template, context)
    patch_vary_headers(response, ["HX-Request"])
    return push_url(response, address_of("coverage", filters.address)) if only_what_changes else response


@require_safe
def coverage_export(request: HttpRequest, file_format: str) -> HttpResponseBase:
    """The same areas, in the same order, as a table to save: how they stand, or what changed."""
    require(can_see_professional_information(request.user))
    filters = CoverageFilter(request.GET)
    if not filters.is_valid():
        return _say_what_is_wrong(request)
    rows = city(filters).rows
    if since := filters.since_day:
        changes = change_rows(row.change for row in rows if row.change)
        name = f"coverage-{since}-{filters.day}"
        return table_response(name, file_format, CHANGE_COLUMNS, changes)
    areas = coverage_rows(row.area for row in rows)
    return table_response(f"coverage-{filters.day}", file_format, COLUMNS, areas)


@require_safe
def coverage_map(request: HttpRequest) -> HttpResponse:
    """The map that is shown as a drawing to save: it carries its own colours, title, date and legend."""
    require(can_see_professional_information(request.user))
    filters = CoverageFilter(request.GET)
    if not filters.is_valid():
        return _say_what_is_wrong(request)
    city_map = city(filters).map
    if city_map is None:
        raise Http404
    context = {
        "map": city_map,
        "sheet": drawn_sheet(city_map, filters),
        "title": filters.title,
        "subtitle": filters.subtitle,
        "address": full_address(address_of("coverage", filters.address)),
        "colours": COLOURS,
        "petals": [(function, COLOURS[function.lower()], 90 * number) for number, function in enumerate(Function)],
    }
    response = render(request, "dashboards/coverage/map_file.svg", context, content_type="image/svg+xml")
    response["Content-Disposition"] = f'attachment; filename="coverage-{filters.day}.svg"'
    return response


def _say_what_is_wrong(request: HttpRequest) -> HttpResponse:
    """A file cannot say that something else was asked; the page does."""
    return redirect(f"{reverse('coverage')}?{request.GET.urlencode()}")
