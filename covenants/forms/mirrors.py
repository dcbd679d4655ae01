"""How many of the staff an aspect holds for. Every count may stay empty."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from covenants.enums import MirrorAspect
from covenants.models import StaffMirror
from jos.shared.forms import RecordForm
from jos.shared.time import today

MOST = 5000  # people


class MirrorForm(RecordForm):
    belongs_to = "organisation"

    class Meta:
        model = StaffMirror
        fields = ("year", "people")
        help_texts = {"people": _("With volunteers. What comes below is part of these.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("year", today().year)
        for aspect in MirrorAspect:
            self.fields[aspect.value] = forms.IntegerField(
                label=gettext("How many of them %(aspect)s?") % {"aspect": aspect.label},
                min_value=0,
                max_value=MOST,
                required=False,
                initial=self.instance.counts.get(aspect.value),
            )

    def clean_year(self) -> int:
        year = self.cleaned_data["year"]
        if year > today().year:
            raise forms.ValidationError(gettext("This year is still to come."))
        return year

    def clean(self):
        cleaned = super().clean()
        counts = {each.value: count for each in MirrorAspect if (count := cleaned.get(each.value)) is not None}
        people = cleaned.get("people")
        for aspect, count in counts.items():
            if people is not None and count > people:
                self.add_error(
                    aspect, gettext("There are %(people)d people: this cannot be more.") % {"people": people}
                )
        self.instance.counts = counts
        return cleaned
