"""Ending an organisation, and starting again: itself or one of its offers."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jos.shared.access import require
from jos.shared.record_views import posted
from jos.shared.saving import ChangedMeanwhile
from organisations.actions.endings import end_organisation, restart_offer, restart_organisation
from organisations.forms.endings import EndOrganisationForm, RestartOfferForm, RestartOrganisationForm
from organisations.models import Offer, Organisation
from organisations.permissions import can_edit_offer, can_end_organisation


@require_http_methods(["GET", "HEAD", "POST"])
def organisation_end(request: HttpRequest, slug: str) -> HttpResponse:
    organisation = _own(request, slug)
    form = EndOrganisationForm(posted(request), organisation=organisation)
    if form.is_bound and form.is_valid():
        values = form.cleaned_data
        try:
            end_organisation(organisation=organisation, **values, by=request.user)
        except ChangedMeanwhile:
            return _look_again(request, "organisation_end", organisation)
        messages.success(request, _("The end of %(organisation)s is saved.") % {"organisation": organisation})
        return redirect(organisation)
    running = Offer.objects.running().filter(organisation=organisation).count()
    context = {"organisation": organisation, "form": form, "running": running}
    return render(request, "organisations/organisation_end.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def organisation_restart(request: HttpRequest, slug: str) -> HttpResponse:
    organisation = _own(request, slug)
    form = RestartOrganisationForm(posted(request), organisation=organisation)
    if form.is_bound and form.is_valid():
        values = {"offers": ()} | form.cleaned_data
        try:
            restart_organisation(organisation=organisation, **values, by=request.user)
        except ChangedMeanwhile:
            return _look_again(request, "organisation_restart", organisation)
        messages.success(request, _("%(organisation)s goes on.") % {"organisation": organisation})
        return redirect(organisation)
    return render(request, "organisations/organisation_restart.html", {"organisation": organisation, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def offer_restart(request: HttpRequest, slug: str) -> HttpResponse:
    offer = get_object_or_404(Offer.objects.workable_by(request.user).select_related("organisation"), slug=slug)
    require(can_edit_offer(request.user, offer))
    form = RestartOfferForm(posted(request), offer=offer)
    if form.is_bound and form.is_valid():
        again = restart_offer(offer=offer, **form.cleaned_data, by=request.user)
        messages.success(request, _("“%(offer)s” goes on.") % {"offer": again})
        return redirect(again)
    return render(request, "organisations/offer_restart.html", {"offer": offer, "form": form})


def _own(request: HttpRequest, slug: str) -> Organisation:
    organisation = get_object_or_404(Organisation.objects.workable_by(request.user), slug=slug)
    require(can_end_organisation(request.user))
    return organisation


def _look_again(request: HttpRequest, route: str, organisation: Organisation) -> HttpResponse:
    messages.error(request, _("Somebody changed this organisation meanwhile. Nothing was saved: look again."))
    return redirect(route, organisation.slug)
