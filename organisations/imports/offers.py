"""Imports offers from a table: one row is one offer, in one or more neighbourhoods. What is imported is published."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jos.shared.imports import Change, ChangeKind, FileRefused, Plan, difference
from jos.shared.tables.cells import UNKNOWN
from jos.shared.tables.reading import Table, read_table
from neighbourhoods.codes import Codes
from organisations.enums import Function, OfferStatus, WorkForm
from organisations.imports.offer_matching import match
from organisations.imports.offer_proposals import Partnerships, WarmPlaces
from organisations.imports.offer_rows import COLUMNS, KnownOffer, OfferParser, OfferRow, known_offers
from organisations.imports.offer_writing import write_offers
from organisations.imports.organisations import KnownOrganisations
from organisations.models import Offer
from organisations.schedule_reading import as_written


@dataclass
class OffersPlan(Plan):
    new: list[OfferRow] = field(default_factory=list)
    changed: list[tuple[OfferRow, KnownOffer]] = field(default_factory=list)
    partnerships: Partnerships = field(default_factory=Partnerships)
    places: WarmPlaces = field(default_factory=WarmPlaces)


def plan_offers(content: bytes, name: str, options: dict[str, Any]) -> OffersPlan:
    """What the file would do to the offers of the organisations that it names. Others are left alone."""
    table = read_table(content, name, COLUMNS)
    if not set(table.columns) & set(Function.values):
        raise FileRefused(
            _("There is no column for a function. Add at least one of: %(columns)s.")
            % {"columns": ", ".join(Function.values)}
        )
    plan = OffersPlan(problems=table.problems, notes=table.notes)
    codes = Codes()
    rows = _read(table, codes, plan)
    if plan.is_refused:
        return plan
    organisations = {row.organisation.pk: row.organisation for row in rows}
    known = known_offers(organisations.values(), table.columns)
    pairs, plan.problems = match(rows, known)
    if not plan.is_refused:
        _describe(plan, rows, pairs, codes)
        plan.changes += _missing(known, pairs)
        plan.changes = plan.partnerships.changes() + plan.places.changes(codes.names) + plan.changes
        plan.notes += plan.partnerships.notes
    return plan


def apply_offers(plan: OffersPlan, *, by) -> None:
    """Write all of it, or nothing."""
    write_offers(plan.new, plan.changed, plan.partnerships, plan.places, by=by)


def _read(table: Table, codes: Codes, plan: OffersPlan) -> list[OfferRow]:
    parser = OfferParser(table.columns, codes, KnownOrganisations())
    rows = (parser.read(row, plan.problems) for row in table.rows)
    return [row for row in rows if row is not None]


def _describe(plan: OffersPlan, rows: list[OfferRow], pairs: dict[int, KnownOffer], codes: Codes) -> None:
    for row in rows:
        known = pairs.get(row.line)
        if known is None:
            plan.new.append(row)
            plan.partnerships.ask_for(row)
            plan.places.ask_for(row)
            plan.changes.append(Change(ChangeKind.NEW, row.label, _summary(row, codes)))
        elif details := _differences(row, known, codes):
            plan.changed.append((row, known))
            _ask_for_what_changed(plan, row, known)
            plan.changes.append(Change(ChangeKind.CHANGED, known.label, details))
        else:
            plan.changes.append(Change(ChangeKind.UNCHANGED, row.label))


def _ask_for_what_changed(plan: OffersPlan, row: OfferRow, known: KnownOffer) -> None:
    if row.facts.get("partnership") != known.facts.get("partnership"):
        plan.partnerships.ask_for(row)
    place = known.offer.place
    if row.facts.get("warm_place") != known.facts.get("warm_place") or (
        place and place.neighbourhood_id not in row.neighbourhoods
    ):
        plan.places.ask_for(row)


def _missing(known: list[KnownOffer], pairs: dict[int, KnownOffer]) -> list[Change]:
    met = {offer.offer.pk for offer in pairs.values()}
    return [
        Change(ChangeKind.MISSING, each.label)
        for each in known
        if each.offer.status == OfferStatus.PUBLISHED and each.offer.pk not in met
    ]


def _summary(row: OfferRow, codes: Codes) -> tuple[str, ...]:
    functions = (
        f"{function.label} {_shown(function.value, row.facts[function.value], codes)}"
        for function in Function
        if row.facts.get(function.value) is not None
    )
    return (codes.names_of(row.neighbourhoods), ", ".join(functions))


def _differences(row: OfferRow, known: KnownOffer, codes: Codes) -> tuple[str, ...]:
    details = [] if known.offer.status == OfferStatus.PUBLISHED else [_("was a draft, is published")]
    for column, new in row.facts.items():
        if new != known.facts[column]:
            old = _shown(column, _as_written(column, known), codes)
            written = {"partnership": row.partnership, "warm_place": row.warm_place}
            details.append(difference(_in_words(column), old, _shown(column, written.get(column, new), codes)))
    if known.facts["neighbourhood_code"] != row.facts["neighbourhood_code"] and any(
        each.share is not None for each in known.reach
    ):
        details.append(_("each neighbourhood gets an equal part of the hours again"))
    return tuple(details)


def _as_written(column: str, known: KnownOffer) -> Any:
    if column == "partnership":
        return known.offer.partnership.name if known.offer.partnership else ""
    if column == "warm_place":
        return known.offer.place.name if known.facts["warm_place"] else ""
    return known.facts[column]


_COLUMN_WORDS = {
    "neighbourhood_code": gettext_lazy("neighbourhoods"),
    "schedule": gettext_lazy("when"),
    "free": gettext_lazy("free of charge"),
}


def _in_words(column: str) -> str:
    if column in Function.values:
        return _("hours of %(function)s") % {"function": Function(column).label}
    if column in _COLUMN_WORDS:
        return str(_COLUMN_WORDS[column])
    return _("warm place") if column == "warm_place" else str(Offer._meta.get_field(column).verbose_name)


def _shown(column: str, value: Any, codes: Codes) -> str | datetime.date:
    if column == "free":
        return _("yes") if value else _("no")
    if column == "schedule":
        return as_written(*value)
    if value in (None, ""):
        return ""
    if column in Function.values:
        return _("unknown") if value == UNKNOWN else number_format(f"{value.normalize():f}")
    if column == "neighbourhood_code":
        return codes.names_of(value)
    if isinstance(value, datetime.date):
        return value
    return str(WorkForm(value).label if column == "work_form" else value)
