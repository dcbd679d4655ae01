"""The pages on which an organisation keeps its offers up to date: in under a minute, on a phone."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, posted
from organisations.actions import offers as actions
from organisations.current import current_organisation
from organisations.enums import OfferStatus
from organisations.forms.offer_upkeep import CopyOfferForm, EndOfferForm
from organisations.forms.offers import OfferForm
from organisations.models import Offer, Organisation
from organisations.permissions import can_edit_offer, can_edit_organisation
from organisations.upkeep import own_offers as read_own_offers


@require_safe
def own_offers(request: HttpRequest) -> HttpResponse:
    """The offers of the organisation somebody works for now."""
    organisation = current_organisation(request)
    if organisation is None:
        return render(request, "organisations/own_offers_nobody.html")
    return _own_offers_page(request, organisation)


@require_safe
def organisation_offers(request: HttpRequest, slug: str) -> HttpResponse:
    """The same page for one organisation, as staff and policymakers open it."""
    return _own_offers_page(request, get_object_or_404(Organisation.objects.workable_by(request.user), slug=slug))


def _own_offers_page(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    own, words = read_own_offers(organisation=organisation), request.GET.get("q", "").strip()
    context = {
        "organisation": organisation,
        "own": own,
        "found": own.called(words) if words else own,
        "words": words,
        "can_edit": can_edit_organisation(request.user, organisation),
    }
    return render(request, "organisations/own_offers.html", context)


@require_POST
def confirm_all(request: HttpRequest, slug: str) -> HttpResponse:
    """ "All still right": one click for all running offers of an organisation."""
    organisation = get_object_or_404(Organisation.objects.workable_by(request.user), slug=slug)
    require(can_edit_organisation(request.user, organisation))
    actions.confirm_offers(Offer.objects.running().filter(organisation=organisation), by=request.user)
    messages.success(request, _("Thank you. All offers are confirmed."))
    return redirect(page_of(request, organisation))


@require_POST
def offer_confirm(request: HttpRequest, slug: str) -> HttpResponse:
    offer = _own(request, slug)
    actions.confirm_offers([offer], by=request.user)
    messages.success(request, _("“%(offer)s” is confirmed.") % {"offer": offer})
    return redirect(page_of(request, offer.organisation))


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def offer_edit(request: HttpRequest, slug: str) -> HttpResponse:
    offer = _own(request, slug, Offer.objects.prefetch_related("functions", "moments"))
    title, organisation = offer.title, offer.organisation
    form = OfferForm(posted(request), instance=offer)
    _publish_if_asked(request, offer)

    def change(version: int) -> None:
        actions.change_offer(offer=offer, version=version, **form.parts(), by=request.user)
        messages.success(request, _("“%(offer)s” is saved.") % {"offer": offer})

    done = page_of(request, organisation)
    answer = changed(request, form, change, again=lambda saved: OfferForm(request.POST, instance=saved), done=done)
    return answer or _form_page(request, form, title=title, organisation=organisation)


@require_http_methods(["GET", "HEAD", "POST"])
def offer_copy(request: HttpRequest, slug: str) -> HttpResponse:
    """Copy to other neighbourhoods, then look at the copy before it is published."""
    offer = _own(request, slug)
    form = CopyOfferForm(posted(request))
    if form.is_bound and form.is_valid():
        copy = actions.copy_offer(
            offer=offer,
            neighbourhoods=form.cleaned_data["neighbourhoods"],
            token=form.cleaned_data["token"],
            by=request.user,
        )
        messages.success(request, _("This is the copy, still a draft. Look at it and publish it."))
        return redirect("offer_edit", copy.slug)
    return render(request, "organisations/offer_copy.html", {"offer": offer, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def offer_end(request: HttpRequest, slug: str) -> HttpResponse:
    offer = _own(request, slug)
    form = EndOfferForm(posted(request), offer=offer)
    if form.is_bound and form.is_valid():
        actions.end_offer(offer=offer, last_day=form.last_day, by=request.user)
        messages.success(request, _("The end of “%(offer)s” is saved.") % {"offer": offer})
        return redirect(page_of(request, offer.organisation))
    return render(request, "organisations/offer_end.html", {"offer": offer, "form": form})


@require_POST
def offer_publish(request: HttpRequest, slug: str) -> HttpResponse:
    offer = actions.publish_offer(offer=_own(request, slug), by=request.user)
    messages.success(request, _("“%(offer)s” is published.") % {"offer": offer})
    return redirect(offer)


@require_POST
def offer_archive(request: HttpRequest, slug: str) -> HttpResponse:
    offer = actions.archive_offer(offer=_own(request, slug), by=request.user)
    messages.success(request, _("“%(offer)s” is in the archive. It counts no longer, on any day.") % {"offer": offer})
    return redirect(offer)


def _own(request: HttpRequest, slug: str, offers: QuerySet | None = None) -> Offer:
    """An offer this person may change: a stranger gets 404, somebody who may only read 403."""
    offers = Offer.objects.all() if offers is None else offers
    offer = get_object_or_404(
        offers.workable_by(request.user).select_related("organisation", "place", "partnership"), slug=slug
    )
    require(can_edit_offer(request.user, offer))
    return offer


def _publish_if_asked(request: HttpRequest, offer: Offer) -> None:
    """The form has two buttons. What was archived stays so: publishing it again is a decision of its own."""
    if offer.status == OfferStatus.DRAFT and request.POST.get("action") == "publish":
        offer.status = OfferStatus.PUBLISHED


def page_of(request: HttpRequest, organisation: Organisation) -> str:
    """Back to "our offer" for those who work there now, and to the organisation's offers for the city."""
    if organisation == current_organisation(request):
        return reverse("own_offers")
    return reverse("organisation_offers", args=[organisation.slug])


def _form_page(request: HttpRequest, form: OfferForm, *, title: str, organisation: Organisation) -> HttpResponse:
    context = {
        "form": form,
        "title": title,
        "organisation": organisation,
        "back": page_of(request, organisation),
    }
    return form_page(request, "organisations/offer_form.html", context)
