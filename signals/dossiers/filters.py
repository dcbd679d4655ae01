"""The list of dossiers by what one looks for, the most urgent first."""

import datetime

import django_filters
from django import forms
from django.db.models import Case, F, IntegerField, Q, Value, When
from django.utils.translation import gettext_lazy as _

from jos.shared.forms import DateInput
from jos.shared.time import midnight, today
from organisations.enums import OrganisationKind
from organisations.filters import EVERYTHING, Search, neighbourhoods
from organisations.models import Organisation
from signals.counting.loop import HOW_FAR
from signals.enums import ON_TERM, Cause, DossierState, DossierStep, Outcome
from signals.models import Dossier, DossierMove, Theme

ALL, NONE = "ALL", "none"


def _services(_request):
    return Organisation.objects.standing().filter(kind=OrganisationKind.CITY_SERVICE).order_by("name")


def _themes(_request):
    return Theme.objects.all()


class DossierFilter(Search):
    """All that are not closed, unless a state is asked for."""

    q = django_filters.CharFilter(label=_("Search"), method="search", max_length=100)
    state = django_filters.ChoiceFilter(
        label=_("State"), choices=[*DossierState.choices, (ALL, _("all, also closed"))], method="unfiltered",
        empty_label=_("all but closed"),
    )  # fmt: skip
    theme = django_filters.ModelChoiceFilter(
        label=_("Theme"), queryset=_themes, to_field_name="slug", empty_label=EVERYTHING
    )
    neighbourhood = django_filters.ModelChoiceFilter(
        label=_("Neighbourhood"), queryset=neighbourhoods, to_field_name="slug", method="about",
        empty_label=EVERYTHING,
    )  # fmt: skip
    owner = django_filters.ModelChoiceFilter(
        label=_("City service"), queryset=_services, to_field_name="slug", empty_label=EVERYTHING
    )
    cause = django_filters.ChoiceFilter(label=_("Cause"), choices=Cause.choices, empty_label=EVERYTHING)
    outcome = django_filters.ChoiceFilter(
        label=_("What became of it"), choices=[*Outcome.choices, (NONE, _("no answer yet"))], method="with_outcome",
        empty_label=EVERYTHING,
    )  # fmt: skip
    since = django_filters.DateFilter(
        label=_("Opened from"), field_name="opened_on", lookup_expr="gte", widget=DateInput
    )
    until = django_filters.DateFilter(
        label=_("Opened until"), field_name="opened_on", lookup_expr="lte", widget=DateInput
    )
    # Asked by a number on a dashboard, which opens what it counts.
    how_far = django_filters.ChoiceFilter(
        choices=[(name, name) for name in HOW_FAR], method="that_far", widget=forms.HiddenInput
    )
    reopened_in = django_filters.NumberFilter(
        method="reopened_in_year", min_value=2000, max_value=2100, decimal_places=0, widget=forms.HiddenInput
    )
    overdue = django_filters.BooleanFilter(label=_("Overdue"), method="is_overdue", widget=forms.CheckboxInput)
    high = django_filters.BooleanFilter(label=_("High priority"), method="is_high", widget=forms.CheckboxInput)
    mine = django_filters.BooleanFilter(label=_("Of my service"), method="is_mine", widget=forms.CheckboxInput)

    rare = ("owner", "cause", "outcome", "since", "until", "overdue", "high", "mine")

    class Meta:
        model = Dossier
        fields = ()

    @property
    def qs(self):
        return self._of_the_state(super().qs)

    @property
    def sorted(self):
        """What is late, then what runs, then what waits for somebody, then what rests."""
        urgency = Case(
            When(state__in=ON_TERM, due_on__lt=today(), then=Value(0)),
            When(state__in=ON_TERM, then=Value(1)),
            When(state=DossierState.DONE, then=Value(2)),
            When(Q(state=DossierState.OPEN) | Q(state=DossierState.PARKED, review_on__lte=today()), then=Value(3)),
            When(state=DossierState.ANSWERED, then=Value(4)),
            default=Value(5),
            output_field=IntegerField(),
        )
        return self.qs.order_by(urgency, F("due_on").asc(nulls_last=True), "-is_high_priority", "-opened_on", "-id")

    def _of_the_state(self, dossiers):
        state = self.form.cleaned_data["state"] if self.is_valid() else ""
        if state == ALL:
            return dossiers
        return dossiers.filter(state=state) if state else dossiers.exclude(state=DossierState.CLOSED)

    def unfiltered(self, dossiers, name, value):
        return dossiers  # see `qs`: a state is always asked

    def search(self, dossiers, name, value):
        return dossiers.filter(Q(title__icontains=value) | Q(pattern__icontains=value))

    def about(self, dossiers, name, value):
        return dossiers.filter(neighbourhoods=value)

    def with_outcome(self, dossiers, name, value):
        return dossiers.filter(outcome="" if value == NONE else value)

    def that_far(self, dossiers, name, value):
        return dossiers.filter(HOW_FAR[value])

    def reopened_in_year(self, dossiers, name, value):
        moves = DossierMove.objects.filter(step=DossierStep.REOPEN)
        begins, ends = (midnight(datetime.date(int(value) + later, 1, 1)) for later in (0, 1))
        return dossiers.filter(pk__in=moves.filter(at__gte=begins, at__lt=ends).values("dossier"))

    def is_overdue(self, dossiers, name, value):
        return dossiers.overdue(today()) if value else dossiers

    def is_high(self, dossiers, name, value):
        return dossiers.filter(is_high_priority=True) if value else dossiers

    def is_mine(self, dossiers, name, value):
        return dossiers.owned_by(self.request.user) if value else dossiers
