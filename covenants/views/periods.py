"""A period of a covenant: both reports beside each other, and the talk in which both sides settle it."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from covenants.actions.talks import agree, ask_talk, write_down
from covenants.enums import PeriodStep
from covenants.following_up.period_page import period_page
from covenants.following_up.side_by_side import side_by_side
from covenants.following_up.transitions import transition
from covenants.forms.talks import TalkForm
from covenants.models import ReportingPeriod
from covenants.views.reports import visible_period
from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, posted, unless_refused, version_read
from jos.shared.saving import ChangedMeanwhile


@require_safe
def covenant_period(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Where both sides see it differently first; then numbers, promises, what they tell, and the talk."""
    period = visible_period(request, slug, pk)
    context = {"period": period, "covenant": period.covenant, "of": period_page(period, request.user)}
    return render(request, "covenants/periods/period.html", context)


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def period_step(request: HttpRequest, slug: str, pk: int, step: str) -> HttpResponse:
    """Take a step of the table. Where it cannot be taken now, the page of the period says how it stands."""
    period = visible_period(request, slug, pk)
    if step not in _PAGES:
        raise Http404
    row = transition(step)
    require(row.may(request.user, period.covenant))
    if refusal := row.not_now(period, request.user):
        messages.error(request, refusal)
        return redirect(period)
    return _PAGES[PeriodStep(step)](request, period)


def _ask_talk(request: HttpRequest, period: ReportingPeriod) -> HttpResponse:
    if request.method != "POST":
        return render(request, "covenants/periods/ask.html", {"period": period, "covenant": period.covenant})
    try:
        ask_talk(period=period, by=request.user)
    except ValidationError as error:  # a colleague was just in time
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The other side sees that you want to talk. Agree on a day with each other."))
    return redirect(period)


def _write_down(request: HttpRequest, period: ReportingPeriod) -> HttpResponse:
    form = TalkForm(posted(request), instance=period)

    def change(version: int) -> None:
        if unless_refused(form, lambda: write_down(period=period, version=version, by=request.user)):
            messages.success(request, _("The talk is written down. Add what you promised each other, then both agree."))

    done = f"{period.get_absolute_url()}#talk"
    answer = changed(request, form, change, again=lambda saved: TalkForm(request.POST, instance=saved), done=done)
    context = {"form": form, "period": period, "covenant": period.covenant, "title": _("The talk"), "back": done}
    return answer or form_page(request, "covenants/periods/talk_form.html", context)


def _agree(request: HttpRequest, period: ReportingPeriod) -> HttpResponse:
    """Agree with the words that were read. What changed since then is shown again, and not agreed with."""
    if request.method == "POST":
        try:
            agree(period=period, version=version_read(request), by=request.user)
        except ChangedMeanwhile:
            return _to_read(request, period, status=HTTPStatus.CONFLICT)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, _("You agree with what the talk settled."))
        return redirect(period)
    return _to_read(request, period)


def _to_read(request: HttpRequest, period: ReportingPeriod, *, status: int = HTTPStatus.OK) -> HttpResponse:
    context = {
        "period": period,
        "covenant": period.covenant,
        "agreements": side_by_side(period, request.user).agreements,
        "is_changed": status == HTTPStatus.CONFLICT,
    }
    return render(request, "covenants/periods/agree.html", context, status=status)


_PAGES = {
    PeriodStep.ASK_TALK: _ask_talk,
    PeriodStep.WRITE_DOWN: _write_down,
    PeriodStep.AGREE: _agree,
}
