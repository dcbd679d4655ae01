from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from jos.shared.forms import DateInput, RecordForm
from jos.shared.time import today
from neighbourhoods.models import MovementCircle, Neighbourhood


class CircleForm(RecordForm):
    """The neighbourhoods that young people see as one area."""

    class Meta:
        model = MovementCircle
        fields = ("name", "neighbourhoods", "valid_from", "valid_until")
        widgets = {
            "neighbourhoods": forms.CheckboxSelectMultiple,
            "valid_from": DateInput,
            "valid_until": DateInput,
        }
        help_texts = {"name": _("As young people would call it.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choosable = Neighbourhood.objects.on(today()).without_borders()
        if self.instance.pk:
            choosable = choosable | self.instance.neighbourhoods.without_borders()
        field = self.fields["neighbourhoods"]
        field.queryset = choosable.distinct()
        field.to_field_name = "slug"  # a number could be larger than a database can compare

    def clean_neighbourhoods(self):
        chosen = list(self.cleaned_data["neighbourhoods"])
        if len(chosen) < 2:
            raise ValidationError(_("A circle spans at least two neighbourhoods."))
        return chosen
