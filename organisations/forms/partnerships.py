from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jos.shared.forms import DateInput, RecordForm
from jos.shared.time import today
from organisations.forms.choosing import OrganisationField, ask_which
from organisations.models import Organisation, Partnership, PartnershipMember


class PartnershipForm(RecordForm):
    class Meta:
        model = Partnership
        fields = ("name", "lead", "description", "valid_from", "valid_until")
        field_classes = {"lead": OrganisationField}
        widgets = {"valid_from": DateInput, "valid_until": DateInput, "description": forms.Textarea({"rows": 4})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        lead = self.instance.lead if self.instance.pk else None
        here = Q(pk__in=Organisation.objects.on(today())) | Q(pk=self.instance.lead_id)
        ask_which(self, "lead", Organisation.objects.filter(here), lead)


class PartnershipMemberForm(forms.ModelForm):
    class Meta:
        model = PartnershipMember
        fields = ("organisation", "valid_from", "valid_until")
        field_classes = {"organisation": OrganisationField}
        labels = {"organisation": _("Organisation")}
        widgets = {"valid_from": DateInput, "valid_until": DateInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["organisation"]  # its period changes; another organisation is another member
        else:
            ask_which(self, "organisation", Organisation.objects.on(today()), None)

    def _get_validation_exclusions(self) -> set[str]:
        return super()._get_validation_exclusions() - {"organisation", "partnership"}  # type: ignore[misc]
