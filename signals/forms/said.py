"""What one can ask of "You said, we did"."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jos.shared.time import today
from neighbourhoods.models import Neighbourhood
from signals.models import Theme
from signals.said.stands import Stands


class SaidFilter(forms.Form):
    """What cannot be read is not asked."""

    only_filters = True  # no answer is needed, so no field says that it is optional

    neighbourhood = forms.ModelChoiceField(
        Neighbourhood.objects.none(),
        to_field_name="slug",
        required=False,
        label=_("Neighbourhood"),
        empty_label=_("The whole city"),
    )
    theme = forms.ModelChoiceField(
        Theme.objects.none(), to_field_name="slug", required=False, label=_("About"), empty_label=_("Everything")
    )
    stands = forms.ChoiceField(
        choices=[("", _("Everything")), *Stands.choices], required=False, label=_("What was done")
    )

    def __init__(self, data, *, here: Neighbourhood | None = None):
        super().__init__({**data.dict(), "neighbourhood": here.slug} if here else data)
        self.fields["neighbourhood"].queryset = Neighbourhood.objects.on(today()).without_borders()
        self.fields["theme"].queryset = Theme.objects.public()
        self.full_clean()

    @property
    def area(self) -> Neighbourhood | None:
        return self.cleaned_data.get("neighbourhood")

    @property
    def theme_asked(self) -> Theme | None:
        return self.cleaned_data.get("theme")

    @property
    def stands_asked(self) -> Stands | None:
        asked = self.cleaned_data.get("stands")
        return Stands(asked) if asked else None
