"""The parts of a covenant's text that are rows: articles, hours, budget, and what both sides remark while drafting."""

from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from covenants.enums import Part, Side
from covenants.models.covenants import Covenant
from jos.shared.models import CreatedOnce, Recorded, SavedBySomebody, Versioned
from neighbourhoods.models import Neighbourhood
from organisations.enums import AgeBand, Function


class Article(Recorded, Versioned, CreatedOnce):
    """A text of their own in a covenant, in plain words."""

    story_of = "covenant"

    covenant = models.ForeignKey(Covenant, models.CASCADE, related_name="articles")
    position = models.PositiveSmallIntegerField(_("place"), default=100)
    heading = models.CharField(_("heading"), max_length=120)
    text = models.TextField(_("text"), max_length=8000)

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.heading


class AgreedHours(Recorded):
    """So many hours a week of one function, for an age band or for all, in a neighbourhood or over the whole reach."""

    story_of = "covenant"

    covenant = models.ForeignKey(Covenant, models.CASCADE, related_name="hours")
    function = models.CharField(_("function"), max_length=20, choices=Function)
    age_band = models.CharField(_("ages"), max_length=10, choices=AgeBand, blank=True)  # empty: all ages together
    neighbourhood = models.ForeignKey(
        Neighbourhood, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("neighbourhood")
    )  # none: over the whole reach, in equal parts
    hours_per_week = models.DecimalField(
        _("hours a week"),
        max_digits=6,
        decimal_places=2,
        validators=[MinValueValidator(0), MaxValueValidator(2000)],
    )

    class Meta:
        verbose_name = _("agreed hours")
        verbose_name_plural = _("agreed hours")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["covenant", "function", "age_band", "neighbourhood"],
                name="covenants_agreed_hours_once",
            ),
            models.UniqueConstraint(  # no neighbourhood equals no other in a database
                fields=["covenant", "function", "age_band"],
                condition=Q(neighbourhood=None),
                name="covenants_agreed_hours_over_the_reach_once",
            ),
            models.CheckConstraint(condition=Q(hours_per_week__gt=0), name="covenants_agreed_hours_are_some"),
        ]

    def __str__(self) -> str:
        hours = number_format(Decimal(self.hours_per_week).normalize(), use_l10n=True)
        return f"{self.get_function_display()} · {hours}"


class BudgetLine(Recorded):
    """What the city gives for one function in one calendar year, in euros."""

    story_of = "covenant"

    covenant = models.ForeignKey(Covenant, models.CASCADE, related_name="budget")
    year = models.PositiveSmallIntegerField(_("year"), validators=[MinValueValidator(2000), MaxValueValidator(2100)])
    function = models.CharField(_("function"), max_length=20, choices=Function)
    amount = models.DecimalField(
        _("amount in euros"), max_digits=12, decimal_places=2, validators=[MinValueValidator(0)]
    )

    class Meta:
        verbose_name = _("budget line")
        verbose_name_plural = _("budget lines")
        ordering = ["year", "id"]
        constraints = [
            models.UniqueConstraint(fields=["covenant", "year", "function"], name="covenants_budget_line_once"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="covenants_budget_is_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.year} · {self.get_function_display()}"


class Remark(SavedBySomebody, CreatedOnce):
    """What one of both sides says about a part of the text, while it is drafted."""

    covenant = models.ForeignKey(Covenant, models.CASCADE, related_name="remarks")
    part = models.CharField(max_length=30, choices=Part)
    article = models.ForeignKey(Article, models.SET_NULL, null=True, blank=True, related_name="remarks")
    side = models.CharField(max_length=10, choices=Side)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    text = models.TextField(_("your remark"), max_length=2000)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("remark")
        verbose_name_plural = _("remarks")
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.text[:60]
