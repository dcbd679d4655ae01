"""Which dossiers of a round come first, and why where people choose otherwise than the points say."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from jos.shared.forms import RecordForm
from signals.models import Candidate, Round
from signals.rounds.choosing import Decision, can_be_chosen
from signals.rounds.result import Line, Result


@dataclass(frozen=True)
class ChoiceRow:
    """One dossier to choose or not, with the points it got."""

    line: Line
    chosen: forms.BoundField | None  # none: it cannot be chosen any more
    why: forms.BoundField


class DecideForm(RecordForm):
    class Meta:
        model = Round
        fields = ("minority_view",)
        help_texts = {
            "minority_view": _("Who saw it otherwise, in words of your own. What the points say of it is shown anyway.")
        }

    def __init__(self, *args, counted: Result, **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = counted.lines
        for line in self.lines:
            self._add(line.candidate)

    def _add(self, candidate: Candidate) -> None:
        if can_be_chosen(candidate.dossier):
            self.fields[chosen_name(candidate)] = forms.BooleanField(label=candidate.dossier.title, required=False)
        self.fields[why_name(candidate)] = forms.CharField(
            label=_("Why: %(dossier)s") % {"dossier": candidate.dossier},
            required=False,
            max_length=Candidate._meta.get_field("why").max_length,
            widget=forms.Textarea({"rows": 2}),
        )

    @property
    def rows(self) -> list[ChoiceRow]:
        return [ChoiceRow(line, self._chosen(line.candidate), self[why_name(line.candidate)]) for line in self.lines]

    def _chosen(self, candidate: Candidate) -> forms.BoundField | None:
        name = chosen_name(candidate)
        return self[name] if name in self.fields else None

    @property
    def decision(self) -> Decision:
        """What was ticked and said, once it is valid."""
        candidates = [line.candidate for line in self.lines]
        return Decision(
            chosen=frozenset(each.pk for each in candidates if self.cleaned_data.get(chosen_name(each))),
            whys={each.pk: self.cleaned_data[why_name(each)] for each in candidates},
        )


def chosen_name(candidate: Candidate) -> str:
    return f"chosen_{candidate.pk}"


def why_name(candidate: Candidate) -> str:
    return f"why_{candidate.pk}"
