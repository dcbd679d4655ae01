"""Taking a step with a decision: one page for each step of the table."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, posted, unless_refused
from jos.shared.time import today
from neighbourhoods.actions.decisions import take_step
from neighbourhoods.decisions.transitions import not_now
from neighbourhoods.enums import DecisionStep
from neighbourhoods.forms.steps import FORMS
from neighbourhoods.models import PriorityDecision
from neighbourhoods.permissions import can_record_priority_decisions


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def priority_step(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    """Ask what the step needs, and take it. Where it cannot be taken now, the decision's page says how it stands."""
    decision = get_object_or_404(PriorityDecision.objects.with_areas(), pk=pk)
    if step not in FORMS:
        raise Http404
    require(can_record_priority_decisions(request.user))
    if refusal := not_now(decision, step, today()):
        messages.error(request, refusal)
        return redirect(decision)
    form = FORMS[step](posted(request), instance=decision)

    def change(version: int) -> None:
        taken = {"step": DecisionStep(step), "version": version, "why": form.cleaned_data.get("why", "")}
        if unless_refused(form, lambda: take_step(decision=decision, by=request.user, **taken)):
            messages.success(request, _("Saved."))

    done = decision.get_absolute_url()
    answer = changed(request, form, change, again=lambda saved: FORMS[step](request.POST, instance=saved), done=done)
    context = {"form": form, "decision": decision, "step": step, "title": _title(decision, step), "back": done}
    return answer or form_page(request, "neighbourhoods/priority_step.html", context)


def _title(decision: PriorityDecision, step: str) -> str:
    return f"{decision.area}: {DecisionStep(step).label}"
