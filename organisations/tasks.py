"""Mails that leave through the queue, after what they are about is stored. Plain text, in the default language."""

from django.conf import settings
from django.urls import reverse
from django_tasks import task

from jos.shared.mail import mail
from organisations.enums import MemberRole
from organisations.models import Invitation, Offer, Organisation
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
def mail_reminder(organisation_id: int) -> None:
    """Ask the coordinators to confirm. Nothing leaves when all was confirmed before the mail did."""
    organisation = Organisation.objects.get(pk=organisation_id)
    offers = list(Offer.objects.past_confirmation().filter(organisation=organisation))
    coordinators = organisation.memberships.filter(role=MemberRole.COORDINATOR, user__is_active=True)
    context = {
        "organisation": organisation,
        "offers": offers,
        "path": reverse("organisation_offers", args=[organisation.slug]),
    }
    for address in coordinators.values_list("user__email", flat=True) if offers else ():
        mail("reminder", [address], context)  # each apart: nobody's address goes to another
