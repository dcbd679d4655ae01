from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jos.shared.models import CreatedOnce, Recorded, Versioned
from neighbourhoods.enums import AddsUp, Category, Derivation, Direction, Missing
from neighbourhoods.models.areas import Neighbourhood


class DataSet(Recorded, Versioned, CreatedOnce):
    """What a source published in one go: where figures come from, since when, and what one may do with them."""

    name = models.CharField(_("name"), max_length=160, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    source = models.CharField(_("source"), max_length=200, blank=True)
    url = models.URLField(_("web page"), blank=True)
    released_on = models.DateField(_("release date"), null=True, blank=True)
    licence = models.CharField(_("licence"), max_length=160, blank=True)
    areas = models.CharField(_("areas it is about"), max_length=200, blank=True)
    quality = models.TextField(_("how good it is"), blank=True)

    class Meta:
        verbose_name = _("data set")
        verbose_name_plural = _("data sets")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("data_set", args=[self.slug])


class StatisticQuerySet(models.QuerySet):
    def incomplete(self):
        """Those of which a reader lacks something (see `is_complete`): staff fill it in."""
        return self.filter(Q(direction="") | Q(explanation="") | Q(data_set=None))


class Statistic(Recorded, Versioned, CreatedOnce):
    """An objective figure per neighbourhood and period (R5): imported, or derived from others."""

    name = models.CharField(_("name"), max_length=160, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    category = models.CharField(_("category"), max_length=20, choices=Category, default=Category.OTHER)
    direction = models.CharField(_("direction"), max_length=20, choices=Direction, blank=True)
    explanation = models.TextField(_("explanation"), blank=True)
    data_set = models.ForeignKey(
        DataSet, models.PROTECT, null=True, blank=True, related_name="statistics", verbose_name=_("data set")
    )
    is_public = models.BooleanField(_("everybody may see it"), default=False)
    counts_people = models.BooleanField(_("it counts young people, or what they say"), default=False)
    adds_up = models.CharField(_("how areas add up"), max_length=10, choices=AddsUp, default=AddsUp.NOT)
    weighted_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("weighted by")
    )
    derivation = models.CharField(_("derived as"), max_length=10, choices=Derivation, blank=True)
    part = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("of"))
    whole = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("measured against")
    )
    per = models.PositiveIntegerField(_("per"), null=True, blank=True)
    years = models.PositiveSmallIntegerField(_("years before"), null=True, blank=True)

    objects = StatisticQuerySet.as_manager()

    class Meta:
        verbose_name = _("statistic")
        verbose_name_plural = _("statistics")
        ordering = ["category", "name"]
        constraints = [
            models.CheckConstraint(
                name="neighbourhoods_statistic_derived_from_what_it_needs",
                condition=(
                    Q(derivation="", part=None, whole=None, per=None, years=None)
                    | Q(derivation=Derivation.PER, part__isnull=False, whole__isnull=False, per__gt=0, years=None)
                    | Q(derivation=Derivation.SHARE, part__isnull=False, whole__isnull=False, per=None, years=None)
                    | Q(
                        derivation__in=[Derivation.CHANGE, Derivation.GROWTH],
                        part__isnull=False,
                        whole=None,
                        per=None,
                        years__gt=0,
                    )
                ),
                violation_error_message=_("Say what this statistic is derived from."),
            ),
            models.CheckConstraint(
                name="neighbourhoods_statistic_mean_has_weights",
                condition=Q(adds_up=AddsUp.MEAN, weighted_by__isnull=False)
                | (~Q(adds_up=AddsUp.MEAN) & Q(weighted_by=None)),
                violation_error_message=_("Say which statistic weighs the mean, and only of a mean."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("statistic", args=[self.slug])

    @property
    def needs(self) -> list[int]:
        """The statistics (their primary keys) that this one cannot be worked out without."""
        return [key for key in (self.part_id, self.whole_id, self.weighted_by_id) if key]

    @property
    def is_derived(self) -> bool:
        return bool(self.derivation)

    @property
    def is_complete(self) -> bool:
        """Everything a reader needs is filled in. An import makes statistics that are not."""
        return bool(self.direction and self.explanation and self.data_set_id)


class StatisticValue(Recorded):
    """The value of a neighbourhood in a period, or the reason why there is none. Missing is never 0."""

    story_of = "statistic"

    # Found by the unique index, which begins with it.
    statistic = models.ForeignKey(Statistic, models.CASCADE, related_name="values", db_index=False)
    neighbourhood = models.ForeignKey(
        Neighbourhood, models.PROTECT, null=True, blank=True, related_name="statistic_values"
    )  # none: the city as a whole
    period = models.CharField(_("period"), max_length=9)  # as `neighbourhoods.figures.periods` writes it
    value = models.FloatField(_("value"), null=True, blank=True)
    missing = models.CharField(_("why there is none"), max_length=20, choices=Missing, blank=True)
    is_converted = models.BooleanField(_("converted from older borders"), default=False)

    class Meta:
        verbose_name = _("value")
        verbose_name_plural = _("values")
        ordering = ["period", "id"]
        constraints = [
            models.UniqueConstraint(fields=["statistic", "period", "neighbourhood"], name="neighbourhoods_value_once"),
            models.UniqueConstraint(
                fields=["statistic", "period"],
                condition=Q(neighbourhood=None),
                name="neighbourhoods_value_of_city_once",
            ),
            models.CheckConstraint(
                name="neighbourhoods_value_or_reason",
                condition=Q(value=None) & ~Q(missing="") | Q(value__isnull=False, missing=""),
                violation_error_message=_("Give a value, or the reason why there is none."),
            ),
            models.CheckConstraint(
                name="neighbourhoods_too_few_is_never_stored", condition=~Q(missing=Missing.TOO_FEW)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statistic} {self.period}"

    @property
    def story_name(self) -> str:
        """What the story of its statistic calls it."""
        return f"{self.neighbourhood or _('the city as a whole')} {self.period}"
