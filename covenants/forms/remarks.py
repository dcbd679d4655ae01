from django import forms

from covenants.models import Remark
from jos.shared.forms import RecordForm


class RemarkForm(RecordForm):
    """What one side says about a part of the text, or about an article."""

    class Meta:
        model = Remark
        fields = ("text",)
        widgets = {"text": forms.Textarea({"rows": 5})}
