from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from stdnum.be import vat

from jos.accounts.permissions import works_for_city
from jos.shared.enums import SpokenLanguage
from jos.shared.fields import CodeListField
from jos.shared.models import CreatedOnce, Period, PeriodQuerySet, Recorded, Versioned
from jos.shared.time import today
from organisations.enums import ConfirmationRhythm, MemberRole, OrganisationKind, Sector, Size


def check_company_number(value: str) -> None:
    """A Belgian company number: ten digits of which the last two check the first eight."""
    if not vat.is_valid(value):
        raise ValidationError(_("This is not a Belgian company number. One looks like 0400.378.485."))


class OrganisationQuerySet(PeriodQuerySet):
    def of(self, user):
        """The organisations this person is a member of."""
        return self.filter(memberships__user=user) if user.is_authenticated else self.none()

    def carried_on_by(self, user):
        """Those of this person, and those that were merged into them: what these began goes on."""
        own = self.of(user).values("pk")
        return self.filter(Q(pk__in=own) | Q(merged_into__in=own))

    def continued_by(self, organisation):
        """This one, and those that were merged into it."""
        return self.filter(Q(pk=organisation.pk) | Q(merged_into=organisation))

    def standing(self):
        """Those that were not merged into another one."""
        return self.filter(merged_into=None)

    def workable_by(self, user):
        """Those whose inside this person may open: their own, or all for the city. Merged ones have none any more."""
        return self.readable_by(user).standing()

    def readable_by(self, user):
        """Those whose story this person may read: their own, or all for the city."""
        return self if works_for_city(user) else self.of(user)


class Organisation(Recorded, Versioned, CreatedOnce, Period):
    """A partner body: youth work, self-organisation, city service, school, police ... Its period: when it is active."""

    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind)
    sector = models.CharField(_("sector"), max_length=20, choices=Sector, blank=True)
    company_number = models.CharField(
        _("company number"),
        max_length=10,
        blank=True,
        validators=[check_company_number],
        help_text=_("Leave empty for a self-organisation without legal form."),
    )
    size = models.CharField(_("size"), max_length=20, choices=Size, blank=True)
    languages = CodeListField(_("languages"), codes=SpokenLanguage)
    website = models.URLField(_("website"), blank=True)
    description = models.TextField(_("who we are"), max_length=2000, blank=True)
    charter_signed_on = models.DateField(_("charter signed on"), null=True, blank=True)
    confirms_every = models.PositiveSmallIntegerField(
        _("confirms its offers"), choices=ConfirmationRhythm, default=ConfirmationRhythm.HALF_YEAR
    )
    reminded_on = models.DateField(_("last reminded on"), null=True, blank=True, editable=False)
    reminder_failed = models.BooleanField(_("last reminder could not be delivered"), default=False, editable=False)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged",
        verbose_name=_("continued as"),
    )

    objects = OrganisationQuerySet.as_manager()  # type: ignore[misc]

    class Meta(Period.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]
        constraints = [
            *Period.Meta.constraints,
            models.UniqueConstraint(
                fields=["company_number"],
                condition=~Q(company_number=""),
                name="organisations_company_number_once",
                violation_error_message=_("Another organisation already has this company number."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        self.company_number = vat.compact(self.company_number) if self.company_number else ""

    def get_absolute_url(self) -> str:
        return reverse("organisation", args=[self.slug])

    @property
    def continued_as(self) -> "Organisation":
        """What it was merged into, or itself."""
        return self.merged_into or self


class MembershipQuerySet(models.QuerySet):
    def coordinators(self):
        """Those who can be asked something: they coordinate, and their account is open."""
        return self.filter(role=MemberRole.COORDINATOR, user__is_active=True)


class Membership(Recorded):
    """Somebody works or volunteers for an organisation. It ends by being deleted; history keeps that it was."""

    story_of = "organisation"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=20, choices=MemberRole, default=MemberRole.MEMBER)
    since = models.DateField(_("since"), default=today, editable=False)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        ordering = ["user__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation"],
                name="organisations_member_once",
                violation_error_message=_("This person is already a member."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.organisation}"

    @property
    def story_name(self) -> str:
        return str(self.user)


class Contact(Recorded, Versioned, CreatedOnce):
    """Whom professionals can reach at an organisation. Never shown to the public."""

    story_of = "organisation"

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="contacts")
    name = models.CharField(_("name"), max_length=100)
    job = models.CharField(_("job"), max_length=100, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("phone"), max_length=30, blank=True)

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
