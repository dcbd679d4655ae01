"""What organisations say of a proposed decision."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import made, posted
from neighbourhoods.models import DecisionComment, PriorityDecision
from organisations.actions.comments import comment_on, take_back, too_late
from organisations.forms.comments import CommentForm
from organisations.permissions import can_comment_on_decisions, organisations_to_speak_for


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def priority_comment(request: HttpRequest, pk: int) -> HttpResponse:
    decision = get_object_or_404(PriorityDecision.objects.with_areas(), pk=pk)
    require(can_comment_on_decisions(request.user))
    late = too_late(decision)
    if late and request.method != "POST":
        messages.error(request, late)
        return redirect(decision)
    organisations = organisations_to_speak_for(request.user)
    form = CommentForm(posted(request), instance=DecisionComment(decision=decision), organisations=organisations)

    def create() -> DecisionComment | None:
        try:
            return comment_on(comment=form.instance, organisation=form.cleaned_data["organisation"], by=request.user)
        except ValidationError as error:
            form.add_error(None, error)
            return None

    if made(form, create):
        messages.success(request, _("Thank you. Your comment stands with the proposal."))
        return redirect(decision)
    context = {"form": form, "decision": decision, "back": decision.get_absolute_url()}
    context["title"] = _("What do you think of the proposal about %(area)s?") % {"area": decision.area}
    return form_page(request, "organisations/priority_comment.html", context)


@require_POST
def comment_remove(request: HttpRequest, pk: int, comment: int) -> HttpResponse:
    """Who wrote it takes it back, to say something else."""
    said = get_object_or_404(
        DecisionComment.objects.select_related("decision"), pk=comment, decision=pk, by=request.user
    )
    require(can_comment_on_decisions(request.user))
    try:
        take_back(comment=said, by=request.user)
    except ValidationError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("Your comment is taken back."))
    return redirect(said.decision)
