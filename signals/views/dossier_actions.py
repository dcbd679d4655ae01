"""What is done about a dossier, by the service that owns it or by staff."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, made, posted, unless_refused
from signals.actions.dossier_actions import cannot_plan, change_action, plan_action
from signals.forms.dossiers import ActionForm
from signals.models import Dossier, DossierAction
from signals.permissions import can_act_on
from signals.views.dossiers import visible_dossier


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def dossier_action_new(request: HttpRequest, slug: str) -> HttpResponse:
    dossier = _own(request, slug)
    if refusal := cannot_plan(dossier):
        return _back(request, dossier, refusal)
    form = ActionForm(posted(request), instance=DossierAction(dossier=dossier))

    def create() -> DossierAction | None:
        return unless_refused(form, lambda: plan_action(action=form.instance, by=request.user))

    if action := made(form, create):
        messages.success(request, _("“%(action)s” is added.") % {"action": action})
        return redirect(dossier)
    return _page(request, form, dossier, _("A new action"))


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def dossier_action_edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change it, or say that it was taken and what came of it."""
    dossier = _own(request, slug)
    action = get_object_or_404(DossierAction.objects.select_related("owner"), dossier=dossier, pk=pk)
    if refusal := cannot_plan(dossier):
        return _back(request, dossier, refusal)
    form = ActionForm(posted(request), instance=action)

    def change(version: int) -> None:
        if unless_refused(form, lambda: change_action(action=action, version=version, by=request.user)):
            messages.success(request, _("Saved."))

    done = dossier.get_absolute_url()
    answer = changed(request, form, change, again=lambda saved: ActionForm(request.POST, instance=saved), done=done)
    return answer or _page(request, form, dossier, str(action))


def _own(request: HttpRequest, slug: str) -> Dossier:
    dossier = visible_dossier(request, slug)
    require(can_act_on(request.user, dossier))
    return dossier


def _back(request: HttpRequest, dossier: Dossier, why: str) -> HttpResponse:
    messages.error(request, why)
    return redirect(dossier)


def _page(request: HttpRequest, form: ActionForm, dossier: Dossier, title: str) -> HttpResponse:
    context = {"form": form, "dossier": dossier, "title": title, "back": dossier.get_absolute_url()}
    return form_page(request, "signals/dossiers/action_form.html", context)
