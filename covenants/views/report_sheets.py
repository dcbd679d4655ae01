"""The numbers of a report in a spreadsheet: out, and in again. Nothing is written before somebody saw what changes."""

import datetime
from decimal import Decimal

from django.contrib import messages
from django.core import signing
from django.core.exceptions import BadRequest, ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from covenants.actions.reports import Numbers, save_report
from covenants.following_up.asked import Asked, Cell, Measured, report_of
from covenants.following_up.sheet import COLUMNS, SheetPlan, plan_sheet, sheet_rows
from covenants.forms.report_sheets import SheetForm
from covenants.models import Report
from covenants.views.reports import own_period
from jos.shared.drafts import Page, of_page
from jos.shared.imports import ChangeKind, FileRefused
from jos.shared.saving import ChangedMeanwhile
from jos.shared.tables.writing import table_response


@require_safe
def report_sheet(request: HttpRequest, slug: str, pk: int, file_format: str) -> HttpResponseBase:
    """A row for each number that is asked of one's own side."""
    period, side = own_period(request, slug, pk)
    rows = sheet_rows(Asked(report_of(period, side)))
    return table_response(f"{slug}-{period.starts_on}", file_format, COLUMNS.all, rows)


@require_http_methods(["GET", "HEAD", "POST"])
def report_sheet_in(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Choose a file, look at what it would change, then have that written: over what was saved, not beside a draft."""
    period, side = own_period(request, slug, pk)
    back = reverse("report", args=[slug, pk])
    if of_page(Page(request.user.pk or 0, back)):
        words = _("What you typed in your report is not saved yet. Save it first, then read the spreadsheet in.")
        messages.warning(request, words)
        return redirect(back)
    written = report_of(period, side)
    if "changes" in request.POST:
        return _write(request, written)
    form = SheetForm(request.POST, request.FILES) if request.method == "POST" else SheetForm()
    plan = _plan(form, written) if form.is_valid() else None
    context = {
        "form": form,
        "period": period,
        "report": written,
        "plan": plan,
        "groups": [(kind, plan.counts()[kind], plan.of_kind(kind)) for kind in ChangeKind] if plan else [],
        "changes": _signed(plan.numbers, written) if plan and not plan.is_refused else "",
        "back": back,
    }
    return render(request, "covenants/reports/sheet.html", context)


def _plan(form: SheetForm, written: Report) -> SheetPlan | None:
    file = form.cleaned_data["file"]
    try:
        return plan_sheet(file.read(), file.name, Asked(written))
    except FileRefused as refusal:
        form.add_error("file", f"{file.name}: {refusal}")
        return None


def _write(request: HttpRequest, written: Report) -> HttpResponse:
    """Exactly what was shown, over the report as it was then."""
    here = redirect("report_sheet_in", written.period.covenant.slug, written.period_id)
    version, numbers = _read(request.POST["changes"], written)
    try:
        save_report(report=written, numbers=numbers, places={}, version=version, by=request.user)
    except ChangedMeanwhile:
        words = _("A colleague changed the report meanwhile. Send the file again: you see what it would change now.")
        messages.warning(request, words)
        return here
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return here
    messages.success(request, _("The numbers of the file are in your report."))
    return redirect("report_submit", written.period.covenant.slug, written.period_id)


def _signed(numbers: Numbers, written: Report) -> str:
    """What was shown, carried by the page itself: it needs no file that lies somewhere until somebody decides."""
    rows = [[*cell, said and [_text(said.value), _text(said.measured_on), said.note]] for cell, said in numbers.items()]
    return signing.dumps([written.period_id, written.side, written.version, rows], salt=__name__, compress=True)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _read(signed: str, written: Report) -> tuple[int, Numbers]:
    try:
        period, side, version, rows = signing.loads(signed, salt=__name__)
    except signing.BadSignature:
        raise BadRequest("no changes of ours") from None
    if (period, side) != (written.period_id, written.side):
        raise BadRequest("of another report")
    return version, {Cell(*row[:3]): _measured(row[3]) for row in rows}


def _measured(said: list | None) -> Measured | None:
    if said is None:
        return None
    value, day, note = said
    return Measured(value and Decimal(value), day and datetime.date.fromisoformat(day), note)
