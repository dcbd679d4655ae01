"""What organisations do: the list, and one offer. It changes in `upkeep`, its story stands in `stories`."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from jos.accounts.permissions import works_for_city
from jos.shared.saved_views import saved_views
from neighbourhoods.models import Neighbourhood
from organisations.coverage.here import tell_hours_here
from organisations.models import Offer, Organisation
from organisations.permissions import can_edit_offer, can_see_professional_information, can_send_reminders
from organisations.staff_filters import offer_filter

PER_PAGE = 24


@login_not_required
@require_safe
def offers(request: HttpRequest) -> HttpResponse:
    """The offers that count on a day. Every number of the coverage page opens here."""
    visible = Offer.objects.visible_to(request.user).with_details()
    found = offer_filter(request, visible)
    page = Paginator(found.sorted, PER_PAGE).get_page(request.GET.get("page"))
    professional = can_see_professional_information(request.user)
    if professional and found.area:
        tell_hours_here(page, found.area)
    context = {
        "filter": found,
        "saved_views": saved_views(request, "offers"),
        "staff_filters": works_for_city(request.user),
        "page": page,
        "only_of": _only_of(request.GET.get("organisation")),
        "professional": professional,
        "can_remind": can_send_reminders(request.user),
    }
    return render(request, "organisations/offers.html", context)


def _only_of(slug: str | None) -> Organisation | None:
    return Organisation.objects.filter(slug=slug).first() if slug else None


@login_not_required
@require_safe
def offer(request: HttpRequest, slug: str) -> HttpResponse:
    """For young people what, when, where and for whom; for professionals also how sure it is and who may change it."""
    visible = Offer.objects.visible_to(request.user).with_details()
    areas = Prefetch("reach__neighbourhood", Neighbourhood.objects.without_borders())
    offer = get_object_or_404(visible.prefetch_related(areas), slug=slug)
    context = {
        "offer": offer,
        "professional": can_see_professional_information(request.user),
        "can_edit": can_edit_offer(request.user, offer),
        "can_read_story": Offer.objects.workable_by(request.user).filter(pk=offer.pk).exists(),
    }
    return render(request, "organisations/offer.html", context)
