"""Imports priority decisions that were made (R5): which area, from when until when, why, and who decided.

Proposals are no part of it: a file never makes, changes or decides one.
"""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from jos.shared.imports import Change, ChangeKind, Plan, Problem, difference
from jos.shared.tables import cells
from jos.shared.tables.reading import Columns, Row, RowReader, at_column, read_table
from jos.shared.time import in_words
from neighbourhoods.codes import Codes
from neighbourhoods.enums import DecisionStage
from neighbourhoods.models import MovementCircle, PriorityDecision

OPTIONAL = ("valid_until", "decided_on", "council_number", "is_priority")
COLUMNS = Columns(("area", "valid_from", "reasons", "decided_by", *OPTIONAL), optional=OPTIONAL)
FACTS = (
    "valid_until",
    "reasons",
    "decided_by",
    "decided_on",
    "council_number",
    "is_priority",
)  # what a row can change of a decision


@dataclass(frozen=True)
class Area:
    """A neighbourhood or a circle."""

    name: str
    neighbourhood: int | None = None
    circle: int | None = None


Key = tuple[Area, datetime.date]  # which decision: about what, from which day


@dataclass(frozen=True)
class DecisionRow:
    line: int
    area: Area
    valid_from: datetime.date
    facts: dict[str, Any]  # those of FACTS that the file has a column for

    @property
    def key(self) -> Key:
        return (self.area, self.valid_from)

    @property
    def label(self) -> str:
        return _("%(area)s from %(day)s") % {"area": self.area.name, "day": in_words(self.valid_from)}


@dataclass
class PrioritiesPlan(Plan):
    new: list[PriorityDecision] = field(default_factory=list)
    changed: list[PriorityDecision] = field(default_factory=list)


def plan_priorities(content: bytes, name: str, options: dict[str, Any]) -> PrioritiesPlan:
    """A decision is found by its area and its first day; two decisions of one area never hold on the same day."""
    table = read_table(content, name, COLUMNS)
    plan = PrioritiesPlan(problems=table.problems, notes=table.notes)
    areas = Areas()
    rows = [read for row in table.rows if (read := _read(row, table.columns, areas, plan.problems))]
    plan.problems += _told_twice(rows)
    if not plan.is_refused:
        known = _recorded(areas)
        plan.problems += _overlaps(rows, known)
        if not plan.is_refused:
            _describe(plan, rows, known)
    return plan


@transaction.atomic
def apply_priorities(plan: PrioritiesPlan, *, by) -> None:
    """IntegrityError where somebody recorded a decision that clashes, after the plan was made."""
    written = [*plan.new, *plan.changed]
    PriorityDecision.objects.hold_areas(written)
    for decision in plan.new:
        decision.recorded_by = by
    for decision in plan.changed:
        decision.version += 1
    bulk_create_with_history(plan.new, PriorityDecision, default_user=by)
    bulk_update_with_history(plan.changed, PriorityDecision, [*FACTS, "version"], default_user=by)
    if any(PriorityDecision.objects.clashing_with(decision).exists() for decision in written):
        raise IntegrityError("Another decision about the same area was recorded a moment ago.")


class Areas:
    """What an area in a file means: the code of a neighbourhood, or the name of a circle."""

    def __init__(self) -> None:
        self._codes = Codes()
        self._circles = {circle.pk: circle.name for circle in MovementCircle.objects.only("name")}
        self._by_name = {cells.same(name): circle for circle, name in self._circles.items()}

    def find(self, text: str) -> Area:
        circle = self._by_name.get(cells.same(text))
        if circle is None:
            neighbourhood = self._codes.find(text)
            return Area(self._codes.names[neighbourhood], neighbourhood=neighbourhood)
        if self._codes.knows(text):
            raise ValueError(
                _("“%(text)s” is the code of a neighbourhood and the name of a circle. Use another code.")
                % {"text": cells.tidy(text)}
            )
        return Area(self._circles[circle], circle=circle)

    def of(self, decision: PriorityDecision) -> Area:
        if decision.circle_id:
            return Area(self._circles[decision.circle_id], circle=decision.circle_id)
        return Area(str(decision.neighbourhood), neighbourhood=decision.neighbourhood_id)


