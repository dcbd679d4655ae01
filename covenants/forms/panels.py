from django import forms
from django.utils.translation import gettext_lazy as _

from covenants.models import StoryChoice
from jos.shared.forms import DateInput


class ChoiceForm(forms.ModelForm):
    """Why a panel chose this story. The why is what one learns from."""

    class Meta:
        model = StoryChoice
        fields = ("why", "chosen_on")
        widgets = {"why": forms.Textarea({"rows": 5}), "chosen_on": DateInput}
        help_texts = {"why": _("In the words of the panel. No names of young people.")}
