"""The library of indicators: everybody who draws up covenants reads it, staff keep it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from covenants.actions.blueprints import change_blueprint, create_blueprint
from covenants.enums import IndicatorKind
from covenants.forms.blueprints import blueprint_form
from covenants.indicators.examples import Example
from covenants.indicators.library import BlueprintFilter, by_function
from covenants.models import Blueprint
from covenants.permissions import can_edit_blueprints, can_see_covenants
from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, made, posted

_KINDS = {"numbers": IndicatorKind.QUANTITATIVE, "statements": IndicatorKind.QUALITATIVE}


@require_safe
def blueprints(request: HttpRequest) -> HttpResponse:
    """What can be looked at together. Who keeps the library also sees what can no longer be chosen."""
    require(can_see_covenants(request.user))
    can_edit = can_edit_blueprints(request.user)
    some = Blueprint.objects.all() if can_edit else Blueprint.objects.to_choose()
    found = BlueprintFilter(request.GET, some, request=request)
    context = {"filter": found, "groups": by_function(found.qs), "can_edit": can_edit, "covenant": None, "chosen": ()}
    return render(request, "covenants/indicators/blueprints.html", context)


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def blueprint_new(request: HttpRequest, kind: str) -> HttpResponse:
    require(can_edit_blueprints(request.user))
    blueprint = Blueprint(kind=kind_named(kind))
    form = blueprint_form(blueprint)(posted(request), instance=blueprint)
    if made_now := made(form, lambda: create_blueprint(blueprint=form.instance, by=request.user)):
        messages.success(request, _("“%(blueprint)s” is added.") % {"blueprint": made_now})
        return redirect("blueprints")
    return _page(request, form, _("A new blueprint"))


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def blueprint_edit(request: HttpRequest, slug: str) -> HttpResponse:
    require(can_edit_blueprints(request.user))
    blueprint = get_object_or_404(Blueprint, slug=slug)
    form_class = blueprint_form(blueprint)
    form, done = form_class(posted(request), instance=blueprint), reverse("blueprints")

    def change(version: int) -> None:
        change_blueprint(blueprint=blueprint, version=version, by=request.user)
        messages.success(request, _("Saved."))

    answer = changed(request, form, change, again=lambda saved: form_class(request.POST, instance=saved), done=done)
    return answer or _page(request, form, str(blueprint))


@require_safe
def indicator_example(request: HttpRequest) -> HttpResponse:
    """How values add up, worked out for what somebody chooses. A part of the form, and no page of its own."""
    require(can_see_covenants(request.user))
    if not request.htmx:
        return redirect("blueprints")
    chosen = (request.GET.get(name, "") for name in ("over_periods", "over_areas", "unit"))
    return render(request, "covenants/indicators/example.html", {"example": Example.of(*chosen)})


def kind_named(name: str) -> IndicatorKind:
    """As addresses call it."""
    if name not in _KINDS:
        raise Http404
    return _KINDS[name]


def _page(request: HttpRequest, form, title: str) -> HttpResponse:
    context = {"form": form, "title": title, "back": reverse("blueprints"), "covenant": None}
    return form_page(request, "covenants/indicators/form.html", context)
