"""What one can ask of "You said, we did"."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jos.shared.time import today
from neighbourhoods.models import Neighbourhood
from signals.models import Theme
from signals.said.stands import Stands


class SaidFilter(forms.Form):
    """What cannot be read is not asked. Neighbourhoods and themes are read once, to choose from and to find by."""

    only_filters = True  # no answer is needed, so no field says that it is optional

    neighbourhood = forms.ChoiceField(required=False, label=_("Neighbourhood"))
    theme = forms.ChoiceField(required=False, label=_("About"))
    stands = forms.ChoiceField(
        choices=[("", _("Everything")), *Stands.choices], required=False, label=_("What was done")
    )

    def __init__(self, data, *, here: Neighbourhood | None = None):
        super().__init__({**data.dict(), "neighbourhood": here.slug} if here else data)
        areas = Neighbourhood.objects.on(today()).values_list("slug", "name")
        self.themes = {theme.slug: theme for theme in Theme.objects.public()}
        self.fields["neighbourhood"].choices = [("", _("The whole city")), *areas]
        self.fields["theme"].choices = [("", _("Everything")), *((slug, str(one)) for slug, one in self.themes.items())]
        self.full_clean()

    @property
    def area_asked(self) -> str:
        return self.cleaned_data.get("neighbourhood", "")

    @property
    def theme_asked(self) -> Theme | None:
        return self.themes.get(self.cleaned_data.get("theme", ""))

    @property
    def stands_asked(self) -> Stands | None:
        asked = self.cleaned_data.get("stands")
        return Stands(asked) if asked else None
