from django.db import models
from django.urls import reverse
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
