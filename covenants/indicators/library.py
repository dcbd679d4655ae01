"""The library by what one looks for, one group for each function."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from covenants.enums import IndicatorKind
from covenants.models import Blueprint, Indicator
from organisations.enums import Function
from organisations.filters import EVERYTHING, Search

M = TypeVar("M", Blueprint, Indicator)


class BlueprintFilter(Search):
    q = django_filters.CharFilter(label=_("Search"), method="search", max_length=100)
    function = django_filters.ChoiceFilter(label=_("Function"), choices=Function.choices, empty_label=EVERYTHING)
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=IndicatorKind.choices, empty_label=EVERYTHING)

    class Meta:
        model = Blueprint
        fields = ()

    def search(self, blueprints, _name, value: str):
        return blueprints.filter(Q(name__icontains=value) | Q(definition__icontains=value))


@dataclass(frozen=True)
class Group(Generic[M]):
    """What looks at one function: numbers, and beside them statements and stories."""

    function: Function
    measures: tuple[M, ...]

    @property
    def numbers(self) -> tuple[M, ...]:
        return tuple(measure for measure in self.measures if measure.is_quantitative)

    @property
    def statements(self) -> tuple[M, ...]:
        return tuple(measure for measure in self.measures if not measure.is_quantitative)

    @property
    def lacking(self) -> tuple[IndicatorKind, ...]:
        """The kinds it has none of (R10)."""
        there = {measure.kind for measure in self.measures}
        return tuple(kind for kind in IndicatorKind if kind not in there)


def by_function(measures: Iterable[M], functions: Iterable[str] = ()) -> list[Group[M]]:
    """A group for each function that has some, or is among `functions`, in the order of the charter."""
    measures = list(measures)
    groups = [Group(each, tuple(one for one in measures if one.function == each)) for each in Function]
    return [group for group in groups if group.measures or group.function in functions]
