"""What both sides promise each other in the talk about a period."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from covenants.actions.talks import add_agreement, change_agreement, take_out_agreement
from covenants.enums import PeriodStep, Side
from covenants.following_up.transitions import transition
from covenants.forms.parts import CommitmentForm
from covenants.models import Commitment, ReportingPeriod
from covenants.views.reports import visible_period
from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, made, posted, unless_refused


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def agreement_new(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A promise of the partner, or of the city (`?side=CITY`)."""
    period = _to_write(request, slug, pk)
    if answer := _back_where_not_now(request, period):
        return answer
    side = Side.CITY if request.GET.get("side") == Side.CITY else Side.PARTNER
    agreement = Commitment(covenant=period.covenant, agreed_in=period, side=side)
    form = CommitmentForm(posted(request), instance=agreement)

    def create() -> Commitment | None:
        return unless_refused(form, lambda: add_agreement(agreement=form.instance, by=request.user))

    if made(form, create):
        messages.success(request, _("Both sides read it with the talk, and agree with it."))
        return redirect(_talk(period))
    return _page(request, form, period, _("A promise from the talk"))


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def agreement_edit(request: HttpRequest, slug: str, pk: int, agreement: int) -> HttpResponse:
    period = _to_write(request, slug, pk)
    found = _agreement(period, agreement)
    if answer := _back_where_not_now(request, period):
        return answer
    form = CommitmentForm(posted(request), instance=found)

    def change(version: int) -> None:
        if unless_refused(form, lambda: change_agreement(agreement=found, version=version, by=request.user)):
            messages.success(request, _("Saved."))

    def again(saved: Commitment) -> CommitmentForm:
        return CommitmentForm(request.POST, instance=saved)

    answer = changed(request, form, change, again=again, done=_talk(period))
    return answer or _page(request, form, period, _("Change this promise"))


@require_http_methods(["GET", "HEAD", "POST"])
def agreement_remove(request: HttpRequest, slug: str, pk: int, agreement: int) -> HttpResponse:
    """Asks first."""
    period = _to_write(request, slug, pk)
    found = _agreement(period, agreement)
    if answer := _back_where_not_now(request, period):
        return answer
    if request.method == "POST":
        try:
            take_out_agreement(agreement=found, by=request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, _("“%(what)s” is taken out.") % {"what": str(found)})
        return redirect(_talk(period))
    context = {"covenant": period.covenant, "period": period, "agreement": found, "back": _talk(period)}
    return render(request, "covenants/periods/agreement_remove.html", context)


def _to_write(request: HttpRequest, slug: str, pk: int) -> ReportingPeriod:
    period = visible_period(request, slug, pk)
    require(transition(PeriodStep.WRITE_DOWN).may(request.user, period.covenant))
    return period


def _back_where_not_now(request: HttpRequest, period: ReportingPeriod) -> HttpResponse | None:
    """To the period, which says how it stands."""
    if refusal := transition(PeriodStep.WRITE_DOWN).not_now(period, request.user):
        messages.error(request, refusal)
        return redirect(period)
    return None


def _agreement(period: ReportingPeriod, pk: int) -> Commitment:
    found = get_object_or_404(period.agreements.select_related("owner"), pk=pk)
    found.covenant, found.agreed_in = period.covenant, period
    return found


def _talk(period: ReportingPeriod) -> str:
    return f"{period.get_absolute_url()}#talk"


def _page(request: HttpRequest, form: CommitmentForm, period: ReportingPeriod, title: str) -> HttpResponse:
    context = {"form": form, "period": period, "covenant": period.covenant, "title": title, "back": _talk(period)}
    return form_page(request, "covenants/periods/agreement_form.html", context)
