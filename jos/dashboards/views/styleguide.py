from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from jos.accounts.permissions import is_staff
from jos.dashboards import styleguide as examples
from jos.dashboards import styleguide_charts as charts
from jos.dashboards.colours import colours
from jos.shared.access import require
from organisations.enums import Function


@login_not_required
@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """Every component in every state: for staff, and for everybody where the portal is being worked on."""
    context = {
        "colours": colours(),
        "flowers": examples.flowers(),
        "functions": Function,
        "forms": {state: examples.form(state) for state in ("empty", "filled", "wrong", "disabled")},
        "draft": {"saved_at": timezone.now()},
        "offer": examples.offer(),
        "page": examples.page(),
        "saved_views": examples.saved_views(),
        "story": examples.story(),
        "differences": examples.differences(),
    }
    return _show(request, "styleguide/styleguide.html", context)


@login_not_required
@require_safe
def styleguide_charts(request: HttpRequest) -> HttpResponse:
    """Every way to draw numbers."""
    context = {
        "line": charts.line_chart(),
        "bars": charts.bar_charts(),
        "sparklines": charts.sparklines(),
        "scatter": charts.scatter(),
        "weighing": charts.weighing(),
    }
    return _show(request, "styleguide/charts.html", context)


def _show(request: HttpRequest, template: str, context: dict[str, object]) -> HttpResponse:
    if not settings.DEBUG:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        require(is_staff(request.user))
    return render(request, template, context)
