"""Writing down what was chosen in a round, and saying it to everybody."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, posted, unless_refused
from jos.shared.time import in_words, today
from signals.actions.rounds import decide_round, publish_round, unpublish_round
from signals.enums import RoundState
from signals.forms.round_decisions import DecideForm
from signals.forms.rounds import PublishForm
from signals.models import Round
from signals.permissions import can_hold_rounds
from signals.rounds.reading import result


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def round_decide(request: HttpRequest, slug: str) -> HttpResponse:
    """Tick what comes first. Only of a round that closed, and once."""
    require(can_hold_rounds(request.user))
    prioritising = get_object_or_404(Round, slug=slug)
    counted = result(prioritising, at=today())
    if counted is None or prioritising.decided_on:
        messages.error(request, _not_to_decide(prioritising))
        return redirect(prioritising)
    form = DecideForm(posted(request), instance=prioritising, counted=counted)

    def change(version: int) -> None:
        def save() -> Round:
            said = form.decision
            return decide_round(prioritising=prioritising, decision=said, version=version, by=request.user)

        if unless_refused(form, save):
            messages.success(request, _("Saved. Each chosen dossier has its term now."))

    def again(saved: Round) -> DecideForm:
        return DecideForm(request.POST, instance=saved, counted=counted)

    done = prioritising.get_absolute_url()
    answer = changed(request, form, change, again=again, done=done)
    title = _("What comes first? %(round)s") % {"round": prioritising}
    context = {"form": form, "title": title, "back": done, "round": prioritising, "result": counted}
    return answer or form_page(request, "signals/rounds/decide.html", context)


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def round_publish(request: HttpRequest, slug: str) -> HttpResponse:
    """Say it to everybody; or, of what is published, take it back to put something right."""
    require(can_hold_rounds(request.user))
    prioritising = get_object_or_404(Round, slug=slug)
    if not prioritising.decided_on:
        messages.error(request, _("Write down what was chosen first."))
        return redirect(prioritising)
    is_published = bool(prioritising.published_on)
    take = unpublish_round if is_published else publish_round
    form = PublishForm(posted(request), instance=prioritising)

    def change(version: int) -> None:
        if unless_refused(form, lambda: take(prioritising=prioritising, version=version, by=request.user)):
            messages.success(request, _("Saved."))

    done = prioritising.get_absolute_url()
    answer = changed(request, form, change, again=lambda saved: PublishForm(request.POST, instance=saved), done=done)
    title = _("Publish no longer: %(round)s") if is_published else _("Publish: %(round)s")
    context = {"form": form, "title": title % {"round": prioritising}, "back": done, "is_published": is_published}
    return answer or form_page(request, "signals/rounds/publish.html", context)


def _not_to_decide(prioritising: Round) -> str:
    if prioritising.state(today()) == RoundState.DECIDED:
        return _("It is written down already what was chosen.")
    return _("Partners spread points until %(day)s. Decide after that day.") % {"day": in_words(prioritising.closes_on)}
