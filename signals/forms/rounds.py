"""What staff fill in about a round: when, over what, and the words that go with its result."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from jos.shared.forms import DateInput, RecordForm
from jos.shared.time import today
from signals.dossiers.words import Voices
from signals.models import Dossier, Round
from signals.rounds.changes import fixed, last_day_problem
from signals.rounds.choosing import CAN_COME_FIRST
from signals.voices import voices_of

FEWEST = 2  # dossiers: of one there is nothing to choose
SHOWN = 100  # of all that can be chosen, those with most voices


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
        can_come_first = Dossier.objects.standing().filter(state__in=CAN_COME_FIRST)
        own = (
            Dossier.objects.filter(candidacies__round=self.instance.pk) if self.instance.pk else Dossier.objects.none()
        )
        self.fields["dossiers"].queryset = Dossier.objects.filter(pk__in=own) | can_come_first
        self.fields["dossiers"].initial = list(own.values_list("slug", flat=True))
        for name in fixed(self.instance, today()):
            del self.fields[name]

    @cached_property
    def _voices(self) -> dict[int, int]:
        """Of all that can be chosen, the most first."""
        keys = self.fields["dossiers"].queryset.order_by("title").values_list("pk", flat=True)
        voices = voices_of(keys)
        return {key: voices.get(key, 0) for key in sorted(keys, key=lambda key: -voices.get(key, 0))}

    @property
    def not_shown(self) -> int:
        return len(self._voices) - len(self.rows)

    @cached_property
    def rows(self) -> list[DossierRow]:
        """Those with most voices, and those that are ticked. Four queries."""
        ticked = set(self["dossiers"].value() or ())
        asked = Q(pk__in=list(self._voices)[:SHOWN]) | Q(slug__in=ticked)
        shown = self.fields["dossiers"].queryset.filter(asked).select_related("theme").with_areas()
        found = {each.pk: each for each in shown}
        by_voices = ((found[key], number) for key, number in self._voices.items() if key in found)
        return [DossierRow(each, Voices(number, may_read=True), each.slug in ticked) for each, number in by_voices]

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
