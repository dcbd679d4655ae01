from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jos.shared.forms import DateInput, RecordForm
from jos.shared.time import today
from neighbourhoods.models import Neighbourhood
from organisations.actions.offers import Hours, Reach
from organisations.enums import Function, OfferStatus, WorkForm
from organisations.forms.hours import HoursField
from organisations.forms.moments import MomentsField
from organisations.models import Offer, OfferNeighbourhood, Partnership, PartnershipMember, Place
from organisations.schedule import Moment

# What most offers leave as it is. The form folds it.
FOLDED = (
    *("description", "season", "valid_from", "valid_until", "partnership"),
    *("audience", "languages", "accessibility"),
)
WHERE = ("work_form", "place", "route", "neighbourhoods", "share_")  # how the names of these fields begin
ROUNDING = Decimal("0.1")  # three times 33.33 is 100 to people


@dataclass(frozen=True)
class FunctionRow:
    """One function on the form: does this offer have it, how many hours, or are they unknown?"""

    function: Function
    does: forms.BoundField
    hours: forms.BoundField
    unknown: forms.BoundField


class PlaceField(forms.ModelChoiceField):
    """Two places of one house can have the same name: the neighbourhood tells them apart."""

    def label_from_instance(self, obj) -> str:
        return f"{obj} ({obj.neighbourhood})"