def _read(row: Row, columns: tuple[str, ...], areas: Areas, problems: list[Problem]) -> DecisionRow | None:
    before = len(problems)
    reader = RowReader(row, problems)
    parsers = {
        "area": cells.required(areas.find),
        "valid_from": cells.required(cells.date),
        "valid_until": cells.date,
        "reasons": cells.required(cells.tidy_lines),
        "decided_by": cells.required(cells.text_of(PriorityDecision._meta.get_field("decided_by"))),
        "decided_on": cells.date,
        "council_number": cells.text_of(PriorityDecision._meta.get_field("council_number")),
        "is_priority": _comes_first,
    }
    said = {column: reader.read(column, parsers[column]) for column in columns}
    start, end = said["valid_from"], said.get("valid_until")
    if start and end and end < start:
        reader.refuse("valid_until", _("The end date is before the start date."))
    if len(problems) > before:
        return None
    return DecisionRow(row.line, said["area"], start, {fact: said[fact] for fact in FACTS if fact in said})


def _comes_first(text: str) -> bool:
    """Empty is yes: that is what such a decision mostly says."""
    return not text.strip() or cells.yes_or_no(text)


def _recorded(areas: Areas) -> dict[Key, PriorityDecision]:
    decisions = PriorityDecision.objects.filter(stage=DecisionStage.DECIDED).with_areas()
    return {(areas.of(each), each.valid_from): each for each in decisions if each.valid_from}


def _told_twice(rows: list[DecisionRow]) -> list[Problem]:
    lines: dict[Key, int] = {}
    why = _("Line %(line)d is about the same area from the same day.")
    return [
        Problem(at_column(row.line, "area"), why % {"line": lines[row.key]})
        for row in rows
        if lines.setdefault(row.key, row.line) != row.line
    ]


def _overlaps(rows: list[DecisionRow], known: dict[Key, PriorityDecision]) -> list[Problem]:
    """Rows that would hold together with another decision about their area, in the file or recorded before."""
    told = {row.key: row for row in rows}
    ends: dict[Area, dict[datetime.date, datetime.date]] = defaultdict(dict)
    for (area, start), decision in known.items():
        ends[area][start] = decision.valid_until or datetime.date.max
    for row in rows:
        if "valid_until" in row.facts or row.valid_from not in ends[row.area]:
            ends[row.area][row.valid_from] = row.facts.get("valid_until") or datetime.date.max
    problems = []
    for area, periods in ends.items():
        lasting, *later = sorted(periods)  # the start of the decision that lasts longest so far
        for start in later:
            said = told.get((area, start)) or told.get((area, lasting))
            if said and periods[lasting] >= start:
                other = lasting if said.valid_from == start else start
                problems.append(_overlap(said, other, periods[other]))
            lasting = max(lasting, start, key=periods.__getitem__)
    return problems


def _overlap(row: DecisionRow, start: datetime.date, end: datetime.date) -> Problem:
    if end == datetime.date.max:
        why = _("This overlaps the decision about %(area)s from %(start)s, without an end. End that one first.")
    else:
        why = _("This overlaps the decision about %(area)s from %(start)s until %(end)s. End that one first.")
    words = {"area": row.area.name, "start": in_words(start), "end": in_words(end)}
    return Problem(at_column(row.line, "valid_from"), why % words)


def _describe(plan: PrioritiesPlan, rows: list[DecisionRow], known: dict[Key, PriorityDecision]) -> None:
    for row in rows:
        decision = known.pop(row.key, None)
        if decision is None:
            area = {"neighbourhood_id": row.area.neighbourhood, "circle_id": row.area.circle}
            plan.new.append(PriorityDecision(**area, valid_from=row.valid_from, **row.facts))
            plan.changes.append(Change(ChangeKind.NEW, row.label, (row.facts["reasons"],)))
            continue
        if details := _update(decision, row.facts):
            plan.changed.append(decision)
        plan.changes.append(Change(ChangeKind.CHANGED if details else ChangeKind.UNCHANGED, row.label, details))
    plan.changes += [
        Change(ChangeKind.MISSING, _("%(area)s from %(day)s") % {"area": area.name, "day": in_words(start)})
        for area, start in known
    ]


def _update(decision: PriorityDecision, facts: dict[str, Any]) -> tuple[str, ...]:
    details = []
    for fact, new in facts.items():
        old = getattr(decision, fact)
        if new != (cells.tidy_lines(old) if isinstance(old, str) else old):
            details.append(difference(PriorityDecision._meta.get_field(fact).verbose_name, old, new))
            setattr(decision, fact, new)
    return tuple(details)
