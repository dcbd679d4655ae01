"""A new offer, in three short steps. Between them it is a draft: going back, or coming back tomorrow, loses nothing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import made
from organisations.actions.offers import create_offer
from organisations.actions.organisations import add_to_organisation
from organisations.enums import OfferStatus
from organisations.forms.new_offer import STEPS, WHERE, NewOfferForm
from organisations.models import Offer, Organisation
from organisations.permissions import can_edit_organisation
from organisations.views.upkeep import page_of

STEPS_TO_GO = frozenset(map(str, STEPS))


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def offer_new(request: HttpRequest, slug: str) -> HttpResponse:
    organisation = get_object_or_404(Organisation.objects.workable_by(request.user), slug=slug)
    require(can_edit_organisation(request.user, organisation))
    offer = Offer(organisation=organisation)
    if request.method != "POST":
        form = NewOfferForm(instance=offer, asked_step=request.GET.get("step"))
        return _page(request, form)
    typed = request.POST.copy()
    form = NewOfferForm(typed, instance=offer, asked_step=typed.get("step"))
    if form.step == WHERE and not _added_place(request, form, typed):
        form.show_step(WHERE)
        return _page(request, form)
    if typed.get("go") in STEPS_TO_GO:
        return _go(request, form, typed)
    return _save(request, form)


def _added_place(request: HttpRequest, form: NewOfferForm, typed: QueryDict) -> bool:
    """A place that was filled in is added first, and chosen. False while something about it is not right."""
    if not typed.get("new_place-name", "").strip():
        return True
    form.new_place = form.place_form(typed)
    place = made(form.new_place, lambda: add_to_organisation(record=form.new_place.instance, by=request.user))
    if place is None:
        return False
    typed["place"] = str(place.pk)
    for name in [name for name in typed if name.startswith("new_place-")]:
        del typed[name]
    request.POST = typed  # type: ignore[misc,assignment]  # what is kept as a draft
    messages.success(request, _("%(record)s is added.") % {"record": place})
    return True


def _go(request: HttpRequest, form: NewOfferForm, typed: QueryDict) -> HttpResponse:
    """Back is always possible; further only when what comes before is right."""
    to = int(str(typed["go"]))
    wrong = form.first_wrong_step(before=to) if to > form.step else None
    if wrong:
        form.show_step(wrong)
        return _page(request, form)
    typed["step"] = str(to)
    request.POST = typed  # type: ignore[misc,assignment]
    return redirect(f"{request.path}?step={to}")


def _save(request: HttpRequest, form: NewOfferForm) -> HttpResponse:
    offer = form.instance
    if request.POST.get("action") == "publish":
        offer.status = OfferStatus.PUBLISHED
    if saved := made(form, lambda: create_offer(offer=offer, **form.parts(), by=request.user)):
        published = saved.status == OfferStatus.PUBLISHED
        words = _("“%(offer)s” is published. Thank you.") if published else _("“%(offer)s” is saved as a draft.")
        messages.success(request, words % {"offer": saved})
        return redirect(page_of(request, saved.organisation))
    form.show_step(form.first_wrong_step() or form.step)
    return _page(request, form)


def _page(request: HttpRequest, form: NewOfferForm) -> HttpResponse:
    organisation = form.instance.organisation
    context = {"form": form, "organisation": organisation, "back": page_of(request, organisation)}
    return form_page(request, "organisations/offer_new.html", context)
