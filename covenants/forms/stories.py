"""A story of change: told with consent, without names. What looks personal is pointed out before it is kept (R14)."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from covenants.counting.reach import reach_of
from covenants.following_up.asked import indicators_of
from covenants.following_up.naming import names_in
from covenants.models import Story
from jos.shared.forms import RecordForm
from neighbourhoods.models import Neighbourhood
from signals.watchful.personal import Detail, personal_details

# Never needed to tell what changed. What looks like a name or a link may be something else: who wrote it looks again.
NEVER = frozenset({Detail.EMAIL, Detail.PHONE, Detail.BANK_ACCOUNT, Detail.NATIONAL_NUMBER, Detail.SOCIAL})
TOLD = ("title", "text")


class StoryForm(RecordForm):
    looked_again = forms.BooleanField(label=_("I looked again: nobody can be recognised by this"), required=False)

    class Meta:
        model = Story
        fields = ("title", "text", "function", "indicator", "neighbourhood", "has_consent")
        labels = {"text": _("What is different now, for whom, and how do you know?")}
        help_texts = {
            "title": _("In a few words: “From the kerb to the kitchen”."),
            "text": _(
                "No names, no school or street. A good story says what it was like before, and who made the difference."
            ),
            "has_consent": _(
                "They know who reads it: city and partner, and panels that choose stories. No is fine too."
            ),
        }
        widgets = {"text": forms.Textarea({"rows": 8})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        report = self.instance.report
        self.fields["has_consent"].required = True
        self.fields["has_consent"].error_messages["required"] = gettext(
            "Tell it only where whoever it is about agrees."
        )
        self.fields["indicator"].queryset = indicators_of(report)
        self.fields["indicator"].empty_label = gettext("of no indicator in particular")
        areas = reach_of(report.period.covenant)
        self.names_of_nobody = [str(report.period.covenant.partner), *map(str, areas)]
        reached = [area.pk for area in areas]
        self.fields["neighbourhood"].queryset = Neighbourhood.objects.without_borders().filter(pk__in=reached)
        self.fields["neighbourhood"].empty_label = gettext("not in one neighbourhood")
        functions = report.period.covenant.functions
        self.fields["function"].initial = functions[0] if len(functions) == 1 else None
        self.names_somebody = False

    def clean(self):
        cleaned = super().clean()
        for name in TOLD:
            self._point_out(name, cleaned.get(name, ""))
        return cleaned

    def _point_out(self, name: str, words: str) -> None:
        found = [(each.kind, each.words) for each in personal_details(words)]
        found += [(Detail.NAME, each) for each in names_in(words, self.names_of_nobody)]
        for kind, what in dict.fromkeys(found):
            if kind not in NEVER and self.cleaned_data.get("looked_again"):
                continue
            said = {"kind": kind.label, "words": what}
            self.names_somebody = self.names_somebody or kind not in NEVER
            self.add_error(name, gettext("This looks like %(kind)s: “%(words)s”. Take it out.") % said)
