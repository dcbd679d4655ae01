from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from jos.accounts.permissions import is_staff
from jos.dashboards import styleguide as examples
from jos.dashboards.colours import colours
from jos.shared.access import require
from organisations.enums import Function


@login_not_required
@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """Every component in every state: for staff, and for everybody where the portal is being worked on."""
    if not settings.DEBUG:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        require(is_staff(request.user))
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
        "line": examples.line_chart(),
        "bars": examples.bar_charts(),
        "sparklines": examples.sparklines(),
        "weighing": examples.weighing(),
    }
    return render(request, "styleguide/styleguide.html", context)
