from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import construct_instance, fields_for_model
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jos.shared.forms import RecordForm
from jos.shared.time import today
from neighbourhoods.models import Neighbourhood
from organisations.models import Organisation
from signals.enums import DidItChange, HeardAt, SignalKind, SignalSource
from signals.models import GroupVoice, Message, Signal, Theme
from signals.watchful.personal import personal_details, without

OF_THE_GROUP = ("people", "age_bands", "heard_at", "quote", "quote_consent")
OWN_WORDS = ("text", "quote")  # where a personal detail can slip in


class OwnWordsForm(RecordForm):
    """Points out once what looks personal: a number that is no phone number can stay, when somebody looked again."""

    names_somebody = False

    def clean(self):
        cleaned = super().clean()
        if not self.data.get("looked_again"):
            for name in OWN_WORDS:
                self._point_out(name, cleaned.get(name, ""))
        return cleaned

    def _point_out(self, name: str, words: str) -> None:
        for found in personal_details(words):
            looks_like = gettext("This looks like %(kind)s: “%(words)s”.")
            self.add_error(name, looks_like % {"kind": found.kind.label, "words": found.words})
            self.names_somebody = True


class GroupForm(OwnWordsForm):
    """What a worker passes on of a group, or noticed. Who belongs to several organisations says for which."""

    organisation = forms.ModelChoiceField(Organisation.objects.none(), to_field_name="slug", label=_("On behalf of"))
    source = forms.ChoiceField(
        label=_("Who says it"),
        choices=((SignalSource.GROUP, _("young people told me")), (SignalSource.WORKER, _("I noticed it myself"))),
        initial=SignalSource.GROUP,
        widget=forms.RadioSelect,
    )
    kind = forms.ChoiceField(label=_("What it is"), choices=SignalKind, widget=forms.RadioSelect)

    class Meta:
        model = Signal
        fields = ("text", "kind", "source", "neighbourhood", "theme")
        labels = {"text": _("What is it about, in your words")}
        help_texts = {"text": _("No names of young people, no phone numbers, no profiles.")}

    def __init__(self, *args, organisations: list[Organisation], **kwargs):
        self.voice = GroupVoice()
        super().__init__(*args, **kwargs)
        self.fields |= fields_for_model(GroupVoice, OF_THE_GROUP)
        self._say_on_whose_behalf(organisations)
        self._offer_places_and_themes()
        self._put_in_words()

    def _say_on_whose_behalf(self, organisations: list[Organisation]) -> None:
        field = self.fields["organisation"]
        field.queryset = Organisation.objects.filter(pk__in=[organisation.pk for organisation in organisations])
        if len(organisations) == 1:
            field.initial = organisations[0].slug
            field.widget = forms.HiddenInput()

    def _offer_places_and_themes(self) -> None:
        place, theme = self.fields["neighbourhood"], self.fields["theme"]
        place.to_field_name, place.empty_label = "slug", gettext("not in one neighbourhood")
        place.queryset = Neighbourhood.objects.on(today()).without_borders()
        theme.to_field_name, theme.empty_label = "slug", gettext("not sure")
        theme.queryset = Theme.objects.to_choose()

    def _put_in_words(self) -> None:
        text, heard_at, quote = self.fields["text"], self.fields["heard_at"], self.fields["quote"]
        is_next = "heard_at" in self.initial and not self.is_bound
        text.required = True
        text.widget = forms.Textarea({"rows": 3, "maxlength": text.max_length, "autofocus": is_next})
        heard_at.required, heard_at.label = True, gettext("Where you heard or saw it")
        heard_at.choices = [("", gettext("Choose")), *HeardAt.choices]
        quote.widget = forms.Textarea({"rows": 2, "maxlength": quote.max_length})
        quote.help_text = gettext("Only words they let you write down. Say them back first.")
        self.fields["quote_consent"].help_text = gettext(
            "You told them who will read it: your colleagues, the youth service, and the city service that acts on it. "
            "They said yes, and knew that no is fine too."
        )
        people = self.fields["people"]
        people.required = self["source"].value() != SignalSource.WORKER
        people.error_messages["required"] = gettext("Say how many young people. About right is fine.")
        people.widget.attrs["inputmode"] = "numeric"

    def made_before(self) -> Signal | None:
        """Only by one's own organisations: of another's nobody learns that it was passed on."""
        signal, own = super().made_before(), self.fields["organisation"].queryset
        is_own = signal and GroupVoice.objects.filter(signal=signal, organisation__in=own).exists()
        return signal if is_own else None

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("source") == SignalSource.WORKER:
            self._refuse_a_group()
        if cleaned.get("quote") and not cleaned.get("quote_consent"):
            self.add_error("quote_consent", gettext("Only write down their words when they agree."))
        self._fill_voice()
        return cleaned

    def _fill_voice(self) -> None:
        construct_instance(self, self.voice, (*OF_THE_GROUP, "organisation"))
        try:
            self.voice.clean_fields(exclude={"signal", "by", "organisation", *self.errors})
        except ValidationError as error:
            self.add_error(None, error)

    def _refuse_a_group(self) -> None:
        for name in ("people", "quote"):
            if self.cleaned_data.get(name):
                self.add_error(name, gettext("You noticed this yourself: leave this empty, or choose “told me”."))


def without_personal_details(data):
    """What was posted, with every personal detail taken out of the words."""
    data = data.copy()
    for name in OWN_WORDS:
        if words := data.get(name):
            data[name] = without(words, personal_details(words))
    return data


class ReplyForm(OwnWordsForm):
    """What the group answers to a question of the youth service."""

    class Meta:
        model = Message
        fields = ("text",)
        labels = {"text": _("Their answer")}
        help_texts = {"text": _("The youth service reads it. No names of young people.")}
        widgets = {"text": forms.Textarea({"rows": 3})}


class ChangedForm(forms.Form):
    """Whether the group notices that something changed."""

    did_it_change = forms.ChoiceField(choices=DidItChange)
