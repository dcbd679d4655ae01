from django import forms
from django.utils.translation import gettext_lazy as _

from covenants.actions.ratings import Scores
from covenants.enums import RatingAspect

SCORES = (
    ("1", _("1: not at all")),
    ("2", _("2: hardly")),
    ("3", _("3: more or less")),
    ("4", _("4: mostly")),
    ("5", _("5: fully")),
)


class RatingForm(forms.Form):
    """How far each sentence holds. `seen` is what the colleagues gave when the page was opened."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, data=None, *, given: Scores):
        super().__init__(data, initial={"seen": _as_text(given)})
        for aspect in RatingAspect:
            score = given.get(aspect.value)
            self.fields[aspect.value] = forms.ChoiceField(
                label=aspect.label, choices=SCORES, required=False, widget=forms.RadioSelect, initial=str(score or "")
            )

    @property
    def scores(self) -> dict[str, int]:
        return {each.value: int(score) for each in RatingAspect if (score := self.cleaned_data[each.value])}

    @property
    def seen_scores(self) -> dict[str, int]:
        digits = self.cleaned_data["seen"]
        return {each.value: int(digit) for each, digit in zip(RatingAspect, digits, strict=False) if digit in "12345"}


def _as_text(given: Scores) -> str:
    return "".join(str(given.get(each.value, 0)) for each in RatingAspect)
