"""What is asked to end an offer, and to copy it."""

import datetime
import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from jos.shared.forms import DateInput
from jos.shared.time import today
from neighbourhoods.models import Neighbourhood
from organisations.models import Offer


class EndOfferForm(forms.Form):
    gone_from = forms.DateField(
        label=_("No longer from"),
        help_text=_("From that day it no longer counts. What was before stays in the record."),
        widget=DateInput,
    )

    def __init__(self, *args, offer: Offer, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer = offer
        self.fields["gone_from"].initial = today()

    def clean_gone_from(self) -> datetime.date:
        day = self.cleaned_data["gone_from"]
        if day <= datetime.date(1900, 1, 1):
            raise forms.ValidationError(_("Check the year."))
        if self.offer.valid_from and day <= self.offer.valid_from:
            raise forms.ValidationError(
                _("It has not started by then. Choose a later day, or archive the offer: then it never counted.")
            )
        return day

    @property
    def last_day(self) -> datetime.date:
        return self.cleaned_data["gone_from"] - datetime.timedelta(days=1)


class CopyOfferForm(forms.Form):
    neighbourhoods = forms.ModelMultipleChoiceField(
        Neighbourhood.objects.none(),
        label=_("To which neighbourhoods?"),
        to_field_name="slug",
        widget=forms.CheckboxSelectMultiple,
    )
    token = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["token"].initial = uuid.uuid4()
        self.fields["neighbourhoods"].queryset = Neighbourhood.objects.on(today()).without_borders()
