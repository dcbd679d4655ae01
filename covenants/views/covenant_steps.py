"""Taking a step with a covenant until it is signed: one page for each step that asks for a word, or a yes."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from covenants.actions.drafting import take_step
from covenants.actions.signing import offer, take_back
from covenants.drafting.next_steps import not_now
from covenants.drafting.transitions import TRANSITIONS
from covenants.enums import CovenantStep
from covenants.forms.covenant_steps import FORMS, StepForm
from covenants.models import Covenant
from covenants.permissions import side_of
from covenants.views.covenants import visible_covenant
from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, posted, unless_refused

TAKE: Mapping[str, Callable] = MappingProxyType(
    {
        CovenantStep.HAND_OVER: partial(take_step, step=CovenantStep.HAND_OVER),
        CovenantStep.ACCEPT: partial(take_step, step=CovenantStep.ACCEPT),
        CovenantStep.OFFER: lambda *, why, **asked: offer(**asked),
        CovenantStep.TAKE_BACK: take_back,
        CovenantStep.WITHDRAW: partial(take_step, step=CovenantStep.WITHDRAW),
    }
)


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def covenant_step(request: HttpRequest, slug: str, step: str) -> HttpResponse:
    """Ask what the step needs, and take it. Where it cannot be taken now, the covenant's page says how it stands."""
    covenant = visible_covenant(request, slug)
    if step not in FORMS:
        raise Http404
    require(any(row.may(request.user, covenant) for row in TRANSITIONS if row.step == step))
    form_for = partial(FORMS[step], posted(request), side=side_of(request.user, covenant))
    form = form_for(instance=covenant)
    if (refusal := not_now(covenant, step, request.user)) and not _says_something_new(form, covenant):
        messages.error(request, refusal)
        return redirect(covenant)

    def change(version: int) -> None:
        taken = {"version": version, "why": form.cleaned_data.get("why", ""), "by": request.user}
        if unless_refused(form, lambda: TAKE[step](covenant=covenant, **taken)):
            messages.success(request, _("Saved."))

    done = covenant.get_absolute_url()
    answer = changed(request, form, change, again=lambda saved: form_for(instance=saved), done=done)
    context = {"form": form, "covenant": covenant, "step": step, "title": CovenantStep(step).label, "back": done}
    return answer or form_page(request, "covenants/drafting/step.html", context)


def _says_something_new(form: StepForm, covenant: Covenant) -> bool:
    """Words that were not sent before. Where the step cannot be taken any more, they stay on its page."""
    return form.is_bound and form.is_valid() and form.cleaned_data.get("why", "") not in ("", covenant.why)