class OfferForm(RecordForm):
    belongs_to = "organisation"

    neighbourhoods = forms.ModelMultipleChoiceField(
        Neighbourhood.objects.none(),
        label=_("Neighbourhoods"),
        help_text=_("With nothing ticked, it is the neighbourhood of the place."),
        to_field_name="slug",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    moments = MomentsField(
        label=_("Days and hours"), help_text=_("Tick the days, and say from when until when."), required=False
    )

    class Meta:
        model = Offer
        fields = (
            *("title", "description", "age_min", "age_max", "schedule", "season", "valid_from", "valid_until"),
            *("work_form", "place", "route", "partnership", "is_free", "cost", "languages", "accessibility"),
            "audience",
        )
        field_classes = {"place": PlaceField}
        widgets = {
            "valid_from": DateInput,
            "valid_until": DateInput,
            "work_form": forms.RadioSelect,
            "audience": forms.RadioSelect,
            "description": forms.Textarea({"rows": 4}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_draft = self.instance.status == OfferStatus.DRAFT
        for function in Function:
            self._add_function(function)
        self._offer_choices()
        self._add_reach()
        self.fields["moments"].initial = self._saved_moments()

    def _add_function(self, function: Function) -> None:
        name = function.label
        saved = self._saved_functions
        self.fields[f"does_{function}"] = forms.BooleanField(
            label=capfirst(name), required=False, initial=function in saved
        )
        self.fields[f"hours_{function}"] = HoursField(
            label=gettext("Hours of %(function)s a week") % {"function": name},
            required=False,
            min_value=0,
            max_value=168,
            decimal_places=2,
            initial=saved.get(function),
        )
        self.fields[f"unknown_{function}"] = forms.BooleanField(
            label=gettext("Hours of %(function)s unknown") % {"function": name},
            required=False,
            initial=function in saved and saved[function] is None,
        )

    @property
    def _saved_functions(self) -> Hours:
        if not hasattr(self, "_functions_before"):
            rows = self.instance.functions.all() if self.instance.pk else ()
            self._functions_before = {Function(row.function): row.hours_per_week for row in rows}
        return self._functions_before

    def _saved_moments(self) -> list[Moment]:
        rows = self.instance.moments.all() if self.instance.pk else ()
        return [Moment.of(row) for row in rows]

    def _offer_choices(self) -> None:
        """Own places, the partnerships one is a member of, and what the offer already has."""
        offer = self.instance
        memberships = PartnershipMember.objects.on(today()).filter(organisation=offer.organisation)
        self.fields["place"].empty_label = gettext("Choose a place")
        self.fields["place"].queryset = Place.objects.select_related("neighbourhood").filter(
            Q(pk__in=Place.objects.on(today()).filter(organisation=offer.organisation)) | Q(pk=offer.place_id)
        )
        self.fields["partnership"].queryset = Partnership.objects.filter(
            Q(pk__in=memberships.values("partnership")) | Q(pk=offer.partnership_id)
        )

    def _add_reach(self) -> None:
        offer = self.instance
        rows = list(OfferNeighbourhood.objects.filter(offer=offer)) if offer.pk else []
        saved = {row.neighbourhood_id: row.share for row in rows}
        current = Neighbourhood.objects.on(today()).values("pk")
        queryset = Neighbourhood.objects.filter(Q(pk__in=current) | Q(pk__in=saved)).without_borders()
        self.fields["neighbourhoods"].queryset = queryset
        self.areas = {area.slug: area for area in queryset}
        self.fields["neighbourhoods"].choices = [(slug, area.name) for slug, area in self.areas.items()]
        follows = self._follows_from_place(saved)
        ticked = [slug for slug, area in self.areas.items() if area.pk in saved and not follows]
        self.fields["neighbourhoods"].initial = ticked
        for slug, area in self.areas.items():
            self.fields[f"share_{slug}"] = HoursField(
                label=gettext("Share of the hours for %(area)s, in percent") % {"area": area.name},
                required=False,
                min_value=0,
                max_value=100,
                decimal_places=2,
                initial=saved.get(area.pk),
            )

    def _follows_from_place(self, saved: dict) -> bool:
        offer = self.instance
        return bool(offer.work_form == WorkForm.FIXED and offer.place and saved == {offer.place.neighbourhood_id: None})

    @property
    def reach_is_open(self) -> bool:
        """Something about them is not right, or there is no place they could follow from."""
        wrong = any(name.startswith(("neighbourhoods", "share_")) for name in self.errors)
        return wrong or not (self.fields["place"].queryset or self.reach_in_words)

    @property
    def reach_in_words(self) -> str:
        """Those that are ticked."""
        ticked = self["neighbourhoods"].value() or ()
        return ", ".join(area.name for slug, area in self.areas.items() if slug in ticked)

    @property
    def where_is_open(self) -> bool:
        return any(name.startswith(WHERE) for name in self.errors)

    @property
    def more_is_open(self) -> bool:
        """Something in the folded part of the form is not right yet."""
        return bool(self.errors.keys() & set(FOLDED))

    def function_rows(self) -> list[FunctionRow]:
        return [FunctionRow(f, self[f"does_{f}"], self[f"hours_{f}"], self[f"unknown_{f}"]) for f in Function]

    def reach_rows(self) -> list[tuple]:
        """Each neighbourhood's tick with the field for its share."""
        slugs = list(self.areas)
        return [(tick, self[f"share_{slugs[number]}"]) for number, tick in enumerate(self["neighbourhoods"])]

    def clean(self):
        cleaned = super().clean()
        for function in Function:
            self._check_hours(function)
        if not any(self.cleaned_data.get(f"does_{function}") for function in Function):
            self.add_error("does_FREE_TIME", _("Tick at least one of the four functions."))
        self._check_reach()
        ages = self.cleaned_data.get("age_min"), self.cleaned_data.get("age_max")
        if None not in ages and ages[0] > ages[1]:
            self.add_error("age_max", _("The highest age is below the lowest."))
            self.cleaned_data["age_min"] = None  # said once is enough
        return cleaned

    def _check_hours(self, function: Function) -> None:
        does, hours, unknown = (self.cleaned_data.get(f"{part}_{function}") for part in ("does", "hours", "unknown"))
        field = f"hours_{function}"
        if field in self.errors:
            return
        if does and hours is None and not unknown:
            self.add_error(field, _("Fill in the hours a week, or tick that they are unknown."))
        elif does and hours is not None and unknown:
            self.add_error(field, _("Fill in the hours or tick that they are unknown, not both."))
        elif hours is not None and not does:
            self.add_error(field, _("You filled in hours. Tick the function as well, or empty the hours."))

    def _check_reach(self) -> None:
        reach = self.reach()
        if not reach and "neighbourhoods" not in self.errors:
            fixed = self.cleaned_data.get("work_form") == WorkForm.FIXED
            self.add_error(
                "neighbourhoods",
                _("Choose a place, or tick the neighbourhood.") if fixed else _("Tick the neighbourhoods you go to."),
            )
        shares = [share for _area, share in reach if share is not None]
        if not shares:
            return
        if len(shares) < len(reach):
            self.add_error("neighbourhoods", _("Give every ticked neighbourhood a percentage, or none of them."))
        elif abs(sum(shares, Decimal(0)) - 100) > ROUNDING:
            total = f"{sum(shares, Decimal(0)).normalize():f}"
            self.add_error(
                "neighbourhoods", _("The percentages make %(total)s together. They must make 100.") % {"total": total}
            )

    def functions(self) -> Hours:
        return {f: self.cleaned_data.get(f"hours_{f}") for f in Function if self.cleaned_data.get(f"does_{f}")}

    def parts(self) -> dict[str, Any]:
        """What an offer is made of, beside its own fields."""
        return {"functions": self.functions(), "reach": self.reach(), "moments": self.cleaned_data["moments"]}

    def reach(self) -> Reach:
        """The neighbourhoods that are ticked, or the one of the place."""
        ticked = list(self.cleaned_data.get("neighbourhoods") or ())
        place = self.cleaned_data.get("place")
        if not ticked and place and self.cleaned_data.get("work_form") == WorkForm.FIXED:
            return [(place.neighbourhood, None)]
        return [(area, self.cleaned_data.get(f"share_{area.slug}")) for area in ticked]
