"""The list of covenants by what one looks for: first what waits for somebody."""

import django_filters
from django import forms
from django.db.models import Case, IntegerField, Q, Value, When
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from covenants.drafting.turns import waiting_for
from covenants.enums import CovenantState, Side
from covenants.following_up.states import late_for
from covenants.models import Covenant
from jos.shared.forms import DateInput
from jos.shared.time import today
from organisations.enums import Function
from organisations.filters import EVERYTHING, Search, neighbourhoods
from organisations.models import Organisation

ALL, IN_FORCE, ENDED, MINE = "ALL", "IN_FORCE", "ENDED", "mine"
STATES = [
    (CovenantState.DRAFTING.value, CovenantState.DRAFTING.label),
    (CovenantState.OFFERED.value, CovenantState.OFFERED.label),
    (IN_FORCE, pgettext_lazy("covenant", "in force")),
    (ENDED, pgettext_lazy("covenant", "ended")),
    (CovenantState.MERGED.value, pgettext_lazy("covenant", "amendments that were signed")),
    (CovenantState.WITHDRAWN.value, CovenantState.WITHDRAWN.label),
    (ALL, _("all, also ended and withdrawn")),
]


def _organisations(_request):
    return Organisation.objects.standing()


class CovenantFilter(Search):
    """All that are drafted, to be signed or not ended, unless a state is asked for."""

    q = django_filters.CharFilter(label=_("Search"), method="search", max_length=100)
    state = django_filters.ChoiceFilter(
        label=_("State"), choices=STATES, method="unfiltered", empty_label=_("all but ended and withdrawn")
    )
    waiting = django_filters.ChoiceFilter(
        label=_("Whose turn"),
        choices=[(MINE, _("ours, or ours to sign")), *Side.choices], method="waiting_for", empty_label=EVERYTHING,
    )  # fmt: skip
    function = django_filters.ChoiceFilter(
        label=_("Function"), choices=Function.choices, method="with_function", empty_label=EVERYTHING
    )
    neighbourhood = django_filters.ModelChoiceFilter(
        label=_("Neighbourhood"), queryset=neighbourhoods, to_field_name="slug", method="reaching",
        empty_label=EVERYTHING,
    )  # fmt: skip
    at = django_filters.DateFilter(label=_("In force on"), method="in_force_on", widget=DateInput)
    until = django_filters.DateFilter(label=_("Ends by"), field_name="valid_until", lookup_expr="lte", widget=DateInput)
    report = django_filters.ChoiceFilter(
        label=_("Report is late"), choices=Side.choices, method="lacks_report", empty_label=EVERYTHING
    )
    amendments = django_filters.BooleanFilter(
        label=_("Only amendments"), method="only_amendments", widget=forms.CheckboxInput
    )
    # Asked by the page of an organisation.
    organisation = django_filters.ModelChoiceFilter(
        queryset=_organisations, to_field_name="slug", method="with_organisation", widget=forms.HiddenInput
    )

    rare = ("at", "until", "report", "amendments")

    class Meta:
        model = Covenant
        fields = ()

    @property
    def qs(self):
        return self._of_the_state(super().qs)

    @property
    def sorted(self):
        """What is drafted or to be signed, then what runs and ends first, then what is over."""
        order = Case(
            When(state=CovenantState.OFFERED, then=Value(0)),
            When(state=CovenantState.DRAFTING, then=Value(1)),
            When(state=CovenantState.SIGNED, valid_until__gte=today(), then=Value(2)),
            default=Value(3),
            output_field=IntegerField(),
        )
        return self.qs.order_by(order, "valid_until", "title", "pk")

    @property
    def late_side(self) -> str:
        """Whose late reports are asked for."""
        return self.form.cleaned_data["report"] if self.is_valid() else ""

    def _of_the_state(self, covenants):
        state = self.form.cleaned_data["state"] if self.is_valid() else ""
        over = Q(state=CovenantState.SIGNED, valid_until__lt=today())
        if state == ALL:
            return covenants
        if state == IN_FORCE:
            return covenants.in_force(today())
        if state == ENDED:
            return covenants.filter(over)
        if state:
            return covenants.filter(state=state)
        return covenants.exclude(over).exclude(state__in=[CovenantState.MERGED, CovenantState.WITHDRAWN])

    def unfiltered(self, covenants, name, value):
        return covenants  # see `qs`: a state is always asked

    def search(self, covenants, name, value):
        words = Q(title__icontains=value) | Q(council_decision__icontains=value)
        return covenants.filter(words | Q(organisation__name__icontains=value) | Q(partnership__name__icontains=value))

    def waiting_for(self, covenants, name, value):
        if value == MINE:
            return waiting_for(covenants, self.request.user)
        return covenants.filter(state=CovenantState.DRAFTING, turn=value)

    def with_function(self, covenants, name, value):
        return covenants.filter(functions__contains=f",{value},")

    def reaching(self, covenants, name, value):
        return covenants.reaching(value)

    def in_force_on(self, covenants, name, value):
        return covenants.in_force(value)

    def lacks_report(self, covenants, name, value):
        return covenants.filter(periods__in=late_for(value, today())).distinct()

    def only_amendments(self, covenants, name, value):
        return covenants.exclude(amends=None) if value else covenants

    def with_organisation(self, covenants, name, value):
        return covenants.of_organisation(value)
