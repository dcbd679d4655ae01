"""Pages about priority decisions. One address each: what somebody may see decides which page it is."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jos.accounts.permissions import works_for_city
from jos.shared.access import require
from jos.shared.audit import story
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, made, posted, story_page, unless_refused
from jos.shared.time import today
from neighbourhoods.actions.decisions import change_decision, propose, record_decision
from neighbourhoods.decisions.frozen import read
from neighbourhoods.decisions.priorities import priorities, standings, turn, voices
from neighbourhoods.decisions.transitions import goes_against, steps_for
from neighbourhoods.decisions.words import places_in_words
from neighbourhoods.enums import DecisionStage, DecisionStep
from neighbourhoods.forms.decisions import DecidedForm, PriorityForm, ProposalForm
from neighbourhoods.models import DecisionComment, PriorityDecision
from neighbourhoods.permissions import can_record_priority_decisions, can_see_weighings_and_decisions
from neighbourhoods.views.published import public_page

PER_PAGE = 25


@require_safe
def priority_list(request: HttpRequest) -> HttpResponse:
    """What asks for a new look, for comments or for a decision; what holds, comes, and is past."""
    require(can_see_weighings_and_decisions(request.user))
    at = today()
    found = priorities(at=at)
    page = Paginator(found.past, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "priorities": found,
        "page": page,
        "past": standings(page, at),
        "may_record": can_record_priority_decisions(request.user),
    }
    return render(request, "neighbourhoods/priorities.html", context)


@login_not_required
@require_safe
def priority(request: HttpRequest, pk: int) -> HttpResponse:
    """One decision: all of it for professionals, and once it is published its plain words for everybody."""
    decisions = PriorityDecision.objects.with_areas().select_related("replaces", "weighing_version__weighing")
    decision = get_object_or_404(decisions.prefetch_related("replaced_by"), pk=pk)
    sees_all = can_see_weighings_and_decisions(request.user)
    if not sees_all and not decision.published_on:
        require(not request.user.is_authenticated)
        return redirect_to_login(request.get_full_path())
    if not sees_all or "public" in request.GET:
        return public_page(request, decision, is_preview=sees_all)
    at, frozen = today(), read(decision.figures)
    context = {
        "decision": decision,
        "state": decision.state(at),
        "turn": turn(decision, at),
        "steps": steps_for(decision, request.user, at),
        "frozen": frozen,
        "places": places_in_words(frozen) if frozen else (),
        "against": goes_against(decision),
        "voices": voices(decision),
        "comments_open": _asks_partners(decision),
        "sees_summary": works_for_city(request.user),
        "replaced_by": [other for other in decision.replaced_by.all() if other.stage != DecisionStage.WITHDRAWN],
        "story": story(decision),
    }
    return render(request, "neighbourhoods/priority.html", context)


@require_safe
def priority_story(request: HttpRequest, pk: int) -> HttpResponse:
    """Every step and every comment, also those that were taken back."""
    require(can_see_weighings_and_decisions(request.user))
    decision = get_object_or_404(PriorityDecision.objects.with_areas(), pk=pk)
    entries = story(decision, DecisionComment.history.filter(decision_id=decision.pk))
    return story_page(request, decision, entries, back=decision.get_absolute_url())


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def priority_new(request: HttpRequest) -> HttpResponse:
    """Record what was decided elsewhere."""
    return _begin(request, PriorityForm, record_decision, _("Record a priority decision"))


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def priority_propose(request: HttpRequest) -> HttpResponse:
    return _begin(request, ProposalForm, propose, _("Propose a priority decision"))


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def priority_edit(request: HttpRequest, pk: int) -> HttpResponse:
    decision = get_object_or_404(PriorityDecision.objects.with_areas(), pk=pk)
    require(can_record_priority_decisions(request.user))
    if DecisionStep.CHANGE not in steps_for(decision, request.user, today()):
        messages.error(request, _("A proposal that was withdrawn does not change any more."))
        return redirect(decision)
    form_class = DecidedForm if decision.stage == DecisionStage.DECIDED else ProposalForm
    form = form_class(posted(request), instance=decision)

    def change(version: int) -> None:
        if unless_refused(form, lambda: change_decision(decision=decision, version=version, by=request.user)):
            messages.success(request, _("Saved."))

    done = decision.get_absolute_url()
    answer = changed(request, form, change, again=lambda saved: form_class(request.POST, instance=saved), done=done)
    title = _("Change the decision about %(area)s") % {"area": decision.area}
    context = {"form": form, "title": title, "save": _("Save"), "back": done}
    return answer or form_page(request, "neighbourhoods/priority_form.html", context)


def _begin(request: HttpRequest, form_class: type, begin: Callable[..., PriorityDecision], title: str) -> HttpResponse:
    require(can_record_priority_decisions(request.user))
    asked = {name: request.GET[name] for name in ("area", "replaces", "weighing_version") if name in request.GET}
    form = form_class(posted(request), initial=asked)

    def create() -> PriorityDecision | None:
        return unless_refused(form, lambda: begin(decision=form.instance, by=request.user))

    if decision := made(form, create):
        messages.success(request, _("Saved."))
        return redirect(decision)
    save = _("Propose") if form_class is ProposalForm else _("Record")
    context = {"form": form, "title": title, "save": save, "back": reverse("priorities")}
    return form_page(request, "neighbourhoods/priority_form.html", context)


def _asks_partners(decision: PriorityDecision) -> bool:
    until = decision.comments_until
    return decision.stage == DecisionStage.CONSULTATION and until is not None and until >= today()
