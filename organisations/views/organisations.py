"""The partners: the list, and one organisation."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jos.accounts.permissions import is_staff, works_for_city
from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, made, posted
from jos.shared.saved_views import saved_views
from jos.shared.time import today
from organisations import permissions
from organisations.actions.organisations import change_organisation, create_organisation
from organisations.duplicates import likely_duplicates
from organisations.forms.organisations import OrganisationForm
from organisations.models import Offer, Organisation, PartnershipMember, Place
from organisations.staff_filters import organisation_filter

PER_PAGE = 30


@login_not_required
@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    found = organisation_filter(request, Organisation.objects.standing())
    page = Paginator(found.sorted, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "filter": found,
        "saved_views": saved_views(request, "organisations"),
        "staff_filters": works_for_city(request.user),
        "page": page,
        "organisations": _with_numbers(page, request.user),
        "professional": permissions.can_see_professional_information(request.user),
        "can_create": permissions.can_create_organisation(request.user),
    }
    return render(request, "organisations/organisations.html", context)


def _with_numbers(page: Page, user) -> list[tuple[Organisation, int]]:
    """Those of this page alone, each with the number of offers `user` can read of it."""
    numbers = Offer.objects.visible_to(user).counting(today()).number_by_organisation(page)
    return [(organisation, numbers.get(organisation.pk, 0)) for organisation in page]


@login_not_required
@require_safe
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """Everybody reads who it is and what it offers; professionals also whom to call and with whom it works."""
    organisation = get_object_or_404(Organisation.objects.select_related("merged_into"), slug=slug)
    if organisation.merged_into:
        return _moved_to(organisation.merged_into)
    inside = Organisation.objects.workable_by(request.user).filter(pk=organisation.pk).exists()
    professional = permissions.can_see_professional_information(request.user)
    context = {
        "organisation": organisation,
        "offers": _offers_of(organisation, request.user),
        "places": Place.objects.on(today()).filter(organisation=organisation).select_related("neighbourhood"),
        "professional": professional,
        "contacts": organisation.contacts.all() if professional else (),
        "partnerships": _partnerships_of(organisation) if professional else (),
        "inside": inside,
        "can_edit": permissions.can_edit_organisation(request.user, organisation),
        "can_merge": permissions.can_merge_organisations(request.user),
    }
    return render(request, "organisations/organisation.html", context)


def _moved_to(kept: Organisation) -> HttpResponse:
    """The address of one that was merged leads on. For an hour at most: a merger can be undone."""
    response = redirect(kept, permanent=True)
    patch_cache_control(response, max_age=3600)
    return response


def _offers_of(organisation: Organisation, user):
    return Offer.objects.visible_to(user).counting(today()).filter(organisation=organisation).with_details()


def _partnerships_of(organisation: Organisation):
    return PartnershipMember.objects.on(today()).filter(organisation=organisation).select_related("partnership")


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def organisation_new(request: HttpRequest) -> HttpResponse:
    """Staff add an organisation, after a look at those that may be the same one."""
    require(permissions.can_create_organisation(request.user))
    form = OrganisationForm(posted(request), for_staff=True)
    duplicates = _unlooked_duplicates(request, form)
    if not duplicates and (
        organisation := made(form, lambda: create_organisation(organisation=form.instance, by=request.user))
    ):
        messages.success(request, _("%(organisation)s is added.") % {"organisation": organisation})
        return redirect(organisation)
    title, back = _("A new organisation"), reverse("organisations")
    context = {"form": form, "duplicates": duplicates, "title": title, "back": back}
    return form_page(request, "organisations/organisation_form.html", context)


def _unlooked_duplicates(request: HttpRequest, form: OrganisationForm) -> list[Organisation]:
    """Those that may be the same one, until somebody looked at them and said no."""
    if not form.is_bound or "is_another_one" in request.POST or form.made_before():
        return []
    form.is_valid()
    name, number = form.cleaned_data.get("name", ""), form.cleaned_data.get("company_number", "")
    return likely_duplicates(name, number, among=Organisation.objects.standing()) if name else []


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def organisation_edit(request: HttpRequest, slug: str) -> HttpResponse:
    organisation = get_object_or_404(Organisation.objects.workable_by(request.user), slug=slug)
    require(permissions.can_edit_organisation(request.user, organisation))
    title, done, for_staff = organisation.name, organisation.get_absolute_url(), is_staff(request.user)
    form = OrganisationForm(posted(request), instance=organisation, for_staff=for_staff)

    def change(version: int) -> None:
        change_organisation(organisation=organisation, version=version, by=request.user)
        messages.success(request, _("%(organisation)s is saved.") % {"organisation": organisation})

    def again(saved: Organisation) -> OrganisationForm:
        return OrganisationForm(request.POST, instance=saved, for_staff=for_staff)

    answer = changed(request, form, change, again=again, done=done)
    context = {"form": form, "title": title, "back": done}
    return answer or form_page(request, "organisations/organisation_form.html", context)
