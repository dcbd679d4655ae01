"""Where figures come from."""

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from jos.dashboards.statistics.data_sets import brought
from jos.shared.access import require
from neighbourhoods.models import DataSet
from neighbourhoods.permissions import can_edit_statistics
from organisations.permissions import can_see_professional_information


@require_safe
def data_sets(request: HttpRequest) -> HttpResponse:
    require(can_see_professional_information(request.user))
    found = DataSet.objects.annotate(number=Count("statistics"))
    context = {"data_sets": found, "may_edit": can_edit_statistics(request.user)}
    return render(request, "dashboards/statistics/data_sets.html", context)


@require_safe
def data_set(request: HttpRequest, slug: str) -> HttpResponse:
    """Source, date, areas, licence and quality, and how complete what it brought is."""
    require(can_see_professional_information(request.user))
    found = get_object_or_404(DataSet, slug=slug)
    context = {"data_set": found, "brought": brought(found), "may_edit": can_edit_statistics(request.user)}
    return render(request, "dashboards/statistics/data_set.html", context)
