"""A blueprint of the library. What covenants measure with it already, does not change any more."""

from django.utils.translation import gettext_lazy as _

from covenants.enums import IndicatorKind
from covenants.forms.measures import HELP, WIDGETS, MeasureForm, NumbersForm, ScaleForm
from covenants.models import Blueprint

BLUEPRINT_HELP = HELP | {
    "position": _("Low numbers come first."),
    "is_active": _("Covenants that have it keep it when it can no longer be chosen."),
}


class BlueprintForm(MeasureForm):
    def measure_is_fixed(self) -> bool:
        return bool(self.instance.pk) and self.instance.indicators.exists()


class NumberBlueprintForm(BlueprintForm, NumbersForm):
    class Meta:
        model = Blueprint
        fields = (
            *("name", "function", "definition", "unit", "better_when", "over_periods", "over_areas"),
            *("age_split", "by_neighbourhood", "measured_by", "guiding_questions", "position", "is_active"),
        )
        widgets = WIDGETS
        help_texts = BLUEPRINT_HELP


class ScaleBlueprintForm(BlueprintForm, ScaleForm):
    class Meta:
        model = Blueprint
        fields = ("name", "function", "definition", "guiding_questions", "position", "is_active")
        widgets = WIDGETS
        help_texts = BLUEPRINT_HELP


def blueprint_form(blueprint: Blueprint) -> type[NumberBlueprintForm | ScaleBlueprintForm]:
    return NumberBlueprintForm if blueprint.kind == IndicatorKind.QUANTITATIVE else ScaleBlueprintForm
