"""What an organisation has: places where it receives young people, and contacts for professionals."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, made, posted
from organisations.actions.organisations import add_to_organisation, change_possession, remove_contact
from organisations.forms.organisations import ContactForm, PlaceForm
from organisations.models import Contact, Organisation, Place
from organisations.permissions import can_edit_organisation


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def place_new(request: HttpRequest, slug: str) -> HttpResponse:
    organisation = _own(request, slug)
    form = PlaceForm(posted(request), instance=Place(organisation=organisation))
    return _new(request, form, organisation, _("A new place"))


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def place_edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    organisation = _own(request, slug)
    place = get_object_or_404(Place.objects.select_related("neighbourhood"), organisation=organisation, pk=pk)
    return _edit(request, PlaceForm, place, organisation)


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def contact_new(request: HttpRequest, slug: str) -> HttpResponse:
    organisation = _own(request, slug)
    form = ContactForm(posted(request), instance=Contact(organisation=organisation))
    return _new(request, form, organisation, _("A new contact"))


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def contact_edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    organisation = _own(request, slug)
    return _edit(request, ContactForm, get_object_or_404(Contact, organisation=organisation, pk=pk), organisation)


@require_POST
def contact_remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    organisation = _own(request, slug)
    contact = get_object_or_404(Contact, organisation=organisation, pk=pk)
    remove_contact(contact=contact, by=request.user)
    messages.success(request, _("%(name)s is no longer a contact.") % {"name": contact})
    return redirect(organisation)


def _own(request: HttpRequest, slug: str) -> Organisation:
    organisation = get_object_or_404(Organisation.objects.workable_by(request.user), slug=slug)
    require(can_edit_organisation(request.user, organisation))
    return organisation


def _new(request: HttpRequest, form, organisation: Organisation, title: str) -> HttpResponse:
    if record := made(form, lambda: add_to_organisation(record=form.instance, by=request.user)):
        messages.success(request, _("%(record)s is added.") % {"record": record})
        return redirect(organisation)
    context = {"form": form, "title": title, "organisation": organisation, "back": organisation.get_absolute_url()}
    return form_page(request, "organisations/belonging_form.html", context)


def _edit(request: HttpRequest, form_class: Callable, record: Place | Contact, organisation: Organisation):
    title, done = str(record), organisation.get_absolute_url()
    form = form_class(posted(request), instance=record)

    def change(version: int) -> None:
        change_possession(record=record, version=version, by=request.user)
        messages.success(request, _("%(record)s is saved.") % {"record": record})

    answer = changed(request, form, change, again=lambda saved: form_class(request.POST, instance=saved), done=done)
    context = {"form": form, "title": title, "organisation": organisation, "back": done}
    return answer or form_page(request, "organisations/belonging_form.html", context)
