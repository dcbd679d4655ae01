"""What staff fill in about a round: when, over what, and the words that go with its result."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from jos.shared.forms import DateInput, RecordForm
from jos.shared.time import today
from signals.dossiers.words import Voices
from signals.models import Dossier, Round
from signals.rounds.changes import fixed, last_day_problem
from signals.rounds.choosing import CAN_COME_FIRST
from signals.voices import voices_of

FEWEST = 2  # dossiers: of one there is nothing to choose


@dataclass(frozen=True)
class DossierRow:
    """A dossier one can tick, with what one should know of it."""

    dossier: Dossier
    voices: Voices
    is_ticked: bool


class RoundForm(RecordForm):
    """A round, and the dossiers in it. Once it is open, what was promised is not asked any more."""

    dossiers = forms.ModelMultipleChoiceField(
        Dossier.objects.none(), to_field_name="slug", label=_("Dossiers"), widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Round
        fields = ("title", "explanation", "opens_on", "closes_on", "points")
        widgets = {"opens_on": DateInput, "closes_on": DateInput, "explanation": forms.Textarea({"rows": 3})}
        help_texts = {
            "explanation": _("What the city asks, and what happens afterwards. Partners read it, and later everybody."),
            "closes_on": _("Partners can change what they gave until the end of this day. Then it stays as it is."),
            "points": _("Every organisation gets as many, small or large."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        own = (
            Dossier.objects.filter(candidacies__round=self.instance.pk) if self.instance.pk else Dossier.objects.none()
        )
        field = self.fields["dossiers"]
        field.queryset = Dossier.objects.filter(pk__in=own) | Dossier.objects.standing().filter(
            state__in=CAN_COME_FIRST
        )
        field.initial = [dossier.slug for dossier in field.queryset if dossier.pk in own]
        for name in fixed(self.instance, today()):
            del self.fields[name]

    @property
    def rows(self) -> list[DossierRow]:
        """All that can be chosen, the most voices first."""
        dossiers = self.fields["dossiers"].queryset.select_related("theme").with_areas()
        voices, ticked = voices_of(dossiers), set(self["dossiers"].value() or ())
        rows = [
            DossierRow(each, Voices(voices.get(each.pk, 0), may_read=True), each.slug in ticked)
            for each in dossiers.order_by("title")
        ]
        return sorted(rows, key=lambda row: -row.voices.number)

    @property
    def dossiers_chosen(self) -> list[Dossier] | None:
        """None where they are not asked any more."""
        return self.cleaned_data.get("dossiers")

    def clean_closes_on(self):
        closes_on = self.cleaned_data["closes_on"]
        if problem := last_day_problem(closes_on, today()):
            raise ValidationError(problem)
        return closes_on

    def clean_dossiers(self):
        chosen = list(self.cleaned_data["dossiers"])
        if len(chosen) < FEWEST:
            raise ValidationError(_("Choose at least two dossiers."))
        return chosen


class PublishForm(RecordForm):
    """The words that go with the result, read once more before everybody reads them."""

    class Meta:
        model = Round
        fields = ("minority_view",)
        help_texts = {"minority_view": _("Everybody reads it. No names of people.")}
