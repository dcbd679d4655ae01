"""What all forms about one record have in common."""

import uuid
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.db.models.fields import BLANK_CHOICE_DASH
from django.utils.formats import number_format
from django.utils.translation import gettext

HIGHEST_VERSION = 2**31 - 1


class PlainNumberInput(forms.TextInput):
    """4 rather than 4.00, and 4.5 rather than 4.50, with the comma or point of the page's language.

    Not the browser's own number field: in an English browser that drops a comma, and 2,5 becomes 25.
    """

    def __init__(self, attrs: dict | None = None):
        super().__init__({"inputmode": "decimal", "autocomplete": "off", "size": 6} | (attrs or {}))

    def format_value(self, value):
        if not isinstance(value, Decimal):
            return super().format_value(value)  # what somebody typed comes back as it was
        text = f"{value:f}"
        return number_format(text.rstrip("0").rstrip(".") if "." in text else text, use_l10n=True)


class HoursField(forms.DecimalField):
    """A number people also write with a comma."""

    widget = PlainNumberInput

    def to_python(self, value):
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


class RecordForm(forms.ModelForm):
    """Carries the version it was opened with or, for a new record, a token: nothing is overwritten or made twice."""

    version = forms.IntegerField(min_value=1, max_value=HIGHEST_VERSION, widget=forms.HiddenInput)
    token = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["token"]
            self.fields["version"].initial = self.instance.version
        else:
            del self.fields["version"]
            self.fields["token"].initial = uuid.uuid4()
        self._name_the_empty_choice()

    def _name_the_empty_choice(self) -> None:
        """A word to start from, where Django shows a row of dashes."""
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField):
                field.empty_label = field.empty_label and gettext("Choose")
            elif isinstance(field, forms.ChoiceField) and BLANK_CHOICE_DASH[0] in field.choices:
                field.choices = [("", gettext("Choose")), *(choice for choice in field.choices if choice[0])]

    def clean(self):
        cleaned = super().clean()
        if not self.instance.pk:
            self.instance.created_with = self.cleaned_data.get("token")
        return cleaned

    def _get_validation_exclusions(self) -> set[str]:
        # The database looks at whose record it is as well: say so in the form, not with an error.
        return super()._get_validation_exclusions() - {"organisation", "partnership"}  # type: ignore[misc]

    def made_before(self):
        """The record that an earlier sending of this form made, if any."""
        if "token" not in self.fields:
            return None
        try:
            token = self.fields["token"].clean(self["token"].data)
        except ValidationError:
            return None
        return self._meta.model._default_manager.filter(created_with=token).first() if token else None
