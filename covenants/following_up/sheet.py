"""The numbers of a report as a table: out to a spreadsheet, and in again. What it would change is shown first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext as _

from covenants.following_up.asked import Asked, Cell, Measured, Numbers, outside
from covenants.following_up.numbers import in_words, number
from covenants.following_up.sums import does_not_add_up
from covenants.indicators.adding_up import WHOLE
from covenants.indicators.units import why_not
from covenants.models import Indicator, Measurement
from jos.shared.imports import Change, ChangeKind, FileRefused, Plan, Problem, difference
from jos.shared.tables import cells
from jos.shared.tables.cells import UNKNOWN, same
from jos.shared.tables.reading import Columns, Row, RowReader, Table, read_table

COLUMNS = Columns(
    ("indicator", "name", "unit", "ages", "neighbourhood", "value", "measured_on", "note"),
    optional=("name", "unit", "ages", "neighbourhood", "measured_on", "note"),
)
MOST_WRONG_ROWS = 1000  # that are named one by one
_AGES = re.compile(r"(\d{1,2})\D+(\d{1,2})\D*", re.ASCII)
_note = cells.text_of(Measurement._meta.get_field("note"))


@dataclass
class SheetPlan(Plan):
    """As any import; with what is to be written."""

    numbers: dict[Cell, Measured | None] = field(default_factory=dict)


def sheet_rows(asked: Asked) -> Iterator[tuple]:
    """A row for each number that is asked, with what was said of it so far."""
    places = {area.pk: area.name for area in asked.areas}
    for indicator in asked.numbers:
        for cell in asked.cells(indicator):
            said = asked.measured.get(cell)
            yield (
                str(indicator.pk),
                indicator.name,
                indicator.unit,
                ages_in_words(cell),
                places.get(cell.neighbourhood or 0, ""),
                _value(said),
                said.measured_on if said else None,
                said.note if said else "",
            )


def ages_in_words(cell: Cell) -> str:
    """With a word behind it: a spreadsheet takes 6-11 for a day in November."""
    return _("%(ages)s years") % {"ages": cell.age_group} if cell.age_group else ""


def plan_sheet(content: bytes, name: str, asked: Asked) -> SheetPlan:
    """What reading this file into the report would do. FileRefused where it is no such table, or far too long."""
    table = read_table(content, name, COLUMNS)
    numbers = sum(len(asked.cells(indicator)) for indicator in asked.numbers)
    if len(table.rows) > numbers + MOST_WRONG_ROWS:
        words = {"rows": len(table.rows), "numbers": numbers}
        raise FileRefused(
            _("This file has %(rows)d rows, the report asks %(numbers)d numbers. Take the sheet of this report.")
            % words
        )
    return _SheetReader(asked).plan(table)


class _SheetReader:
    """Reads rows, with what it must know to understand them."""

    def __init__(self, asked: Asked):
        self.asked = asked
        self.indicators = {str(each.pk): each for each in asked.numbers}
        self.places = {same(area.name): area.pk for area in asked.areas}
        self.lines: dict[Cell, int] = {}

    def plan(self, table: Table) -> SheetPlan:
        plan = SheetPlan(problems=list(table.problems), notes=list(table.notes))
        for row in table.rows:
            self._read(row, table.columns, plan)
        for indicator in self.asked.numbers:
            self._check_sum(indicator, plan)
        return plan

    def _read(self, row: Row, columns: tuple[str, ...], plan: SheetPlan) -> None:
        reader = RowReader(row, plan.problems)
        before = len(plan.problems)
        cell = reader.read("indicator", lambda _text: self._cell(row, reader))
        value = reader.read("value", number)
        if cell and isinstance(value, Decimal) and (refusal := why_not(value, self._unit(cell))):
            reader.refuse("value", refusal)
        day = reader.read("measured_on", cells.date)
        note = reader.read("note", _note)
        if day and not self.asked.report.period.holds(day):
            reader.refuse("measured_on", outside(day, self.asked.report.period))
        if value is None and (day or note) and len(plan.problems) == before:
            reader.refuse("value", _("Give the number, or ? where it is not known."))
        if len(plan.problems) > before:
            return
        stored = self.asked.measured.get(cell)
        if stored and "measured_on" not in columns:
            day = stored.measured_on
        if stored and "note" not in columns:
            note = stored.note
        said = None if value is None else Measured(None if value == UNKNOWN else value, day, note)
        self._note_change(plan, cell, stored, said)

    def _cell(self, row: Row, reader: RowReader) -> Cell | None:
        """Which number the row is about. None after noting what is wrong."""
        indicator = self.indicators.get(row.cells["indicator"].strip())
        if indicator is None:
            raise ValueError(_("This report asks no number with this key. Take the sheet of this report."))
        before = len(reader.problems)
        ages, place = reader.read("ages", _ages), reader.read("neighbourhood", self._place)
        if len(reader.problems) > before:
            return None
        cell = Cell(indicator.pk, ages, place)
        if cell not in self.asked.cells(indicator):
            raise ValueError(_("“%(indicator)s” is not asked so finely.") % {"indicator": indicator})
        if twice := self.lines.get(cell):
            raise ValueError(_("This number stands in line %(line)d as well. Leave one of them.") % {"line": twice})
        self.lines[cell] = row.line
        return cell

    def _place(self, text: str) -> int | None:
        if not text.strip():
            return None
        if (found := self.places.get(same(text))) is None:
            raise ValueError(_("“%(text)s” is no neighbourhood of this report.") % {"text": text})
        return found

    def _note_change(self, plan: SheetPlan, cell: Cell, stored: Measured | None, said: Measured | None) -> None:
        if said == stored:
            plan.changes.append(Change(ChangeKind.UNCHANGED, self._label(cell)))
            return
        kind = ChangeKind.CHANGED if stored else ChangeKind.NEW
        details = [difference(name, old, new) for name, old, new in _differences(stored, said) if old != new]
        plan.changes.append(Change(kind, self._label(cell), tuple(details)))
        plan.numbers[cell] = said

    def _unit(self, cell: Cell) -> str:
        return self.indicators[str(cell.indicator)].unit

    def _label(self, cell: Cell) -> str:
        names = {area.pk: area.name for area in self.asked.areas}
        indicator = self.indicators[str(cell.indicator)]
        parts = (indicator.name, names.get(cell.neighbourhood or 0, ""), ages_in_words(cell))
        return ", ".join(filter(None, parts))

    def _check_sum(self, indicator: Indicator, plan: SheetPlan) -> None:
        merged: Numbers = self.asked.measured | plan.numbers
        said = {cell: each for cell, each in merged.items() if each}
        if refusal := does_not_add_up(indicator, said, self.asked):
            plan.problems.append(Problem(indicator.name, refusal))


def _ages(text: str) -> str:
    """6-11, 6–11 years, 6 tot 11 jaar."""
    if not text.strip():
        return WHOLE
    found = _AGES.fullmatch(text.strip())
    if not found:
        raise ValueError(_("“%(text)s” are no ages. Write them as 6-11.") % {"text": text})
    return f"{int(found[1])}-{int(found[2])}"


def _value(said: Measured | None) -> Decimal | str:
    if said is None:
        return ""
    return UNKNOWN if said.value is None else said.value


def _differences(stored: Measured | None, said: Measured | None) -> list[tuple]:
    old, new = stored or Measured(None), said or Measured(None)
    return [
        (_("value"), in_words(_value(stored)), in_words(_value(said))),
        (_("measured on"), old.measured_on, new.measured_on),
        (_("note"), old.note, new.note),
    ]
