"""Where figures come from. Visitors find the data sets of public figures at the same address."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from jos.dashboards.statistics.data_sets import brought, listed
from jos.dashboards.views.audience import audience_of, who
from jos.shared.access import require
from neighbourhoods.enums import Audience
from neighbourhoods.models import DataSet
from neighbourhoods.permissions import can_edit_statistics


@login_not_required
@require_safe
def data_sets(request: HttpRequest) -> HttpResponse:
    context = {"data_sets": listed(audience_of(request)), "may_edit": can_edit_statistics(request.user)}
    return render(request, "dashboards/statistics/data_sets.html", context | who(request))


@login_not_required
@require_safe
def data_set(request: HttpRequest, slug: str) -> HttpResponse:
    """Source, date, areas, licence and quality, and how complete what it brought is."""
    found = get_object_or_404(DataSet, slug=slug)
    audience = audience_of(request)
    statistics = brought(found, audience)
    if audience == Audience.PUBLIC and not statistics:
        require(not request.user.is_authenticated)
        return redirect_to_login(request.get_full_path())
    context = {"data_set": found, "brought": statistics, "may_edit": can_edit_statistics(request.user)}
    return render(request, "dashboards/statistics/data_set.html", context | who(request))
