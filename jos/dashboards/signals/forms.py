"""What one can ask of the figures about signals, as an address that can be shared."""

from functools import cached_property

from django import forms
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from neighbourhoods.figures.periods import in_words
from neighbourhoods.models import Neighbourhood, Statistic
from signals.counting.figures import Names
from signals.counting.periods import is_running, periods_to_choose, usual
from signals.models import Theme
from signals.publishing import per_1000, populations

WRONG_PERIOD = {"invalid_choice": gettext_lazy("There are no figures of this period. Another one is shown now.")}
WRONG_AREA = {"invalid_choice": gettext_lazy("We do not know this neighbourhood. The city is shown now.")}
WRONG_THEME = {"invalid_choice": gettext_lazy("We do not know this theme. All themes are shown now.")}


class PeriodFilter(forms.Form):
    """Which year. What cannot be read is said, and the default is shown."""

    only_filters = True

    period = forms.ChoiceField(label=gettext_lazy("Period"), required=False, error_messages=WRONG_PERIOD)

    def __init__(self, asked: QueryDict):
        choosable = periods_to_choose()
        self.usual = usual(choosable)
        data = asked.copy()
        data["period"] = asked.get("period") or self.usual
        super().__init__(data)
        self.fields["period"].choices = [(period, period_in_words(period)) for period in choosable]
        self.period_shown: str = self.chosen("period") or self.usual
        self.names = Names.read(self.period_shown)

    def chosen(self, name: str):
        """What was asked, where it could be read."""
        self.is_valid()
        return self.cleaned_data.get(name)

    @property
    def period_words(self) -> str:
        return period_in_words(self.period_shown)

    @property
    def address(self) -> str:
        """As much as was asked and could be read."""
        asked = {name: value for name, value in self.cleaned_data.items() if value and value != self.usual}
        return urlencode(asked)


class SignalFilter(PeriodFilter):
    """And of which neighbourhood, about which theme."""

    area = forms.ChoiceField(label=gettext_lazy("Neighbourhood"), required=False, error_messages=WRONG_AREA)
    theme = forms.ChoiceField(label=gettext_lazy("Theme"), required=False, error_messages=WRONG_THEME)

    def __init__(self, asked: QueryDict):
        super().__init__(asked)
        areas, themes = self.names.areas.values(), self.names.themes.values()
        self.fields["area"].choices = [("", _("The whole city")), *((area.slug, area.name) for area in areas)]
        self.fields["theme"].choices = [("", _("All themes")), *((theme.slug, str(theme)) for theme in themes)]
        self.full_clean()  # anew, now that it is known which there are

    @cached_property
    def area_shown(self) -> Neighbourhood | None:
        slug = self.chosen("area")
        return next((area for area in self.names.areas.values() if slug and area.slug == slug), None)

    @cached_property
    def theme_shown(self) -> Theme | None:
        slug = self.chosen("theme")
        return next((theme for theme in self.names.themes.values() if slug and theme.slug == slug), None)

    @property
    def subtitle(self) -> str:
        parts = (self.area_shown, self.theme_shown, self.period_words)
        return " · ".join(str(part) for part in parts if part)


class PublishForm(forms.Form):
    """What signals are measured against, for a number per 1,000 young people."""

    population = forms.ModelChoiceField(
        label=gettext_lazy("Young people, counted by"),
        required=False,
        queryset=Statistic.objects.none(),
        empty_label=gettext_lazy("no number per 1,000"),
    )

    def __init__(self, data=None):
        super().__init__(data)
        self.fields["population"].queryset = populations()
        derived = per_1000()
        self.initial["population"] = derived and derived.whole


def period_in_words(period: str) -> str:
    words = in_words(period)
    return _("%(period)s, so far") % {"period": words} if is_running(period) else words
