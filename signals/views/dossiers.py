"""Dossiers: the list, one of them, and writing down what it is about."""

from collections.abc import Iterable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jos.shared.access import require
from jos.shared.audit import story
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, made, posted, story_page, unless_refused
from jos.shared.saved_views import saved_views
from jos.shared.tables.writing import table_response
from jos.shared.time import today
from signals.actions.dossiers import change_dossier
from signals.actions.opening import open_dossier_with
from signals.dossiers.exports import COLUMNS, dossier_rows
from signals.dossiers.filters import DossierFilter
from signals.dossiers.page import dossier_page
from signals.dossiers.words import rows, standing, waiting
from signals.forms.dossiers import DossierForm
from signals.models import Dossier, DossierAction, Signal
from signals.permissions import can_edit_dossiers, can_see_dossiers

PER_PAGE = 24


@require_safe
def dossiers(request: HttpRequest) -> HttpResponse:
    """All that are not closed, the most urgent first."""
    found = _asked(request)
    with_all = found.sorted.select_related("theme", "owner", "merged_into").with_areas()
    page = Paginator(with_all, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "filter": found,
        "saved_views": saved_views(request, "dossiers"),
        "page": page,
        "rows": rows(page, user=request.user, at=today()),
        "waiting": waiting(today()),
        "can_edit": can_edit_dossiers(request.user),
    }
    return render(request, "signals/dossiers/dossiers.html", context)


@require_safe
def dossiers_export(request: HttpRequest, file_format: str) -> HttpResponseBase:
    """What the filters in the address ask."""
    found = _asked(request)
    return table_response(f"dossiers-{today()}", file_format, COLUMNS, dossier_rows(found.sorted, request.user))


@require_safe
def dossier(request: HttpRequest, slug: str) -> HttpResponse:
    """Where it stands, what is done about it, and what somebody can do with it now."""
    found = visible_dossier(request, slug)
    page = dossier_page(found, request.user, number=request.GET.get("page"))
    return render(request, "signals/dossiers/dossier.html", {"dossier": found, "of": page})


@require_safe
def dossier_story(request: HttpRequest, slug: str) -> HttpResponse:
    """Every change of it and of its actions."""
    found = visible_dossier(request, slug)
    entries = story(found, DossierAction.history.filter(dossier=found.pk))
    return story_page(request, found, entries, back=found.get_absolute_url())


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def dossier_new(request: HttpRequest) -> HttpResponse:
    """Begin one; `?signals=ref,ref` puts those signals in it."""
    require(can_edit_dossiers(request.user))
    signals = _chosen(request)
    form = DossierForm(posted(request), initial=_as_in(signals))

    def create() -> Dossier | None:
        chosen = form.cleaned_data["neighbourhoods"]
        about = {"neighbourhoods": list(chosen), "signals": signals}
        return unless_refused(form, lambda: open_dossier_with(dossier=form.instance, by=request.user, **about))

    if made_now := made(form, create):
        messages.success(request, _("“%(dossier)s” is open.") % {"dossier": made_now})
        return redirect(made_now)
    context = {"form": form, "title": _("A new dossier"), "signals": signals, "back": reverse("dossiers")}
    return form_page(request, "signals/dossiers/dossier_form.html", context)


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def dossier_edit(request: HttpRequest, slug: str) -> HttpResponse:
    """What it is about. Who acts, the answer and the state follow from steps."""
    found = visible_dossier(request, slug)
    require(can_edit_dossiers(request.user))
    if found.merged_into:
        messages.error(request, standing(found, today()))
        return redirect(found)
    form = DossierForm(posted(request), instance=found)

    def change(version: int) -> None:
        typed = {"neighbourhoods": list(form.cleaned_data["neighbourhoods"])}
        if unless_refused(form, lambda: change_dossier(dossier=found, version=version, by=request.user, **typed)):
            messages.success(request, _("Saved."))

    done = found.get_absolute_url()
    answer = changed(request, form, change, again=lambda saved: DossierForm(request.POST, instance=saved), done=done)
    title = _("Change “%(dossier)s”") % {"dossier": found}
    context = {"form": form, "title": title, "signals": (), "back": done}
    return answer or form_page(request, "signals/dossiers/dossier_form.html", context)


def visible_dossier(request: HttpRequest, slug: str) -> Dossier:
    """404 for who may not know of it."""
    related = ("theme", "owner", "merged_into", "split_from", "finished_by", "verified_by")
    visible = Dossier.objects.visible_to(request.user).select_related(*related)
    return get_object_or_404(visible.with_areas(), slug=slug)


def _asked(request: HttpRequest) -> DossierFilter:
    """For who may see dossiers at all."""
    require(can_see_dossiers(request.user))
    return DossierFilter(request.GET, Dossier.objects.standing(), request=request)


def _chosen(request: HttpRequest) -> list[Signal]:
    """The signals that were ticked, by their references in the address."""
    references = [each for each in request.GET.get("signals", "").split(",") if each][:200]
    return list(Signal.objects.filter(reference__in=references).select_related("theme", "neighbourhood"))


def _as_in(signals: Iterable[Signal]) -> dict:
    """What most of the signals are about, to start from."""
    themes = [signal.theme_id for signal in signals if signal.theme_id]
    areas = {signal.neighbourhood.slug for signal in signals if signal.neighbourhood}
    return {"theme": max(themes, key=themes.count, default=None), "neighbourhoods": sorted(areas)}
