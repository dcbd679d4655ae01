from collections.abc import Iterator

from django import forms
from django.db.models import URLField
from django.utils.text import capfirst

from jos.shared.audit import words_for
from jos.shared.forms import HIGHEST_VERSION
from organisations.imports.organisations import show
from organisations.mergers import differing
from organisations.models import Organisation

KEPT, OTHER = "kept", "other"


class MergeForm(forms.Form):
    """For each fact in which two organisations differ: whose stays. First proposed: what is filled in."""

    kept_version = forms.IntegerField(min_value=1, max_value=HIGHEST_VERSION, widget=forms.HiddenInput)
    other_version = forms.IntegerField(min_value=1, max_value=HIGHEST_VERSION, widget=forms.HiddenInput)

    def __init__(self, *args, kept: Organisation, other: Organisation, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kept_version"].initial = kept.version
        self.fields["other_version"].initial = other.version
        for name in differing(kept, other):
            field = Organisation._meta.get_field(name)
            said = {KEPT: getattr(kept, name), OTHER: getattr(other, name)}
            self.fields[name] = forms.ChoiceField(
                label=capfirst(field.verbose_name),
                choices=[(whose, _in_words(field, value)) for whose, value in said.items()],
                widget=forms.RadioSelect,
                initial=KEPT if said[KEPT] or not said[OTHER] else OTHER,
            )

    @property
    def facts(self) -> Iterator[forms.BoundField]:
        return (field for field in self if not field.is_hidden)

    @property
    def taken(self) -> list[str]:
        """The facts that the other one gives."""
        return [name for name, whose in self.cleaned_data.items() if whose == OTHER]

    @property
    def taken_words(self) -> list[tuple[str, str]]:
        """The same with their names and values, as people read them."""
        taken = [self[name] for name in self.taken]
        return [(str(field.label), dict(field.field.choices)[OTHER]) for field in taken]

    @property
    def versions(self) -> tuple[int, int]:
        return self.cleaned_data["kept_version"], self.cleaned_data["other_version"]


def _in_words(field, value) -> str:
    if field.name == "company_number":
        return show("company_number", value) or "–"
    words = words_for(field, value) or "–"
    return words if isinstance(field, URLField) else capfirst(words)
