"""What staff choose about a file with figures: what each column holds, proposed from what stands in the file."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jos.dashboards.imports.forms import not_too_large
from jos.shared.imports import FileRefused
from jos.shared.models import FileImport
from jos.shared.tables.cells import tidy
from jos.shared.tables.grids import Grid, text_of
from neighbourhoods.figures import periods
from neighbourhoods.imports import choices as borders
from neighbourhoods.imports.statistics import proposed_of
from neighbourhoods.imports.statistics.choices import Choices, Column, Scale, SpreadBy
from neighbourhoods.imports.statistics.fractions import may_be_fractions
from neighbourhoods.imports.statistics.grids import read_figures
from neighbourhoods.models import DataSet, Statistic

EXAMPLES, EXAMPLE_LENGTH = 3, 24
NAMES = Statistic._meta.get_field("name").max_length
LONGEST_PERIOD = 20  # as people may write it: 2023 - 2024


@dataclass(frozen=True)
class ColumnFields:
    """One column of the file, with the questions about it."""

    header: str
    examples: str
    statistic: BoundField
    period: BoundField
    adds_up: BoundField
    scale: BoundField | None


class StatisticsForm(forms.Form):
    """Where the area and the period stand, how numbers are written, and per column the statistic it is about."""

    shown_with = "imports/statistics_form.html"

    sheet = forms.ChoiceField(label=_("Sheet"), required=False)
    area_field = forms.ChoiceField(label=_("Field with the neighbourhood, by code or by name"))
    period_field = forms.ChoiceField(label=_("Field with the period"), required=False)
    period = forms.CharField(
        label=_("Period of the whole file"),
        required=False,
        max_length=LONGEST_PERIOD,
        help_text=_("Where no field says it: a year (2024), a school year (2023-2024) or a quarter (2024-Q3)."),
    )
    level_field = forms.ChoiceField(label=_("Field with the level of the areas"), required=False)
    level = forms.CharField(
        label=_("Only this level"),
        required=False,
        max_length=60,
        help_text=_("Such as wijk or statsec. Leave empty to take every row that is about one of our areas."),
    )
    decimal = forms.ChoiceField(
        label=_("Sign before decimals"),
        required=False,
        choices=[
            ("", _("As the file shows; ask where it does not")),
            (",", _("Comma: 12,5")),
            (".", _("Point: 12.5")),
        ],
    )
    data_set = forms.CharField(
        label=_("Data set of new figures"),
        required=False,
        max_length=DataSet._meta.get_field("name").max_length,
        help_text=_("The name of one that exists, or a new one. You can tell more about it later."),
    )
    old_borders = forms.FileField(
        label=_("Borders that these values are about"),
        required=False,
        max_length=200,
        help_text=_("GeoJSON, or a shapefile in one .zip. The values are converted to today's neighbourhoods."),
    )
    spread_by = forms.ChoiceField(
        label=_("How numbers are divided"), required=False, choices=SpreadBy.choices, initial=SpreadBy.AREA
    )
    population = forms.CharField(
        label=_("Figure with the inhabitants"), required=False, max_length=NAMES, help_text=_("To divide by them.")
    )

    def __init__(self, data, files, *, grid: Grid, chosen: Choices, file_import: FileImport):
        super().__init__(data, files, initial=chosen.kept())
        self.grid, self.chosen, self.file_import = grid, chosen, file_import
        self.beside: bytes | None = None
        self.other_sheet: dict[str, Any] | None = None
        self.statistics = list(Statistic.objects.filter(derivation="").order_by("name").values_list("name", flat=True))
        self._offer_fields()
        for at, header in enumerate(grid.header):
            if header:
                self._ask_about(at, header)

    @classmethod
    def of(cls, file_import: FileImport, data=None, files=None) -> "StatisticsForm":
        chosen = Choices.of(file_import.options)
        grid = read_figures(bytes(file_import.content), file_import.name, sheet=chosen.sheet)
        return cls(data, files, grid=grid, chosen=chosen, file_import=file_import)

    def _offer_fields(self) -> None:
        named = [(header, self._with_example(at)) for at, header in enumerate(self.grid.header) if header]
        choosable = {
            "area_field": _("Choose a field"),
            "period_field": _("None: one period for all"),
            "level_field": pgettext_lazy("field", "None"),
        }
        for name, empty in choosable.items():
            self.fields[name].choices = [("", empty), *named]
        self.fields["sheet"].choices = [(sheet, sheet) for sheet in self.grid.sheets]
        if len(self.grid.sheets) < 2:
            del self.fields["sheet"]
        self.fields["population"].widget.attrs["list"] = "statistics"

    def _with_example(self, at: int) -> str:
        example = self._examples(at, 1)
        return f"{self.grid.header[at]} ({example})" if example else self.grid.header[at]

    def _examples(self, at: int, most: int) -> str:
        found: dict[str, None] = {}
        for _line, cell in self.grid.column(at):
            if text := tidy(text_of(cell)):
                found.setdefault(text[:EXAMPLE_LENGTH])
            if len(found) == most:
                break
        return " · ".join(found)

    def _ask_about(self, at: int, header: str) -> None:
        """The questions about one column; what was chosen before stands in them."""
        known = next((column for column in self.chosen.columns if column.header == header), Column(header, ""))
        of = {"column": header}
        self.fields[f"statistic_{at}"] = forms.CharField(
            label=_("Figure in %(column)s") % of,
            required=False,
            max_length=NAMES,
            initial=known.statistic,
            widget=forms.TextInput({"list": "statistics"}),
        )
        self.fields[f"period_{at}"] = forms.CharField(
            label=_("Period of %(column)s") % of, required=False, max_length=LONGEST_PERIOD, initial=known.period
        )
        self.fields[f"adds_up_{at}"] = forms.BooleanField(
            label=_("Add up %(column)s") % of, required=False, initial=known.adds_up
        )
        if may_be_fractions(self.grid, at):
            self.fields[f"scale_{at}"] = forms.ChoiceField(
                label=_("Percentages in %(column)s") % of,
                required=False,
                initial=known.scale,
                choices=[("", _("Are these percentages?")), *Scale.choices],
            )

    @property
    def columns(self) -> list[ColumnFields]:
        """The questions per column, for the page."""
        return [
            ColumnFields(
                header,
                self._examples(at, EXAMPLES),
                self[f"statistic_{at}"],
                self[f"period_{at}"],
                self[f"adds_up_{at}"],
                self[f"scale_{at}"] if f"scale_{at}" in self.fields else None,
            )
            for at, header in enumerate(self.grid.header)
            if header
        ]

    @property
    def of_the_file(self) -> list[BoundField]:
        """The questions about the file as a whole."""
        names = ("sheet", "area_field", "period_field", "period", "level_field", "level", "decimal", "data_set")
        return [self[name] for name in names if name in self.fields]

    @property
    def of_older_borders(self) -> list[BoundField]:
        return [self[name] for name in ("old_borders", "spread_by", "population")]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in [name for name in self.fields if name == "period" or name.startswith("period_")]:
            if name != "period_field" and cleaned.get(name):
                try:
                    cleaned[name] = periods.parse(cleaned[name])
                except ValueError as error:
                    self.add_error(name, str(error))
        return cleaned

    def clean_sheet(self) -> str:
        sheet = self.cleaned_data["sheet"]
        if sheet != self.grid.sheet:
            try:
                self.other_sheet = proposed_of(bytes(self.file_import.content), self.file_import.name, sheet)
            except FileRefused as refusal:
                raise ValidationError(str(refusal)) from refusal
        return sheet

    def clean_old_borders(self):
        """Its own fields are found by looking at it."""
        file = self.cleaned_data["old_borders"]
        if file:
            self.beside = not_too_large(file).read()
            try:
                self.old_fields = borders.proposed_of(self.beside, file.name)
            except FileRefused as refusal:
                raise ValidationError(str(refusal)) from refusal
        return file

    @property
    def options(self) -> dict[str, Any]:
        """As the import keeps them. Another sheet has other columns: they are proposed anew."""
        cleaned = self.cleaned_data
        if self.other_sheet:
            return self.other_sheet
        said = {name: cleaned[name] for name in Choices.__dataclass_fields__ if name in cleaned}
        old = {"old_name_field": self.chosen.old_name_field, "old_code_field": self.chosen.old_code_field}
        if self.beside:
            old = {f"old_{name}": self.old_fields[name] for name in ("name_field", "code_field")}
        return Choices(**said | old, columns=tuple(self._chosen_columns())).kept()

    def _chosen_columns(self):
        for at, header in enumerate(self.grid.header):
            if statistic := tidy(self.cleaned_data.get(f"statistic_{at}", "")):
                yield Column(
                    header,
                    statistic,
                    self.cleaned_data[f"period_{at}"],
                    self.cleaned_data[f"adds_up_{at}"],
                    self.cleaned_data.get(f"scale_{at}", ""),
                )
