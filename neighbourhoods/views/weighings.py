"""Pages about weighings: professionals see them and try other weights, staff save them."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import push_url

from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, made, posted
from jos.shared.tables.writing import table_response
from jos.shared.time import today
from neighbourhoods.actions.weighings import change_weighing, create_weighing
from neighbourhoods.forms.weighings import WeighingForm, WhatIf
from neighbourhoods.models import Weighing, WeighingVersion
from neighbourhoods.permissions import can_edit_weighings, can_see_weighings_and_decisions
from neighbourhoods.weighing.page import WeighingPage
from neighbourhoods.weighing.table import columns, rows
from neighbourhoods.weighing.versions import entries


@require_safe
def weighings(request: HttpRequest) -> HttpResponse:
    """What is weighed, and how often that changed."""
    require(can_see_weighings_and_decisions(request.user))
    found = Weighing.objects.prefetch_related("versions__items__statistic")
    context = {"weighings": found, "may_edit": can_edit_weighings(request.user)}
    return render(request, "neighbourhoods/weighings.html", context)


@require_safe
def weighing(request: HttpRequest, slug: str) -> HttpResponse:
    """Who comes first by the figures; with other weights where those are asked."""
    require(can_see_weighings_and_decisions(request.user))
    record = get_object_or_404(Weighing, slug=slug)
    versions = list(_versions(record))
    what_if = WhatIf(request.GET, _version(versions, request))
    address, shows_numbers = _address(versions, what_if), request.GET.get("numbers") == "on"
    as_numbers = _joined(address, "numbers=on")
    only_what_changes = request.htmx and not request.htmx.history_restore_request
    context = {
        "weighing": record,
        "page": WeighingPage.of(what_if, at=today()),
        "form": what_if,
        "versions": entries(versions),
        "address": address,
        "as_numbers": as_numbers,
        "shows_numbers": shows_numbers,
        "may_edit": can_edit_weighings(request.user),
    }
    template = "neighbourhoods/weighing/content.html" if only_what_changes else "neighbourhoods/weighing.html"
    response = render(request, template, context)
    patch_vary_headers(response, ["HX-Request"])
    return (
        push_url(response, f"{request.path}?{as_numbers if shows_numbers else address}")
        if only_what_changes
        else response
    )


@require_safe
def weighing_export(request: HttpRequest, slug: str, file_format: str) -> HttpResponseBase:
    """The same neighbourhoods in the same order, with every number, as a table to save."""
    require(can_see_weighings_and_decisions(request.user))
    record = get_object_or_404(Weighing, slug=slug)
    what_if = WhatIf(request.GET, _version(list(_versions(record)), request))
    ranking = WeighingPage.of(what_if, at=today()).ranking
    name = f"{record.slug}-{what_if.version.number}-{today()}"
    return table_response(name, file_format, columns(ranking), rows(ranking, today()))


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def weighing_new(request: HttpRequest) -> HttpResponse:
    require(can_edit_weighings(request.user))
    form = WeighingForm(posted(request))

    def create() -> Weighing:
        return create_weighing(weighing=form.instance, recipe=form.recipe, reason="", by=request.user)

    if record := made(form, create):
        messages.success(request, _("Saved."))
        return redirect(record)
    context = {"form": form, "title": _("New weighing"), "back": reverse("weighings")}
    return form_page(request, "neighbourhoods/weighing_form.html", context)


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def weighing_edit(request: HttpRequest, slug: str) -> HttpResponse:
    """The next version. What was tried on the page of the weighing stands in the form already."""
    record = get_object_or_404(Weighing, slug=slug)
    require(can_edit_weighings(request.user))
    title, done = _("Change %(weighing)s") % {"weighing": record}, record.get_absolute_url()
    asked = request.GET if request.method != "POST" else None
    form = WeighingForm(posted(request), instance=record, asked=asked)

    def change(version: int) -> None:
        reason = form.cleaned_data["reason"]
        change_weighing(weighing=record, version=version, recipe=form.recipe, reason=reason, by=request.user)
        messages.success(request, _("Saved."))

    answer = changed(request, form, change, again=lambda saved: WeighingForm(request.POST, instance=saved), done=done)
    context = {"form": form, "title": title, "back": done}
    return answer or form_page(request, "neighbourhoods/weighing_form.html", context)


def _versions(record: Weighing) -> QuerySet[WeighingVersion]:
    return record.versions.select_related("saved_by").prefetch_related("items__statistic")


def _version(versions: list[WeighingVersion], request: HttpRequest) -> WeighingVersion:
    """The one that was asked, or the last."""
    asked = request.GET.get("version")
    for version in versions:
        if asked in (None, "", str(version.number)):
            return version
    raise Http404


def _address(versions: list[WeighingVersion], what_if: WhatIf) -> str:
    """What is asked of the page, as an address can carry it."""
    version = "" if what_if.version == versions[0] else f"version={what_if.version.number}"
    return _joined(version, what_if.query)


def _joined(*parts: str) -> str:
    return "&".join(part for part in parts if part)
