"""Taking words and the photo out of a signal for good. What is typed here is kept nowhere: no draft."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jos.shared.access import require
from jos.shared.record_views import changed, posted, unless_refused
from signals.actions.redaction import redact
from signals.forms.triage import RedactForm
from signals.looks import note_looks
from signals.models import Signal
from signals.permissions import can_triage
from signals.triage.redaction import MARK, marked
from signals.views.signals import signal_for


@require_http_methods(["GET", "HEAD", "POST"])
def signal_redact(request: HttpRequest, reference: str) -> HttpResponse:
    """A copy of each text in which pieces become marks. `?mark=on`: what looks personal is marked already."""
    signal = signal_for(request, reference)
    require(can_triage(request.user))
    form = RedactForm(posted(request), instance=signal, marked=marked(signal) if "mark" in request.GET else {})

    def change(version: int) -> None:
        if unless_refused(form, lambda: _redact(form, version, request.user)):
            messages.success(request, _("It is gone for good."))

    done = signal.get_absolute_url()
    answer = changed(request, form, change, again=lambda saved: RedactForm(request.POST, instance=saved), done=done)
    note_looks([signal], by=request.user)
    context = {"form": form, "signal": signal, "mark": MARK, "back": done}
    return answer or render(request, "signals/triage/redact.html", context)


def _redact(form: RedactForm, version: int, by) -> Signal:
    photo = form.cleaned_data.get("remove_photo", False)
    return redact(signal=form.instance, texts=form.texts, photo=photo, version=version, by=by)
