"""Who has not said for a while whether its offers are still right, and asking them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from jos.shared.access import require
from organisations.actions.reminders import send_reminders
from organisations.models import Offer, Organisation
from organisations.permissions import can_send_reminders
from organisations.upkeep import reminders, silent_organisations

PER_PAGE = 50
MOST_AT_ONCE = 1000


@require_safe
def unconfirmed(request: HttpRequest) -> HttpResponse:
    require(can_send_reminders(request.user))
    silences = silent_organisations()
    page = Paginator(silences, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "organisations/unconfirmed.html", {"page": page, "total": len(silences)})


@require_http_methods(["GET", "HEAD", "POST"])
def remind(request: HttpRequest) -> HttpResponse:
    """The mails as they would leave, for the organisations asked; a POST sends them."""
    require(can_send_reminders(request.user))
    asked = _asked(request.POST if request.method == "POST" else request.GET)
    if request.method != "POST":
        return render(request, "organisations/remind.html", {"reminders": reminders(asked)})
    reminded = send_reminders(organisations=asked, by=request.user)
    if reminded:
        number = len(reminded)
        words = ngettext("%(number)s organisation is reminded.", "%(number)s organisations are reminded.", number)
        messages.success(request, words % {"number": number})
    else:
        messages.warning(request, _("Nobody was reminded: tick an organisation that was not reminded this week."))
    return redirect("unconfirmed")


def _asked(said: QueryDict) -> QuerySet[Organisation]:
    """The one whose button was pressed, all that are silent, or those that are ticked."""
    if "only" in said:
        return Organisation.objects.filter(slug=said["only"])
    if "all" in said:
        return Organisation.objects.filter(pk__in=Offer.objects.past_confirmation().values("organisation"))
    return Organisation.objects.filter(slug__in=said.getlist("organisation")[:MOST_AT_ONCE])
