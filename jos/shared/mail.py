"""Mails in plain text, in the default language."""

import datetime

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django_tasks import default_task_backend
from django_tasks.base import Task

from jos.shared.tables.cells import tidy

ATTEMPTS = 3
WAIT = datetime.timedelta(minutes=10)  # before the second; twice as long before the third


def mail(template: str, to: list[str], context: dict) -> None:
    """Send templates/mail/<template>.txt."""
    subject, body = mail_text(template, context)
    send_mail(subject, body, None, to)


def mail_patiently(template: str, to: list[str], context: dict, *, again: Task, about: tuple, attempt: int) -> None:
    """As `mail`. Where the mail server is away, the queue does `again(*about)` a while later, three times in all."""
    try:
        mail(template, to, context)
    except OSError:  # away, or it refuses: SMTPException is one
        if attempt >= ATTEMPTS or not default_task_backend.supports_defer:
            raise
        again.using(run_after=timezone.now() + attempt * WAIT).enqueue(*about, attempt + 1)


def mail_text(template: str, context: dict) -> tuple[str, str]:
    """Subject and text of templates/mail/<template>.txt, whose first line is the subject."""
    with translation.override(settings.LANGUAGE_CODE):
        text = render_to_string(
            f"mail/{template}.txt", {"BASE_URL": settings.BASE_URL, "CITY_NAME": settings.CITY_NAME} | context
        )
    subject, _newline, body = text.strip().partition("\n")
    return tidy(subject), body.strip() + "\n"
