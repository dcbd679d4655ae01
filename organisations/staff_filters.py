"""What people of the city ask of the lists beside what everybody asks. Rare questions are folded away."""

import django_filters
from django import forms
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jos.accounts.permissions import works_for_city
from jos.shared.time import today
from organisations.confirmation import UNCONFIRMED_AFTER
from organisations.enums import Audience, ConfirmationState, OfferStatus, OrganisationKind, Size, Weekday
from organisations.filters import EVERYTHING, OfferFilter, OrganisationFilter, Search
from organisations.models import Membership, Offer, Partnership
from organisations.models.offer import rhythm_passed

ON_THE_DAY, ENDED = "", "ENDED"
YES_NO = [("yes", _("yes")), ("no", _("no"))]


def _partnerships(request):
    return Partnership.objects.all()


class _Sorted(Search):
    """With an order that stands in the address. `orders`: by its name there, the fields."""

    orders: dict[str, tuple]

    @property
    def sorted(self):
        """Those asked, in the order asked."""
        asked = self.form.cleaned_data.get("sort") if self.is_valid() else None
        return self.qs.order_by(*self.orders[asked or ""], "id")


class StaffOfferFilter(_Sorted, OfferFilter):
    """Also offers that do not count: drafts, archived ones, those that ended."""

    state = django_filters.ChoiceFilter(
        label=_("State"),
        choices=[*((s.value, s.label) for s in OfferStatus if s != OfferStatus.PUBLISHED), (ENDED, _("ended"))],
        method="unfiltered",
        empty_label=_("counting on that day"),
    )
    confirmation = django_filters.ChoiceFilter(
        label=_("Confirmation"), choices=ConfirmationState.choices, method="with_confirmation", empty_label=EVERYTHING
    )
    kind = django_filters.MultipleChoiceFilter(
        label=_("Kind of partner"), field_name="organisation__kind", choices=OrganisationKind.choices,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    partnership = django_filters.ModelChoiceFilter(
        label=_("Partnership"), queryset=_partnerships, to_field_name="slug", empty_label=EVERYTHING
    )
    audience = django_filters.ChoiceFilter(label=_("Shown to"), choices=Audience.choices, empty_label=EVERYTHING)
    weekday = django_filters.ChoiceFilter(
        label=_("Day of the week"), choices=[(str(day.value), day.label) for day in Weekday], method="on_weekday",
        empty_label=EVERYTHING,
    )  # fmt: skip
    free = django_filters.ChoiceFilter(
        label=_("Free of charge"), choices=YES_NO, method="is_free", empty_label=EVERYTHING
    )
    sort = django_filters.ChoiceFilter(
        label=_("In order of"), method="unfiltered", empty_label=pgettext_lazy("order", "title"),
        choices=[
            ("organisation", _("organisation")), ("confirmed", _("longest not confirmed")), ("until", _("ends first")),
        ],
    )  # fmt: skip

    orders = {
        "": ("title",),
        "organisation": ("organisation__name", "title"),
        "confirmed": ("confirmed_on",),
        "until": (F("valid_until").asc(nulls_last=True), "title"),
    }
    rare = ("confirmation", "partnership", "audience", "weekday", "free", "circle", "work_form", "kind")

    @property
    def is_about_a_day(self) -> bool:
        return not (self.is_valid() and self.form.cleaned_data["state"])

    def _of_the_state(self, offers):
        state = self.form.cleaned_data.get("state") if self.is_valid() else ON_THE_DAY
        if state == ENDED:
            return offers.filter(status=OfferStatus.PUBLISHED, valid_until__lt=self.day)
        return offers.filter(status=state) if state else offers.counting(self.day)

    def with_confirmation(self, offers, name, value):
        due, long_due = rhythm_passed(today()), rhythm_passed(today() - UNCONFIRMED_AFTER)
        asked = {
            ConfirmationState.CONFIRMED: ~due,
            ConfirmationState.TO_CONFIRM: due & ~long_due,
            ConfirmationState.UNCONFIRMED: long_due,
        }
        return offers.filter(asked[ConfirmationState(value)])

    def on_weekday(self, offers, name, value):
        return offers.filter(pk__in=Offer.objects.filter(moments__weekday=value).values("pk"))

    def is_free(self, offers, name, value):
        return offers.filter(is_free=value == "yes")


class StaffOrganisationFilter(_Sorted, OrganisationFilter):
    """Also by what asks for work: no signature, silence, nobody to mail."""

    size = django_filters.ChoiceFilter(label=_("Size"), choices=Size.choices, empty_label=EVERYTHING)
    charter = django_filters.ChoiceFilter(
        label=_("Charter signed"), choices=YES_NO, method="has_signed", empty_label=EVERYTHING
    )
    silent = django_filters.ChoiceFilter(
        label=_("Has offers"), choices=[("to-confirm", _("to confirm")), ("unconfirmed", _("not confirmed"))],
        method="is_silent", empty_label=EVERYTHING,
    )  # fmt: skip
    coordinator = django_filters.ChoiceFilter(
        label=_("Has a coordinator"), choices=YES_NO, method="has_coordinator", empty_label=EVERYTHING
    )
    sort = django_filters.ChoiceFilter(
        label=_("In order of"), method="also_ended", empty_label=pgettext_lazy("order", "name"),
        choices=[("kind", _("kind")), ("newest", _("newest first"))],
    )  # fmt: skip

    orders = {"": ("name",), "kind": ("kind", "name"), "newest": ("-id",)}
    rare = ("size", "charter", "coordinator", "ended")

    def has_signed(self, organisations, name, value):
        return organisations.filter(charter_signed_on__isnull=value == "no")

    def is_silent(self, organisations, name, value):
        due = rhythm_passed(today() - UNCONFIRMED_AFTER) if value == "unconfirmed" else Q()
        waiting = Offer.objects.past_confirmation().filter(due)
        return organisations.filter(pk__in=waiting.values("organisation"))

    def has_coordinator(self, organisations, name, value):
        reached = Exists(Membership.objects.coordinators().filter(organisation=OuterRef("pk")))
        return organisations.filter(reached if value == "yes" else ~reached)


def offer_filter(request, offers) -> OfferFilter:
    """The questions this person can ask of a list of offers."""
    return (StaffOfferFilter if works_for_city(request.user) else OfferFilter)(request.GET, offers, request=request)


def organisation_filter(request, organisations) -> OrganisationFilter:
    """The questions this person can ask of a list of organisations."""
    kind = StaffOrganisationFilter if works_for_city(request.user) else OrganisationFilter
    return kind(request.GET, organisations, request=request)
