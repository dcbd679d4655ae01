"""Taking a step with a dossier: one page for each step of the table."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, posted, unless_refused
from signals.actions.dossiers import take_step
from signals.dossiers.next_steps import label, not_now
from signals.dossiers.transitions import TRANSITIONS
from signals.enums import DossierStep
from signals.forms.dossier_steps import FORMS
from signals.views.dossiers import visible_dossier


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def dossier_step(request: HttpRequest, slug: str, step: str) -> HttpResponse:
    """Ask what the step needs, and take it. Where it cannot be taken now, the dossier's page says how it stands."""
    dossier = visible_dossier(request, slug)
    if step not in FORMS:
        raise Http404
    require(any(row.may(request.user, dossier) for row in TRANSITIONS if row.step == step))
    if refusal := not_now(dossier, step, request.user):
        messages.error(request, refusal)
        return redirect(dossier)
    form = FORMS[step](posted(request), instance=dossier)

    def change(version: int) -> None:
        taken = {"step": DossierStep(step), "version": version, "why": form.cleaned_data.get("why", "")}
        if unless_refused(form, lambda: take_step(dossier=dossier, by=request.user, **taken)):
            messages.success(request, _("Saved."))

    done = dossier.get_absolute_url()
    answer = changed(request, form, change, again=lambda saved: FORMS[step](request.POST, instance=saved), done=done)
    context = {"form": form, "dossier": dossier, "step": step, "title": label(dossier.state, step), "back": done}
    return answer or form_page(request, "signals/dossiers/step.html", context)
