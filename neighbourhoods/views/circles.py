"""Pages about movement circles."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, made, posted
from neighbourhoods.actions.circles import change_circle, create_circle
from neighbourhoods.forms.circles import CircleForm
from neighbourhoods.models import MovementCircle
from neighbourhoods.permissions import can_edit_circles


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def circle_new(request: HttpRequest) -> HttpResponse:
    require(can_edit_circles(request.user))
    form = CircleForm(posted(request))

    def create() -> MovementCircle:
        return create_circle(circle=form.instance, neighbourhoods=form.cleaned_data["neighbourhoods"], by=request.user)

    if circle := made(form, create):
        messages.success(request, _("Saved."))
        return redirect(circle)
    context = {"form": form, "title": _("New movement circle"), "back": reverse("neighbourhoods")}
    return form_page(request, "neighbourhoods/circle_form.html", context)


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def circle_edit(request: HttpRequest, slug: str) -> HttpResponse:
    circle = get_object_or_404(MovementCircle, slug=slug)
    require(can_edit_circles(request.user))
    title, done = _("Change %(circle)s") % {"circle": circle}, circle.get_absolute_url()
    form = CircleForm(posted(request), instance=circle)

    def change(version: int) -> None:
        spans = form.cleaned_data["neighbourhoods"]
        change_circle(circle=circle, version=version, neighbourhoods=spans, by=request.user)
        messages.success(request, _("Saved."))

    answer = changed(request, form, change, again=lambda saved: CircleForm(request.POST, instance=saved), done=done)
    context = {"form": form, "title": title, "back": done}
    return answer or form_page(request, "neighbourhoods/circle_form.html", context)
