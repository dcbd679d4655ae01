"""Who has not said for a while whether its offers are still right, and asking them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from jos.shared.access import require
from organisations.actions.reminders import send_reminders
from organisations.models import Organisation
from organisations.permissions import can_send_reminders
from organisations.upkeep import silent_organisations

PER_PAGE = 50


@require_safe
def unconfirmed(request: HttpRequest) -> HttpResponse:
    require(can_send_reminders(request.user))
    silences = silent_organisations()
    page = Paginator(silences, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "organisations/unconfirmed.html", {"page": page, "total": len(silences)})


@require_POST
def remind(request: HttpRequest) -> HttpResponse:
    """Remind the organisation whose button was pressed, or those that are ticked."""
    require(can_send_reminders(request.user))
    slugs = request.POST.getlist("only") or request.POST.getlist("organisation")
    asked = Organisation.objects.filter(slug__in=slugs[:PER_PAGE])
    reminded = send_reminders(organisations=asked, by=request.user)
    if reminded:
        number = len(reminded)
        words = ngettext("%(number)s organisation is reminded.", "%(number)s organisations are reminded.", number)
        messages.success(request, words % {"number": number})
    else:
        messages.warning(request, _("Nobody was reminded: tick an organisation that was not reminded this week."))
    return redirect("unconfirmed")
