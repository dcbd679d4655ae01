"""The report of one's own side: write it, look it over, send it, and take it back to correct it."""

from http import HTTPStatus
from typing import TypeVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Manager
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from covenants.actions.reports import correct_report, save_report, submit_report
from covenants.enums import Side
from covenants.following_up.asked import Asked, report_of
from covenants.following_up.report_page import answers, looks_personal, report_page
from covenants.following_up.sending import in_the_way_of_sending, still_to_say, what_goes_along
from covenants.forms.report_rows import number_rows, scale_rows
from covenants.forms.reports import ReportForm
from covenants.models import Attachment, Covenant, Report, ReportingPeriod, Story
from covenants.permissions import can_decide, can_read_report, side_of
from jos.shared.access import require
from jos.shared.drafts import form_page, keeps_draft
from jos.shared.record_views import changed, posted, unless_refused, version_read
from jos.shared.saving import ChangedMeanwhile

Kept = TypeVar("Kept", Story, Attachment)  # with a report


@keeps_draft
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Write it, as often as one likes: everybody who writes for this side, in the same draft."""
    period, side = own_period(request, slug, pk)
    written = report_of(period, side)
    if written.submitted_at and request.method != "POST":
        return redirect("report_submit", slug, pk)
    form = ReportForm(posted(request), instance=written, asked=Asked(written))

    def change(version: int) -> None:
        if unless_refused(form, lambda: _saved(form, version, by=request.user)):
            messages.success(request, _("Your report is saved as a draft. Only your side sees it."))

    def again(saved: Report) -> ReportForm:
        return ReportForm(request.POST, instance=saved, asked=Asked(saved))

    answer = changed(request, form, change, again=again, done=reverse("report_submit", args=[slug, pk]))
    return answer or form_page(request, "covenants/reports/report.html", _questions(written, form))


def _saved(form: ReportForm, version: int, *, by) -> Report:
    return save_report(report=form.instance, numbers=form.numbers, places=form.places, version=version, by=by)


def _questions(written: Report, form: ReportForm) -> dict:
    back = reverse("covenant_period", args=[written.period.covenant.slug, written.period_id])
    rows = {"form": form, "numbers": number_rows(form), "scales": scale_rows(form), "back": back}
    return report_page(written) | rows


@require_http_methods(["GET", "HEAD", "POST"])
def report_submit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What was written so far and what it still needs; and sending it, by who decides for this side."""
    period, side = own_period(request, slug, pk)
    may_decide = can_decide(request.user, period.covenant)
    status = HTTPStatus.OK
    if request.method == "POST":
        require(may_decide)
        status = _sent(request, report_of(period, side))
        if status == HTTPStatus.FOUND:
            return redirect("report_submit", slug, pk)
    written = report_of(period, side)
    context = {
        "answers": answers(written),
        "personal": [] if written.submitted_at else looks_personal(written),
        "early": "" if written.submitted_at else next(in_the_way_of_sending(written), ""),
        "lacking": [] if written.submitted_at else still_to_say(written),
        "along": what_goes_along(written),
        "may_decide": may_decide,
    }
    return render(request, "covenants/reports/send.html", report_page(written) | context, status=status)


def _sent(request: HttpRequest, written: Report) -> HTTPStatus:
    """Sent, or how the page answers that says what is in the way."""
    along = request.POST.get("along", "")
    try:
        submit_report(report=written, version=version_read(request), along=along, by=request.user)
    except ChangedMeanwhile:
        messages.warning(request, _("A colleague changed the report meanwhile. Look it over, and send it then."))
        return HTTPStatus.CONFLICT
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return HTTPStatus.OK
    messages.success(request, _("The report is sent. From now on the other side reads it."))
    return HTTPStatus.FOUND


@require_POST
def report_correct(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take it back, until the period is settled together."""
    period, side = own_period(request, slug, pk)
    require(can_decide(request.user, period.covenant))
    try:
        correct_report(report=report_of(period, side), by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("report_submit", slug, pk)
    messages.success(request, _("The report is yours again. Correct it, and send it once more."))
    return redirect("report", slug, pk)


def own_period(request: HttpRequest, slug: str, pk: int) -> tuple[ReportingPeriod, Side]:
    """A period, and for which side this person writes of it. 404 for who may not know of it, 403 for who only reads."""
    period = visible_period(request, slug, pk)
    side = side_of(request.user, period.covenant)
    if side is None:
        raise PermissionDenied
    return period, side


def visible_period(request: HttpRequest, slug: str, pk: int) -> ReportingPeriod:
    visible = Covenant.objects.visible_to(request.user)
    parties = ("covenant__organisation", "covenant__partnership__lead")
    periods = ReportingPeriod.objects.filter(covenant__in=visible).select_related(*parties)
    return get_object_or_404(periods, covenant__slug=slug, pk=pk)


def of_readable_report(request: HttpRequest, records: Manager[Kept], slug: str, pk: int) -> Kept:
    """A story or a file. 404 for who may not know of it: of a report that is not sent, also the other side."""
    visible = Covenant.objects.visible_to(request.user)
    parties = ("report__period__covenant__organisation", "report__period__covenant__partnership__lead")
    here = records.filter(report__period__covenant__in=visible, report__period__covenant__slug=slug)
    found = get_object_or_404(here.select_related(*parties), pk=pk)
    if not can_read_report(request.user, found.report):
        raise Http404
    return found
