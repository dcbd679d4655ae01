"""What people write about a decision: a proposal, what was decided elsewhere, and each step in between."""

from django import forms
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jos.shared.forms import DateInput, RecordForm
from jos.shared.time import in_words, today
from neighbourhoods.enums import DecisionStage
from neighbourhoods.models import MovementCircle, Neighbourhood, PriorityDecision, WeighingVersion

DATES = dict.fromkeys(("valid_from", "valid_until", "review_on", "decided_on", "comments_until"), DateInput)
HELP_TEXTS = {
    "valid_until": _("The last day. Fill in this, or a day to look at it again."),
    "reasons": _("Figures, signals and what people in the neighbourhood say. Everybody who signs in reads it."),
    "decided_by": _("The body that decided, such as the college or the council."),
    "replaces": _("That one ends the day before this one begins."),
    "why_against": _("Needed where the figures say otherwise."),
    "dissent": _("The minority view. It stays with the decision."),
    "weighing_version": _("Its figures, score and rank are kept with the decision, as they are today."),
}


class IsPriorityField(forms.TypedChoiceField):
    """Comes first or not: a decision says one of them, a tick-box says too little."""

    def __init__(self):
        super().__init__(
            label=_("What it says"),
            choices=[(True, _("The area comes first")), (False, _("The area does not come first"))],
            coerce=lambda value: value in (True, "True"),
            initial=True,
            widget=forms.RadioSelect,
        )


class _AboutAnArea(RecordForm):
    """Which area it is about never changes: that would be another decision."""

    area = forms.ChoiceField(label=_("Area"))
    is_priority = IsPriorityField()

    field_order = ("area", "is_priority")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("valid_from", "decided_by", "decided_on"):
            if name in self.fields:
                self.fields[name].required = True
        if self.instance.pk:
            del self.fields["area"]
        else:
            self.fields["area"].choices = area_choices()
        self._offer_what_it_may_replace()

    def _offer_what_it_may_replace(self) -> None:
        """Decisions that did not end; of the same area once that is known. No question where there are none."""
        others = PriorityDecision.objects.filter(stage=DecisionStage.DECIDED).exclude(pk=self.instance.pk)
        if self.instance.pk:
            of_area = {"neighbourhood": self.instance.neighbourhood_id, "circle": self.instance.circle_id}
            others = others.filter(**of_area)
        kept = others.ending_after(today()) | others.filter(pk=self.instance.replaces_id)
        self.fields["replaces"].queryset = kept.with_areas()
        self.fields["replaces"].label_from_instance = _decision_in_words
        if not self.fields["replaces"].queryset.exists():
            del self.fields["replaces"]

    def clean(self):
        cleaned = super().clean()
        if "area" in cleaned:
            self.instance.neighbourhood, self.instance.circle = _area(cleaned["area"])
        return cleaned


class _RestsOnFigures(_AboutAnArea):
    """With a weighing its figures come along; indications and signals may do as well."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        weighings = self.fields["weighing_version"]
        weighings.queryset = latest_versions() | WeighingVersion.objects.filter(pk=self.instance.weighing_version_id)
        weighings.queryset = weighings.queryset.select_related("weighing")
        weighings.empty_label = _("None: indications and signals decide")


class PriorityForm(_RestsOnFigures):
    """What was decided without a proposal here."""

    class Meta:
        model = PriorityDecision
        fields = (
            *("is_priority", "valid_from", "valid_until", "review_on", "reasons"),
            *("weighing_version", "why_against"),
            *("decided_by", "decided_on", "council_number", "dissent", "replaces"),
        )
        widgets = DATES
        help_texts = HELP_TEXTS


class DecidedForm(_AboutAnArea):
    """To put right what was written down. Of one that is published, everybody reads the plain words."""

    class Meta:
        model = PriorityDecision
        fields = (
            *("is_priority", "valid_from", "valid_until", "review_on", "reasons"),
            *("decided_by", "decided_on", "council_number", "dissent", "replaces"),
            *("why_against", "plain_words"),
        )
        widgets = DATES
        help_texts = HELP_TEXTS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.published_on:
            self.fields["plain_words"].required = True
            self.fields["plain_words"].help_text = _("Everybody reads this: the decision is published.")
        else:
            del self.fields["plain_words"]
        if not self.instance.weighing_version_id:
            del self.fields["why_against"]


class ProposalForm(_RestsOnFigures):
    """What is proposed."""

    class Meta:
        model = PriorityDecision
        fields = (
            *("is_priority", "valid_from", "valid_until", "review_on", "reasons"),
            *("weighing_version", "why_against", "replaces"),
        )
        widgets = DATES
        help_texts = HELP_TEXTS | {
            "weighing_version": _("Its figures, score and rank are kept with the proposal, as they are today."),
        }


def latest_versions() -> QuerySet[WeighingVersion]:
    """Of each weighing the version that holds now."""
    newest = WeighingVersion.objects.filter(weighing=OuterRef("weighing")).order_by("-number").values("pk")[:1]
    return WeighingVersion.objects.filter(pk=Subquery(newest))


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


def _decision_in_words(decision: PriorityDecision) -> str:
    day = in_words(decision.valid_from) if decision.valid_from else ""
    return gettext("%(area)s, from %(day)s, by %(who)s") % {
        "area": decision.area,
        "day": day,
        "who": decision.decided_by,
    }
