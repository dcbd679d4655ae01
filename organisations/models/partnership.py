import datetime

from django.db import models
from django.db.models import Count, Exists, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jos.accounts.permissions import works_for_city
from jos.shared.models import CreatedOnce, Period, PeriodQuerySet, Recorded, Versioned
from organisations.models.organisation import Organisation


class PartnershipQuerySet(PeriodQuerySet):
    def visible_to(self, user):
        """All of them for professionals: people of the city, and members of any organisation. None for others."""
        return self if works_for_city(user) else self.filter(Exists(Organisation.objects.of(user)))

    def with_number_of_members(self, at: datetime.date):
        """With how many take part on `at`."""
        members = Q(members__in=PartnershipMember.objects.on(at))
        return self.annotate(number_of_members=Count("members", filter=members, distinct=True))


class Partnership(Recorded, Versioned, CreatedOnce, Period):
    """Several organisations that fulfil functions together, under one name (R2)."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    lead = models.ForeignKey(
        Organisation, models.PROTECT, related_name="led_partnerships", verbose_name=_("lead organisation")
    )
    description = models.TextField(_("what we do together"), max_length=2000, blank=True)

    objects = PartnershipQuerySet.as_manager()  # type: ignore[misc]

    class Meta(Period.Meta):
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("partnership", args=[self.slug])


class PartnershipMember(Recorded, Period):
    """An organisation takes part in a partnership for a period. The lead is a member too."""

    story_of = "partnership"

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="members")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="partnerships")

    class Meta(Period.Meta):
        verbose_name = _("member")
        verbose_name_plural = _("members")
        ordering = ["organisation__name"]
        constraints = [
            *Period.Meta.constraints,
            models.UniqueConstraint(
                fields=["partnership", "organisation", "valid_from"],
                name="organisations_partnership_member_once",
                violation_error_message=_("This organisation is already a member from that day."),
            ),
            models.UniqueConstraint(  # an empty start equals no other in a database
                fields=["partnership", "organisation"],
                condition=Q(valid_from=None),
                name="organisations_partnership_founder_once",
                violation_error_message=_("This organisation is already a member from the start."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} · {self.partnership}"

    @property
    def story_name(self) -> str:
        return str(self.organisation)
