"""Mails that leave through the queue, after what they are about is stored. Plain text, in the default language."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django_tasks import task

from jos.shared.mail import mail, mail_patiently
from organisations.models import Invitation, Membership, Offer, Organisation
from organisations.models.invitation import hash_token, new_token


@task()
def mail_invitation(invitation_id: int) -> None:
    """Mail a fresh link. The token is made here, so that it never lies in the queue: the mail is the only copy."""
    invitation = Invitation.objects.open().select_related("organisation", "invited_by").filter(pk=invitation_id).first()
    if invitation is None:
        return  # withdrawn before the mail left
    token = new_token()
    Invitation.objects.filter(pk=invitation.pk).update(token_hash=hash_token(token))
    mail(
        "invitation",
        [invitation.email],
        {
            "invitation": invitation,
            "path": reverse("invitation", args=[token]),
            "days": settings.INVITATION_DAYS,
        },
    )


@task()
def mail_reminder(membership_id: int, attempt: int = 1) -> None:
    """Ask one coordinator to confirm. Nothing leaves when all was confirmed before the mail did."""
    coordinators = Membership.objects.coordinators()
    membership = coordinators.select_related("organisation", "user").filter(pk=membership_id).first()
    offers = Offer.objects.past_confirmation().filter(organisation=membership.organisation) if membership else ()
    if not membership or not offers:
        return
    context = reminder_context(membership.organisation, list(offers))
    about = (membership_id,)
    try:
        mail_patiently("reminder", [membership.user.email], context, again=mail_reminder, about=about, attempt=attempt)
    except OSError:
        _say_that_it_failed(membership.organisation)
        raise


def reminder_context(organisation: Organisation, offers: list[Offer]) -> dict[str, Any]:
    """What the mail says."""
    return {
        "organisation": organisation,
        "offers": offers,
        "path": reverse("organisation_offers", args=[organisation.slug]),
    }


@transaction.atomic
def _say_that_it_failed(organisation: Organisation) -> None:
    """Staff see it on the page of those to remind, and can send it again at once."""
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    organisation.reminder_failed = True
    organisation.save_by(None)
