import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.db.models.fields import BLANK_CHOICE_DASH
from django.forms.renderers import TemplatesSetting
from django.forms.utils import ErrorDict
from django.utils.translation import gettext

from jos.shared.tables.cells import tidy

HIGHEST_VERSION = 2**31 - 1


class JosRenderer(TemplatesSetting):
    """Every form and field of the portal looks the same: templates/components/form.html and field.html."""

    field_template_name = "components/field.html"
    form_template_name = "components/form.html"


class DateInput(forms.DateInput):
    """The browser's own date picker, which wants dates as 2026-03-01 whatever the language."""

    input_type = "date"

    def __init__(self, attrs: dict | None = None):
        super().__init__(attrs, format="%Y-%m-%d")


class RecordForm(forms.ModelForm):
    """Carries the version it was opened with or, for a new record, a token: nothing is overwritten or made twice."""

    version = forms.IntegerField(min_value=1, max_value=HIGHEST_VERSION, widget=forms.HiddenInput)
    token = forms.UUIDField(widget=forms.HiddenInput, required=False)
    belongs_to = ""  # the field of the record, not on the form, that says whose it is

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["token"]
            self.fields["version"].initial = self.instance.version
        else:
            del self.fields["version"]
            self.fields["token"].initial = uuid.uuid4()
        self._name_the_empty_choice()
        if "name" in self.fields:
            self.fields["name"].error_messages["unique"] = gettext("This name already exists. Choose another.")

    def _name_the_empty_choice(self) -> None:
        """A word to start from, where Django shows a row of dashes."""
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField):
                field.empty_label = field.empty_label and gettext("Choose")
            elif isinstance(field, forms.ChoiceField) and BLANK_CHOICE_DASH[0] in field.choices:  # type: ignore[operator]
                field.choices = [("", gettext("Choose")), *(choice for choice in field.choices if choice[0])]

    def clean(self):
        cleaned = super().clean()
        if not self.instance.pk:
            self.instance.created_with = self.cleaned_data.get("token")
        self._keep_to_one_line()
        return cleaned

    def _keep_to_one_line(self) -> None:
        """What is asked on one line is one: it becomes the subject of a mail and a line of a calendar."""
        for name, field in self.fields.items():
            is_line = isinstance(field, forms.CharField) and isinstance(field.widget, forms.TextInput)
            if is_line and self.cleaned_data.get(name):
                self.cleaned_data[name] = tidy(self.cleaned_data[name])

    def _get_validation_exclusions(self) -> set[str]:
        # The database looks at whose record it is as well: say so in the form, not with an error.
        return super()._get_validation_exclusions() - {self.belongs_to}  # type: ignore[misc]

    def refuse(self, error: ValidationError) -> None:
        """Put what stands in the way beside the question it is about."""
        if not hasattr(error, "error_dict"):
            self.add_error(None, error)
            return
        for name, errors in error.error_dict.items():
            self.add_error(name if name in self.fields else None, errors)

    def show_typed(self, data) -> None:
        """Show what was typed before, without judging it yet. None: show what is saved again."""
        self.data, self.is_bound = data or {}, data is not None
        self._errors = ErrorDict() if self.is_bound else None

    def made_before(self):
        """The record that an earlier sending of this form made, if any."""
        if "token" not in self.fields:
            return None
        try:
            token = self.fields["token"].clean(self["token"].data)
        except ValidationError:
            return None
        return self._meta.model._default_manager.filter(created_with=token).first() if token else None
