"""The list of promises by what one looks for."""

import django_filters
from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from covenants.enums import CommitmentState, Side
from covenants.models import Commitment
from jos.shared.forms import DateInput
from jos.shared.time import today
from organisations.filters import EVERYTHING, Search


class CommitmentFilter(Search):
    q = django_filters.CharFilter(label=_("Search"), method="search", max_length=100)
    side = django_filters.ChoiceFilter(
        label=_("Whose promise"), choices=Side.choices, empty_label=pgettext_lazy("sides", "both")
    )
    state = django_filters.ChoiceFilter(label=_("State"), choices=CommitmentState.choices, empty_label=EVERYTHING)
    overdue = django_filters.BooleanFilter(label=_("Overdue"), method="is_overdue", widget=forms.CheckboxInput)
    since = django_filters.DateFilter(
        label=_("To be kept from"), field_name="due_on", lookup_expr="gte", widget=DateInput
    )
    until = django_filters.DateFilter(
        label=_("To be kept until"), field_name="due_on", lookup_expr="lte", widget=DateInput
    )
    agreed = django_filters.BooleanFilter(
        label=_("Agreed in a talk"), method="is_agreed_in_a_talk", widget=forms.CheckboxInput
    )
    covenant = django_filters.CharFilter(field_name="covenant__slug", max_length=80, widget=forms.HiddenInput)
    organisation = django_filters.CharFilter(method="with_partner", max_length=80, widget=forms.HiddenInput)

    rare = ("since", "until", "agreed")

    class Meta:
        model = Commitment
        fields = ()

    def search(self, commitments, name, value):
        partner = Q(covenant__organisation__name__icontains=value) | Q(covenant__partnership__name__icontains=value)
        return commitments.filter(Q(what__icontains=value) | Q(covenant__title__icontains=value) | partner)

    def is_overdue(self, commitments, name, value):
        return commitments.overdue(today()) if value else commitments

    def is_agreed_in_a_talk(self, commitments, name, value):
        return commitments.exclude(agreed_in=None) if value else commitments

    def with_partner(self, commitments, name, value):
        partner = Q(covenant__organisation__slug=value) | Q(covenant__partnership__slug=value)
        return commitments.filter(partner)
