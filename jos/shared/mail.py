"""Mails in plain text, in the default language."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation

from jos.shared.tables.cells import tidy


def mail(template: str, to: list[str], context: dict) -> None:
    """Send templates/mail/<template>.txt."""
    subject, body = mail_text(template, context)
    send_mail(subject, body, None, to)


def mail_text(template: str, context: dict) -> tuple[str, str]:
    """Subject and text of templates/mail/<template>.txt, whose first line is the subject."""
    with translation.override(settings.LANGUAGE_CODE):
        text = render_to_string(
            f"mail/{template}.txt", {"BASE_URL": settings.BASE_URL, "CITY_NAME": settings.CITY_NAME} | context
        )
    subject, _newline, body = text.strip().partition("\n")
    return tidy(subject), body.strip() + "\n"
