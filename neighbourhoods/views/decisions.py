"""Pages about priority decisions."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jos.shared.access import require
from jos.shared.audit import story
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, made, posted
from jos.shared.time import today
from neighbourhoods.actions.decisions import change_decision, record_decision
from neighbourhoods.forms.decisions import PriorityForm
from neighbourhoods.models import PriorityDecision
from neighbourhoods.permissions import can_record_priority_decisions
from neighbourhoods.priorities import priorities

PER_PAGE = 25


@require_safe
def priority_list(request: HttpRequest) -> HttpResponse:
    """Decisions to look at again, in force, coming, and past."""
    found = priorities(at=today())
    context = {
        "priorities": found,
        "page": Paginator(found.past, PER_PAGE).get_page(request.GET.get("page")),
        "may_record": can_record_priority_decisions(request.user),
    }
    return render(request, "neighbourhoods/priorities.html", context)


@require_safe
def priority(request: HttpRequest, pk: int) -> HttpResponse:
    """One decision, with its reasons and its history."""
    decision = get_object_or_404(PriorityDecision.objects.with_areas(), pk=pk)
    context = {
        "decision": decision,
        "to_review": decision.is_to_review(today()),
        "story": story(decision),
        "may_record": can_record_priority_decisions(request.user),
    }
    return render(request, "neighbourhoods/priority.html", context)


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def priority_new(request: HttpRequest) -> HttpResponse:
    require(can_record_priority_decisions(request.user))
    form = PriorityForm(posted(request), initial={"area": request.GET.get("area")})

    def create() -> PriorityDecision | None:
        return _unless_clashing(form, lambda: record_decision(decision=form.instance, by=request.user))

    if decision := made(form, create):
        messages.success(request, _("Recorded."))
        return redirect(decision)
    context = {"form": form, "title": _("Record a priority decision"), "back": reverse("priorities")}
    return form_page(request, "neighbourhoods/priority_form.html", context)


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def priority_edit(request: HttpRequest, pk: int) -> HttpResponse:
    decision = get_object_or_404(PriorityDecision.objects.with_areas(), pk=pk)
    require(can_record_priority_decisions(request.user))
    form = PriorityForm(posted(request), instance=decision)

    def change(version: int) -> None:
        if _unless_clashing(form, lambda: change_decision(decision=decision, version=version, by=request.user)):
            messages.success(request, _("Recorded."))

    done = decision.get_absolute_url()
    answer = changed(request, form, change, again=lambda saved: PriorityForm(request.POST, instance=saved), done=done)
    title = _("Change the decision about %(area)s") % {"area": decision.area}
    context = {"form": form, "title": title, "back": reverse("priorities")}
    return answer or form_page(request, "neighbourhoods/priority_form.html", context)


def _unless_clashing(form: PriorityForm, save: Callable[[], PriorityDecision]) -> PriorityDecision | None:
    """Save what the form holds; None where another decision holds at the same time, and then the form says so."""
    try:
        return save()
    except ValidationError as clash:
        form.add_error(None, clash)
        return None
