from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from jos.dashboards.need.drawing import draw
from jos.dashboards.need.forms import NeedFilter
from jos.dashboards.need.standings import need_and_supply as look
from jos.dashboards.need.table import COLUMNS, need_rows
from jos.shared.access import require
from jos.shared.saved_views import saved_views
from jos.shared.tables.writing import table_response
from organisations.permissions import can_see_professional_information


@require_safe
def need_and_supply(request: HttpRequest) -> HttpResponse:
    """Where need is high and little is on offer."""
    require(can_see_professional_information(request.user))
    filters = NeedFilter(request.GET)
    need = look(filters)
    context = {
        "filters": filters,
        "need": need,
        "chart": draw(need) if need else None,
        "saved_views": saved_views(request, "need_and_supply"),
    }
    return render(request, "dashboards/need.html", context)


@require_safe
def need_export(request: HttpRequest, file_format: str) -> HttpResponseBase:
    """The same as a table to save."""
    require(can_see_professional_information(request.user))
    filters = NeedFilter(request.GET)
    need = look(filters)
    if need is None or not filters.is_valid():  # a file cannot say that something else was asked; the page does
        return redirect(f"{reverse('need_and_supply')}?{request.GET.urlencode()}")
    return table_response(f"need-{filters.day}", file_format, COLUMNS, need_rows(need))
