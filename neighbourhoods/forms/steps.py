"""What each step of a decision asks. The table of `neighbourhoods.decisions` says what it needs."""

from collections.abc import Mapping
from types import MappingProxyType

from django import forms
from django.utils.translation import gettext_lazy as _

from jos.shared.forms import RecordForm
from neighbourhoods.decisions.transitions import goes_against
from neighbourhoods.enums import DecisionStep, Stance
from neighbourhoods.forms.decisions import DATES, HELP_TEXTS
from neighbourhoods.models import PriorityDecision


class ConsultForm(RecordForm):
    why = forms.CharField(
        label=_("What you ask partners"),
        help_text=_("One or two sentences. They see the whole proposal."),
        required=False,
        widget=forms.Textarea,
    )

    class Meta:
        model = PriorityDecision
        fields = ("comments_until",)
        widgets = DATES
        labels = {"comments_until": _("The last day for comments")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["comments_until"].required = True


class ExtendForm(ConsultForm):
    why = forms.CharField(label=_("Why"), help_text=_("Partners read it."), widget=forms.Textarea)


class DecideForm(RecordForm):
    """Starts from the proposal. What partners said against it is kept, unless somebody writes it better."""

    class Meta:
        model = PriorityDecision
        fields = (
            *("decided_by", "decided_on", "council_number", "valid_from", "valid_until", "review_on"),
            *("reasons", "why_against", "dissent"),
        )
        widgets = DATES
        help_texts = HELP_TEXTS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("decided_by", "decided_on", "valid_from"):
            self.fields[name].required = True
        self.initial["dissent"] = self.instance.dissent or minority(self.instance)
        if not self.instance.weighing_version_id:
            del self.fields["why_against"]
        elif goes_against(self.instance):
            self.fields["why_against"].required = True
            self.fields["why_against"].help_text = _("The figures say otherwise.")


class WithdrawForm(RecordForm):
    """A proposal, or from publication."""

    why = forms.CharField(label=_("Why"), widget=forms.Textarea)

    class Meta:
        model = PriorityDecision
        fields = ()


class PublishForm(RecordForm):
    class Meta:
        model = PriorityDecision
        fields = ("plain_words",)
        help_texts = {
            "plain_words": _("What was decided and why, as you would say it to somebody of the neighbourhood."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["plain_words"].required = True


FORMS: Mapping[str, type[RecordForm]] = MappingProxyType(
    {
        DecisionStep.CONSULT: ConsultForm,
        DecisionStep.EXTEND: ExtendForm,
        DecisionStep.DECIDE: DecideForm,
        DecisionStep.WITHDRAW: WithdrawForm,
        DecisionStep.PUBLISH: PublishForm,
        DecisionStep.UNPUBLISH: WithdrawForm,
    }
)


def minority(decision: PriorityDecision) -> str:
    """What partners said who do not agree, each with their name."""
    against = decision.comments.filter(stance=Stance.DISAGREE)
    return "\n".join(f"{comment.on_behalf_of}: {comment.text}" for comment in against)
