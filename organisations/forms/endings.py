import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from jos.shared.forms import HIGHEST_VERSION, DateInput
from jos.shared.time import today
from organisations.actions.endings import stopped_with
from organisations.models import Offer, Organisation


class _OfOrganisation(forms.Form):
    """Carries the version it was opened with."""

    version = forms.IntegerField(min_value=1, max_value=HIGHEST_VERSION, widget=forms.HiddenInput)

    def __init__(self, *args, organisation: Organisation, **kwargs):
        super().__init__(*args, **kwargs)
        self.organisation = organisation
        self.fields["version"].initial = organisation.version


class EndOrganisationForm(_OfOrganisation):
    last_day = forms.DateField(label=_("Last day"), initial=today, widget=DateInput)

    def clean_last_day(self):
        last_day, start = self.cleaned_data["last_day"], self.organisation.valid_from
        if start and last_day < start:
            raise ValidationError(_("The end date is before the start date."))
        return last_day


class RestartOrganisationForm(_OfOrganisation):
    """From which day, and with which of the offers that stopped with it."""

    start = forms.DateField(label=_("First day"), initial=today, widget=DateInput)
    offers = forms.ModelMultipleChoiceField(
        queryset=Offer.objects.none(),
        to_field_name="slug",
        label=_("Offers that go on as well"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        stopped = stopped_with(self.organisation, self.organisation.valid_until or today())
        if stopped:
            self.fields["offers"].queryset = Offer.objects.filter(pk__in=[offer.pk for offer in stopped])
            self.fields["offers"].initial = [offer.slug for offer in stopped]
        else:
            del self.fields["offers"]

    def clean_start(self):
        return _not_too_early(self.cleaned_data["start"], self.organisation.valid_from)


class RestartOfferForm(forms.Form):
    token = forms.UUIDField(initial=uuid.uuid4, widget=forms.HiddenInput)
    start = forms.DateField(label=_("First day"), initial=today, widget=DateInput)

    def __init__(self, *args, offer: Offer, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer = offer

    def clean_start(self):
        return _not_too_early(self.cleaned_data["start"], self.offer.valid_from)


def _not_too_early(day, first):
    if first and day < first:
        raise ValidationError(_("It had not begun yet on that day."))
    return day
