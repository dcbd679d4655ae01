"""Stories of change by what one looks for."""

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from covenants.enums import Panel
from covenants.following_up.panels import BY_ALL, BY_SOME, by, stories_to_read
from covenants.models import Covenant, Story
from organisations.enums import Function
from organisations.filters import EVERYTHING, Search, neighbourhoods

DIFFERENT, ALIKE, NOBODY = "different", "alike", "nobody"
CHOSEN = [
    (DIFFERENT, pgettext_lazy("stories", "by some panels, not by all")),
    (ALIKE, pgettext_lazy("stories", "by every panel")),
    *((panel.value, panel.label) for panel in Panel),
    (NOBODY, pgettext_lazy("stories", "by nobody yet")),
]


def _years() -> list[tuple[int, str]]:
    """In which a period ended that stories are told of."""
    days = stories_to_read().order_by().dates("report__period__ends_on", "year", order="DESC")
    return [(day.year, str(day.year)) for day in days]


class StoriesToChoose(Search):
    """Without what other panels chose: each panel chooses apart."""

    q = django_filters.CharFilter(label=_("Search"), method="search", max_length=100)
    year = django_filters.ChoiceFilter(
        label=_("Year"), choices=_years, field_name="report__period__ends_on__year", empty_label=EVERYTHING
    )
    function = django_filters.ChoiceFilter(label=_("Function"), choices=Function.choices, empty_label=EVERYTHING)
    neighbourhood = django_filters.ModelChoiceFilter(
        label=_("Neighbourhood"), queryset=neighbourhoods, to_field_name="slug", empty_label=EVERYTHING
    )

    class Meta:
        model = Story
        fields = ()

    def search(self, stories: QuerySet[Story], name: str, value: str) -> QuerySet[Story]:
        return stories.filter(Q(title__icontains=value) | Q(text__icontains=value))


class StoryFilter(StoriesToChoose):
    """Of stories `with_choices`."""

    chosen = django_filters.ChoiceFilter(label=_("Chosen"), choices=CHOSEN, method="is_chosen", empty_label=EVERYTHING)
    # Asked by the pages of figures.
    covenant = django_filters.CharFilter(method="of_covenant", max_length=80, widget=forms.HiddenInput)

    def is_chosen(self, stories: QuerySet[Story], name: str, value: str) -> QuerySet[Story]:
        if value == DIFFERENT:
            return stories.filter(BY_SOME).exclude(BY_ALL)
        if value == ALIKE:
            return stories.filter(BY_ALL)
        return stories.exclude(BY_SOME) if value == NOBODY else stories.filter(by(value))

    def of_covenant(self, stories: QuerySet[Story], name: str, value: str) -> QuerySet[Story]:
        visible = Covenant.objects.visible_to(self.request.user).filter(slug=value)
        return stories.filter(report__period__covenant__in=visible)
