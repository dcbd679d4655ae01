import datetime
from typing import cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jos.shared.forms import DateInput
from jos.shared.time import in_words, today
from neighbourhoods.models import MovementCircle, Neighbourhood, PriorityDecision


class RecordForm(forms.ModelForm):
    """Knows which version of the record it was opened with, so that nobody saves over what somebody else did."""

    seen = forms.IntegerField(min_value=0, max_value=2**63 - 1, required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.changed_meanwhile = False
        if self.instance.pk:
            self.fields["seen"].initial = self._latest()
        else:
            del self.fields["seen"]

    def _latest(self) -> int:
        return self.instance.history.values_list("pk", flat=True).first() or 0

    def _post_clean(self):
        if "seen" in self.fields and self.cleaned_data.get("seen") != self._latest() and self._differing():
            self._say_what_changed()
        super()._post_clean()

    def _differing(self) -> list[str]:
        """The fields that differ from what is saved now: none where a form is sent twice."""
        return [name for name in self.changed_data if name != "seen"]

    def _say_what_changed(self) -> None:
        """Keep what was typed, say what somebody else saved, and let the next try count as seen."""
        self.changed_meanwhile = True
        who = self.instance.history.select_related("history_user").first().history_user or _("The system")
        theirs = "; ".join(f"{self[name].label}: {_told(self[name].initial)}" for name in self._differing())
        message = gettext("%(who)s changed this while you were typing. Saved now: %(theirs)s. Compare, and save again.")
        self.add_error(None, message % {"who": who, "theirs": theirs})
        retry = cast(QueryDict, self.data).copy()
        retry[self.add_prefix("seen")] = str(self._latest())
        self.data = retry


def _told(value) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return in_words(value) if isinstance(value, datetime.date) else str(value or "–")


class PriorityForm(RecordForm):
    """What was decided about an area. Which area it is about never changes: that would be another decision."""

    area = forms.ChoiceField(label=_("Area"))

    class Meta:
        model = PriorityDecision
        fields = ("valid_from", "valid_until", "review_on", "reasons", "decided_by")
        widgets = dict.fromkeys(("valid_from", "valid_until", "review_on"), DateInput)
        help_texts = {
            "valid_until": _("The last day. Fill in this, or a day to look at it again."),
            "reasons": _("Figures, signals and what people in the neighbourhood say. Everybody who signs in reads it."),
            "decided_by": _("The body that decided, and the number of its decision if there is one."),
        }

    field_order = ("area",)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["valid_from"].required = True
        if self.instance.pk:
            del self.fields["area"]
        else:
            self.fields["area"].choices = area_choices()

    def clean(self):
        cleaned = super().clean()
        if "area" in cleaned:
            self.instance.neighbourhood, self.instance.circle = _area(cleaned["area"])
        start, end, review = (cleaned.get(name) for name in ("valid_from", "valid_until", "review_on"))
        if not (end or review or "valid_until" in self.errors or "review_on" in self.errors):
            self.add_error("review_on", _("Fill in the last day, or a day to look at it again."))
        if review and start and review < start:
            self.add_error("review_on", _("This is before the decision holds."))
        if review and end and review > end:
            self.add_error("review_on", _("This is after the decision ends."))
        return cleaned


def area_choices() -> list:
    """The neighbourhoods and circles of today, each under its kind."""
    return [
        ("", _("Choose an area")),
        (_("Neighbourhoods"), _choices("neighbourhood", Neighbourhood)),
        (_("Movement circles"), _choices("circle", MovementCircle)),
    ]


def _choices(kind: str, model) -> list[tuple[str, str]]:
    return [(f"{kind}:{slug}", name) for slug, name in model.objects.on(today()).values_list("slug", "name")]


def _area(choice: str) -> tuple[Neighbourhood | None, MovementCircle | None]:
    kind, _colon, slug = choice.partition(":")
    if kind == "circle":
        return None, MovementCircle.objects.get(slug=slug)
    return Neighbourhood.objects.get(slug=slug), None


class CircleForm(RecordForm):
    """The neighbourhoods that young people see as one area."""

    class Meta:
        model = MovementCircle
        fields = ("name", "neighbourhoods", "valid_from", "valid_until")
        widgets = {
            "neighbourhoods": forms.CheckboxSelectMultiple,
            "valid_from": DateInput,
            "valid_until": DateInput,
        }
        help_texts = {"name": _("As young people would call it.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choosable = Neighbourhood.objects.on(today()).without_borders()
        if self.instance.pk:
            choosable = choosable | self.instance.neighbourhoods.without_borders()
        field = self.fields["neighbourhoods"]
        field.queryset = choosable.distinct()
        field.to_field_name = "slug"  # a number could be larger than a database can compare

    def clean_neighbourhoods(self):
        chosen = list(self.cleaned_data["neighbourhoods"])
        if len(chosen) < 2:
            raise ValidationError(_("A circle spans at least two neighbourhoods."))
        return chosen
