"""The four screens: what each asks, and what is typed on the way, which every screen carries along."""

import enum
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from jos.shared.time import today
from neighbourhoods.models import Neighbourhood
from organisations.enums import AgeBand
from signals.enums import SignalKind
from signals.models import Theme
from signals.models.signals import LONGEST
from signals.sending.photos import read_photo

KINDS = (
    (SignalKind.CONCERN, _("This should be better")),
    (SignalKind.IDEA, _("I have an idea")),
    (SignalKind.WORKS_WELL, _("This is great")),
)
NOT_SAYING = ("", _("I'd rather not say"))


class Step(enum.StrEnum):
    WORDS = "words"
    WHERE = "where"
    ABOUT = "about"
    CHECK = "check"
    SEND = "send"  # no screen: what the button on the last one does


STEPS = tuple(Step)
SCREENS = STEPS[:-1]
CARRIED = ("text", "kind", "where", "theme", "age_band")


class WordsForm(forms.Form):
    text = forms.CharField(
        label=_("Tell us"), widget=forms.Textarea, error_messages={"required": _("Write something first.")}
    )
    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one."), "invalid_choice": _("Choose one.")},
    )

    def clean_text(self) -> str:
        """Nothing is cut off: who wrote it says what can go."""
        text = self.cleaned_data["text"]
        if (over := len(text) - LONGEST) > 0:
            words = ngettext("This is %(n)s letter too long.", "This is %(n)s letters too long.", over)
            raise ValidationError(words % {"n": over}, code="too_long")
        return text


class WhereForm(forms.Form):
    where = forms.ModelChoiceField(
        Neighbourhood.objects.none(),
        label=_("Where?"),
        to_field_name="slug",
        required=False,
        error_messages={"invalid_choice": _("Choose one.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["where"].queryset = Neighbourhood.objects.on(today()).without_borders()


class AboutForm(forms.Form):
    theme = forms.ModelChoiceField(
        Theme.objects.to_choose(),
        label=_("What is it about?"),
        to_field_name="slug",
        required=False,
        blank=True,
        empty_label=NOT_SAYING[1],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose one.")},
    )
    age_band = forms.ChoiceField(
        label=_("How old are you?"),
        choices=[NOT_SAYING, *((band.value, band.short) for band in AgeBand)],
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose one.")},
    )


class CheckForm(forms.Form):
    photo = forms.FileField(label=_("Photo"), required=False)

    def clean_photo(self):
        upload = self.cleaned_data["photo"]
        return read_photo(upload) if upload else None


FORMS = {Step.WORDS: WordsForm, Step.WHERE: WhereForm, Step.ABOUT: AboutForm, Step.CHECK: CheckForm}


@dataclass(frozen=True)
class Screen:
    """What is shown. `answers`: what the screens before it said, as the portal understands it."""

    step: Step
    form: forms.Form
    answers: dict

    @property
    def number(self) -> int:
        return STEPS.index(self.step) + 1

    @property
    def before(self) -> Step | None:
        return STEPS[self.number - 2] if self.number > 1 else None

    @property
    def after(self) -> Step:
        return STEPS[self.number]


def typed_in(data) -> dict[str, str]:
    """What was typed on any screen. Browsers send the end of a line as two signs; it is one."""
    return {name: data.get(name, "").replace("\r\n", "\n") for name in CARRIED}


def screen(asked: Step, typed: dict[str, str], files=None) -> Screen:
    """The screen that is asked for, or the first one before it where something is not right yet."""
    answers: dict = {}
    for step in STEPS[: STEPS.index(asked)]:
        form = FORMS[step](typed, files)
        if not form.is_valid():
            return Screen(step, form, answers)
        answers |= form.cleaned_data
    return Screen(asked, FORMS[asked](initial=typed) if asked in FORMS else forms.Form(), answers)
