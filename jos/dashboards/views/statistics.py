"""Figures: all of them, one over the city, and all of one area. Visitors find the public ones at the same address."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from jos.dashboards.statistics.areas import area_figures
from jos.dashboards.statistics.listing import listed, with_what_it_needs
from jos.dashboards.statistics.page import areas_of_today, statistic_page
from jos.dashboards.statistics.tables import COLUMNS, COLUMNS_OF_AREA, area_rows, statistic_rows
from jos.dashboards.views.audience import audience_of, who
from jos.shared.access import require
from jos.shared.audit import story
from jos.shared.record_views import story_page
from jos.shared.tables.writing import table_response
from neighbourhoods.figures import Figures
from neighbourhoods.figures.derivations import in_words
from neighbourhoods.models import MovementCircle, Neighbourhood, Statistic, StatisticValue
from neighbourhoods.permissions import can_edit_statistics
from organisations.permissions import can_see_professional_information


@login_not_required
@require_safe
def statistics(request: HttpRequest) -> HttpResponse:
    """All figures by category; for staff also those that an import made and somebody has to complete."""
    groups = listed(audience_of(request))
    may_edit = can_edit_statistics(request.user)
    unfinished = [each.statistic for group in groups for each in group.statistics if not each.statistic.is_complete]
    context = {"groups": groups, "may_edit": may_edit, "unfinished": unfinished if may_edit else []}
    return render(request, "dashboards/statistics/list.html", context | who(request))


@login_not_required
@require_safe
def statistic(request: HttpRequest, slug: str) -> HttpResponse:
    """One statistic: what it is, a map, a table with the same numbers, and how it went."""
    found = _statistic(slug)
    figures = _shown(request, found)
    if not isinstance(figures, Figures):
        return figures
    context = {
        "statistic": found,
        "page": statistic_page(found, figures, request.GET),
        "formula": in_words(found),
        "may_edit": can_edit_statistics(request.user),
    }
    return render(request, "dashboards/statistics/statistic.html", context | who(request))


@login_not_required
@require_safe
def statistic_export(request: HttpRequest, slug: str, file_format: str) -> HttpResponseBase:
    """The same numbers of all periods, as a table to save."""
    found = _statistic(slug)
    figures = _shown(request, found)
    if not isinstance(figures, Figures):
        return figures
    rows = statistic_rows(found, figures, list(areas_of_today()))
    return table_response(found.slug, file_format, COLUMNS, rows)


@require_safe
def statistic_story(request: HttpRequest, slug: str) -> HttpResponse:
    """What happened to its definition, and which values were corrected. Old ones of people are not told."""
    require(can_see_professional_information(request.user))
    found = _statistic(slug)
    corrected = StatisticValue.history.filter(statistic_id=found.pk, history_type="~").values("id")
    values = StatisticValue.history.filter(statistic_id=found.pk, id__in=corrected)
    is_of_people = found.counts_people or (found.weighted_by and found.weighted_by.counts_people)
    entries = story(found) if is_of_people else story(found, values)
    return story_page(request, found, entries, back=found.get_absolute_url())


@login_not_required
@require_safe
def neighbourhood_figures(request: HttpRequest, slug: str) -> HttpResponse:
    return _of_area(request, get_object_or_404(Neighbourhood.objects.without_borders(), slug=slug))


@login_not_required
@require_safe
def circle_figures(request: HttpRequest, slug: str) -> HttpResponse:
    return _of_area(request, get_object_or_404(MovementCircle, slug=slug))


@login_not_required
@require_safe
def neighbourhood_figures_export(request: HttpRequest, slug: str, file_format: str) -> HttpResponseBase:
    place = get_object_or_404(Neighbourhood.objects.without_borders(), slug=slug)
    return _export_of_area(request, place, file_format)


@login_not_required
@require_safe
def circle_figures_export(request: HttpRequest, slug: str, file_format: str) -> HttpResponseBase:
    return _export_of_area(request, get_object_or_404(MovementCircle, slug=slug), file_format)


def _of_area(request: HttpRequest, place: Neighbourhood | MovementCircle) -> HttpResponse:
    is_circle = isinstance(place, MovementCircle)
    context = {
        "place": place,
        "is_circle": is_circle,
        "found": area_figures(place, audience_of(request)),
        "export": "circle_figures_export" if is_circle else "neighbourhood_figures_export",
    }
    return render(request, "dashboards/statistics/area.html", context | who(request))


def _export_of_area(request: HttpRequest, place: Neighbourhood | MovementCircle, file_format: str) -> HttpResponseBase:
    rows = area_rows(area_figures(place, audience_of(request)))
    return table_response(f"{place.slug}-figures", file_format, COLUMNS_OF_AREA, rows)


def _shown(request: HttpRequest, statistic: Statistic) -> Figures | HttpResponse:
    """Its figures for whoever asks; the way in for a visitor who asks for an internal one, as on every closed page."""
    figures = Figures([statistic], audience=audience_of(request))
    if figures.statistics:
        return figures
    require(not request.user.is_authenticated)
    return redirect_to_login(request.get_full_path())


def _statistic(slug: str) -> Statistic:
    return get_object_or_404(with_what_it_needs(), slug=slug)
