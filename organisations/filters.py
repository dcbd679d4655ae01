"""Lists by what one looks for. Everything stands in the address: slugs, codes and dates, never keys."""

import datetime

import django_filters
from django import forms
from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from jos.shared.forms import DateInput
from jos.shared.time import today
from neighbourhoods.models import MovementCircle, Neighbourhood
from organisations.coverage import Ages
from organisations.enums import GOES_TO_YOUNG_PEOPLE, AgeBand, Function, OrganisationKind, WorkForm
from organisations.models import Offer, Organisation
from organisations.permissions import can_see_professional_information

GOES_OUT = "GOES_OUT"
WORK_FORMS = [*WorkForm.choices, (GOES_OUT, _("mobile or outreach"))]
EVERYTHING = _("all")


def neighbourhoods(_request):
    """To choose from; also those that ended: what is looked for may be of any day."""
    return Neighbourhood.objects.without_borders()


def _circles(_request):
    return MovementCircle.objects.all()


class Search(django_filters.FilterSet):
    """Shows nothing, and says why, where the address asks something that cannot be."""

    rare: tuple[str, ...] = ()  # fields that are folded away until they are asked

    @property
    def asked(self) -> str:
        """All that is asked, for an address that asks the same."""
        asked = self.data.copy()
        asked.pop("page", None)
        return asked.urlencode() or "q="

    @property
    def is_asked(self) -> bool:
        """Something that stands in the form is filled in: what comes with a link to the list does not count."""
        return any(field.value() for field in self.form.visible_fields())

    @property
    def asks_more(self) -> bool:
        """Something that is folded away is asked for."""
        return any(self.form[name].value() for name in self.rare)

    @property
    def often(self) -> list[forms.BoundField]:
        return [field for field in self.form.visible_fields() if field.name not in self.rare]

    @property
    def folded(self) -> list[forms.BoundField]:
        return [self.form[name] for name in self.rare]

    @property
    def qs(self):
        return super().qs if self.is_valid() else self.queryset.none()


class OfferFilter(Search):
    """Offers that count on a day: with a neighbourhood, function and ages exactly those coverage counts."""

    q = django_filters.CharFilter(label=_("Search"), method="search", max_length=100)
    neighbourhood = django_filters.ModelChoiceFilter(
        label=_("Neighbourhood"), queryset=neighbourhoods, to_field_name="slug", method="in_neighbourhood",
        empty_label=EVERYTHING,
    )  # fmt: skip
    circle = django_filters.ModelChoiceFilter(
        label=_("Movement circle"), queryset=_circles, to_field_name="slug", method="in_circle", empty_label=EVERYTHING
    )
    function = django_filters.ChoiceFilter(
        label=_("Function"), choices=Function.choices, method="with_function", empty_label=EVERYTHING
    )
    ages = django_filters.ChoiceFilter(
        label=_("Ages"), choices=AgeBand.choices, method="for_ages", empty_label=EVERYTHING
    )
    work_form = django_filters.ChoiceFilter(
        label=_("Work form"), choices=WORK_FORMS, method="with_work_form", empty_label=EVERYTHING
    )
    kind = django_filters.MultipleChoiceFilter(
        label=_("Kind of partner"), field_name="organisation__kind", choices=OrganisationKind.choices,
        widget=forms.MultipleHiddenInput,
    )  # fmt: skip
    at = django_filters.DateFilter(label=_("On"), method="unfiltered", widget=DateInput)
    organisation = django_filters.CharFilter(
        field_name="organisation__slug", max_length=80, widget=forms.HiddenInput, label=_("Organisation")
    )

    class Meta:
        model = Offer
        fields = ()

    def __init__(self, data=None, *args, **kwargs):
        data = QueryDict(mutable=True) if data is None else data.copy()
        data["at"] = data.get("at") or today().isoformat()  # the field shows which day it is about
        super().__init__(data, *args, **kwargs)

    @property
    def day(self) -> datetime.date:
        return (self.form.cleaned_data.get("at") if self.is_valid() else None) or today()

    @property
    def area(self) -> Neighbourhood | MovementCircle | None:
        """The one area that is asked for."""
        asked = self.form.cleaned_data if self.is_valid() else {}
        return asked.get("neighbourhood") or asked.get("circle")

    @property
    def kind_names(self) -> list[str]:
        """The kinds of partners that are asked for."""
        asked = self.form.cleaned_data.get("kind") if self.is_valid() else None
        return [str(OrganisationKind(kind).label) for kind in asked or ()]

    @property
    def is_about_a_day(self) -> bool:
        """It shows what counts on a day, and nothing else."""
        return True

    @property
    def qs(self):
        return self._of_the_state(super().qs)

    def _of_the_state(self, offers):
        return offers.counting(self.day)

    @property
    def sorted(self):
        return self.qs.order_by("title", "id")

    def unfiltered(self, offers, name, value):
        return offers  # the day is asked of every list, also when the address does not name one

    def search(self, offers, name, value):
        words = Q(title__icontains=value) | Q(description__icontains=value) | Q(organisation__name__icontains=value)
        return offers.filter(words)

    def in_neighbourhood(self, offers, name, value):
        return offers.filter(reach__neighbourhood=value)

    def in_circle(self, offers, name, value):
        reached = Offer.objects.filter(reach__neighbourhood__in=value.neighbourhoods.all())
        return offers.filter(pk__in=reached.values("pk"))

    def with_function(self, offers, name, value):
        return offers.filter(functions__function=value)

    def for_ages(self, offers, name, value):
        ages = Ages.parse(value)
        return offers.for_ages(ages.lowest, ages.highest)

    def with_work_form(self, offers, name, value):
        return offers.filter(work_form__in=GOES_TO_YOUNG_PEOPLE if value == GOES_OUT else (value,))


class OrganisationFilter(Search):
    """Organisations that are active, and what they offer today to whoever looks."""

    q = django_filters.CharFilter(label=_("Search"), field_name="name", lookup_expr="icontains", max_length=100)
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=OrganisationKind.choices, empty_label=EVERYTHING)
    neighbourhood = django_filters.ModelChoiceFilter(
        label=_("Neighbourhood"), queryset=neighbourhoods, to_field_name="slug", method="in_neighbourhood",
        empty_label=EVERYTHING,
    )  # fmt: skip
    function = django_filters.ChoiceFilter(
        label=_("Function"), choices=Function.choices, method="with_function", empty_label=EVERYTHING
    )
    ended = django_filters.BooleanFilter(
        label=_("Also those that are no longer active"), method="also_ended", widget=forms.CheckboxInput
    )

    class Meta:
        model = Organisation
        fields = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not can_see_professional_information(self.request.user):
            del self.filters["ended"]  # who stopped is for professionals to know

    @property
    def qs(self):
        asked = self.is_valid() and self.form.cleaned_data.get("ended")
        return super().qs if asked else super().qs.on(today())

    @property
    def sorted(self):
        return self.qs.order_by("name", "id")

    def also_ended(self, organisations, name, value):
        return organisations  # see `qs`: those that ended are left out unless asked for

    def _offers(self):
        return Offer.objects.visible_to(self.request.user).counting(today())

    def in_neighbourhood(self, organisations, name, value):
        there = self._offers().filter(reach__neighbourhood=value)
        return organisations.filter(pk__in=there.values("organisation"))

    def with_function(self, organisations, name, value):
        having = self._offers().filter(functions__function=value)
        return organisations.filter(pk__in=having.values("organisation"))
