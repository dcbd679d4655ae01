"""Following what happens: one address, and the number and code in the body of every form. Nothing is remembered."""

import uuid
from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.views.decorators.http import require_http_methods

from jos.shared.record_views import posted
from signals.actions import following as actions
from signals.enums import DidItChange
from signals.following import words
from signals.following.download import kept
from signals.following.finding import TooManyTries, find, followed
from signals.following.forms import DidItChangeForm, KeysForm, ReplyForm
from signals.following.status import status_of
from signals.models import Signal
from signals.throttling import address_of
from signals.tracking import in_groups
from signals.views.young import for_young_people

Words = str | Promise


@login_not_required
@for_young_people
@require_http_methods(["GET", "HEAD", "POST"])
def signal_follow(request: HttpRequest) -> HttpResponse:
    """Ask for the number and the code; with the right ones, show where it stands or do what was pressed."""
    if "asks_keys" in request.POST and "switch_to" in request.POST:
        return _ask(request, KeysForm(initial=request.POST.dict()))  # another language is no try
    form = KeysForm(posted(request))
    if not form.is_bound or not form.is_valid():
        return _ask(request, form)
    keys = form.cleaned_data
    try:
        signal = find(keys["reference"], keys["code"], address=address_of(request))
    except TooManyTries as refused:
        return _refuse(request, form, refused)
    if signal is None:
        return _ask_again(request, form)
    do = next((do for name, do in BUTTONS.items() if name in request.POST), _show)
    try:
        return do(request, signal)
    except Signal.DoesNotExist:  # erased at the same moment: a button pressed twice, or another tab
        return _ask_again(request, form)


def _ask(request: HttpRequest, form: KeysForm) -> HttpResponse:
    return render(request, "signals/young/follow.html", {"form": form})


def _ask_again(request: HttpRequest, form: KeysForm) -> HttpResponse:
    form.add_error(None, words.DO_NOT_FIT)
    return _ask(request, form)


def _refuse(request: HttpRequest, form: KeysForm, refused: TooManyTries) -> HttpResponse:
    time = timezone.localtime(refused.until).strftime("%H:%M")
    form.add_error(None, words.TOO_OFTEN % {"time": time})
    response = _ask(request, form)
    response.status_code = HTTPStatus.TOO_MANY_REQUESTS
    response["Retry-After"] = str(max(1, round((refused.until - timezone.now()).total_seconds())))
    return response


def _show(
    request: HttpRequest, signal: Signal, *, form: ReplyForm | None = None, said: Words = "", wrong: Words = ""
) -> HttpResponse:
    """Where it stands. `said`: what was just done; `wrong`: why it was not."""
    context = {
        "signal": signal,
        "status": status_of(signal),
        "form": form or ReplyForm(),
        "token": (form and form.data.get("token")) or uuid.uuid4(),
        "changed": words.CHANGED,
        "said": said,
        "wrong": wrong,
        "mentions_danger": signal.mentions_danger,
    }
    return render(request, "signals/young/followed.html", context | _keys(request))


def _keys(request: HttpRequest) -> dict[str, str]:
    """As they were typed, to go along with the next form."""
    return {"reference": request.POST["reference"], "code": request.POST["code"]}


def _reply(request: HttpRequest, signal: Signal) -> HttpResponse:
    form = ReplyForm(request.POST)
    if not form.is_valid() or form.points_out:
        return _show(request, signal, form=form)
    try:
        actions.reply(signal=signal, text=form.cleaned_data["text"], token=form.cleaned_data["token"])
    except ValidationError:
        return _show(request, followed().get(pk=signal.pk), wrong=words.NO_ANSWER_NEEDED)
    return _show(request, followed().get(pk=signal.pk), said=words.ANSWER_SENT)


def _remove(request: HttpRequest, signal: Signal) -> HttpResponse:
    return _show(request, signal, form=ReplyForm(request.POST).without(request.POST["remove"]))


def _say_whether_it_changed(request: HttpRequest, signal: Signal) -> HttpResponse:
    form = DidItChangeForm(request.POST)
    if not form.is_valid():
        return _show(request, signal)
    said = DidItChange(form.cleaned_data["did_it_change"])
    if not actions.say_whether_it_changed(signal=signal, did_it_change=said):
        return _show(request, followed().get(pk=signal.pk), wrong=words.NEW_ANSWER_FIRST)
    return _show(request, followed().get(pk=signal.pk), said=words.THANKS)


def _download(request: HttpRequest, signal: Signal) -> HttpResponse:
    response = render(request, "signals/young/kept.html", {"kept": kept(signal), "status": status_of(signal)})
    name = in_groups(signal.reference)
    response["Content-Disposition"] = f'attachment; filename="{name}.html"'
    return response


def _ask_to_erase(request: HttpRequest, signal: Signal) -> HttpResponse:
    return render(request, "signals/young/erase.html", {"signal": signal} | _keys(request))


def _erase(request: HttpRequest, signal: Signal) -> HttpResponse:
    actions.erase(signal=signal)
    return render(request, "signals/young/erased.html")


BUTTONS = {
    "reply": _reply,
    "remove": _remove,
    "did_it_change": _say_whether_it_changed,
    "download": _download,
    "erase": _ask_to_erase,
    "erase_for_good": _erase,
}
