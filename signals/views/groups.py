"""What workers pass on of groups, and what comes back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import made, unless_refused
from organisations.current import current_organisation
from organisations.permissions import memberships_of, organisations_to_speak_for
from signals.actions.following import reply, say_whether_it_changed
from signals.actions.groups import note_read, pass_on
from signals.enums import DidItChange
from signals.following.status import status_of
from signals.forms.groups import ChangedForm, GroupForm, ReplyForm, without_personal_details
from signals.groups.news import passed_on, with_news
from signals.groups.sent import ALL, MINE, lines, one_sent, sent
from signals.groups.standing import standing
from signals.looks import note_looks
from signals.models import Signal
from signals.permissions import can_speak_for_a_group

PER_PAGE = 25


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def group_new(request: HttpRequest) -> HttpResponse:
    """Many in a row: what stays the same is filled in already."""
    require(can_speak_for_a_group(request.user))
    organisations = organisations_to_speak_for(request.user)
    like = passed_on(request.user).filter(reference=request.GET.get("like", "")).select_related("voice").first()
    form = GroupForm(_typed(request), organisations=organisations, initial=_to_start_with(request, like))

    def create() -> Signal | None:
        return unless_refused(form, lambda: pass_on(signal=form.instance, voice=form.voice, by=request.user))

    if signal := made(form, create):
        return _after(request, signal)
    return form_page(request, "signals/groups/new.html", {"form": form, "like": like})


@require_safe
def group_signals(request: HttpRequest) -> HttpResponse:
    require(bool(memberships_of(request.user)))
    whose = MINE if request.GET.get("whose") == MINE else ALL
    page = Paginator(sent(request.user, whose), PER_PAGE).get_page(request.GET.get("page"))
    note_looks(page, by=request.user)
    context = {
        "page": page,
        "lines": lines(page, request.user),
        "whose": whose,
        "news": with_news(request.user).count(),
        "may_pass_on": can_speak_for_a_group(request.user),
    }
    return render(request, "signals/groups/sent.html", context)


@require_safe
def group_signal(request: HttpRequest, reference: str) -> HttpResponse:
    """What was passed on, what came back, and what to do with that."""
    signal = _read(request, reference)
    context = {"signal": signal, "status": status_of(signal), "standing": standing(signal), "answers": DidItChange}
    return render(request, "signals/groups/signal.html", context)


@require_safe
def group_aloud(request: HttpRequest, reference: str) -> HttpResponse:
    """The answer in large plain words, to read to the group or to hang on a wall."""
    signal = _read(request, reference)
    return render(request, "signals/groups/aloud.html", {"signal": signal, "status": status_of(signal)})


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def group_reply(request: HttpRequest, reference: str) -> HttpResponse:
    """What the group says to a question of the youth service."""
    signal = _read(request, reference)
    page = reverse("group_signal", args=[signal.reference])
    form = ReplyForm(_typed(request))

    def create() -> Signal | None:
        sent = {name: form.cleaned_data[name] for name in ("text", "token")}
        return unless_refused(form, lambda: reply(signal=signal, by=request.user, **sent))

    if made(form, create):
        messages.success(request, _("The youth service has your answer."))
        return redirect(page)
    question = status_of(signal).question
    if question is None and not form.is_bound:
        messages.error(request, _("No question waits for an answer any more."))
        return redirect(page)
    context = {"form": form, "title": _("Answer the question"), "question": question, "back": page}
    return form_page(request, "signals/groups/reply.html", context)


@require_POST
def group_changed(request: HttpRequest, reference: str) -> HttpResponse:
    """Did it change? The group notices first (R9)."""
    signal = get_object_or_404(sent(request.user), reference=reference)
    form = ChangedForm(request.POST)
    if form.is_valid() and say_whether_it_changed(signal=signal, **form.cleaned_data):
        messages.success(request, _("Thank you. This counts."))
    else:
        messages.error(request, _("Nothing was kept. Look at how it stands now."))
    return redirect("group_signal", signal.reference)


def _read(request: HttpRequest, reference: str) -> Signal:
    """A signal this person may see, of which is kept that it was seen."""
    signal = get_object_or_404(one_sent(request.user), reference=reference)
    note_looks([signal], by=request.user)
    note_read(signal=signal, what=signal.came_back, by=request.user)
    return signal


def _typed(request: HttpRequest):
    if request.method != "POST":
        return None
    return without_personal_details(request.POST) if "remove" in request.POST else request.POST


def _to_start_with(request: HttpRequest, like: Signal | None) -> dict:
    """As the one before, or for the organisation this person works for now."""
    if like is None:
        current = current_organisation(request)
        return {"organisation": current.slug if current else None}
    voice = like.voice
    return {
        "organisation": voice.organisation,
        "neighbourhood": like.neighbourhood,
        "source": like.source,
        "age_bands": voice.age_bands,
        "heard_at": voice.heard_at,
    }


def _after(request: HttpRequest, signal: Signal) -> HttpResponse:
    """To the next one; but where there are words of danger, first to what to do."""
    page = reverse("group_signal", args=[signal.reference])
    said = _('Passed on as <a href="{page}">{reference}</a>. The answer comes back to you.')
    messages.success(request, format_html(said, page=page, reference=signal.reference))
    if signal.mentions_danger:
        return redirect(page)
    if request.POST.get("then") == "done":
        return redirect("group_signals")
    return redirect(f"{reverse('group_new')}?like={signal.reference}")
