"""What covenants add up to: in figures, in hours and in euros. Of one covenant its own sides see the results too."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import require_safe

from covenants.models import Covenant
from covenants.permissions import can_see_covenant_figures
from jos.dashboards.covenants import tables
from jos.dashboards.covenants.figures import figures_page
from jos.dashboards.covenants.forms import FiguresFilter, MoneyFilter, PromisedFilter
from jos.dashboards.covenants.money import money_page
from jos.dashboards.covenants.promised import promised_page
from jos.dashboards.covenants.results import results_page
from jos.shared.access import require
from jos.shared.saved_views import saved_views
from jos.shared.tables.writing import table_response


@require_safe
def covenant_figures(request: HttpRequest) -> HttpResponse:
    """Value, baseline, target and trend of every indicator; of statements the spread."""
    require(can_see_covenant_figures(request.user))
    filters = FiguresFilter(request.GET)
    context = {
        "filters": filters,
        "page": SimpleLazyObject(partial(figures_page, filters)),  # its template keeps what it shows for a minute
        "saved_views": saved_views(request, "covenant_figures"),
    }
    return render(request, "dashboards/covenants/figures.html", context)


@require_safe
def covenant_figures_export(request: HttpRequest, file_format: str) -> HttpResponseBase:
    require(can_see_covenant_figures(request.user))
    filters = FiguresFilter(request.GET)
    if not filters.is_valid():
        return _to_the_page(request, "covenant_figures")
    rows = tables.figures_rows(figures_page(filters))
    return table_response(f"covenants-{filters.year_shown}", file_format, tables.FIGURES, rows)


@require_safe
def covenant_results(request: HttpRequest, slug: str) -> HttpResponse:
    """One covenant, period by period."""
    covenant = _covenant(request, slug)
    context = {"covenant": covenant, "page": results_page(covenant, request.GET)}
    return render(request, "dashboards/covenants/results.html", context)


@require_safe
def covenant_results_export(request: HttpRequest, slug: str, file_format: str) -> HttpResponseBase:
    rows = tables.results_rows(results_page(_covenant(request, slug), request.GET))
    return table_response(slug, file_format, tables.RESULTS, rows)


@require_safe
def promised_hours(request: HttpRequest) -> HttpResponse:
    """Promised but not there, there but not promised."""
    require(can_see_covenant_figures(request.user))
    filters = PromisedFilter(request.GET)
    page = promised_page(filters)
    shown = page.page(request.GET.get("page"))
    context = {
        "filters": filters,
        "page": page,
        "shown": shown,
        "groups": page.groups(shown),
        "saved_views": saved_views(request, "promised_hours"),
    }
    return render(request, "dashboards/covenants/promised.html", context)


@require_safe
def promised_hours_export(request: HttpRequest, file_format: str) -> HttpResponseBase:
    require(can_see_covenant_figures(request.user))
    filters = PromisedFilter(request.GET)
    if not filters.is_valid():
        return _to_the_page(request, "promised_hours")
    rows = tables.promised_rows(promised_page(filters))
    return table_response(f"promised-{filters.day}", file_format, tables.PROMISED, rows)


@require_safe
def covenant_money(request: HttpRequest) -> HttpResponse:
    """The budget by function and neighbourhood, beside need and coverage."""
    require(can_see_covenant_figures(request.user))
    filters = MoneyFilter(request.GET)
    page = money_page(filters)
    context = {
        "filters": filters,
        "page": page,
        "shown": page.page(request.GET.get("page")),
        "saved_views": saved_views(request, "covenant_money"),
    }
    return render(request, "dashboards/covenants/money.html", context)


@require_safe
def covenant_money_export(request: HttpRequest, file_format: str) -> HttpResponseBase:
    require(can_see_covenant_figures(request.user))
    filters = MoneyFilter(request.GET)
    if not filters.is_valid():
        return _to_the_page(request, "covenant_money")
    return table_response(
        f"budget-{filters.year_shown}", file_format, tables.MONEY, tables.money_rows(money_page(filters))
    )


def _covenant(request: HttpRequest, slug: str) -> Covenant:
    visible = Covenant.objects.visible_to(request.user).covenants().with_parties()
    return get_object_or_404(visible, slug=slug)


def _to_the_page(request: HttpRequest, page: str) -> HttpResponse:
    """A file cannot say that something else was asked; the page does."""
    return redirect(f"{reverse(page)}?{request.GET.urlencode()}")
