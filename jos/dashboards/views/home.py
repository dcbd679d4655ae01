from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from jos.accounts.permissions import is_policymaker, is_staff
from jos.dashboards.homes.city import city_today, is_known
from jos.dashboards.homes.need import high_need
from jos.dashboards.homes.partner import partner_home
from jos.dashboards.homes.policymaker import policymaker_home, what_is_missing
from jos.dashboards.homes.staff import staff_home
from organisations.current import current_organisation
from organisations.enums import AgeBand
from organisations.permissions import can_manage_members


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What asks for attention today, for whoever looks; for a visitor, what this is."""
    if is_staff(request.user):
        return _staff(request)
    if is_policymaker(request.user):
        return _policymaker(request)
    if request.user.is_authenticated:
        return _partner(request)
    return render(request, "dashboards/home/visitor.html", {"ages": list(AgeBand)})


def _staff(request: HttpRequest) -> HttpResponse:
    city = city_today()
    context = {"city": city, "home": staff_home(request.user, city)}
    return render(request, "dashboards/home/staff.html", context)


def _policymaker(request: HttpRequest) -> HttpResponse:
    was_known, city = is_known(), city_today()
    context = {
        "city": city,
        "missing": high_need(city, may_look=was_known) + what_is_missing(city),
        "home": policymaker_home(),
    }
    return render(request, "dashboards/home/policymaker.html", context)


def _partner(request: HttpRequest) -> HttpResponse:
    organisation = current_organisation(request)
    if organisation is None:
        return render(request, "dashboards/home/nobody.html")
    coordinates = can_manage_members(request.user, organisation)
    home = partner_home(request.user, organisation, city_today(), coordinates=coordinates)
    return render(request, "dashboards/home/partner.html", {"organisation": organisation, "home": home})
