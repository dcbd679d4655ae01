"""What a young person may ask. All of it stands in the address, so that it can be shared; nothing is kept."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jos.shared.enums import SpokenLanguage
from neighbourhoods.models import Neighbourhood
from organisations.enums import AgeBand, Weekday

TODAY = "today"
NO_MATTER = ("", _("does not matter"))
IN_WORDS: dict[str, dict] = {  # where a question shows something else than its answer says on its own
    "age": dict(AgeBand.choices),
    "free": {True: _("free of charge")},
    "wheelchair": {True: _("wheelchair")},
}


@dataclass(frozen=True)
class Asked:
    """Where, when and how somebody wants something to do. Empty: it does not matter."""

    where: Neighbourhood | None = None
    age: str = ""
    day: str = ""  # TODAY, or the number of a weekday
    free: bool = False
    wheelchair: bool = False
    language: str = ""

    def without(self, *names: str) -> "Asked":
        nothing = Asked()
        return replace(self, **{name: getattr(nothing, name) for name in names})


class FindForm(forms.Form):
    """Few questions, and no answer is needed."""

    where = forms.ChoiceField(label=_("Where?"), required=False)
    age = forms.ChoiceField(
        label=_("How old are you?"),
        choices=[*((band.value, band.short) for band in AgeBand), NO_MATTER],
        required=False,
        widget=forms.RadioSelect,
    )
    day = forms.ChoiceField(
        label=_("When?"),
        choices=[(TODAY, _("today")), *((str(day), label) for day, label in Weekday.choices), NO_MATTER],
        required=False,
        widget=forms.RadioSelect,
    )
    free = forms.BooleanField(label=_("It has to be free"), required=False)
    wheelchair = forms.BooleanField(label=_("I use a wheelchair"), required=False)
    language = forms.ChoiceField(
        label=_("Somebody who speaks"),
        choices=[("", pgettext_lazy("language", "does not matter")), *SpokenLanguage.choices],
        required=False,
    )

    def __init__(self, data, *, neighbourhoods: Iterable[Neighbourhood]):
        super().__init__(data, auto_id="find-%s")
        self.neighbourhoods = {neighbourhood.slug: neighbourhood for neighbourhood in neighbourhoods}
        names = [(slug, neighbourhood.name) for slug, neighbourhood in self.neighbourhoods.items()]
        self.fields["where"].choices = [("", _("the whole city")), *names]

    @property
    def asked(self) -> Asked:
        """Of a valid form."""
        return Asked(**self.cleaned_data | {"where": self.neighbourhoods.get(self.cleaned_data["where"])})

    @property
    def in_words(self) -> dict[str, str]:
        """The answers that matter, as they are shown, by the name of the question."""
        words = {name: IN_WORDS.get(name) or dict(self.fields[name].choices) for name in self.fields}
        return {name: str(words[name][value]) for name, value in self.cleaned_data.items() if value}
