from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from organisations.calendar import calendar_of
from organisations.models import Offer


@login_not_required
@require_safe
def offer_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """The days of an offer, for somebody's own calendar. One without known days has nothing to put there."""
    visible = Offer.objects.visible_to(request.user).select_related("organisation", "place")
    offer = get_object_or_404(visible.prefetch_related("moments"), slug=slug)
    if not offer.is_running or not offer.moments.all():
        return render(request, "organisations/no_calendar.html", {"offer": offer}, status=404)
    headers = {"Content-Disposition": f'attachment; filename="{offer.slug}.ics"'}
    return HttpResponse(calendar_of(offer), content_type="text/calendar; charset=utf-8", headers=headers)
