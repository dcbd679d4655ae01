from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from covenants.enums import ADD_UP_OVER_AREAS, AddsUp, AgeSplit, BetterWhen, IndicatorKind, Side
from covenants.models.covenants import Covenant
from jos.shared.models import CreatedOnce, Recorded, Versioned
from organisations.enums import Function


class Measure(models.Model):
    """What is looked at, in the library or in a covenant. Numbers and statements in one list (R10)."""

    kind = models.CharField(_("kind"), max_length=20, choices=IndicatorKind)
    function = models.CharField(_("function"), max_length=20, choices=Function)
    name = models.CharField(_("name"), max_length=160)
    definition = models.TextField(_("what exactly is looked at"), max_length=2000, blank=True)

    # In numbers.
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    better_when = models.CharField(
        _("which way it should go"), max_length=10, choices=BetterWhen, default=BetterWhen.HIGHER
    )
    over_periods = models.CharField(_("values of several periods"), max_length=10, choices=AddsUp, default=AddsUp.SUM)
    over_areas = models.CharField(
        _("values of several areas"), max_length=10, choices=ADD_UP_OVER_AREAS, default=AddsUp.SUM
    )
    age_split = models.CharField(_("by age"), max_length=10, choices=AgeSplit, default=AgeSplit.NONE)
    by_neighbourhood = models.BooleanField(_("for each neighbourhood apart"), default=False)
    measured_by = models.CharField(_("who measures it"), max_length=10, choices=Side, default=Side.PARTNER)

    # In statements and stories.
    statements = models.JSONField(_("statements, from furthest to nearest"), default=list, blank=True)
    guiding_questions = models.TextField(_("questions that help to tell"), max_length=2000, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def is_quantitative(self) -> bool:
        return self.kind == IndicatorKind.QUANTITATIVE


class BlueprintQuerySet(models.QuerySet):
    def to_choose(self):
        """Those that can be applied in a new covenant."""
        return self.filter(is_active=True)


class Blueprint(Measure, Recorded, Versioned, CreatedOnce):
    """An indicator in the library, thought out once, to be applied in covenants: so that they can be laid beside each
    other."""

    slug = models.SlugField(max_length=80, unique=True)
    position = models.PositiveSmallIntegerField(_("place in the list"), default=100)
    is_active = models.BooleanField(_("can be chosen"), default=True)

    objects = BlueprintQuerySet.as_manager()

    class Meta:
        verbose_name = _("blueprint")
        verbose_name_plural = _("blueprints")
        ordering = ["position", "name"]


# Not the other way than it should go, or with a reason.
_NUMBERS_GO_FORWARD = (
    Q(baseline=None)
    | Q(target=None)
    | Q(better_when=BetterWhen.HIGHER, target__gte=F("baseline"))
    | Q(better_when=BetterWhen.LOWER, target__lte=F("baseline"))
)
_STATEMENTS_GO_FORWARD = Q(baseline_place=None) | Q(aim_place=None) | Q(aim_place__gte=F("baseline_place"))


class IndicatorQuerySet(models.QuerySet):
    def standing(self):
        """Those that no amendment took out."""
        return self.filter(dropped_on=None)


class Indicator(Measure, Recorded, Versioned, CreatedOnce):
    """What city and partner look at together in a covenant: where it stands, and where they want to get."""

    story_of = "covenant"
    story_without = ("blueprint", "copy_of")

    covenant = models.ForeignKey(Covenant, models.CASCADE, related_name="indicators")
    blueprint = models.ForeignKey(
        Blueprint, models.PROTECT, null=True, blank=True, related_name="indicators", verbose_name=_("blueprint")
    )
    position = models.PositiveSmallIntegerField(_("place in the list"), default=100)

    # In numbers. Empty is unknown, never zero (R17).
    baseline = models.DecimalField(_("where it stands"), max_digits=12, decimal_places=2, null=True, blank=True)
    target = models.DecimalField(_("where we want to get"), max_digits=12, decimal_places=2, null=True, blank=True)
    need = models.DecimalField(_("what would be needed"), max_digits=12, decimal_places=2, null=True, blank=True)
    why_backwards = models.TextField(_("why the target lies behind"), max_length=1000, blank=True)

    # In statements: places in the list, from 1.
    baseline_place = models.PositiveSmallIntegerField(_("the statement that holds now"), null=True, blank=True)
    aim_place = models.PositiveSmallIntegerField(_("the statement we want to get to"), null=True, blank=True)

    copy_of = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+", editable=False)
    dropped_on = models.DateField(_("taken out on"), null=True, blank=True, editable=False)  # by an amendment

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind=IndicatorKind.QUANTITATIVE) | Q(target__isnull=False) & ~Q(unit=""),
                name="covenants_quantitative_indicator_has_unit_and_target",
            ),
            models.CheckConstraint(
                condition=~Q(kind=IndicatorKind.QUALITATIVE) | Q(aim_place__isnull=False),
                name="covenants_qualitative_indicator_has_an_aim",
            ),
            models.CheckConstraint(
                condition=~Q(why_backwards="") | _NUMBERS_GO_FORWARD & _STATEMENTS_GO_FORWARD,
                name="covenants_indicator_goes_forward_or_says_why",
            ),
        ]

    def clean(self) -> None:
        """A target behind where it stands is no mistake only where a reason stands beside it."""
        if self.aim_place and self.aim_place > len(self.statements):
            raise ValidationError({"aim_place": gettext("Choose one of the statements.")})
        if self.baseline_place and self.baseline_place > len(self.statements):
            raise ValidationError({"baseline_place": gettext("Choose one of the statements.")})
        if self.goes_backwards and not self.why_backwards.strip():
            raise ValidationError({"why_backwards": self._what_to_do()})

    def statement(self, place: int | None) -> str:
        """The one at this place, from 1. Nothing where there is none."""
        return str(self.statements[place - 1]) if place and place <= len(self.statements) else ""

    @property
    def baseline_statement(self) -> str:
        return self.statement(self.baseline_place)

    @property
    def aim_statement(self) -> str:
        return self.statement(self.aim_place)

    @property
    def goes_backwards(self) -> bool:
        """Where both sides want to get lies behind where it stands."""
        if not self.is_quantitative:
            return bool(self.baseline_place and self.aim_place and self.aim_place < self.baseline_place)
        if self.baseline is None or self.target is None:
            return False
        return self.target < self.baseline if self.better_when == BetterWhen.HIGHER else self.target > self.baseline

    def _what_to_do(self) -> str:
        if not self.is_quantitative:
            return gettext(
                "The statement you want to get to lies before the one that holds now. Choose another, or say why."
            )
        if self.better_when == BetterWhen.HIGHER:
            return gettext(
                "More is better, but the target is lower than where it stands. Change one of both, or say why."
            )
        return gettext("Less is better, but the target is higher than where it stands. Change one of both, or say why.")
