"""What a dossier is about, what is done about it, and which signals go along when it is split."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jos.shared.forms import DateInput, RecordForm
from jos.shared.time import in_words, today
from neighbourhoods.models import Neighbourhood
from organisations.forms.choosing import OrganisationField, ask_which
from organisations.models import Organisation
from signals.enums import DossierState
from signals.models import Dossier, DossierAction, Signal, Theme

LONGEST_SHOWN = 160  # characters of a signal among many


class DossierForm(RecordForm):
    """What keeps coming back, and what lies behind it (R15). Who acts and the answer belong to steps."""

    class Meta:
        model = Dossier
        fields = (
            *("title", "pattern", "theme", "neighbourhoods", "functions"),
            *("cause", "cause_explained", "strengths", "is_high_priority", "heard"),
        )
        widgets = {
            "pattern": forms.Textarea({"rows": 5}),
            "neighbourhoods": forms.CheckboxSelectMultiple,
            "cause": forms.RadioSelect,
            "cause_explained": forms.Textarea({"rows": 3}),
            "strengths": forms.Textarea({"rows": 3}),
        }
        help_texts = {
            "title": _("In a few words, as everybody may read them. No names."),
            "pattern": _("What many say, in other words than theirs. No names of young people."),
            "neighbourhoods": _("None: it is about the whole city."),
            "cause_explained": _("The rule, what is lacking or how things are done. Not who."),
            "strengths": _("Who or what already helps. It is the best place to start from."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        themes = Theme.objects.to_choose()
        self.fields["theme"].queryset = themes | Theme.objects.filter(pk=self.instance.theme_id)
        areas = Neighbourhood.objects.on(today()).without_borders()
        if self.instance.pk:
            areas = areas | self.instance.neighbourhoods.without_borders()
        self.fields["neighbourhoods"].queryset = areas.distinct()
        self.fields["neighbourhoods"].to_field_name = "slug"  # a number could be larger than a database can compare
        self._ask_only_what_can_change()

    def _ask_only_what_can_change(self) -> None:
        if not self.instance.published_on:
            del self.fields["heard"]
        if self.instance.state == DossierState.DONE and self.instance.is_high_priority:
            del self.fields["is_high_priority"]


class ActionForm(RecordForm):
    """What will be done, by whom, by when; and later, that it was done."""

    class Meta:
        model = DossierAction
        fields = ("what", "owner", "due_on", "taken_on", "result")
        field_classes = {"owner": OrganisationField}
        widgets = {"due_on": DateInput, "taken_on": DateInput, "result": forms.Textarea({"rows": 3})}
        help_texts = {
            "what": _("Something concrete, that one can see or hear about."),
            "taken_on": _("Empty as long as it still has to be done."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        there = Organisation.objects.standing().on(today()) | Organisation.objects.filter(pk=self.instance.owner_id)
        owner = self.instance.owner if self.instance.pk else self.instance.dossier.owner
        ask_which(self, "owner", there.order_by("name"), owner)


class MergeForm(forms.Form):
    """Which dossier this one becomes part of. `shown`: those to choose from, of all it could be."""

    into = forms.ModelChoiceField(
        label=_("The dossier that stays"), queryset=Dossier.objects.none(), to_field_name="slug",
        widget=forms.RadioSelect, empty_label=None,
    )  # fmt: skip

    def __init__(self, *args, dossiers, shown, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["into"].queryset = dossiers
        self.fields["into"].choices = [(dossier.slug, dossier.title) for dossier in shown]


class SplitForm(RecordForm):
    """A title of its own, and the signals that go along."""

    signals = forms.ModelMultipleChoiceField(
        label=_("The signals that go along"),
        queryset=Signal.objects.none(),
        to_field_name="reference",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose the signals that go along.")},
    )

    class Meta:
        model = Dossier
        fields = ("title",)
        labels = {"title": _("Title of the new dossier")}

    def __init__(self, *args, signals, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["signals"].queryset = signals
        self.fields["signals"].label_from_instance = _words

    def clean_signals(self):
        chosen = self.cleaned_data["signals"]
        if len(chosen) == self.fields["signals"].queryset.count():
            raise ValidationError(_("Leave at least one signal behind: with all of them it is the same dossier."))
        return chosen


def _words(signal: Signal) -> str:
    where = signal.neighbourhood or gettext("somewhere in the city")
    text = Truncator(signal.text or signal.reference).chars(LONGEST_SHOWN)
    return f"{text} ({where}, {in_words(signal.received_on)})"
