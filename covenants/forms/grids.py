"""Hours by age and euros by year: a field for each row and column, over the version of the covenant."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from covenants.drafting.grids import AGES, ALL_AGES, Amounts, apart, functions_of, total, years_of
from covenants.euros import in_euros
from covenants.forms.amounts import AmountField
from covenants.models import Covenant
from jos.shared.capitals import capfirst
from jos.shared.forms import RecordForm
from neighbourhoods.models import Neighbourhood
from organisations.enums import AgeBand, Function
from organisations.forms.hours import HoursField


@dataclass(frozen=True)
class FieldLine:
    """One row of fields."""

    label: str
    function: str  # of a row about one function: it gets its colour
    cells: tuple[tuple[str, forms.BoundField], ...]  # the column's name beside each
    total: str


class GridForm(RecordForm):
    """Empty is nothing agreed, and so is zero."""

    class Meta:
        model = Covenant
        fields: tuple[str, ...] = ()

    def _add_cells(self, rows: Mapping[Any, str], columns: Mapping[Any, str], saved: Amounts) -> None:
        """`rows` and `columns`: what they stand for, and their names on screen."""
        self.rows, self.columns = rows, columns
        for row, row_label in rows.items():
            for column, column_label in columns.items():
                field = self._field(label=f"{row_label}, {column_label}", initial=saved.get((row, column)))
                field.widget.attrs["aria-label"] = field.label
                self.fields[_name(row, column)] = field

    def _field(self, **kwargs) -> forms.Field:
        raise NotImplementedError

    @property
    def amounts(self) -> dict[tuple[Any, Any], Decimal]:
        """What was filled in, as far as it can be read."""
        cells = [(row, column) for row in self.rows for column in self.columns]
        return {cell: amount for cell in cells if (amount := self._amount(*cell))}

    @property
    def lines(self) -> list[FieldLine]:
        return [self._line(row, label) for row, label in self.rows.items()]

    @property
    def total(self) -> str:
        return self._shown(self.amounts.values())

    def _line(self, row, label: str) -> FieldLine:
        cells = tuple((name, self[_name(row, column)]) for column, name in self.columns.items())
        filled = [amount for cell, amount in self.amounts.items() if cell[0] == row]
        return FieldLine(label, row if row in Function.values else "", cells, self._shown(filled))

    def _shown(self, amounts: Iterable[Decimal]) -> str:
        """What they make together, written as in the fields."""
        made = total(amounts)
        return "–" if made is None else self._field().widget.format_value(made)

    def _amount(self, row, column) -> Decimal | None:
        field = self[_name(row, column)]
        try:
            return field.field.to_python(field.value())
        except ValidationError:
            return None


class HoursForm(GridForm):
    """The hours a week in one area: a row for each function, a column for each age band and one for all together."""

    def __init__(self, *args, area: Neighbourhood | None, **kwargs):
        super().__init__(*args, **kwargs)
        hours = self.instance.hours.filter(neighbourhood=area)
        saved = {(each.function, each.age_band): each.hours_per_week for each in hours}
        functions = functions_of(self.instance, (function for function, _age in saved)) or tuple(Function)
        self._add_cells({each.value: capfirst(each.label) for each in functions}, _ages(), saved)

    def _field(self, **kwargs) -> forms.Field:
        return HoursField(required=False, min_value=0, max_value=2000, decimal_places=2, **kwargs)


class BudgetForm(GridForm):
    """What the city gives: a row for each year, a column for each function, and what they must make in all."""

    total_budget = AmountField(
        label=gettext_lazy("Budget in all, in euros"),
        help_text=gettext_lazy("As it was decided. The amounts have to make the same."),
        required=False,
    )

    class Meta(GridForm.Meta):
        fields = ("total_budget",)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        saved = {(line.year, line.function): line.amount for line in self.instance.budget.all()}
        years = sorted({*years_of(self.instance), *(year for year, _function in saved)})
        functions = functions_of(self.instance, (function for _year, function in saved)) or tuple(Function)
        columns = {each.value: capfirst(each.label) for each in functions}
        self._add_cells({year: str(year) for year in years}, columns, saved)

    def _field(self, **kwargs) -> forms.Field:
        return AmountField(required=False, **kwargs)

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            self._check_the_sum(self.cleaned_data["total_budget"])
        return cleaned

    def _check_the_sum(self, stated: Decimal | None) -> None:
        made = total(self.cleaned_data[_name(row, column)] for row in self.rows for column in self.columns)
        if stated is None and made is None:
            return
        if difference := apart(stated, made):
            self.add_error("total_budget", ValidationError(_does_not_match(stated, made, difference)))


def _does_not_match(stated: Decimal | None, made: Decimal | None, difference: Decimal) -> str:
    if stated is None:
        return _("Say what the budget is in all. These amounts make € %(made)s.") % {
            "made": in_euros(made or Decimal(0))
        }
    says = {"made": in_euros(made or Decimal(0)), "stated": in_euros(stated), "apart": in_euros(abs(difference))}
    if difference > 0:
        return (
            _("The amounts make € %(made)s. That is € %(apart)s more than the € %(stated)s in all. Change one of them.")
            % says
        )
    return (
        _("The amounts make € %(made)s. That is € %(apart)s less than the € %(stated)s in all. Change one of them.")
        % says
    )


def _ages() -> dict[str, str]:
    return {age: age_name(age) for age in AGES}


def age_name(age: str) -> str:
    """As a column is called: short."""
    return _("all ages") if age == ALL_AGES else AgeBand(age).short


def _name(row, column) -> str:
    return f"cell_{row}_{column}"
