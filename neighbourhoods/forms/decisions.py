from django import forms
from django.utils.translation import gettext_lazy as _

from jos.shared.forms import DateInput, RecordForm
from jos.shared.time import today
from neighbourhoods.models import MovementCircle, Neighbourhood, PriorityDecision


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
        for name in ("valid_from", "decided_by"):
            self.fields[name].required = True  # of a proposal nobody knows who decides, or when
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
