"""How a promise goes: under way, kept, or not kept and why. The same question for both sides (R10)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from covenants.enums import CommitmentState
from covenants.models import Commitment
from jos.shared.forms import DateInput, RecordForm


class CommitmentStateForm(RecordForm):
    state = forms.ChoiceField(label=_("State"), choices=CommitmentState.choices, widget=forms.RadioSelect)

    field_order = ("state",)

    class Meta:
        model = Commitment
        fields = ("kept_on", "explanation")
        widgets = {"kept_on": DateInput, "explanation": forms.Textarea({"rows": 4})}
        help_texts = {
            "kept_on": _("Only where it is kept."),
            "explanation": _("Needed where it is not kept: why, and what comes instead. The other side reads it."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["state"] = self.instance.state

    def clean(self):
        cleaned = super().clean()
        if "state" in self.cleaned_data:
            self.instance.state = self.cleaned_data["state"]
        return cleaned
