"""Saving a view of a page, and throwing it away."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jos.shared.models import SavedView
from jos.shared.saved_views import SavedViewForm, address_of


@require_POST
def saved_view_save(request: HttpRequest) -> HttpResponse:
    """Keep what is asked of a page. A name that was used before means this from now on."""
    form = SavedViewForm(request.POST)
    if not form.is_valid() and "page" in form.errors:
        raise BadRequest("no page of ours")
    page, query = form.cleaned_data["page"], form.cleaned_data.get("query", "")
    if form.is_valid():
        name = form.cleaned_data["name"]
        request.user.saved_views.update_or_create(page=page, name=name, defaults={"query": query})  # type: ignore[union-attr]
        messages.success(request, _("Saved as “%s”.") % name)
    else:
        messages.error(request, _("Give the view a name of at most 60 characters; it was not saved."))
    return redirect(address_of(page, query))


@require_POST
def saved_view_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Only one's own; somebody else's does not exist."""
    view = get_object_or_404(SavedView, pk=pk, user=request.user)
    view.delete()
    messages.success(request, _("“%s” is no longer among your saved views.") % view.name)
    return redirect(address_of(view.page, view.query))
