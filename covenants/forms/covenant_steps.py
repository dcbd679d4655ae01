"""What each step of a covenant asks. The table of `covenants.drafting` says what it needs."""

from collections.abc import Mapping
from types import MappingProxyType

from django import forms
from django.utils.translation import gettext_lazy as _

from covenants.amending.hours import less_in
from covenants.drafting.needs import REASON_OF, SAY_WHY_LESS
from covenants.enums import CovenantStep, Side
from covenants.models import Covenant
from jos.shared.forms import RecordForm


class StepForm(RecordForm):
    """Asks nothing but to say yes."""

    class Meta:
        model = Covenant
        fields = ()

    def __init__(self, *args, side: Side | None, **kwargs):
        super().__init__(*args, **kwargs)


class WordForm(StepForm):
    """With a word for the other side, for who wants to."""

    why = forms.CharField(
        label=_("A word with it"),
        help_text=_("What you changed, or what you ask. The other side reads it, and it stays with the covenant."),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
    )


class WhyForm(StepForm):
    """Nothing else than why."""

    why = forms.CharField(
        label=_("Why"),
        help_text=_("Both sides read it. It stays with the covenant."),
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
    )


class AcceptForm(WordForm):
    """An amendment that gives free time more hours and another function less asks for the reason of this side (R7)."""

    class Meta:
        model = Covenant
        fields = tuple(REASON_OF.values())
        widgets = dict.fromkeys(REASON_OF.values(), forms.Textarea({"rows": 4}))

    def __init__(self, *args, side: Side | None, **kwargs):
        super().__init__(*args, side=side, **kwargs)
        asked = REASON_OF[side] if side and less_in(self.instance) else ""
        for name in REASON_OF.values():
            if name != asked:
                del self.fields[name]
            else:
                self.fields[name].required = True
                self.fields[name].help_text = SAY_WHY_LESS


FORMS: Mapping[str, type[StepForm]] = MappingProxyType(
    {
        CovenantStep.HAND_OVER: WordForm,
        CovenantStep.ACCEPT: AcceptForm,
        CovenantStep.OFFER: StepForm,
        CovenantStep.TAKE_BACK: WhyForm,
        CovenantStep.WITHDRAW: WhyForm,
    }
)
