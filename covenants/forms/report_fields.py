"""The questions a report asks about one indicator."""

from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from covenants.following_up import numbers
from covenants.indicators.units import why_not
from covenants.models import Indicator
from jos.shared.tables.cells import UNKNOWN


class NumberField(forms.Field):
    """A number of a unit, a question mark where it is not known, or nothing where nothing is said."""

    def __init__(self, *, unit: str, **kwargs):
        super().__init__(required=False, **kwargs)
        self.unit = unit

    def widget_attrs(self, widget) -> dict:
        return {"inputmode": "decimal"}

    def to_python(self, value) -> numbers.Said:
        try:
            said = numbers.number(value or "")
        except ValueError as error:
            raise ValidationError(str(error)) from error
        if isinstance(said, Decimal) and (refusal := why_not(said, self.unit)):
            raise ValidationError(refusal)
        return said

    def prepare_value(self, value):
        return value if isinstance(value, str) else numbers.in_words(value)

    def has_changed(self, initial, data) -> bool:
        try:
            return initial != numbers.number(data or "")
        except ValueError:
            return True

    def in_words(self, value: numbers.Said) -> str:
        return _("not known") if value == UNKNOWN else numbers.in_words(value)


class PlaceField(forms.ChoiceField):
    """The statement that holds. One below the other, since these are sentences."""

    widget = forms.RadioSelect

    def __init__(self, indicator: Indicator, **kwargs):
        places = [(str(place), statement) for place, statement in enumerate(indicator.statements, start=1)]
        choices = [*places, (UNKNOWN, gettext_lazy("We do not know"))]
        super().__init__(choices=choices, label=indicator.name, required=False, **kwargs)


def text_field(model_field, label: str, *, rows: int = 3) -> forms.CharField:
    """As the model keeps it, under a name of its own."""
    return forms.CharField(
        label=label, required=False, max_length=model_field.max_length, widget=forms.Textarea({"rows": rows})
    )
