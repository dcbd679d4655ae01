from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jos.shared.models import CreatedOnce, Recorded, Versioned
from neighbourhoods.enums import Method
from neighbourhoods.models.statistics import Statistic

HEAVIEST = 100


class Weighing(Recorded, Versioned, CreatedOnce):
    """Statistics with weights that put neighbourhoods in a row (R5). It supports a decision; it makes none."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    explanation = models.TextField(_("explanation"), blank=True)

    class Meta:
        verbose_name = _("weighing")
        verbose_name_plural = _("weighings")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("weighing", args=[self.slug])


class WeighingVersion(models.Model):
    """How a weighing was on the day somebody saved it. A version never changes: a change makes the next one."""

    weighing = models.ForeignKey(Weighing, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    method = models.CharField(_("method"), max_length=10, choices=Method, default=Method.ZSCORE)
    top = models.PositiveSmallIntegerField(
        _("how many neighbourhoods come first"), default=5, validators=[MinValueValidator(1)]
    )
    reason = models.TextField(_("why it changed"), blank=True)
    saved_at = models.DateTimeField(auto_now_add=True)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("version of a weighing")
        verbose_name_plural = _("versions of a weighing")
        ordering = ["weighing", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["weighing", "number"], name="neighbourhoods_weighing_version_once")
        ]

    def __str__(self) -> str:
        return gettext("%(weighing)s, version %(number)d") % {"weighing": self.weighing, "number": self.number}


class WeighingItem(models.Model):
    """One statistic in a version of a weighing. A negative weight: more of it means less need."""

    version = models.ForeignKey(WeighingVersion, models.CASCADE, related_name="items")
    statistic = models.ForeignKey(Statistic, models.PROTECT, related_name="weighing_items")
    weight = models.FloatField(_("weight"), validators=[MinValueValidator(-HEAVIEST), MaxValueValidator(HEAVIEST)])

    class Meta:
        verbose_name = _("weight")
        verbose_name_plural = _("weights")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["version", "statistic"], name="neighbourhoods_weighed_once"),
            models.CheckConstraint(
                name="neighbourhoods_weight_is_not_nothing",
                condition=Q(weight__gte=-HEAVIEST, weight__lte=HEAVIEST) & ~Q(weight=0),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statistic} × {self.weight:g}"
