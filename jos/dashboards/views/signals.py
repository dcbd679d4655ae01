from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jos.dashboards.signals.forms import PeriodFilter, PublishForm, SignalFilter
from jos.dashboards.signals.loop import loop_page
from jos.dashboards.signals.page import signal_page
from jos.dashboards.signals.table import COLUMNS, signal_rows
from jos.shared.access import require
from jos.shared.record_views import posted
from jos.shared.saved_views import saved_views
from jos.shared.tables.writing import table_response
from neighbourhoods.permissions import can_edit_statistics
from signals.counting.tallies import counted_until
from signals.permissions import can_see_signal_figures
from signals.publishing import SLUG, publish, to_publish


@require_safe
def signal_figures(request: HttpRequest) -> HttpResponse:
    """How many signals, about what, from where, and how long they take."""
    require(can_see_signal_figures(request.user))
    filters = SignalFilter(request.GET)
    context = {
        "filters": filters,
        "page": signal_page(filters, request.user),
        "counted_until": counted_until(),
        "answer_days": settings.SIGNAL_ANSWER_DAYS,
        "may_publish": can_edit_statistics(request.user),
        "saved_views": saved_views(request, "signal_figures"),
    }
    return render(request, "dashboards/signals/figures.html", context)


@require_safe
def signal_figures_export(request: HttpRequest, file_format: str) -> HttpResponseBase:
    """The same numbers as a table to save."""
    require(can_see_signal_figures(request.user))
    filters = SignalFilter(request.GET)
    if not filters.is_valid():  # a file cannot say that something else was asked; the page does
        return redirect(f"{reverse('signal_figures')}?{request.GET.urlencode()}")
    page = signal_page(filters, request.user)
    return table_response(f"signals-{filters.period_shown}", file_format, COLUMNS, signal_rows(page))


@require_http_methods(["GET", "HEAD", "POST"])
def signal_figures_publish(request: HttpRequest) -> HttpResponse:
    """Write the counts as a statistic, after a look at what would be written."""
    require(can_edit_statistics(request.user))
    form = PublishForm(posted(request))
    if form.is_valid():
        publish(population=form.cleaned_data["population"], by=request.user)
        messages.success(request, _("Written. A weighing can use it now."))
        return redirect("statistic", SLUG)
    return render(request, "dashboards/signals/publish.html", {"form": form, "changes": to_publish()})


@require_safe
def signal_loop(request: HttpRequest) -> HttpResponse:
    """Signal, dossier, action, answer, did it change: where the loop is still open."""
    require(can_see_signal_figures(request.user))
    filters = PeriodFilter(request.GET)
    found = loop_page(filters, request.user)
    page = found.page(request.GET.get("page"))
    context = {"filters": filters, "open": found.open, "page": page, "groups": found.groups(page)}
    return render(request, "dashboards/signals/loop.html", context)
