"""What each step with a signal asks. `signals.triage.transitions` says what it needs."""

from collections.abc import Mapping
from types import MappingProxyType

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jos.shared.forms import RecordForm
from jos.shared.time import today
from neighbourhoods.models import Neighbourhood
from organisations.forms.choosing import OrganisationField, ask_which
from organisations.models import Organisation
from signals.enums import ReplyKind, SignalStep
from signals.models import Dossier, Signal, StandardReply, Theme
from signals.models.signals import LONGEST
from signals.triage.redaction import passages


class StepForm(RecordForm):
    """Nothing is asked: the step says it all."""

    class Meta:
        model = Signal
        fields: tuple[str, ...] = ()


class WordsForm(StepForm):
    """Words that go back to who sent it, which may start from a standard reply."""

    reply_kind: ReplyKind
    words = forms.CharField(
        label=gettext_lazy("What who sent it reads"),
        help_text=gettext_lazy("In plain words, as you would say it to a 14-year-old. No names."),
        max_length=LONGEST,
        widget=forms.Textarea,
    )

    @property
    def standard_replies(self) -> list[StandardReply]:
        return list(StandardReply.objects.filter(kind=self.reply_kind))

    def fill_with(self, data, reply: StandardReply) -> None:
        """Show what was typed, with this reply under it."""
        typed = data.copy()
        typed["words"] = "\n\n".join(filter(None, [data.get("words", "").strip(), reply.text]))
        self.show_typed(typed)


class AskForm(WordsForm):
    reply_kind = ReplyKind.QUESTION

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["words"].label = _("Your question")


class ReferForm(WordsForm):
    reply_kind = ReplyKind.REFERRAL

    class Meta:
        model = Signal
        fields = ("referred_to",)
        field_classes = {"referred_to": OrganisationField}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        ask_which(self, "referred_to", Organisation.objects.standing().on(today()).order_by("name"), None)
        self.fields["referred_to"].required = True
        self.fields["words"].help_text = _("How they can help, and how to reach them. In plain words, no names.")


class NotTakeUpForm(WordsForm):
    reply_kind = ReplyKind.NOT_TAKEN_UP

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["words"].label = _("Why it is not taken up")


FORMS: Mapping[str, type[StepForm]] = MappingProxyType(
    {
        SignalStep.ASK: AskForm,
        SignalStep.REFER: ReferForm,
        SignalStep.NOT_TAKE_UP: NotTakeUpForm,
        SignalStep.TAKE_OUT: StepForm,
        SignalStep.TAKE_UP_AGAIN: StepForm,
    }
)


class CorrectForm(StepForm):
    """What the sender left open, or got wrong."""

    class Meta:
        model = Signal
        fields = ("theme", "neighbourhood")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["theme"].queryset = Theme.objects.to_choose()
        self.fields["neighbourhood"].queryset = Neighbourhood.objects.on(today()).without_borders()
        self.fields["theme"].empty_label = _("no theme")
        self.fields["neighbourhood"].empty_label = _("not said")


class BundleForm(forms.Form):
    """In which dossier. Any that stands can be chosen; the page shows the likely ones, and those looked for."""

    dossier = forms.ModelChoiceField(
        label=gettext_lazy("Dossier"), queryset=Dossier.objects.standing(), to_field_name="slug",
        error_messages={"required": gettext_lazy("Choose a dossier.")},
    )  # fmt: skip


class RedactForm(StepForm):
    """A copy of each text, in which a mark may take the place of a piece."""

    remove_photo = forms.BooleanField(label=gettext_lazy("Remove the photo"), required=False)

    def __init__(self, *args, marked: Mapping[str, str] = MappingProxyType({}), **kwargs):
        super().__init__(*args, **kwargs)
        for passage in passages(self.instance):
            self.fields[passage.name] = forms.CharField(
                label=passage.label,
                initial=marked.get(passage.name, passage.text),
                strip=False,
                widget=forms.Textarea(attrs={"data-redact": ""}),
            )
        if not hasattr(self.instance, "photo"):
            del self.fields["remove_photo"]
        self.order_fields([*(name for name in self.fields if name != "remove_photo"), "remove_photo"])

    @property
    def texts(self) -> dict[str, str]:
        return {passage.name: self.cleaned_data[passage.name] for passage in passages(self.instance)}
