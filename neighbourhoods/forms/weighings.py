"""What staff fill in about a weighing, and what anybody may try with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from jos.shared.forms import RecordForm
from neighbourhoods.actions.weighings import Recipe
from neighbourhoods.enums import Category, Direction, Method
from neighbourhoods.models import Statistic, Weighing, WeighingVersion
from neighbourhoods.models.weighings import HEAVIEST

MOST_FIRST = 999  # neighbourhoods; no city has as many
MORE, LESS = "more", "less"
SIGNS = {MORE: 1, LESS: -1}
MEANINGS = [(MORE, _("more of it means more need")), (LESS, _("more of it means less need"))]
NOTHING_WEIGHED = _("Give at least one figure a weight above 0.")


class WeightField(forms.FloatField):
    """How heavy a statistic is beside the others. Empty or 0: not weighed."""

    def __init__(self, statistic: Statistic, **kwargs):
        super().__init__(label=statistic.name, required=False, min_value=0, max_value=HEAVIEST, **kwargs)

    def widget_attrs(self, widget):
        return super().widget_attrs(widget) | {"step": "any", "inputmode": "decimal"}

    def clean(self, value) -> float:
        return super().clean(value) or 0.0

    def in_words(self, value: float | str | None) -> str:
        return plain_number(float(value)) if value else "–"


@dataclass(frozen=True)
class WeightRow:
    """One statistic on a form: what it is, its weight, and which way need lies where somebody has to say that."""

    statistic: Statistic
    weight: forms.BoundField
    sign: forms.BoundField | None


def plain_number(number: float) -> str:
    """2 and not 2.0; otherwise all its digits."""
    return str(int(number)) if number == int(number) else str(number)


def weight_name(statistic: Statistic) -> str:
    return f"weight_{statistic.slug}"


def sign_name(statistic: Statistic) -> str:
    return f"sign_{statistic.slug}"


class WeighingForm(RecordForm):
    """A weighing, and what its next version weighs. The statistic says which way need lies, where it can."""

    method = forms.ChoiceField(
        label=_("How figures are made comparable"),
        choices=Method.choices,
        initial=Method.ZSCORE,
        widget=forms.RadioSelect,
    )
    top = forms.IntegerField(
        label=_("How many neighbourhoods come first"), min_value=1, max_value=MOST_FIRST, initial=5
    )
    reason = forms.CharField(
        label=_("Why it changes"), max_length=2000, required=False, widget=forms.Textarea({"rows": 2})
    )

    class Meta:
        model = Weighing
        fields = ("name", "explanation")
        widgets = {"explanation": forms.Textarea({"rows": 3})}
        help_texts = {"explanation": _("What it is meant for, in plain words. Everybody who signs in reads it.")}

    def __init__(self, *args, asked: QueryDict | None = None, **kwargs):
        """`asked`: all weights to begin with, as the page of a weighing was asked to try them."""
        super().__init__(*args, **kwargs)
        self.statistics = list(Statistic.objects.order_by("category", "name"))
        self.saved = self._last_version()
        weights = self.saved.weights if self.saved else {}
        for statistic in self.statistics:
            self._add(statistic, weights.get(statistic))
        if self.saved:
            self._begin_with({"method": self.saved.method, "top": self.saved.top})
        else:
            del self.fields["reason"]
        names = [weight_name(statistic) for statistic in self.statistics]
        if asked and not asked.keys().isdisjoint(names):
            self._begin_with({name: asked.get(name) for name in names})
            self._begin_with({name: asked[name] for name in ("method", "top") if name in asked})

    def _last_version(self) -> Recipe | None:
        if not self.instance.pk:
            return None
        last = self.instance.versions.prefetch_related("items__statistic").first()
        return Recipe.of(last) if last else None

    def _add(self, statistic: Statistic, weight: float | None) -> None:
        self.fields[weight_name(statistic)] = WeightField(
            statistic, initial=plain_number(abs(weight)) if weight else None
        )
        if statistic.direction not in KNOWN_SIGNS:
            initial = LESS if weight and weight < 0 else MORE
            label = _("Which way need lies: %(statistic)s") % {"statistic": statistic}
            self.fields[sign_name(statistic)] = forms.ChoiceField(label=label, choices=MEANINGS, initial=initial)

    def _begin_with(self, values: Mapping) -> None:
        for name, value in values.items():
            self.fields[name].initial = value

    @property
    def groups(self) -> list[tuple[str, list[WeightRow]]]:
        """The statistics, under what they are about."""
        return [
            (str(Category(category).label), [self._row(statistic) for statistic in some])
            for category, some in groupby(self.statistics, key=lambda statistic: statistic.category)
        ]

    def _row(self, statistic: Statistic) -> WeightRow:
        sign = sign_name(statistic)
        return WeightRow(statistic, self[weight_name(statistic)], self[sign] if sign in self.fields else None)

    @cached_property
    def recipe(self) -> Recipe:
        """What was typed, once it is valid."""
        typed = self.cleaned_data
        weights = {
            statistic: typed[weight_name(statistic)] * self._sign(statistic)
            for statistic in self.statistics
            if typed[weight_name(statistic)]
        }
        return Recipe(typed["method"], typed["top"], weights)

    def _sign(self, statistic: Statistic) -> int:
        return KNOWN_SIGNS.get(statistic.direction) or SIGNS[self.cleaned_data[sign_name(statistic)]]

    def clean(self):
        cleaned = super().clean()
        if self.errors:
            return cleaned
        if not self.recipe.weights:
            raise ValidationError(NOTHING_WEIGHED)
        if self.saved and self.recipe != self.saved and not cleaned["reason"]:
            self.add_error("reason", _("Say why: this makes the next version."))
        return cleaned


KNOWN_SIGNS: dict[str, int] = {Direction.MORE_IS_WORSE: 1, Direction.MORE_IS_BETTER: -1}


class WhatIf(forms.Form):
    """Other weights, to see what they would change. Nothing is saved: the address carries what was asked."""

    only_filters = True  # no answer is needed, so no field says that it is optional

    method = forms.ChoiceField(label=_("How figures are made comparable"), choices=Method.choices)
    top = forms.IntegerField(label=_("How many come first"), min_value=1, max_value=MOST_FIRST)

    def __init__(self, asked: QueryDict, version: WeighingVersion):
        self.version = version
        self.saved = Recipe.of(version)
        self.plain = {"method": version.method, "top": str(version.top)}
        for statistic, weight in self.saved.weights.items():
            self.plain[weight_name(statistic)] = plain_number(abs(weight))
        super().__init__(self.plain | {name: asked[name] for name in self.plain if name in asked})
        for statistic in self.saved.weights:
            self.fields[weight_name(statistic)] = WeightField(statistic)

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not any(self._weights(cleaned).values()):
            raise ValidationError(NOTHING_WEIGHED)
        return cleaned

    @cached_property
    def recipe(self) -> Recipe:
        """What was asked; where that cannot be read, what was saved."""
        if not self.is_valid():
            return self.saved
        weights = {statistic: weight for statistic, weight in self._weights(self.cleaned_data).items() if weight}
        return Recipe(self.cleaned_data["method"], self.cleaned_data["top"], weights)

    def _weights(self, cleaned: dict) -> dict[Statistic, float]:
        """A weight keeps the sign it was saved with."""
        return {
            statistic: cleaned[weight_name(statistic)] * (1 if weight > 0 else -1)
            for statistic, weight in self.saved.weights.items()
        }

    @property
    def is_other(self) -> bool:
        return self.recipe != self.saved

    @property
    def query(self) -> str:
        """What was asked and is not as it was saved, for an address."""
        asked = {name: value for name, value in self.data.items() if self.is_other and value != self.plain[name]}
        return urlencode(asked)

    @property
    def whole_query(self) -> str:
        """All of what is weighed now, for the form that saves it."""
        return urlencode(self.data)

    @property
    def rows(self) -> list[WeightRow]:
        return [WeightRow(statistic, self[weight_name(statistic)], None) for statistic in in_order(self.saved.weights)]


def in_order(statistics: Iterable[Statistic]) -> list[Statistic]:
    """As a ranking has them."""
    return sorted(statistics, key=lambda statistic: statistic.slug)
