"""Saying what becomes of a signal: one page for each step of the table, and one for many signals at once."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, posted, unless_refused
from jos.shared.saved_views import known_query
from signals.actions import triage
from signals.enums import SignalStep
from signals.forms.triage import FORMS, CorrectForm, StepForm
from signals.looks import note_looks
from signals.models import Signal
from signals.permissions import can_triage
from signals.triage.transitions import not_now
from signals.views.signals import signal_for


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def signal_step(request: HttpRequest, reference: str, step: str) -> HttpResponse:
    """Ask what the step needs, and take it. Where it cannot be taken now, the signal's page says how it stands."""
    signal = signal_for(request, reference)
    if step not in FORMS:
        raise Http404
    require(can_triage(request.user))
    done = _back(request, signal)
    if refusal := not_now(signal, step):
        messages.error(request, refusal)
        return redirect(done)
    note_looks([signal], by=request.user)
    form = FORMS[step](posted(request), instance=signal)
    context = {"form": form, "signal": signal, "step": step, "title": SignalStep(step).label, "back": done}
    if "fill" in request.POST:
        _fill(form, request.POST)
        return form_page(request, "signals/triage/step.html", context)

    def change(version: int) -> None:
        if unless_refused(form, lambda: _take(form, SignalStep(step), version, request.user)):
            messages.success(request, _("Saved."))

    answer = changed(request, form, change, again=lambda saved: FORMS[step](request.POST, instance=saved), done=done)
    return answer or form_page(request, "signals/triage/step.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def signal_correct(request: HttpRequest, reference: str) -> HttpResponse:
    """What it is about and where, where the sender left that open or got it wrong."""
    signal = signal_for(request, reference)
    require(can_triage(request.user))
    form, done = CorrectForm(posted(request), instance=signal), _back(request, signal)

    def change(version: int) -> None:
        triage.correct(signal=signal, version=version, by=request.user)
        messages.success(request, _("Saved."))

    answer = changed(request, form, change, again=lambda saved: CorrectForm(request.POST, instance=saved), done=done)
    context = {"form": form, "signal": signal, "title": _("Theme and neighbourhood"), "back": done}
    return answer or render(request, "signals/triage/correct.html", context)


def _take(form: StepForm, step: SignalStep, version: int, by) -> Signal:
    """The action of this step, with what was typed."""
    typed, always = form.cleaned_data, {"signal": form.instance, "version": version, "by": by}
    actions: dict[SignalStep, Callable[[], Signal]] = {
        SignalStep.ASK: lambda: triage.ask(words=typed["words"], **always),
        SignalStep.REFER: lambda: triage.refer(to=typed["referred_to"], words=typed["words"], **always),
        SignalStep.NOT_TAKE_UP: lambda: triage.not_take_up(words=typed["words"], **always),
        SignalStep.TAKE_OUT: lambda: triage.take_out(**always),
        SignalStep.TAKE_UP_AGAIN: lambda: triage.take_up_again(**always),
    }
    return actions[step]()


def _fill(form: StepForm, data) -> None:
    """With the standard reply that was chosen; as it was where none was."""
    chosen = [reply for reply in form.standard_replies if str(reply.pk) == data.get("reply")]
    if chosen:
        form.fill_with(data, chosen[0])
    else:
        form.show_typed(data)


def _back(request: HttpRequest, signal: Signal) -> str:
    """The signal's page, in the inbox as it was asked for."""
    asked = known_query("inbox", request.GET)
    return f"{signal.get_absolute_url()}?{asked}" if asked else signal.get_absolute_url()
