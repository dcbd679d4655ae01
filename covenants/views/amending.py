"""Changing a covenant that both sides signed, beginning the one that follows it, and what that changes."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from covenants.actions.amending import follow, open_amendment
from covenants.amending.hours import less_in
from covenants.amending.texts import changes_of
from covenants.drafting.next_steps import not_now
from covenants.enums import CovenantState, CovenantStep
from covenants.forms.amending import BeginForm
from covenants.models import Covenant
from covenants.permissions import can_open_covenants, can_write
from covenants.views.covenants import visible_covenant
from jos.shared.access import require
from jos.shared.record_views import made, posted, unless_refused


@require_http_methods(["GET", "HEAD", "POST"])
def covenant_amend(request: HttpRequest, slug: str) -> HttpResponse:
    """Either side proposes to change what both signed. What that changes is shown line by line."""
    covenant = visible_covenant(request, slug)
    require(can_write(request.user, covenant))
    form = BeginForm(posted(request))

    def create() -> Covenant | None:
        asked = {"by": request.user, "token": form.cleaned_data["token"]}
        return unless_refused(form, lambda: open_amendment(covenant=covenant, **asked))

    if amendment := made(form, create):
        messages.success(request, _("This is a copy to change. It is your turn."))
        return redirect(amendment)
    if refusal := not_now(covenant, CovenantStep.AMEND, request.user):
        messages.error(request, refusal)
        return redirect(covenant)
    return _begin(request, covenant, form, "covenants/amending/amend.html", str(CovenantStep.AMEND.label))


@require_http_methods(["GET", "HEAD", "POST"])
def covenant_follow(request: HttpRequest, slug: str) -> HttpResponse:
    """Staff begin the covenant of the years that come, with all that this one says."""
    covenant = visible_covenant(request, slug)
    require(can_open_covenants(request.user))
    if covenant.state != CovenantState.SIGNED:
        messages.error(request, _("Only a covenant that both sides signed is followed by another one."))
        return redirect(covenant)
    form = BeginForm(posted(request))

    def create() -> Covenant:
        return follow(covenant=covenant, by=request.user, token=form.cleaned_data["token"])

    if follower := made(form, create):
        messages.success(request, _("“%(covenant)s” is a draft. It is your turn.") % {"covenant": follower})
        return redirect(follower)
    return _begin(request, covenant, form, "covenants/amending/follow.html", _("Begin the covenant that follows"))


@require_safe
def covenant_difference(request: HttpRequest, slug: str) -> HttpResponse:
    """What an amendment, or a covenant that follows another, changes: line by line."""
    visible = Covenant.objects.visible_to(request.user)
    covenant = get_object_or_404(visible.with_what_was_before(), slug=slug)
    before = covenant.amends or covenant.follows
    if before is None:
        raise Http404
    parts = changes_of(covenant, before)
    context = {
        "covenant": covenant,
        "before": before,
        "changed": [part for part in parts if part.is_changed],
        "same": [part for part in parts if not part.is_changed],
        "less": less_in(covenant),
    }
    return render(request, "covenants/amending/difference.html", context)


def _begin(request: HttpRequest, covenant: Covenant, form: BeginForm, template: str, title: str) -> HttpResponse:
    context = {"covenant": covenant, "form": form, "title": title, "back": covenant.get_absolute_url()}
    return render(request, template, context)
