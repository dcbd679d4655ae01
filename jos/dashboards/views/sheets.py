from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from jos.dashboards.city import Row, by_name
from jos.dashboards.forms import MomentFilter
from jos.dashboards.sheet import sheet
from jos.shared.access import require
from neighbourhoods.models import MovementCircle, Neighbourhood
from organisations.permissions import can_see_professional_information


@require_safe
def neighbourhoods(request: HttpRequest) -> HttpResponse:
    """All neighbourhoods and circles by name, and how they stand."""
    require(can_see_professional_information(request.user))
    moment = MomentFilter(request.GET)
    return render(request, "dashboards/neighbourhoods.html", {"groups": by_name(moment)})


@require_safe
def neighbourhood(request: HttpRequest, slug: str) -> HttpResponse:
    require(can_see_professional_information(request.user))
    place = get_object_or_404(Neighbourhood.objects.without_borders(), slug=slug)
    moment = MomentFilter(request.GET)
    return _sheet(request, place, moment, codes=place.codes.all(), around=place.circles.on(moment.day))


@require_safe
def circle(request: HttpRequest, slug: str) -> HttpResponse:
    require(can_see_professional_information(request.user))
    place = get_object_or_404(MovementCircle, slug=slug)
    moment = MomentFilter(request.GET)
    return _sheet(request, place, moment, around=place.neighbourhoods.on(moment.day).without_borders())


def _sheet(request: HttpRequest, place: Neighbourhood | MovementCircle, moment: MomentFilter, **beside) -> HttpResponse:
    found = sheet(place, moment)
    row = Row.of(found.area, moment) if found else None
    context = {"place": place, "filters": moment, "sheet": found, "row": row, **beside}
    return render(request, "dashboards/sheet.html", context)
