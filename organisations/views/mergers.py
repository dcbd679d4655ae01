"""Organisations that are probably the same: looking at them, making one of two, and making that two again."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jos.shared.access import require
from jos.shared.saving import ChangedMeanwhile
from jos.shared.time import today
from jos.shared.undoing import CannotUndo
from organisations.actions.mergers import merge_organisations, tell_apart, undo_merger
from organisations.duplicates import likely_duplicates, likely_pairs
from organisations.filters import OrganisationFilter
from organisations.forms.mergers import MergeForm
from organisations.mergers import changed_areas, what_moves
from organisations.models import Distinction, Organisation
from organisations.permissions import can_merge_organisations

PER_PAGE = 20


@require_safe
def organisation_duplicates(request: HttpRequest) -> HttpResponse:
    """Pairs that are probably one organisation. A hint: people decide."""
    require(can_merge_organisations(request.user))
    told_apart = Distinction.objects.values_list("one", "other")
    organisations = Organisation.objects.standing().annotate(number_of_offers=Count("offers"))
    pairs = likely_pairs(list(organisations.defer("description")), but=list(told_apart))
    context = {
        "page": Paginator(pairs, PER_PAGE).get_page(request.GET.get("page")),
        "merged": Organisation.objects.exclude(merged_into=None).select_related("merged_into").order_by("-pk"),
    }
    return render(request, "organisations/duplicates.html", context)


@require_POST
def organisations_differ(request: HttpRequest) -> HttpResponse:
    """Somebody looked: they are not the same. It is not asked again."""
    require(can_merge_organisations(request.user))
    one, other = (_standing(request.POST.get(name, "")) for name in ("one", "other"))
    tell_apart(one=one, other=other, by=request.user)
    words = {"one": one, "other": other}
    messages.success(request, _("%(one)s and %(other)s are two. They are not shown here again.") % words)
    return redirect("organisation_duplicates")


@require_safe
def organisation_merge_with(request: HttpRequest, slug: str) -> HttpResponse:
    """Which one is the same as this one?"""
    require(can_merge_organisations(request.user))
    organisation = _standing(slug)
    others = Organisation.objects.standing().exclude(pk=organisation.pk)
    search = OrganisationFilter({"q": request.GET.get("q", ""), "ended": "on"}, others, request=request)
    found = (
        search.qs.order_by("name")[:PER_PAGE]
        if request.GET.get("q")
        else likely_duplicates(organisation.name, organisation.company_number, among=others)
    )
    context = {"organisation": organisation, "search": search.form["q"], "found": found}
    return render(request, "organisations/merge_with.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def organisation_merge(request: HttpRequest, slug: str, other: str) -> HttpResponse:
    """Choose what stays, look at what changes, then make one of the two."""
    require(can_merge_organisations(request.user))
    kept = _standing(slug)
    if Organisation.objects.filter(slug=other, merged_into=kept).exists():
        return redirect(kept)  # it is done: sent twice, or somebody went back
    gone = _standing(other)
    form = MergeForm(request.POST if request.method == "POST" else None, kept=kept, other=gone)
    status = HTTPStatus.OK
    if form.is_bound and form.is_valid():
        if "confirmed" not in request.POST:
            return _look(request, form, kept, gone)
        try:
            merge_organisations(kept=kept, other=gone, versions=form.versions, taken=form.taken, by=request.user)
        except ValidationError as error:
            messages.error(request, error.message)
        except ChangedMeanwhile:
            messages.error(request, _("Somebody changed one of the two meanwhile. Nothing was merged: look again."))
        else:
            messages.success(request, _("%(other)s is now part of %(kept)s.") % {"other": gone, "kept": kept})
            return redirect(kept)
        status = HTTPStatus.CONFLICT
        form = MergeForm(initial={name: request.POST[name] for name in request.POST if "version" not in name},
                         kept=kept, other=gone)  # fmt: skip
    return render(request, "organisations/merge.html", {"form": form, "kept": kept, "other": gone}, status=status)


def _look(request: HttpRequest, form: MergeForm, kept: Organisation, other: Organisation) -> HttpResponse:
    context = {
        "form": form,
        "kept": kept,
        "other": other,
        "taken": form.taken_words,
        "moves": what_moves(other),
        "areas": changed_areas(kept=kept, other=other, at=today()),
    }
    return render(request, "organisations/merge_look.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def organisation_unmerge(request: HttpRequest, slug: str) -> HttpResponse:
    """Make two again of what was merged by mistake, as long as nobody went on with it."""
    require(can_merge_organisations(request.user))
    merged = get_object_or_404(Organisation.objects.select_related("merged_into").exclude(merged_into=None), slug=slug)
    obstacles: list[str] = []
    if request.method == "POST":
        try:
            undo_merger(other=merged, by=request.user)
        except CannotUndo as refusal:
            obstacles = refusal.obstacles
        else:
            words = {"one": merged.merged_into, "other": merged}
            messages.success(request, _("%(one)s and %(other)s are two again, each with what it had.") % words)
            return redirect(merged)
    status = HTTPStatus.CONFLICT if obstacles else HTTPStatus.OK
    context = {"merged": merged, "kept": merged.merged_into, "obstacles": obstacles}
    return render(request, "organisations/unmerge.html", context, status=status)


def _standing(slug: str) -> Organisation:
    return get_object_or_404(Organisation.objects.standing(), slug=slug)
