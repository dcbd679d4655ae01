"""What the talk about a period brought: its day, who was there, and what both settled."""

from django import forms
from django.utils.translation import gettext_lazy as _

from covenants.models import ReportingPeriod
from jos.shared.forms import DateInput, RecordForm


class TalkForm(RecordForm):
    class Meta:
        model = ReportingPeriod
        fields = ("talked_on", "present", "settled")
        widgets = {
            "talked_on": DateInput,
            "present": forms.Textarea({"rows": 2}),
            "settled": forms.Textarea({"rows": 10}),
        }
        help_texts = {
            "present": _("Of both sides. Their function is enough: no names of young people."),
            "settled": _(
                "What you saw differently and what you make of it now; what stays, what changes. "
                "Where you still see it differently, write both down."
            ),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():  # a period has none of them before the talk
            field.required = True
