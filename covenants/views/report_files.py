"""Photos and files with a report: added and removed by its own side, read by whoever reads the report."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from covenants.actions.report_files import attach, detach
from covenants.forms.report_files import FileForm
from covenants.models import Attachment
from covenants.permissions import can_write_report
from covenants.views.reports import of_readable_report, own_period
from jos.shared.access import require


@require_http_methods(["GET", "HEAD", "POST"])
def attachment_new(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    period, side = own_period(request, slug, pk)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if form.is_valid():
        kept = {"file": form.cleaned_data["file"], "token": form.cleaned_data["token"]}
        try:
            attachment = attach(period=period, side=side, by=request.user, **kept)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("“%(file)s” is kept with your report.") % {"file": attachment})
            return redirect("report_submit", slug, pk)
    context = {"form": form, "period": period, "back": reverse("report_submit", args=[slug, pk])}
    return render(request, "covenants/reports/file_form.html", context)


@require_safe
def attachment(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The file, to save. Never shown as a page of ours, whatever is in it."""
    found = of_readable_report(request, Attachment.objects, slug, pk)
    response = HttpResponse(bytes(found.content), content_type=found.content_type)
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=found.name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@require_POST
def attachment_remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = of_readable_report(request, Attachment.objects, slug, pk)
    require(can_write_report(request.user, found.report))
    try:
        detach(attachment=found, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("“%(file)s” is removed.") % {"file": found})
    return redirect("report_submit", slug, found.report.period_id)
