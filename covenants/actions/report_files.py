"""Photos and files with a report. They stand in the database, and go along in its back-up."""

import uuid

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from covenants.actions.reports import begun, refuse_once_sent
from covenants.following_up.files import MOST_FILES, ReadFile
from covenants.models import Attachment, Report, ReportingPeriod
from jos.shared.history import because


@transaction.atomic
def attach(*, period: ReportingPeriod, side: str, file: ReadFile, token: uuid.UUID | None, by) -> Attachment:
    """Keep a file with the report of this side. The same form sent twice keeps it once."""
    report = Report.objects.select_for_update().get(pk=begun(period, side).pk)
    refuse_once_sent(report)
    if twin := Attachment.objects.filter(created_with=token).first() if token else None:
        if twin.report_id == report.pk:
            return twin
        token = None  # of another form: nobody gets to know of that one
    if report.attachments.count() >= MOST_FILES:
        raise ValidationError(_("There are %(count)d files already. Remove one first.") % {"count": MOST_FILES})
    kept = {"name": file.name, "content_type": file.content_type, "content": file.content, "size": len(file.content)}
    return Attachment.objects.create(report=report, created_with=token, by=by, **kept)


@transaction.atomic
def detach(*, attachment: Attachment, by) -> None:
    """Take a file away from a report that is not sent. History keeps of what kind it was, and nothing of it."""
    report = Report.objects.select_for_update().get(pk=attachment.report_id)
    refuse_once_sent(report)
    attachment.delete()
    with because(f"file removed: {attachment.content_type}"):
        report.save_by(by)
