from django import forms
from django.utils.translation import gettext_lazy as _
from stdnum.be import vat

from jos.shared.forms import DateInput, RecordForm
from jos.shared.time import today
from neighbourhoods.geometry import neighbourhood_at
from neighbourhoods.models import Neighbourhood
from organisations.models import Contact, Organisation, Place

FOR_STAFF = ("charter_signed_on", "valid_from", "valid_until")


class OrganisationForm(RecordForm):
    """What an organisation says about itself. When it signed and is active is for the city to record."""

    website = forms.URLField(
        label=_("Website"), assume_scheme="https", max_length=200, required=False, help_text=_("www.example.org")
    )
    company_number = forms.CharField(
        label=_("Company number"),
        max_length=30,
        required=False,
        help_text=_("Leave empty for a self-organisation without legal form."),
    )

    class Meta:
        model = Organisation
        fields = (
            *("name", "kind", "sector", "company_number", "size", "website", "description", "languages"),
            *("confirms_every", *FOR_STAFF),
        )
        widgets = {
            "description": forms.Textarea({"rows": 4}),
            "charter_signed_on": DateInput,
            "valid_from": DateInput,
            "valid_until": DateInput,
        }
        labels = {"valid_from": _("Active from"), "valid_until": _("Active until")}

    def __init__(self, *args, for_staff: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not for_staff:
            for name in FOR_STAFF:
                del self.fields[name]

    def clean_company_number(self) -> str:
        return vat.compact(self.cleaned_data["company_number"]) if self.cleaned_data["company_number"] else ""


class PlaceForm(RecordForm):
    """The neighbourhood is found from the coordinates when they are given, and chosen otherwise."""

    belongs_to = "organisation"

    class Meta:
        model = Place
        fields = (
            *("name", "address", "neighbourhood", "warm", "opening_hours", "accessibility"),
            *("latitude", "longitude", "valid_from", "valid_until"),
        )
        widgets = {"valid_from": DateInput, "valid_until": DateInput}
        help_texts = {
            "warm": _("A place where young people feel at home."),
            "opening_hours": _("For example: Wednesday 14:00 to 18:00."),
            "neighbourhood": _("Can stay empty when you fill in the coordinates."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        current = Neighbourhood.objects.on(today()) | Neighbourhood.objects.filter(pk=self.instance.neighbourhood_id)
        self.fields["neighbourhood"].queryset = current.without_borders()
        self.fields["neighbourhood"].to_field_name = "slug"
        self.fields["neighbourhood"].required = False
        if self.instance.neighbourhood_id:
            self.initial["neighbourhood"] = self.instance.neighbourhood.slug

    def clean(self):
        cleaned = super().clean()
        latitude, longitude = (self.cleaned_data.get(name) for name in ("latitude", "longitude"))
        if (latitude is None) != (longitude is None) and not {"latitude", "longitude"} & self.errors.keys():
            self.add_error("longitude", _("Fill in both coordinates, or neither."))
        elif latitude is not None and longitude is not None:
            self._find_neighbourhood(neighbourhood_at(latitude, longitude))
        if not self.cleaned_data.get("neighbourhood") and "neighbourhood" not in self.errors:
            self.add_error("neighbourhood", _("Choose the neighbourhood, or fill in coordinates inside the city."))
        return cleaned

    def _find_neighbourhood(self, found: Neighbourhood | None) -> None:
        chosen = self.cleaned_data.get("neighbourhood")
        if found and chosen and found != chosen and "neighbourhood" in self.changed_data:
            message = _("The coordinates lie in %(found)s. Change or empty them, or choose that neighbourhood.")
            self.add_error("neighbourhood", message % {"found": found})
        elif found:
            self.cleaned_data["neighbourhood"] = found


class ContactForm(RecordForm):
    belongs_to = "organisation"

    class Meta:
        model = Contact
        fields = ("name", "job", "email", "phone")

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not (self.cleaned_data.get("email") or self.cleaned_data.get("phone")):
            self.add_error("email", _("Fill in an e-mail address or a phone number."))
        return cleaned
