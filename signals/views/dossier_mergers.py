"""Making one dossier of two, and two of one."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Case, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import made, posted, unless_refused
from signals.actions.dossier_mergers import merge, split
from signals.dossiers.next_steps import not_now
from signals.dossiers.words import voices
from signals.enums import WITH_ANSWER, DossierStep
from signals.forms.dossiers import MergeForm, SplitForm
from signals.looks import note_looks
from signals.models import Dossier
from signals.permissions import can_edit_dossiers
from signals.views.dossiers import visible_dossier

SIGNALS_SHOWN = 60
DOSSIERS_SHOWN = 20


@require_http_methods(["GET", "HEAD", "POST"])
def dossier_merge(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose the one that stays. Signals, actions and neighbourhoods go along; both keep their trail."""
    dossier = visible_dossier(request, slug)
    require(can_edit_dossiers(request.user))
    if refusal := not_now(dossier, DossierStep.MERGE, request.user):
        messages.error(request, refusal)
        return redirect(dossier.merged_into or dossier)
    others = Dossier.objects.standing().exclude(pk=dossier.pk).exclude(state__in=WITH_ANSWER)
    sought = request.GET.get("q", "").strip()
    shown = _the_likeliest_first(others.filter(title__icontains=sought), dossier)[:DOSSIERS_SHOWN]
    form = MergeForm(posted(request), dossiers=others, shown=shown)
    if form.is_bound and form.is_valid():
        try:
            into = merge(dossier=dossier, into=form.cleaned_data["into"], by=request.user)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            words = {"dossier": dossier, "into": into}
            messages.success(request, _("“%(dossier)s” is now part of “%(into)s”.") % words)
            return redirect(into)
    context = {"form": form, "dossier": dossier, "sought": sought, "voices": voices(dossier, may_read=True)}
    return render(request, "signals/dossiers/merge.html", context)


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def dossier_split(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose the signals that point at something else, and give that a title."""
    dossier = visible_dossier(request, slug)
    require(can_edit_dossiers(request.user))
    if refusal := not_now(dossier, DossierStep.SPLIT, request.user):
        messages.error(request, refusal)
        return redirect(dossier)
    newest = dossier.signals.order_by("-received_at")[:SIGNALS_SHOWN]
    shown = dossier.signals.filter(pk__in=[signal.pk for signal in newest]).select_related("neighbourhood")
    note_looks(shown, by=request.user)
    form = SplitForm(posted(request), signals=shown)

    def create() -> Dossier | None:
        typed = {"title": form.cleaned_data["title"], "signals": form.cleaned_data["signals"]}
        token = form.instance.created_with
        return unless_refused(form, lambda: split(dossier=dossier, by=request.user, token=token, **typed))

    if other := made(form, create):
        messages.success(
            request, _("“%(dossier)s” is a dossier of its own. Say what it is about.") % {"dossier": other}
        )
        return redirect("dossier_edit", other.slug)
    context = {"form": form, "dossier": dossier, "title": _("Split this dossier"), "back": dossier.get_absolute_url()}
    return form_page(request, "signals/dossiers/split.html", context)


def _the_likeliest_first(dossiers, dossier: Dossier):
    """Of the same theme first, then by title."""
    same_theme = Case(When(theme=dossier.theme_id, then=Value(0)), default=Value(1))
    return dossiers.order_by(same_theme, "title")
