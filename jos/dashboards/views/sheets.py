"""Neighbourhoods and movement circles. One address each: what somebody may see decides which page it is."""

from django.contrib.auth.decorators import login_not_required
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from jos.dashboards.coverage.city import by_name
from jos.dashboards.coverage.forms import MomentFilter
from jos.dashboards.sheets.pdf import sheet_pdf
from jos.dashboards.sheets.promises import promised_here
from jos.dashboards.sheets.public_areas import answered_here, public_area, public_list
from jos.dashboards.sheets.sheet import sheet
from jos.dashboards.sheets.voices import voices
from jos.shared.access import require
from jos.shared.time import today
from neighbourhoods.decisions.priorities import published_about
from neighbourhoods.models import MovementCircle, Neighbourhood
from organisations.enums import AgeBand
from organisations.permissions import can_see_professional_information


@login_not_required
@require_safe
def neighbourhoods(request: HttpRequest) -> HttpResponse:
    """All neighbourhoods: how they stand for professionals, what can be found there for everybody else."""
    if _sees_the_inside(request):
        return render(request, "dashboards/neighbourhoods.html", {"groups": by_name(MomentFilter(request.GET))})
    context = {"districts": public_list(), "professional": can_see_professional_information(request.user)}
    return render(request, "dashboards/public/neighbourhoods.html", context)


@login_not_required
@require_safe
def neighbourhood(request: HttpRequest, slug: str) -> HttpResponse:
    place = _neighbourhood(slug)
    if not _sees_the_inside(request):
        return _public(request, place)
    moment = MomentFilter(request.GET)
    return _sheet(request, place, moment, codes=place.codes.all(), around=place.circles.on(moment.day))


@login_not_required
@require_safe
def circle(request: HttpRequest, slug: str) -> HttpResponse:
    place = _circle(slug)
    if not _sees_the_inside(request):
        return _public(request, place)
    moment = MomentFilter(request.GET)
    return _sheet(request, place, moment, around=[n for n in place.neighbourhoods.all() if n.holds_on(moment.day)])


@require_safe
def neighbourhood_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    require(can_see_professional_information(request.user))
    return _pdf(request, _neighbourhood(slug))


@require_safe
def circle_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    require(can_see_professional_information(request.user))
    return _pdf(request, _circle(slug))


def _neighbourhood(slug: str) -> Neighbourhood:
    return get_object_or_404(Neighbourhood.objects.without_borders(), slug=slug)


def _circle(slug: str) -> MovementCircle:
    parts = Prefetch("neighbourhoods", Neighbourhood.objects.without_borders())
    return get_object_or_404(MovementCircle.objects.prefetch_related(parts), slug=slug)


def _sees_the_inside(request: HttpRequest) -> bool:
    """Professionals, unless they ask how it looks to others."""
    return can_see_professional_information(request.user) and "public" not in request.GET


def _sheet(request: HttpRequest, place: Neighbourhood | MovementCircle, moment: MomentFilter, **beside) -> HttpResponse:
    pdf = reverse("circle_pdf" if isinstance(place, MovementCircle) else "neighbourhood_pdf", args=[place.slug])
    context = {
        "place": place,
        "is_circle": isinstance(place, MovementCircle),
        "filters": moment,
        "sheet": sheet(place, moment),
        "voices": voices(place, request.user),
        "promised": promised_here(place, moment, request.user),
        "pdf": f"{pdf}?{moment.query}",
    }
    return render(request, "dashboards/sheet.html", context | beside)


def _public(request: HttpRequest, place: Neighbourhood | MovementCircle) -> HttpResponse:
    moment = MomentFilter(request.GET)
    context = {
        "place": place,
        "is_circle": isinstance(place, MovementCircle),
        "here": public_area(place, moment.band),
        "decided": published_about(place, today()),
        "said": answered_here(place),
        "bands": AgeBand,
        "chosen": str(moment.band or ""),
        "professional": can_see_professional_information(request.user),
    }
    return render(request, "dashboards/public/area.html", context)


def _pdf(request: HttpRequest, place: Neighbourhood | MovementCircle) -> HttpResponse:
    moment = MomentFilter(request.GET)
    found = sheet(place, moment)
    if not found:
        raise Http404
    address = f"{place.get_absolute_url()}?{moment.query}"
    pdf = sheet_pdf(found, moment, address, voices=voices(place, request.user))
    name = f"{place.slug}-{moment.day}.pdf"
    return HttpResponse(
        pdf, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'}
    )
