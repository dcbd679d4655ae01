from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from jos.accounts.permissions import is_policymaker, is_staff
from jos.dashboards.attention import city_today, decisions_to_review, staff_today
from organisations.current import current_organisation
from organisations.upkeep import own_offers


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What asks for attention today, for whoever looks; for a visitor, what this is."""
    if is_staff(request.user):
        return render(request, "dashboards/home/staff.html", {"today": staff_today()})
    if is_policymaker(request.user):
        context = {"city": city_today(), "decisions": decisions_to_review()}
        return render(request, "dashboards/home/policymaker.html", context)
    if request.user.is_authenticated:
        return _partner(request)
    return render(request, "dashboards/home/visitor.html")


def _partner(request: HttpRequest) -> HttpResponse:
    organisation = current_organisation(request)
    if organisation is None:
        return render(request, "dashboards/home/nobody.html")
    context = {"organisation": organisation, "own": own_offers(organisation=organisation)}
    return render(request, "dashboards/home/partner.html", context)
