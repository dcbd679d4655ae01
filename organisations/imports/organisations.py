"""Imports organisations from a table. A column that is in the file and empty clears what was known, and says so."""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.core.validators import URLValidator
from django.db import transaction
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history, bulk_update_with_history
from stdnum.be import vat

from jos.shared.imports import Change, ChangeKind, Plan, Problem, difference
from jos.shared.models import unique_slug
from jos.shared.tables import cells
from jos.shared.tables.reading import Columns, Row, RowReader, at_column, read_table
from organisations.duplicates import Names
from organisations.enums import OrganisationKind
from organisations.models import Organisation
from organisations.models.organisation import check_company_number

COLUMNS = Columns(
    ("name", "kind", "company_number", "website", "charter_signed_on"),
    optional=("company_number", "website", "charter_signed_on"),
)


@dataclass(frozen=True)
class OrganisationRow:
    """What one row says. `facts` has a field of the model for each column that the file has."""

    line: int
    facts: dict[str, Any]

    @property
    def name(self) -> str:
        return self.facts["name"]

    @property
    def number(self) -> str:
        return self.facts.get("company_number", "")


@dataclass
class OrganisationsPlan(Plan):
    new: list[Organisation] = field(default_factory=list)
    changed: list[Organisation] = field(default_factory=list)
    columns: tuple[str, ...] = ()


def plan_organisations(content: bytes, name: str, options: dict[str, Any]) -> OrganisationsPlan:
    """What the file would do. An organisation is found by its company number, otherwise by its name."""
    table = read_table(content, name, COLUMNS)
    plan = OrganisationsPlan(problems=table.problems, notes=table.notes, columns=table.columns)
    parsers = _parsers()
    rows = [_read(row, table.columns, parsers, plan.problems) for row in table.rows]
    known = KnownOrganisations()
    if not plan.is_refused:
        plan.problems += _told_twice(rows)
        found = [(row, known.find(row, plan.problems)) for row in rows]
        plan.problems += _met_twice(found)
    if not plan.is_refused:
        _describe(plan, found, known)
    return plan


@transaction.atomic
def apply_organisations(plan: OrganisationsPlan, *, by) -> None:
    slugs = set(Organisation.objects.values_list("slug", flat=True))
    for organisation in plan.new:
        organisation.slug = unique_slug(Organisation, organisation.name, slugs)
    for organisation in plan.changed:
        organisation.version += 1
    bulk_create_with_history(plan.new, Organisation, default_user=by)
    bulk_update_with_history(plan.changed, Organisation, [*plan.columns, "version"], default_user=by)


class KnownOrganisations:
    """All organisations, read in one query, by company number and by name. A merged one's name leads on."""

    def __init__(self) -> None:
        found = list(Organisation.objects.select_related("merged_into").order_by("name", "id"))
        self.all = [organisation for organisation in found if not organisation.merged_into]
        self._by_number = {organisation.company_number: organisation for organisation in self.all}
        self._by_number.pop("", None)
        self._by_name: dict[str, list[Organisation]] = defaultdict(list)
        for organisation in self.all:
            self._by_name[cells.same(organisation.name)].append(organisation)
        for organisation in found:
            if organisation.merged_into and cells.same(organisation.name) not in self._by_name:
                self._by_name[cells.same(organisation.name)] = [organisation.merged_into]

    def find(self, row: OrganisationRow, problems: list[Problem]) -> Organisation | None:
        of_this_name = self._by_name.get(cells.same(row.name), [])
        numbered = self._by_number.get(row.number)
        if numbered and of_this_name and numbered not in of_this_name:
            why = _("This is the number of %(other)s, but %(name)s exists as well. Correct the name or the number.")
            values = {"other": numbered.name, "name": row.name}
            problems.append(Problem(at_column(row.line, "company_number"), why % values))
        if numbered:
            return numbered
        if len(of_this_name) > 1:
            why = _("Several organisations have this name. Add the company number.")
            problems.append(Problem(at_column(row.line, "name"), why))
        return of_this_name[0] if of_this_name else None

    def named(self, text: str) -> Organisation:
        """The one organisation with this name. ValueError where there is none, or more than one."""
        found = self._by_name.get(cells.same(text), [])
        if not found:
            raise ValueError(_("There is no organisation “%(name)s”. Add it first.") % {"name": cells.tidy(text)})
        if len(found) > 1:
            exact = [organisation for organisation in found if organisation.name == text]
            if len(exact) != 1:
                raise ValueError(_("Several organisations are called “%(name)s”.") % {"name": cells.tidy(text)})
            return exact[0]
        return found[0]


