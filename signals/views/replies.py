"""Standard replies: words staff start from when they ask, refer or do not take up."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, made, posted
from signals.actions.upkeep import change_standard_reply, create_standard_reply, remove_standard_reply
from signals.forms.upkeep import StandardReplyForm
from signals.models import StandardReply
from signals.permissions import can_edit_standard_replies

PAGE = "signals/replies/reply_form.html"


@require_safe
def standard_replies(request: HttpRequest) -> HttpResponse:
    require(can_edit_standard_replies(request.user))
    return render(request, "signals/replies/replies.html", {"replies": StandardReply.objects.all()})


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def standard_reply_new(request: HttpRequest) -> HttpResponse:
    require(can_edit_standard_replies(request.user))
    form = StandardReplyForm(posted(request))
    if made(form, lambda: create_standard_reply(reply=form.instance, by=request.user)):
        messages.success(request, _("Saved."))
        return redirect("standard_replies")
    context = {"form": form, "title": _("New standard reply"), "back": reverse("standard_replies")}
    return form_page(request, PAGE, context)


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def standard_reply_edit(request: HttpRequest, pk: int) -> HttpResponse:
    require(can_edit_standard_replies(request.user))
    reply = get_object_or_404(StandardReply, pk=pk)
    form, done = StandardReplyForm(posted(request), instance=reply), reverse("standard_replies")

    def change(version: int) -> None:
        change_standard_reply(reply=reply, version=version, by=request.user)
        messages.success(request, _("Saved."))

    def again(saved: StandardReply) -> StandardReplyForm:
        return StandardReplyForm(request.POST, instance=saved)

    answer = changed(request, form, change, again=again, done=done)
    return answer or form_page(request, PAGE, {"form": form, "title": reply.title, "back": done, "reply": reply})


@require_POST
def standard_reply_remove(request: HttpRequest, pk: int) -> HttpResponse:
    require(can_edit_standard_replies(request.user))
    remove_standard_reply(reply=get_object_or_404(StandardReply, pk=pk), by=request.user)
    messages.success(request, _("Removed. What was said with it stays said."))
    return redirect("standard_replies")
