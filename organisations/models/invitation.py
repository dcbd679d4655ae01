import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jos.shared.models import Recorded
from organisations.enums import InvitedAs
from organisations.models.organisation import Organisation

FOR_AN_ORGANISATION = (InvitedAs.MEMBER, InvitedAs.COORDINATOR)


class InvitationQuerySet(models.QuerySet):
    def open(self):
        return self.filter(accepted_at=None, withdrawn_at=None)

    def usable(self):
        """Open, and sent (again) less than `INVITATION_DAYS` days ago."""
        return self.open().filter(sent_at__gt=timezone.now() - datetime.timedelta(days=settings.INVITATION_DAYS))


class Invitation(Recorded):
    """An e-mail that lets one person in. Only the hash of its token is kept: the mail is the only copy."""

    email = models.EmailField(_("e-mail address"))
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, blank=True, related_name="invitations")
    invited_as = models.CharField(_("as"), max_length=20, choices=InvitedAs, default=InvitedAs.MEMBER)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(_("sent at"), default=timezone.now)
    accepted_at = models.DateTimeField(_("accepted at"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-sent_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["email", "organisation", "invited_as"],
                condition=Q(accepted_at=None, withdrawn_at=None),
                nulls_distinct=False,
                name="organisations_one_open_invitation",
                violation_error_message=_("This person already has an open invitation."),
            ),
            models.CheckConstraint(
                condition=Q(organisation__isnull=False, invited_as__in=FOR_AN_ORGANISATION)
                | Q(organisation=None) & ~Q(invited_as__in=FOR_AN_ORGANISATION),
                name="organisations_invitation_fits_its_role",
            ),
        ]

    def __str__(self) -> str:
        return self.email

    @property
    def expires_at(self) -> datetime.datetime:
        return self.sent_at + datetime.timedelta(days=settings.INVITATION_DAYS)

    @property
    def has_expired(self) -> bool:
        return timezone.now() >= self.expires_at