def _parsers() -> dict[str, Any]:
    return {
        "name": cells.required(cells.text_of(Organisation._meta.get_field("name"))),
        "kind": cells.required(cells.choice_of(OrganisationKind)),
        "company_number": _company_number,
        "website": _website,
        "charter_signed_on": cells.date,
    }


def _read(row: Row, columns: tuple[str, ...], parsers: dict[str, Any], problems: list[Problem]) -> OrganisationRow:
    reader = RowReader(row, problems)
    return OrganisationRow(row.line, {column: reader.read(column, parsers[column]) for column in columns})


def _company_number(text: str) -> str:
    if not text.strip():
        return ""
    check_company_number(text)
    return vat.compact(text)


def _website(text: str) -> str:
    address = cells.text_of(Organisation._meta.get_field("website"))(text)
    if not address:
        return ""
    if "@" in address.partition("/")[0]:
        raise ValueError(URLValidator.message)  # an e-mail address
    if "://" not in address:
        address = f"https://{address}"
    URLValidator(schemes=["http", "https"])(address)
    return address


def _told_twice(rows: list[OrganisationRow]) -> list[Problem]:
    """Rows about the same organisation. The same name with other company numbers are two organisations."""
    problems = []
    numbers: dict[str, int] = {}
    names: dict[str, OrganisationRow] = {}
    for row in rows:
        earlier = names.setdefault(cells.same(row.name), row)
        if row.number and (line := numbers.setdefault(row.number, row.line)) != row.line:
            problems.append(_twice(row.line, "company_number", line))
        elif earlier is not row and not (row.number and earlier.number):
            problems.append(_twice(row.line, "name", earlier.line))
    return problems


def _met_twice(found: list[tuple[OrganisationRow, Organisation | None]]) -> list[Problem]:
    """Rows that lead to the same organisation, one by its number and one by its name."""
    lines: dict[int, int] = {}
    return [
        _twice(row.line, "name", lines[organisation.pk])
        for row, organisation in found
        if organisation and lines.setdefault(organisation.pk, row.line) != row.line
    ]


def _twice(line: int, column: str, earlier: int) -> Problem:
    return Problem(at_column(line, column), _("This is the same organisation as on line %(line)d.") % {"line": earlier})


def _describe(plan: OrganisationsPlan, found: list[tuple[OrganisationRow, Organisation | None]], known) -> None:
    for row, organisation in found:
        if organisation is None:
            plan.new.append(Organisation(**row.facts))
            details = (OrganisationKind(row.facts["kind"]).label, show("company_number", row.number))
            plan.changes.append(Change(ChangeKind.NEW, row.name, tuple(str(detail) for detail in details if detail)))
        else:
            plan.changes.append(_update(plan, row, organisation))
    met = {organisation.pk for _row, organisation in found if organisation}
    plan.changes += [Change(ChangeKind.MISSING, each.name) for each in known.all if each.pk not in met]
    plan.notes += _likely_duplicates([row for row, organisation in found if organisation is None], known.all)


def _update(plan: OrganisationsPlan, row: OrganisationRow, organisation: Organisation) -> Change:
    label = organisation.name
    old = {column: getattr(organisation, column) for column in row.facts} | {"name": cells.tidy(organisation.name)}
    differing = [column for column, value in row.facts.items() if value != old[column]]
    if not differing:
        return Change(ChangeKind.UNCHANGED, label)
    details = []
    for column in differing:
        what = Organisation._meta.get_field(column).verbose_name
        details.append(difference(what, _told(column, old[column]), _told(column, row.facts[column])))
        setattr(organisation, column, row.facts[column])
    plan.changed.append(organisation)
    return Change(ChangeKind.CHANGED, label, tuple(details))


def _likely_duplicates(rows: list[OrganisationRow], existing: list[Organisation]) -> list[Problem]:
    """Notes about new organisations that look like one that exists, or like an earlier row."""
    names = [organisation.name for organisation in existing] + [row.name for row in rows]
    alike = Names(names)
    notes = []
    for position, row in enumerate(rows, start=len(existing)):
        others = [names[other] for other in alike.like(row.name) if other < position]
        if others:
            why = _("%(name)s looks like %(others)s. Is it the same organisation?")
            notes.append(
                Problem(at_column(row.line, "name"), why % {"name": row.name, "others": ", ".join(others[:3])})
            )
    return notes


def _told(column: str, value: Any) -> str | datetime.date:
    return value if isinstance(value, datetime.date) else show(column, value)


def show(column: str, value: Any) -> str:
    """A fact as people read it, and as the export writes it in CSV."""
    if not value:
        return ""
    if column == "kind":
        return str(OrganisationKind(value).label)
    if column == "company_number":
        return f"{value[:4]}.{value[4:7]}.{value[7:]}"
    return value.isoformat() if isinstance(value, datetime.date) else value
