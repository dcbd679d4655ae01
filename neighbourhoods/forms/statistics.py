"""What staff say about a statistic and about the data set it comes from."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jos.shared.forms import DateInput, RecordForm
from neighbourhoods.enums import AddsUp, Derivation
from neighbourhoods.models import DataSet, Statistic

OPERANDS = ("part", "whole", "per", "years")
NEEDED: dict[str, tuple[str, ...]] = {
    Derivation.PER: ("part", "whole", "per"),
    Derivation.SHARE: ("part", "whole"),
    Derivation.CHANGE: ("part", "years"),
    Derivation.GROWTH: ("part", "years"),
}
MISSING = {
    "part": _("Choose the statistic that this one is derived from."),
    "whole": _("Choose what it is measured against."),
    "per": _("Fill in a number, such as 1000."),
    "years": _("Fill in how many years before it is compared with."),
}
MOST_PER, MOST_YEARS = 10_000_000, 100


class StatisticForm(RecordForm):
    """What a figure means. Its values come from an import, or from others."""

    per = forms.IntegerField(
        label=_("Per how many"),
        min_value=1,
        max_value=MOST_PER,
        required=False,
        help_text=_("For a number per 1,000: 1000."),
    )
    years = forms.IntegerField(
        label=_("How many years before"),
        min_value=1,
        max_value=MOST_YEARS,
        required=False,
        help_text=_("For a difference or growth."),
    )

    class Meta:
        model = Statistic
        fields = (
            "name",
            "category",
            "unit",
            "direction",
            "explanation",
            "data_set",
            "is_public",
            "counts_people",
            "adds_up",
            "weighted_by",
            "derivation",
            "part",
            "whole",
            "per",
            "years",
        )
        labels = {
            "direction": _("What more of it means"),
            "explanation": _("What it says, in plain words"),
            "derivation": _("How"),
            "part": _("Derived from"),
            "whole": _("Measured against"),
        }
        help_texts = {
            "unit": _("As it stands behind a number: %, euro, per km²."),
            "explanation": _("Two or three sentences for a councillor or a neighbour. Who is counted, when, by whom?"),
            "is_public": _("Everybody then sees it on the pages of the portal. Small counts are hidden anyway."),
            "counts_people": _("Then counts under 10 are hidden for everybody, and under 5 for who signs in."),
            "weighted_by": _("Only for a mean: the number of people or dwellings that each mean is about."),
            "derivation": _("Leave this empty for figures that are imported."),
            "whole": _("Of the same period, or else the last one before it, or else the first there is."),
        }
        widgets = {"explanation": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        others = Statistic.objects.exclude(pk=self.instance.pk).order_by("name")
        for name in ("part", "whole", "weighted_by"):
            self.fields[name].queryset = others
        for name in ("part", "whole", "weighted_by", "data_set"):
            self.fields[name].to_field_name = "slug"  # a number could be larger than a database can compare
            if self.instance.pk:
                self.initial[name] = getattr(self.instance, name)
        self.fields["direction"].required = True

    def clean(self):
        cleaned = super().clean()
        self._keep_what_belongs(cleaned)
        self._ask_what_is_needed(cleaned)
        self._refuse_what_cannot_be(cleaned)
        return cleaned

    def _keep_what_belongs(self, cleaned: dict) -> None:
        """What another kind would need says nothing here."""
        for name in OPERANDS:
            if name not in NEEDED.get(cleaned.get("derivation", ""), ()):
                cleaned[name] = None
                self.errors.pop(name, None)
        if cleaned.get("adds_up") != AddsUp.MEAN:
            cleaned["weighted_by"] = None

    def _ask_what_is_needed(self, cleaned: dict) -> None:
        for name in NEEDED.get(cleaned.get("derivation", ""), ()):
            if not cleaned.get(name) and name not in self.errors:
                self.add_error(name, MISSING[name])
        if cleaned.get("adds_up") == AddsUp.MEAN and not cleaned.get("weighted_by"):
            self.add_error("weighted_by", _("Choose the statistic that weighs the mean."))

    def _refuse_what_cannot_be(self, cleaned: dict) -> None:
        if cleaned.get("derivation") and self.instance.pk and self.instance.values.exists():
            why = _("This statistic has values of its own, from an import. Make a new one that is derived.")
            self.add_error("derivation", why)
        if cleaned.get("is_public"):
            inside = [cleaned[n].name for n in ("part", "whole", "weighted_by") if _is_internal(cleaned.get(n))]
            if inside:
                why = _("Made of what is not public: %(names)s. Make that public first, or leave this one internal.")
                self.add_error("is_public", why % {"names": ", ".join(inside)})


def _is_internal(statistic: Statistic | None) -> bool:
    return statistic is not None and not statistic.is_public


class DataSetForm(RecordForm):
    """Where figures come from, and how far one may trust and share them."""

    url = forms.URLField(label=_("Web page"), required=False, max_length=200, assume_scheme="https")

    class Meta:
        model = DataSet
        fields = ("name", "source", "url", "released_on", "licence", "areas", "quality")
        widgets = {"released_on": DateInput, "quality": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "source": _("Who published it."),
            "licence": _("What one may do with it, and how the source wants to be named."),
            "areas": _("For example: the 25 neighbourhoods, in the borders of 2020."),
            "quality": _("What it counts and misses, how sure it is, what changed over the years."),
        }
