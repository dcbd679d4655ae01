"""Putting signals in a dossier, one or many at once."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from jos.shared.access import require
from jos.shared.saved_views import address_of, known_query
from jos.shared.saving import ChangedMeanwhile
from signals.actions.triage import bundle
from signals.forms.triage import BundleForm
from signals.looks import note_looks
from signals.models import Dossier, Signal
from signals.permissions import can_triage
from signals.triage.inbox import with_facts
from signals.triage.suggestions import LikelyDossier, likely_dossiers

MOST = 200  # signals at once
FOUND = 8  # dossiers that are shown for what one looks for


@require_http_methods(["GET", "HEAD", "POST"])
def signals_bundle(request: HttpRequest) -> HttpResponse:
    """Choose a dossier that is likely, or look for one, or open a new one. 409 where one of them moved meanwhile."""
    require(can_triage(request.user))
    data = request.POST if request.method == "POST" else request.GET
    signals = _ticked(data)
    if not signals:
        messages.error(request, _("Tick the signals to bundle first."))
        return redirect("inbox")
    form, status = BundleForm(request.POST if request.method == "POST" else None), HTTPStatus.OK
    if form.is_bound and form.is_valid():
        try:
            return _bundled(request, signals, form.cleaned_data["dossier"])
        except ChangedMeanwhile:
            form.add_error(None, _("Somebody changed one of these signals meanwhile. Look at them, and send again."))
            status, signals = HTTPStatus.CONFLICT, _ticked(data, as_now=True)
        except ValidationError as error:
            form.add_error(None, error)
    return _page(request, form, signals, data, status)


def _bundled(request: HttpRequest, signals: list[Signal], dossier: Dossier) -> HttpResponse:
    moved = bundle(signals=signals, dossier=dossier, by=request.user)
    said = ngettext("One signal is in “%(dossier)s” now.", "%(number)d signals are in “%(dossier)s” now.", len(moved))
    messages.success(request, said % {"number": len(moved), "dossier": dossier})
    if len(signals) == 1:
        return redirect(signals[0])
    return redirect(address_of("inbox", known_query("inbox", QueryDict(request.POST.get("asked", "")))))


def _page(request: HttpRequest, form: BundleForm, signals: list[Signal], data: QueryDict, status: int) -> HttpResponse:
    note_looks(signals, by=request.user)
    likely, sought = likely_dossiers(signals), data.get("q", "").strip()
    context = {
        "form": form,
        "signals": signals,
        "likely": likely,
        "sought": sought,
        "found": _found(sought, likely) if sought else [],
        "chosen": data.get("dossier", ""),
    }
    return render(request, "signals/triage/bundle.html", context, status=status)


def _ticked(data: QueryDict, *, as_now: bool = False) -> list[Signal]:
    """Each with the version somebody saw, where the page said which: "K7Q2MX4T.3"."""
    seen = dict(each.partition(".")[::2] for each in data.getlist("signal")[:MOST])
    signals = list(with_facts(Signal.objects.filter(reference__in=seen)).urgent_first())
    for signal in signals:
        version = seen[signal.reference]
        if version.isdecimal() and not as_now:
            signal.version = int(version[:9])
    return signals


def _found(sought: str, likely: list[LikelyDossier]) -> list[Dossier]:
    """By title or pattern, the newest first, without those that stand on the page already."""
    with_words = Dossier.objects.standing().filter(Q(title__icontains=sought) | Q(pattern__icontains=sought))
    return list(with_words.exclude(pk__in=[each.dossier.pk for each in likely]).order_by("-opened_on", "-id")[:FOUND])
