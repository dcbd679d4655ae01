import datetime

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from covenants.enums import RatingAspect, Side
from covenants.models.covenants import Covenant
from jos.shared.models import Recorded, Versioned


class ReportingPeriod(Recorded, Versioned):
    """A period over which both sides report, and the talk in which they settle it together. Made once both signed."""

    story_of = "covenant"

    covenant = models.ForeignKey(Covenant, models.CASCADE, related_name="periods")
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    due_on = models.DateField(_("reports by"))
    reminded_on = models.DateField(
        _("last reminded on"), null=True, blank=True, editable=False
    )  # whoever did not report, of both sides
    talk_asked_on = models.DateField(_("talk asked on"), null=True, blank=True, editable=False)
    talk_asked_by = models.CharField(_("talk asked by"), max_length=10, choices=Side, blank=True, editable=False)

    # The talk.
    talked_on = models.DateField(_("day of the talk"), null=True, blank=True)
    present = models.TextField(_("who was there"), max_length=500, blank=True)
    settled = models.TextField(_("what we settled together"), max_length=6000, blank=True)
    agreed_by_city = models.BooleanField(_("the city agrees with the text"), default=False, editable=False)
    agreed_by_partner = models.BooleanField(_("the partner agrees with the text"), default=False, editable=False)
    settled_on = models.DateField(
        _("settled together on"), null=True, blank=True, editable=False
    )  # by the last of both

    class Meta:
        verbose_name = _("period")
        verbose_name_plural = _("periods")
        ordering = ["starts_on"]
        indexes = [models.Index(fields=["settled_on", "due_on"], name="covenants_period_by_term")]
        constraints = [
            models.UniqueConstraint(fields=["covenant", "starts_on"], name="covenants_period_once"),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="covenants_period_ends_after_it_starts",
                violation_error_message=_("A period ends before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(settled_on=None)
                | Q(talked_on__isnull=False, agreed_by_city=True, agreed_by_partner=True) & ~Q(settled=""),
                name="covenants_settled_period_has_a_text_of_both",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts_on:%d/%m/%Y} – {self.ends_on:%d/%m/%Y}"

    def get_absolute_url(self) -> str:
        return reverse("covenant_period", args=[self.covenant.slug, self.pk])

    def holds(self, day: datetime.date) -> bool:
        return self.starts_on <= day <= self.ends_on


class CityRating(models.Model):
    """How a partner rates the city over a period. The city only ever sees what several partners say together."""

    period = models.ForeignKey(ReportingPeriod, models.CASCADE, related_name="ratings")
    aspect = models.CharField(max_length=20, choices=RatingAspect)
    score = models.PositiveSmallIntegerField(
        _("score"), validators=[MinValueValidator(1), MaxValueValidator(5)]
    )  # 1: not at all, 5: fully
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("rating of the city")
        verbose_name_plural = _("ratings of the city")
        constraints = [
            models.UniqueConstraint(fields=["period", "aspect"], name="covenants_rating_once"),
            models.CheckConstraint(condition=Q(score__range=(1, 5)), name="covenants_rating_from_1_to_5"),
        ]

    def __str__(self) -> str:
        return f"{self.get_aspect_display()} · {self.score}"
