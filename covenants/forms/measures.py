"""What a blueprint and an indicator ask alike: what is looked at, which way it should go, and how it adds up."""

from collections.abc import Iterable

from django import forms
from django.forms.boundfield import BoundField
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from covenants.enums import ADD_UP_OVER_AREAS, AddsUp
from covenants.forms.statements import StatementsForm
from covenants.indicators.applying import ALWAYS_THE_SAME
from covenants.indicators.examples import OF_AREAS, OF_PERIODS, Example, choices_with_examples
from jos.shared.forms import RecordForm

WHAT = ("name", "function", "definition", "unit", "better_when")
NUMBERS = ("baseline", "target", "need")
ADDING_UP = ("over_periods", "over_areas")
PLACES = ("baseline_place", "aim_place")
SPLITTING = ("age_split", "by_neighbourhood")
REST = ("measured_by", "guiding_questions", "position", "is_active")

WIDGETS = {
    "definition": forms.Textarea({"rows": 4}),
    "better_when": forms.RadioSelect,
    "over_periods": forms.RadioSelect,
    "over_areas": forms.RadioSelect,
    "age_split": forms.RadioSelect,
    "measured_by": forms.RadioSelect,
    "guiding_questions": forms.Textarea({"rows": 4}),
}
HELP = {
    "definition": _("So exactly that two people who look at the same, write down the same."),
    "unit": _("What is counted: young people, hours a week, days."),
    "age_split": _("Three groups at most. Who reports may always give only the total."),
    "guiding_questions": _("One on each line. They help to tell what lies behind it."),
}


class MeasureForm(RecordForm):
    """Leaves out what has to stay as it is, because it is measured like that already."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.stays_the_same:
            for name in ALWAYS_THE_SAME:
                self.fields.pop(name, None)

    @cached_property
    def stays_the_same(self) -> bool:
        """Asked of the database once, however often the page looks."""
        return self.measure_is_fixed()

    def measure_is_fixed(self) -> bool:
        raise NotImplementedError

    @property
    def what(self) -> list[BoundField]:
        return self._those(WHAT)

    @property
    def rest(self) -> list[BoundField]:
        return self._those((*SPLITTING, *REST))

    def _those(self, names: Iterable[str]) -> list[BoundField]:
        return [self[name] for name in names if name in self.fields]


class NumbersForm(MeasureForm):
    """In numbers: a unit, a direction, and how values of several periods and areas add up."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "unit" in self.fields:
            self.fields["unit"].required = True
        if "over_periods" in self.fields:
            self.fields["over_periods"].choices = choices_with_examples(AddsUp.choices, OF_PERIODS)
        if "over_areas" in self.fields:
            self.fields["over_areas"].choices = choices_with_examples(ADD_UP_OVER_AREAS, OF_AREAS)

    @property
    def adding_up(self) -> list[BoundField]:
        return self._those(ADDING_UP)

    @property
    def numbers(self) -> list[BoundField]:
        return self._those(NUMBERS)

    @property
    def example(self) -> Example:
        """Worked out for what is chosen so far."""
        return Example.of(*(self._chosen(name) for name in (*ADDING_UP, "unit")))

    def _chosen(self, name: str) -> str:
        return str((self[name].value() if name in self.fields else getattr(self.instance, name)) or "")


class ScaleForm(MeasureForm, StatementsForm):
    """In statements, from furthest to nearest, or only where one stands on them."""

    @property
    def writes_statements(self) -> bool:
        return not self.stays_the_same
