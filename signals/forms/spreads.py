"""How an organisation spreads its points: a number and a reason for each dossier, and none of them needed."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from jos.shared.forms import HIGHEST_VERSION, RecordForm
from signals.dossiers.words import Voices
from signals.models import Candidate, Round, Spread
from signals.rounds.spreading import Gift, too_many, too_many_in_words
from signals.voices import voices_of


@dataclass(frozen=True)
class SpreadRow:
    """One dossier to give points to, with its voices."""

    candidate: Candidate
    voices: Voices
    points: forms.BoundField
    reason: forms.BoundField


class PointsField(forms.IntegerField):
    """How many points a dossier gets. Empty: none."""

    def __init__(self, most: int, **kwargs):
        super().__init__(required=False, min_value=0, max_value=most, **kwargs)

    def widget_attrs(self, widget):
        return super().widget_attrs(widget) | {"inputmode": "numeric", "data-points": ""}

    def clean(self, value) -> int:
        return super().clean(value) or 0


class SpreadForm(forms.Form):
    """What one organisation gives. `version` counts its changes, so that nobody overwrites a colleague."""

    version = forms.IntegerField(min_value=0, max_value=HIGHEST_VERSION, widget=forms.HiddenInput)

    def __init__(self, data, *, prioritising: Round, given: dict[int, Gift], version: int):
        super().__init__(data, initial={"version": version})
        self.most = prioritising.points
        candidates = prioritising.candidates.select_related("dossier__theme")
        self.candidates = list(candidates.prefetch_related("dossier__neighbourhoods"))
        for candidate in self.candidates:
            self._add(candidate, given.get(candidate.pk, Gift()))

    show_typed = RecordForm.show_typed

    def made_before(self) -> None:
        """It makes nothing new: sent twice, it says the same twice."""

    def _add(self, candidate: Candidate, gift: Gift) -> None:
        name = {"dossier": candidate.dossier}
        self.fields[points_name(candidate)] = PointsField(
            self.most, label=_("Points for %(dossier)s") % name, initial=gift.points or None
        )
        self.fields[reason_name(candidate)] = forms.CharField(
            label=_("Why: %(dossier)s") % name,
            initial=gift.reason,
            required=False,
            max_length=Spread._meta.get_field("reason").max_length,
            widget=forms.Textarea({"rows": 2}),
        )

    @property
    def rows(self) -> list[SpreadRow]:
        voices = voices_of([each.dossier_id for each in self.candidates])
        return [
            SpreadRow(
                each,
                Voices(voices.get(each.dossier_id, 0), may_read=False),
                self[points_name(each)],
                self[reason_name(each)],
            )
            for each in self.candidates
        ]

    @property
    def gifts(self) -> dict[int, Gift]:
        """What was typed, by key of the candidate, once it can be read."""
        typed = self.cleaned_data
        return {each.pk: Gift(typed[points_name(each)], typed[reason_name(each)]) for each in self.candidates}

    @property
    def sum(self) -> int:
        """Of what stands in the form, as far as it can be read. A script counts along, where there is one."""
        return sum(_readable(self[points_name(each)].value()) for each in self.candidates)

    def clean(self):
        cleaned = super().clean()
        if not self.errors and (number := too_many(self.gifts.values(), self.most)):
            raise ValidationError(too_many_in_words(number, self.most))
        return cleaned


def points_name(candidate: Candidate) -> str:
    return f"points_{candidate.pk}"


def reason_name(candidate: Candidate) -> str:
    return f"reason_{candidate.pk}"


def _readable(typed) -> int:
    text = str(typed or "")
    return int(text) if text.isdecimal() and len(text) < 4 else 0
