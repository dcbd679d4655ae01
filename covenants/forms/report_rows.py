"""The questions of a report as they stand on its page: one card for each indicator."""

from dataclasses import dataclass

from django.forms import BoundField
from django.utils.translation import gettext as _

from covenants.enums import AgeSplit
from covenants.following_up.asked import Cell
from covenants.following_up.numbers import in_words
from covenants.following_up.report_page import number_says, place_says
from covenants.forms.reports import ReportForm, name_of
from covenants.models import Indicator


@dataclass(frozen=True)
class Line:
    """The parts of a number in one neighbourhood, or over the whole reach: all ages first, then each group."""

    name: str
    cells: list[BoundField | None]


@dataclass(frozen=True)
class NumberRow:
    indicator: Indicator
    way: str  # where it stood, and where both want to get
    earlier: str  # what this side said of the period before
    whole: BoundField
    unknown: BoundField
    on: BoundField | None
    note: BoundField | None
    groups: tuple[str, ...]  # ages; empty: not split by age
    lines: list[Line]

    @property
    def errors(self) -> list[str]:
        """Of the parts, which are too small to say them where they stand."""
        cells = (cell for line in self.lines for cell in line.cells if cell)
        return [f"{cell.label}: {error}" for cell in cells for error in cell.errors]

    @property
    def is_open(self) -> bool:
        """Something stands there already."""
        cells = (*(cell for line in self.lines for cell in line.cells), self.on, self.note)
        return any(cell.value() for cell in cells if cell)


@dataclass(frozen=True)
class ScaleRow:
    indicator: Indicator
    earlier: str
    place: BoundField
    narrative: BoundField


def number_rows(form: ReportForm) -> list[NumberRow]:
    return [_number_row(form, indicator) for indicator in form.asked.numbers]


def scale_rows(form: ReportForm) -> list[ScaleRow]:
    return [_scale_row(form, indicator) for indicator in form.asked.scales]


def _scale_row(form: ReportForm, indicator: Indicator) -> ScaleRow:
    earlier = place_says(indicator, form.asked.placed_before.get(indicator.pk))
    return ScaleRow(indicator, earlier, form[f"place{indicator.pk}"], form[f"narrative{indicator.pk}"])


def _number_row(form: ReportForm, indicator: Indicator) -> NumberRow:
    return NumberRow(
        indicator=indicator,
        way=_way(indicator),
        earlier=number_says(form.asked, indicator, form.asked.measured_before),
        whole=form[name_of(Cell(indicator.pk))],
        unknown=form[f"unknown{indicator.pk}"],
        on=_maybe(form, f"on{indicator.pk}"),
        note=_maybe(form, f"note{indicator.pk}"),
        groups=() if form.is_light else AgeSplit(indicator.age_split).groups,
        lines=_lines(form, indicator),
    )


def _lines(form: ReportForm, indicator: Indicator) -> list[Line]:
    """The whole itself stands above them: in its line that cell is empty."""
    names = {None: _("All together")} | {area.pk: str(area) for area in form.asked.areas}
    lines: dict[int | None, list[BoundField | None]] = {}
    for cell in form.cells(indicator):
        lines.setdefault(cell.neighbourhood, []).append(None if cell.is_whole else form[name_of(cell)])
    return [Line(names[place], cells) for place, cells in lines.items() if any(cells)]


def _maybe(form: ReportForm, name: str) -> BoundField | None:
    return form[name] if name in form.fields else None


def _way(indicator: Indicator) -> str:
    words = {"from": in_words(indicator.baseline), "to": in_words(indicator.target), "unit": indicator.unit}
    if indicator.baseline is None:
        return _("Where it stood is not known; we want to get to %(to)s %(unit)s.") % words
    return _("It stood at %(from)s %(unit)s; we want to get to %(to)s.") % words
