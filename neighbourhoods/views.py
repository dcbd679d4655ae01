"""Pages about areas that people record themselves: priority decisions and movement circles."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jos.shared.access import require
from jos.shared.audit import story
from jos.shared.saving import unless_taken
from jos.shared.time import today
from neighbourhoods.actions import save_circle, save_decision
from neighbourhoods.forms import CircleForm, PriorityForm, RecordForm
from neighbourhoods.models import MovementCircle, PriorityDecision
from neighbourhoods.permissions import can_edit_circles, can_record_priority_decisions
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


@require_http_methods(["GET", "HEAD", "POST"])
def priority_new(request: HttpRequest) -> HttpResponse:
    require(can_record_priority_decisions(request.user))
    return _priority_form(request, PriorityForm(request.POST or None, initial={"area": request.GET.get("area")}))


@require_http_methods(["GET", "HEAD", "POST"])
def priority_edit(request: HttpRequest, pk: int) -> HttpResponse:
    decision = get_object_or_404(PriorityDecision.objects.with_areas(), pk=pk)
    require(can_record_priority_decisions(request.user))
    return _priority_form(request, PriorityForm(request.POST or None, instance=decision))


def _priority_form(request: HttpRequest, form: PriorityForm) -> HttpResponse:
    if form.is_valid():
        try:
            save_decision(form.instance, by=request.user)
        except ValidationError as clash:
            form.add_error(None, clash)
        else:
            messages.success(request, _("Recorded."))
            return redirect(form.instance)
    context = {"form": form, "decision": form.instance}
    return render(request, "neighbourhoods/priority_form.html", context, status=_status(form))


def _status(form: RecordForm) -> HTTPStatus:
    return HTTPStatus.CONFLICT if form.changed_meanwhile else HTTPStatus.OK


@require_http_methods(["GET", "HEAD", "POST"])
def circle_new(request: HttpRequest) -> HttpResponse:
    require(can_edit_circles(request.user))
    return _circle_form(request, CircleForm(request.POST or None))


@require_http_methods(["GET", "HEAD", "POST"])
def circle_edit(request: HttpRequest, slug: str) -> HttpResponse:
    circle = get_object_or_404(MovementCircle, slug=slug)
    require(can_edit_circles(request.user))
    return _circle_form(request, CircleForm(request.POST or None, instance=circle))


def _circle_form(request: HttpRequest, form: CircleForm) -> HttpResponse:
    if form.is_valid() and (circle := unless_taken(form, lambda: _save_circle(form, request.user))):
        messages.success(request, _("Saved."))
        return redirect(circle)
    context = {"form": form, "circle": form.instance}
    return render(request, "neighbourhoods/circle_form.html", context, status=_status(form))


def _save_circle(form: CircleForm, user) -> MovementCircle:
    return save_circle(form.instance, neighbourhoods=form.cleaned_data["neighbourhoods"], by=user)
