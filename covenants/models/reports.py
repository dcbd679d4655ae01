from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from covenants.enums import Side
from covenants.models.indicators import Indicator
from covenants.models.periods import ReportingPeriod
from jos.shared.models import Recorded, Versioned
from neighbourhoods.models import Neighbourhood


class ReportQuerySet(models.QuerySet):
    def submitted(self):
        return self.exclude(submitted_at=None)


class Report(Recorded, Versioned):
    """What one side tells of a period. The city reports in the same form as the partner (R10)."""

    story_of = "period"

    period = models.ForeignKey(ReportingPeriod, models.CASCADE, related_name="reports")
    side = models.CharField(max_length=10, choices=Side)
    how_it_went = models.TextField(_("how it went"), max_length=6000, blank=True)
    hindered = models.TextField(_("what stood in the way"), max_length=4000, blank=True)
    needs = models.TextField(_("what we need"), max_length=4000, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["side"]
        constraints = [models.UniqueConstraint(fields=["period", "side"], name="covenants_report_once")]

    def __str__(self) -> str:
        return f"{self.get_side_display()} · {self.period}"


class Measurement(Recorded):
    """The value of an indicator over a period, for an age group and a neighbourhood where it is split so.

    Without a value it is unknown, which is never zero (R17). Without a row, nobody said anything yet.
    """

    story_of = "report"

    report = models.ForeignKey(Report, models.CASCADE, related_name="measurements")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="measurements")
    age_group = models.CharField(_("ages"), max_length=10, blank=True)  # of its `age_split`; empty: all together
    neighbourhood = models.ForeignKey(
        Neighbourhood, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("neighbourhood")
    )
    value = models.DecimalField(_("value"), max_digits=12, decimal_places=2, null=True, blank=True)
    measured_on = models.DateField(_("measured on"), null=True, blank=True)  # where that is not the last day
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("measurement")
        verbose_name_plural = _("measurements")
        ordering = ["indicator", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "indicator", "age_group", "neighbourhood"], name="covenants_measurement_once"
            ),
            models.UniqueConstraint(  # no neighbourhood equals no other in a database
                fields=["report", "indicator", "age_group"],
                condition=Q(neighbourhood=None),
                name="covenants_measurement_of_the_whole_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} · {self.value}"


class Reflection(Recorded):
    """Where one side places itself on the statements of an indicator, and why. Where both differ, the talk starts."""

    story_of = "report"

    report = models.ForeignKey(Report, models.CASCADE, related_name="reflections")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="reflections")
    place = models.PositiveSmallIntegerField(_("the statement that holds"), null=True, blank=True)  # none: unknown
    narrative = models.TextField(_("what shows that"), max_length=3000, blank=True)

    class Meta:
        verbose_name = _("reflection")
        verbose_name_plural = _("reflections")
        ordering = ["indicator", "id"]
        constraints = [
            models.UniqueConstraint(fields=["report", "indicator"], name="covenants_reflection_once"),
            models.CheckConstraint(condition=Q(place=None) | Q(place__gte=1), name="covenants_place_from_1"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} · {self.place}"


class Attachment(models.Model):
    """A photo or file with a report. It stands in the database: who may not see the covenant never reaches it."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="attachments")
    name = models.CharField(_("name"), max_length=120)
    content_type = models.CharField(max_length=100)
    content = models.BinaryField()
    size = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    created_with = models.UUIDField(null=True, unique=True, editable=False)

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.name
