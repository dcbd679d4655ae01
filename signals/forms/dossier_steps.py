"""What each step of a dossier asks. The table of `signals.dossiers` says what it needs."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jos.shared.forms import DateInput, RecordForm
from jos.shared.time import today
from organisations.enums import OrganisationKind
from organisations.forms.choosing import OrganisationField, ask_which
from organisations.models import Organisation
from signals.enums import DossierState, DossierStep, Outcome
from signals.models import Dossier

PLAIN = _("As you would say it to a 14-year-old: short sentences, no office words. Who sent a signal reads this.")

LONG_WORDS: dict[str, Any] = {name: forms.Textarea({"rows": 5}) for name in ("answer", "answer_for_partners")}


class StepForm(RecordForm):
    """Asks nothing but to say yes."""

    needed: tuple[str, ...] = ()  # what may be empty in a dossier, and not in this step

    class Meta:
        model = Dossier
        fields = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self.needed:
            self.fields[name].required = True


class WhyForm(StepForm):
    """Nothing else than why."""

    why = forms.CharField(label=_("Why"), help_text=_("It stays with the dossier."), widget=forms.Textarea({"rows": 3}))


class ParkForm(WhyForm):
    needed = ("review_on",)

    class Meta:
        model = Dossier
        fields = ("review_on",)
        widgets = {"review_on": DateInput}


class AssignForm(StepForm):
    """The term is that of the theme, unless somebody says why it is another one here."""

    why = forms.CharField(
        label=_("Why"),
        help_text=_("Needed where the term is not that of the theme."),
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )

    needed = ("owner",)

    class Meta:
        model = Dossier
        fields = ("owner", "term_days")
        field_classes = {"owner": OrganisationField}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        services = Organisation.objects.standing().on(today()).filter(kind=OrganisationKind.CITY_SERVICE)
        ask_which(self, "owner", services.order_by("name"), self.instance.owner)
        if self.instance.state in (DossierState.ASSIGNED, DossierState.IN_ACTION):
            self.fields["why"].required, self.fields["why"].help_text = True, _("It stays with the dossier.")
        term = self.instance.theme.term_days
        self.initial["term_days"] = term
        self.fields["term_days"] = forms.IntegerField(
            label=self.fields["term_days"].label, min_value=1, max_value=500,
            help_text=_("Counted from today. For this theme it is %(days)d.") % {"days": term},
        )  # fmt: skip


class FinishForm(StepForm):
    needed = ("evidence",)

    class Meta:
        model = Dossier
        fields = ("evidence",)
        widgets = {"evidence": forms.Textarea({"rows": 4})}
        help_texts = {"evidence": _("What somebody who goes and looks will find.")}


class DeclineForm(StepForm):
    needed = ("answer",)

    class Meta:
        model = Dossier
        fields = ("answer", "answer_for_partners")
        widgets = LONG_WORDS
        labels = {"answer": _("Why it will not be done, in plain language")}
        help_texts = {"answer": PLAIN}


class AnswerForm(StepForm):
    needed = ("outcome", "answer")

    class Meta:
        model = Dossier
        fields = ("outcome", "answer", "answer_for_partners")
        widgets = LONG_WORDS | {"outcome": forms.RadioSelect}
        help_texts = {"answer": PLAIN}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.state == DossierState.ANSWERED and self.instance.outcome == Outcome.NOT_DONE:
            del self.fields["outcome"]  # in better words, it is still not done
            return
        self.fields["outcome"].choices = [(each.value, each.label) for each in (Outcome.DONE, Outcome.PARTLY)]


class PublishForm(StepForm):
    needed = ("heard",)

    class Meta:
        model = Dossier
        fields = ("heard",)
        widgets = {"heard": forms.Textarea({"rows": 5})}
        help_texts = {
            "heard": _("In plain language, and never in the words of a signal. Everybody reads this, and the title.")
        }


FORMS: Mapping[str, type[StepForm]] = MappingProxyType(
    {
        DossierStep.PRIORITISE: StepForm,
        DossierStep.PARK: ParkForm,
        DossierStep.ASSIGN: AssignForm,
        DossierStep.START: StepForm,
        DossierStep.FINISH: FinishForm,
        DossierStep.VERIFY: StepForm,
        DossierStep.DECLINE: DeclineForm,
        DossierStep.ANSWER: AnswerForm,
        DossierStep.CLOSE: StepForm,
        DossierStep.REOPEN: WhyForm,
        DossierStep.PUBLISH: PublishForm,
        DossierStep.UNPUBLISH: WhyForm,
    }
)
