"""The report of one side: the same form for the city and for the partner (R10), and a light one (R11).

Everything may stay empty while it is drafted: `covenants.following_up.sending` says what it needs to be sent.
"""

from collections.abc import Iterator

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from covenants.following_up.asked import UNWRITTEN, Asked, Cell, Measured, Placed, outside
from covenants.following_up.sums import does_not_add_up
from covenants.forms.report_fields import NumberField, PlaceField, text_field
from covenants.models import Indicator, Measurement, Reflection, Report
from jos.shared.forms import HIGHEST_VERSION, DateInput, RecordForm
from jos.shared.tables.cells import UNKNOWN

MOST_CELLS = 120  # with more, those of neighbourhoods come in a spreadsheet: nobody fills in such a page


class ReportForm(RecordForm):
    """Carries the version it was opened with, so that nobody saves over a colleague."""

    class Meta:
        model = Report
        fields = ("how_it_went", "hindered", "needs")
        widgets = {name: forms.Textarea({"rows": 4}) for name in fields}
        labels = {"how_it_went": gettext_lazy("How did it go?")}
        help_texts = {
            "how_it_went": gettext_lazy("What went well counts as much as what did not. No names of young people."),
            "hindered": gettext_lazy("What made it hard to do what we promised each other."),
            "needs": gettext_lazy("From the other side, or from somebody else."),
        }

    def __init__(self, *args, asked: Asked, **kwargs):
        super().__init__(*args, **kwargs)
        self.asked, self.is_light = asked, asked.covenant.is_light
        self.fields.pop("token", None)
        self.fields["version"] = forms.IntegerField(
            min_value=UNWRITTEN, max_value=HIGHEST_VERSION, widget=forms.HiddenInput, initial=self.instance.version
        )
        if self.is_light:
            del self.fields["hindered"], self.fields["needs"]
            self.fields["how_it_went"].label = _("How did it go, what stood in the way, and what do you need?")
        self.is_too_long = sum(len(asked.cells(indicator)) for indicator in asked.numbers) > MOST_CELLS
        for indicator in asked.numbers:
            self._ask_number(indicator)
        for indicator in asked.scales:
            self._ask_place(indicator)

    def cells(self, indicator: Indicator) -> list[Cell]:
        """Those that stand in the form."""
        cells = self.asked.cells(indicator)
        return [cell for cell in cells if cell.neighbourhood is None] if self.is_too_long else cells

    def _ask_number(self, indicator: Indicator) -> None:
        for cell in self.cells(indicator):
            said = self.asked.measured.get(cell)
            is_unknown_whole = cell.is_whole and said and said.value is None
            initial = None if is_unknown_whole else _said(said)
            self.fields[name_of(cell)] = NumberField(
                unit=indicator.unit, label=self._label(indicator, cell), initial=initial
            )
            if not cell.is_whole:  # its label stands at the edges of a table
                self.fields[name_of(cell)].widget.attrs["aria-label"] = self.fields[name_of(cell)].label
        whole = self.asked.measured.get(Cell(indicator.pk))
        self.fields[f"unknown{indicator.pk}"] = forms.BooleanField(
            label=_("We do not know"), required=False, initial=bool(whole and whole.value is None)
        )
        if not self.is_light:
            self._ask_about(indicator)

    def _ask_about(self, indicator: Indicator) -> None:
        period = self.asked.report.period
        days = {"min": period.starts_on.isoformat(), "max": period.ends_on.isoformat()}
        measured = [each for cell, each in self.asked.measured.items() if cell.indicator == indicator.pk]
        self.fields[f"on{indicator.pk}"] = forms.DateField(
            label=_("%(indicator)s, measured on") % {"indicator": indicator},
            required=False,
            widget=DateInput(days),
            initial=_common(measured, "measured_on"),
        )
        self.fields[f"note{indicator.pk}"] = forms.CharField(
            label=_("%(indicator)s, note") % {"indicator": indicator},
            required=False,
            max_length=Measurement._meta.get_field("note").max_length,
            initial=_common(measured, "note"),
        )

    def _ask_place(self, indicator: Indicator) -> None:
        placed = self.asked.placed.get(indicator.pk)
        initial = (str(placed.place) if placed.place else UNKNOWN) if placed else ""
        self.fields[f"place{indicator.pk}"] = PlaceField(indicator, initial=initial)
        label = _("What shows that: %(indicator)s") % {"indicator": indicator}
        self.fields[f"narrative{indicator.pk}"] = text_field(Reflection._meta.get_field("narrative"), label)
        self.fields[f"narrative{indicator.pk}"].initial = placed.narrative if placed else ""

    def _label(self, indicator: Indicator, cell: Cell) -> str:
        """Of a part: whose number it is. The form shows it as a table; here it is for who cannot see that."""
        names = {area.pk: str(area) for area in self.asked.areas}
        ages = _("%(ages)s years") % {"ages": cell.age_group} if cell.age_group else ""
        return ", ".join(filter(None, (indicator.name, names.get(cell.neighbourhood or 0), ages)))

    def clean(self):
        cleaned = super().clean()
        for indicator in self.asked.numbers:
            self._check_number(indicator)
        for indicator in self.asked.scales:
            if cleaned.get(f"narrative{indicator.pk}") and not cleaned.get(f"place{indicator.pk}"):
                self.add_error(
                    f"place{indicator.pk}", _("Choose the statement that holds, or say that you do not know.")
                )
        return cleaned

    def _check_number(self, indicator: Indicator) -> None:
        typed, whole = self.cleaned_data, name_of(Cell(indicator.pk))
        said = self.typed(indicator)
        if typed.get(f"unknown{indicator.pk}") and typed.get(whole) is not None:
            self.add_error(whole, _("Give the number, or say that it is not known: not both."))
        if (
            not said
            and whole not in self.errors
            and (typed.get(f"on{indicator.pk}") or typed.get(f"note{indicator.pk}"))
        ):
            self.add_error(whole, _("Give the number, or say that it is not known."))
        day = typed.get(f"on{indicator.pk}")
        if day and not self.asked.report.period.holds(day):
            self.add_error(f"on{indicator.pk}", outside(day, self.asked.report.period))
        if refusal := does_not_add_up(indicator, self._elsewhere(indicator) | said, self.asked):
            self.add_error(whole, refusal)

    def _elsewhere(self, indicator: Indicator) -> dict[Cell, Measured]:
        """What came in a spreadsheet, of cells the form is too small for."""
        here = set(self.cells(indicator))
        return {cell: said for cell, said in self.asked.measured.items() if cell not in here}

    def typed(self, indicator: Indicator) -> dict[Cell, Measured]:
        """What the form says of it, by cell."""
        found = {}
        for cell in self.cells(indicator):
            said = self.cleaned_data.get(name_of(cell))
            if cell.is_whole and said is None and self.cleaned_data.get(f"unknown{indicator.pk}"):
                said = UNKNOWN
            if said is not None:
                found[cell] = self._measured(cell, None if said == UNKNOWN else said)
        return found

    def _measured(self, cell: Cell, value) -> Measured:
        """With the day and note of the indicator, unless a spreadsheet gave this cell its own that nobody changed."""
        day, note = f"on{cell.indicator}", f"note{cell.indicator}"
        before = self.asked.measured.get(cell)
        own_day = before.measured_on if before else None
        own_note = before.note if before else ""
        return Measured(
            value,
            self.cleaned_data.get(day) if day in self.changed_data or not before else own_day,
            self.cleaned_data.get(note, "") if note in self.changed_data or not before else own_note,
        )

    @property
    def numbers(self) -> dict[Cell, Measured | None]:
        """Each number that is another one now. None: nothing is said of it any more."""
        changed = {}
        for indicator in self.asked.numbers:
            typed = self.typed(indicator)
            for cell in self.cells(indicator):
                if typed.get(cell) != self.asked.measured.get(cell):
                    changed[cell] = typed.get(cell)
        return changed

    @property
    def places(self) -> dict[int, Placed | None]:
        """Each place that is another one now, by key of the indicator."""
        typed = dict(self._typed_places())
        return {key: placed for key, placed in typed.items() if placed != self.asked.placed.get(key)}

    def _typed_places(self) -> Iterator[tuple[int, Placed | None]]:
        for indicator in self.asked.scales:
            place = self.cleaned_data[f"place{indicator.pk}"]
            narrative = self.cleaned_data[f"narrative{indicator.pk}"]
            yield indicator.pk, Placed(None if place == UNKNOWN else int(place), narrative) if place else None


def name_of(cell: Cell) -> str:
    """Of its question in the form."""
    if cell.is_whole:
        return f"number{cell.indicator}"
    return f"number{cell.indicator}_{cell.age_group}_{cell.neighbourhood or ''}"


def _said(measured: Measured | None):
    if measured is None:
        return None
    return UNKNOWN if measured.value is None else measured.value


def _common(measured: list[Measured], name: str):
    """What all of them say. Where they differ, each keeps its own."""
    values = {getattr(each, name) for each in measured}
    return values.pop() if len(values) == 1 else None
