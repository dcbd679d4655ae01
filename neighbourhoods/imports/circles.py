"""Imports movement circles, a row for each circle and neighbourhood. The file says all that its circles hold."""

from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jos.shared.imports import Change, ChangeKind, Plan
from jos.shared.models import unique_slug
from jos.shared.saving import claim_version
from jos.shared.tables import cells
from jos.shared.tables.reading import Columns, RowReader, Table, at_line, read_table
from neighbourhoods.codes import Codes
from neighbourhoods.models import MovementCircle

COLUMNS = Columns(("circle", "neighbourhood_code"))


@dataclass
class CirclesPlan(Plan):
    """The circles to write, with the primary keys of their neighbourhoods."""

    compositions: list[tuple[MovementCircle, list[int]]] = field(default_factory=list)


def plan_circles(content: bytes, name: str, options: dict[str, Any]) -> CirclesPlan:
    table = read_table(content, name, COLUMNS)
    plan = CirclesPlan(problems=table.problems, notes=table.notes)
    codes = Codes()
    told = _compositions(table, codes, plan)
    if not plan.is_refused:
        _describe(plan, told, codes)
    return plan


@transaction.atomic
def apply_circles(plan: CirclesPlan, *, by) -> None:
    for circle, neighbourhoods in plan.compositions:
        if circle.pk is None:
            circle.slug = unique_slug(MovementCircle, circle.name)
            circle.save_by(by)
        else:
            claim_version(circle, version=circle.version)
        circle._history_user = by
        circle.neighbourhoods.set(neighbourhoods)


def _compositions(table: Table, codes: Codes, plan: CirclesPlan) -> dict[str, dict[int, str]]:
    """The neighbourhoods of each circle, by the circle's name as it was first written."""
    name_of = cells.required(cells.text_of(MovementCircle._meta.get_field("name")))
    written: dict[str, str] = {}
    told: dict[str, dict[int, str]] = {}
    for row in table.rows:
        reader = RowReader(row, plan.problems)
        name, found = reader.read("circle", name_of), reader.read("neighbourhood_code", codes.find_all)
        if name is None or found is None:
            continue
        circle = told.setdefault(written.setdefault(cells.same(name), name), {})
        for neighbourhood in found:
            if neighbourhood in circle:
                reader.refuse(
                    "neighbourhood_code",
                    _("This neighbourhood is in this circle already: %(where)s.") % {"where": circle[neighbourhood]},
                )
            circle[neighbourhood] = at_line(row.line)
    return told


def _describe(plan: CirclesPlan, told: dict[str, dict[int, str]], codes: Codes) -> None:
    known = {cells.same(circle.name): circle for circle in MovementCircle.objects.prefetch_related("neighbourhoods")}
    for name, lines in told.items():
        circle = known.pop(cells.same(name), None)
        if circle is None:
            plan.compositions.append((MovementCircle(name=name), list(lines)))
            plan.changes.append(Change(ChangeKind.NEW, name, (codes.names_of(lines),)))
            continue
        before = {neighbourhood.pk: neighbourhood.name for neighbourhood in circle.neighbourhoods.all()}
        details = _differences(before, set(lines), codes)
        if details:
            plan.compositions.append((circle, list(lines)))
        kind = ChangeKind.CHANGED if details else ChangeKind.UNCHANGED
        plan.changes.append(Change(kind, circle.name, details))
    plan.changes += [Change(ChangeKind.MISSING, circle.name) for circle in known.values()]


def _differences(before: dict[int, str], after: set[int], codes: Codes) -> tuple[str, ...]:
    added, removed = after - set(before), set(before) - after
    details = []
    if added:
        details.append(_("with %(names)s") % {"names": codes.names_of(added)})
    if removed:
        details.append(_("without %(names)s") % {"names": ", ".join(sorted(before[each] for each in removed))})
    return tuple(details)
