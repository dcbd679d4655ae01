import datetime
from collections.abc import Iterable
from typing import cast

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jos.shared.history import History
from jos.shared.models import CreatedOnce, Period, PeriodQuerySet, Recorded, SavedBySomebody, Versioned


class NeighbourhoodQuerySet(PeriodQuerySet):
    def without_borders(self):
        """For pages that only name them: borders are by far the longest of what is kept."""
        return self.defer("geometry", "path", "box")


class Neighbourhood(SavedBySomebody, Period):
    """A neighbourhood of the city, with borders. One that is gone from the official list ends, it is not deleted."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(max_length=80, unique=True)
    district = models.CharField(_("district"), max_length=120, blank=True)
    geometry = models.JSONField(_("borders"))  # GeoJSON MultiPolygon in WGS84 degrees
    # Derived from the geometries of all neighbourhoods together by `neighbourhoods.drawing`:
    # the SVG path in metres on one plane with y downwards, the point where its flower stands, and its box.
    path = models.TextField(blank=True, editable=False)
    label_x = models.FloatField(default=0, editable=False)
    label_y = models.FloatField(default=0, editable=False)
    box = models.JSONField(default=list, editable=False)  # [x_min, y_min, x_max, y_max]

    objects = NeighbourhoodQuerySet.as_manager()  # type: ignore[misc]
    history = History(excluded_fields=["path", "label_x", "label_y", "box"])

    class Meta(Period.Meta):
        verbose_name = _("neighbourhood")
        verbose_name_plural = _("neighbourhoods")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("neighbourhood", args=[self.slug])


class NeighbourhoodCode(Recorded):
    """What a source calls a neighbourhood. Codes are text: 440211 is not the beginning of 4402110."""

    story_of = "neighbourhood"

    neighbourhood = models.ForeignKey(Neighbourhood, models.CASCADE, related_name="codes")
    source = models.CharField(_("source"), max_length=60)
    code = models.CharField(_("code"), max_length=40)

    class Meta:
        verbose_name = _("code")
        verbose_name_plural = _("codes")
        ordering = ["id"]  # the first code a neighbourhood got is the one it is shown with
        constraints = [
            models.UniqueConstraint(
                fields=["source", "code"],
                name="neighbourhoods_code_once_per_source",
                violation_error_message=_("This source already uses this code for another neighbourhood."),
            )
        ]

    def __str__(self) -> str:
        return self.code


class MovementCircle(SavedBySomebody, Versioned, CreatedOnce, Period):
    """The area young people really move in: several neighbourhoods, whatever the borders. Circles may overlap."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    neighbourhoods = models.ManyToManyField(Neighbourhood, related_name="circles", verbose_name=_("neighbourhoods"))

    history = History(m2m_fields=[neighbourhoods])

    class Meta(Period.Meta):
        verbose_name = _("movement circle")
        verbose_name_plural = _("movement circles")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("circle", args=[self.slug])


class PriorityDecisionQuerySet(PeriodQuerySet):
    def in_force(self, at: datetime.date):
        """Decisions that hold on `at`. A review date asks for a new look; it does not end a decision."""
        return self.on(at)

    def with_areas(self):
        """With the names of their areas at hand, without their borders."""
        return self.select_related("neighbourhood", "circle").defer("neighbourhood__geometry", "neighbourhood__path")

    def hold_areas(self, decisions: "Iterable[PriorityDecision]") -> None:
        """Until the transaction ends, nobody else records anything about the areas of these decisions."""
        for model, key in ((Neighbourhood, "neighbourhood_id"), (MovementCircle, "circle_id")):
            areas = {getattr(decision, key) for decision in decisions}
            list(model.objects.select_for_update().filter(pk__in=areas - {None}).order_by("pk").values_list("pk"))

    def clashing_with(self, decision: "PriorityDecision"):
        """Other decisions about the same area that hold on a day that this one does."""
        others = self.exclude(pk=decision.pk).filter(neighbourhood=decision.neighbourhood_id, circle=decision.circle_id)
        if decision.valid_until:
            others = others.filter(valid_from__lte=decision.valid_until)
        return others.filter(Q(valid_until=None) | Q(valid_until__gte=decision.valid_from))


class PriorityDecision(Recorded, Versioned, CreatedOnce, Period):
    """People decided, with reasons, that an area comes first for a while (R5)."""

    neighbourhood = models.ForeignKey(
        Neighbourhood,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="priority_decisions",
        verbose_name=_("neighbourhood"),
    )
    circle = models.ForeignKey(
        MovementCircle,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="priority_decisions",
        verbose_name=_("movement circle"),
    )
    review_on = models.DateField(_("look at it again on"), null=True, blank=True)
    reasons = models.TextField(_("reasons"))
    decided_by = models.CharField(_("decided by"), max_length=200)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )

    objects = PriorityDecisionQuerySet.as_manager()  # type: ignore[misc]

    class Meta(Period.Meta):
        verbose_name = _("priority decision")
        verbose_name_plural = _("priority decisions")
        ordering = ["-valid_from", "id"]
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(
                condition=Q(neighbourhood=None, circle__isnull=False) | Q(neighbourhood__isnull=False, circle=None),
                name="neighbourhoods_decision_is_about_one_area",
                violation_error_message=_("A decision is about one neighbourhood or one movement circle."),
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=False),
                name="neighbourhoods_decision_has_a_start",
                violation_error_message=_("Say from which day the decision holds."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.area)

    def get_absolute_url(self) -> str:
        return reverse("priority", args=[self.pk])

    @property
    def story_name(self) -> str:
        """What the story of its changes calls it."""
        return gettext("the decision about %(area)s") % {"area": self.area}

    def is_to_review(self, at: datetime.date) -> bool:
        """The day to look at it again has come."""
        return self.review_on is not None and self.review_on <= at

    @property
    def area(self) -> "Neighbourhood | MovementCircle":
        return self.neighbourhood or cast(MovementCircle, self.circle)
