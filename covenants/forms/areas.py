"""Which neighbourhoods: names that are typed. Of hundreds to tick nobody finds one back."""

from collections import Counter

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz, process

from jos.shared.letters import without_accents
from jos.shared.tables.cells import same, tidy
from neighbourhoods.models import Neighbourhood

TICKED = 60  # up to so many are a list to tick
ALIKE = 70  # of 100: what may have been meant
TOLD = 5  # names that are wrong; of more, these come first


class NeighbourhoodsField(forms.ModelMultipleChoiceField):
    """Some of the neighbourhoods in `queryset`, each on a line of its own: its name, or its slug.

    Two of the same name are told apart by their slugs.
    """

    widget = forms.Textarea({"rows": 5})
    default_error_messages = {
        "none": _("No neighbourhood is called “%(typed)s”."),
        "none_but": _("No neighbourhood is called “%(typed)s”. Did you mean %(name)s?"),
    }

    def prepare_value(self, value):
        if not isinstance(value, list):
            return value
        names = self._names()
        return "\n".join(names.get(area, area.name) for area in value)

    def in_words(self, value: list) -> str:
        return ", ".join(area.name for area in value)

    def clean(self, value):
        called = {_plain(key): area for area, name in self._names().items() for key in (area.slug, name)}
        typed = _lines(value)
        if unknown := [line for line in typed if _plain(line) not in called]:
            raise ValidationError([self._refusal(line, called) for line in unknown[:TOLD]])
        return list(dict.fromkeys(called[_plain(line)] for line in typed))

    def has_changed(self, initial, data) -> bool:
        return sorted(_lines(self.prepare_value(initial))) != sorted(_lines(data))

    def _names(self) -> dict[Neighbourhood, str]:
        """What to write for each."""
        areas = list(self.queryset.all())
        times = Counter(_plain(area.name) for area in areas)
        return {area: area.slug if times[_plain(area.name)] > 1 else area.name for area in areas}

    def _refusal(self, typed: str, called: dict) -> ValidationError:
        alike = process.extractOne(_plain(typed), list(called), scorer=fuzz.ratio, score_cutoff=ALIKE)
        code, name = ("none_but", self._names()[called[alike[0]]]) if alike else ("none", "")
        return ValidationError(self.error_messages[code], code=code, params={"typed": typed[:80], "name": name})


def _lines(typed) -> list[str]:
    return [line for line in map(tidy, str(typed or "").splitlines()) if line]


def _plain(name: str) -> str:
    return without_accents(same(name))
