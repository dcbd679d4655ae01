import datetime
import hashlib
import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jos.accounts.permissions import works_for_city
from jos.shared.models import Recorded
from organisations.enums import InvitationState, InvitedAs
from organisations.models.organisation import Organisation

FOR_AN_ORGANISATION = (InvitedAs.MEMBER, InvitedAs.COORDINATOR)


def new_token() -> str:
    """256 bits, so that nobody guesses one."""
    return secrets.token_urlsafe(32)


def hash_token(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


class InvitationQuerySet(models.QuerySet):
    def open(self):
        """Neither accepted nor withdrawn. An open one can have expired: it can be sent again."""
        return self.filter(accepted_at=None, withdrawn_at=None)

    def expired(self):
        """Open, and not answered in time."""
        return self.open().filter(sent_at__lte=timezone.now() - datetime.timedelta(days=settings.INVITATION_DAYS))

    def with_token(self, token: str):
        return self.filter(token_hash=hash_token(token))

    def workable_by(self, user):
        """Those this person may know of: all for the city, otherwise those to their own organisations."""
        return self if works_for_city(user) else self.filter(organisation__in=Organisation.objects.of(user))


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
                name="organisations_one_open_invitation",
                violation_error_message=_("This person already has an open invitation."),
            ),
            models.UniqueConstraint(  # for the city: an empty organisation equals no other in a database
                fields=["email", "invited_as"],
                condition=Q(accepted_at=None, withdrawn_at=None, organisation=None),
                name="organisations_one_open_city_invitation",
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
    def state(self) -> InvitationState:
        if self.accepted_at:
            return InvitationState.ACCEPTED
        if self.withdrawn_at:
            return InvitationState.WITHDRAWN
        return InvitationState.OPEN if timezone.now() < self.expires_at else InvitationState.EXPIRED

    @property
    def is_usable(self) -> bool:
        return self.state == InvitationState.OPEN

    @property
    def can_be_sent_again(self) -> bool:
        return self.state in (InvitationState.OPEN, InvitationState.EXPIRED)
