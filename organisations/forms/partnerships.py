from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jos.shared.forms import DateInput, RecordForm
from jos.shared.time import today
from organisations.models import Organisation, Partnership, PartnershipMember


class PartnershipForm(RecordForm):
    class Meta:
        model = Partnership
        fields = ("name", "lead", "description", "valid_from", "valid_until")
        widgets = {"valid_from": DateInput, "valid_until": DateInput, "description": forms.Textarea({"rows": 4})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _choose_by_slug(self, "lead", self.instance.lead_id)


class PartnershipMemberForm(forms.ModelForm):
    class Meta:
        model = PartnershipMember
        fields = ("organisation", "valid_from", "valid_until")
        labels = {"organisation": _("Organisation")}
        widgets = {"valid_from": DateInput, "valid_until": DateInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["organisation"]  # its period changes; another organisation is another member
        else:
            _choose_by_slug(self, "organisation", None)

    def _get_validation_exclusions(self) -> set[str]:
        return super()._get_validation_exclusions() - {"organisation", "partnership"}  # type: ignore[misc]


def _choose_by_slug(form: forms.ModelForm, name: str, chosen: int | None) -> None:
    field = form.fields[name]
    field.queryset = Organisation.objects.filter(Q(pk__in=Organisation.objects.on(today())) | Q(pk=chosen))
    field.to_field_name = "slug"
    if chosen:
        form.initial[name] = getattr(form.instance, name).slug
