"""Prioritising rounds: what is asked now, what was chosen before, and each of them."""

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
from jos.shared.tables.writing import table_response
from jos.shared.time import today
from signals.actions.rounds import change_round, create_round
from signals.forms.rounds import RoundForm
from signals.models import Candidate, Round
from signals.permissions import can_hold_rounds, can_see_dossiers, organisations_to_spread_for
from signals.rounds.reading import given_by, result, standings, turnout
from signals.rounds.table import columns, rows

PER_PAGE = 20


@require_safe
def rounds(request: HttpRequest) -> HttpResponse:
    """What is open first, with whether one's own organisations gave points yet."""
    require(can_see_dossiers(request.user))
    page = Paginator(Round.objects.all(), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "standings": standings(list(page), organisations_to_spread_for(request.user), at=today()),
        "open": Round.objects.open(today()).count(),
        "may_hold": can_hold_rounds(request.user),
    }
    return render(request, "signals/rounds/list.html", context)


@require_safe
def round(request: HttpRequest, slug: str) -> HttpResponse:
    """One round. While it is open: what it is about, and how many took part. Once it is closed: what came out."""
    require(can_see_dossiers(request.user))
    prioritising = get_object_or_404(Round, slug=slug)
    own = organisations_to_spread_for(request.user)
    candidates = prioritising.candidates.select_related("dossier__theme").prefetch_related("dossier__neighbourhoods")
    counted = result(prioritising, at=today())
    context = {
        "round": prioritising,
        "state": prioritising.state(today()),
        "result": counted,
        "turnout": counted.turnout if counted else turnout(prioritising),
        "candidates": () if counted else candidates,
        "own": [(organisation, given_by(organisation, prioritising)) for organisation in own],
        "may_hold": can_hold_rounds(request.user),
    }
    return render(request, "signals/rounds/round.html", context)


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def round_new(request: HttpRequest) -> HttpResponse:
    require(can_hold_rounds(request.user))
    form = RoundForm(posted(request))

    def create() -> Round | None:
        chosen = form.dossiers_chosen or ()
        return unless_refused(form, lambda: create_round(prioritising=form.instance, dossiers=chosen, by=request.user))

    if prioritising := made(form, create):
        messages.success(request, _("Saved."))
        return redirect(prioritising)
    context = {"form": form, "title": _("New round"), "back": reverse("rounds")}
    return form_page(request, "signals/rounds/form.html", context)


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def round_edit(request: HttpRequest, slug: str) -> HttpResponse:
    require(can_hold_rounds(request.user))
    prioritising = get_object_or_404(Round, slug=slug)
    form = RoundForm(posted(request), instance=prioritising)

    def change(version: int) -> None:
        def save() -> Round:
            chosen = form.dossiers_chosen
            return change_round(prioritising=prioritising, dossiers=chosen, version=version, by=request.user)

        if unless_refused(form, save):
            messages.success(request, _("Saved."))

    done = prioritising.get_absolute_url()
    answer = changed(request, form, change, again=lambda saved: RoundForm(request.POST, instance=saved), done=done)
    title = _("Change %(round)s") % {"round": prioritising}
    context = {"form": form, "title": title, "back": done, "state": prioritising.state(today())}
    return answer or form_page(request, "signals/rounds/form.html", context)


@require_safe
def round_export(request: HttpRequest, slug: str, file_format: str) -> HttpResponseBase:
    """Who gave what, and why. Only of a round that closed."""
    require(can_see_dossiers(request.user))
    prioritising = get_object_or_404(Round, slug=slug)
    counted = result(prioritising, at=today())
    if counted is None:
        messages.error(request, _("The points are hidden until the round is closed."))
        return redirect(prioritising)
    return table_response(prioritising.slug, file_format, columns(), rows(counted))


@require_safe
def round_story(request: HttpRequest, slug: str) -> HttpResponse:
    """What happened to it. What organisations give is no part of that: the result tells it, once there is one."""
    require(can_see_dossiers(request.user))
    prioritising = get_object_or_404(Round, slug=slug)
    entries = story(prioritising, Candidate.history.filter(round=prioritising))
    return story_page(request, prioritising, entries, back=prioritising.get_absolute_url())
