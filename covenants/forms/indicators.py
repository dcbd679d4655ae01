"""An indicator of a covenant. Of one from a blueprint it only asks what is the covenant's own."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from covenants.following_up.numbers import number
from covenants.forms.measures import HELP, NUMBERS, PLACES, WIDGETS, MeasureForm, NumbersForm, ScaleForm
from covenants.forms.statements import PlaceField
from covenants.indicators.units import why_not
from covenants.models import Indicator
from jos.shared.tables.cells import UNKNOWN
from organisations.enums import Function
from organisations.forms.hours import HoursField

WHY = {"why_backwards": forms.Textarea({"rows": 3})}
WHY_HELP = {"why_backwards": _("Only where you want to end up behind where it stands now. Both sides read it.")}


class NumberField(HoursField):
    """Written as in a report. A question mark says as much as nothing."""

    def to_python(self, value):
        if isinstance(value, str):
            try:
                said = number(value)
            except ValueError as error:
                raise ValidationError(str(error)) from error
            value = None if said == UNKNOWN else said
        return super().to_python(value)


class IndicatorForm(MeasureForm):
    """What was measured in the covenant it was copied from, or stands in a blueprint, stays the same."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "function" in self.fields:
            funded = self.instance.covenant.functions
            names = [(function.value, function.label) for function in Function if function in funded]
            self.fields["function"].choices = [("", _("Choose")), *names]

    def measure_is_fixed(self) -> bool:
        return bool(self.instance.blueprint_id or self.instance.copy_of_id)


class NumberIndicatorForm(IndicatorForm, NumbersForm):
    class Meta:
        model = Indicator
        fields = (
            *("name", "function", "definition", "unit", "better_when", *NUMBERS, "why_backwards"),
            *("over_periods", "over_areas", "age_split", "by_neighbourhood", "measured_by", "guiding_questions"),
        )
        field_classes = dict.fromkeys(NUMBERS, NumberField)
        widgets = WIDGETS | WHY
        help_texts = HELP | WHY_HELP | {
            "baseline": _("Empty: not known yet. Unknown is not zero."),
            "target": _("Of one calendar year, where values of several periods add up."),
            "need": _("If money were no question."),
        }  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["target"].required = True

    def clean(self):
        cleaned = super().clean()
        unit = self.cleaned_data.get("unit") or self.instance.unit
        for name in NUMBERS:
            if refusal := why_not(self.cleaned_data.get(name), unit):
                self.add_error(name, refusal)
        return cleaned


class ScaleIndicatorForm(IndicatorForm, ScaleForm):
    baseline_place = PlaceField(label=_("Holds now"), may_be_unknown=True)
    aim_place = PlaceField(label=_("Where we want to get"))

    class Meta:
        model = Indicator
        fields = ("name", "function", "definition", *PLACES, "why_backwards", "guiding_questions")
        widgets = WIDGETS | WHY
        help_texts = HELP | WHY_HELP
