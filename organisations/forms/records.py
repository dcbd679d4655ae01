"""What all forms about one record have in common."""

import uuid

from django import forms
from django.core.exceptions import ValidationError

HIGHEST_VERSION = 2**31 - 1


class DateInput(forms.DateInput):
    """The browser's own calendar, which speaks ISO."""

    input_type = "date"

    def __init__(self, attrs: dict | None = None):
        super().__init__(attrs, format="%Y-%m-%d")


class PlainNumberInput(forms.NumberInput):
    """4 rather than 4.00, and 4.5 rather than 4.50."""

    def format_value(self, value):
        text = super().format_value(value)
        return text.rstrip("0").rstrip(".") if text and "." in text else text


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
