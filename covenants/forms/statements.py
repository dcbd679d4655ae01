"""Statements in their order, a row each, so that they are written, and pointed at, without a script."""

from dataclasses import dataclass
from itertools import pairwise

from django import forms
from django.forms.boundfield import BoundField, BoundWidget
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jos.shared.forms import RecordForm
from jos.shared.tables.cells import tidy

FEWEST, MOST = 3, 6
LONGEST = 300
UNKNOWN = ""


@dataclass(frozen=True)
class StatementRow:
    """One statement: its words or where they are typed, and where it is said that it holds now, or is the aim."""

    number: int
    words: str
    typed: BoundField | None
    now: BoundWidget | None
    aim: BoundWidget | None


class StatementsForm(RecordForm):
    """A form for a record with statements, that may write them."""

    @property
    def writes_statements(self) -> bool:
        return True

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.numbers = range(1, MOST + 1 if self.writes_statements else len(self.instance.statements) + 1)
        if self.writes_statements:
            for number in self.numbers:
                self.fields[_name(number)] = self._words(number)

    def _words(self, number: int) -> forms.CharField:
        saved = self.instance.statements
        return forms.CharField(
            label=gettext("Statement %(number)d") % {"number": number},
            initial=saved[number - 1] if number <= len(saved) else "",
            max_length=LONGEST,
            required=number <= FEWEST,
            widget=forms.Textarea({"rows": 2}),
        )

    def clean(self):
        cleaned = super().clean()
        if self.writes_statements:
            written = [tidy(self.cleaned_data.get(_name(number), "")) for number in self.numbers]
            for number, (before, after) in enumerate(pairwise(written), start=1):
                if after and not before and _name(number) not in self.errors:
                    self.add_error(_name(number), gettext("Leave no statement empty between two others."))
            self.instance.statements = [each for each in written if each]
        return cleaned

    @property
    def statement_rows(self) -> list[StatementRow]:
        return [self._statement_row(number) for number in self.numbers]

    def _statement_row(self, number: int) -> StatementRow:
        words = "" if self.writes_statements else self.instance.statements[number - 1]
        typed = self[_name(number)] if self.writes_statements else None
        return StatementRow(
            number, words, typed, self._choice("baseline_place", number), self._choice("aim_place", number)
        )

    def _choice(self, name: str, number: int) -> BoundWidget | None:
        """Where it is said of this statement; 0 stands for not known yet."""
        if name not in self.fields:
            return None
        values = [value for value, _label in self.fields[name].choices]
        value = number or UNKNOWN
        return self[name].subwidgets[values.index(value)] if value in values else None

    @property
    def not_known(self) -> BoundWidget | None:
        """Where it is said that nobody knows yet which statement holds now."""
        return self._choice("baseline_place", 0)


class PlaceField(forms.TypedChoiceField):
    """One of the statements, by its number."""

    widget = forms.RadioSelect

    def __init__(self, *, may_be_unknown: bool = False, **kwargs):
        choices = [(number, _("statement %(number)d") % {"number": number}) for number in range(1, MOST + 1)]
        unknown = [(UNKNOWN, _("we do not know yet"))] if may_be_unknown else []
        super().__init__(
            choices=[*unknown, *choices], coerce=int, empty_value=None, required=not may_be_unknown, **kwargs
        )


def _name(number: int) -> str:
    return f"statement_{number}"
