"""Agreed hours and budget as tables: a column for each function, what is agreed and nothing else."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from covenants.document.words import euros, number
from covenants.models import AgreedHours, Covenant
from jos.shared.capitals import capfirst
from neighbourhoods.models import Neighbourhood
from organisations.enums import AgeBand, Function

Cells = dict[tuple[str, str], Decimal]  # by the name of the row and the function


def hours_table(covenant: Covenant) -> dict[str, Any]:
    """A row for each neighbourhood and age band for which hours were agreed apart."""
    agreed = sorted(covenant.hours.all(), key=_place)
    names = _names({hours.neighbourhood for hours in agreed if hours.neighbourhood})
    cells: Cells = {(_where_and_for_whom(hours, names), hours.function): hours.hours_per_week for hours in agreed}
    return _table(cells, number) | {
        "unit": _("hours a week"),
        "reasons": [
            [who, text]
            for who, text in (
                (_("Why the city agrees with fewer hours"), covenant.city_reason_for_less),
                (_("Why the partner agrees with fewer hours"), covenant.partner_reason_for_less),
            )
            if text
        ],
    }


def budget_table(covenant: Covenant) -> dict[str, Any]:
    """A row for each year."""
    cells: Cells = {(str(line.year), line.function): line.amount for line in covenant.budget.all()}
    total = covenant.total_budget
    return _table(cells, euros) | {
        "total_name": _("Budget in all"),
        "total": "" if total is None else euros(total),
    }


def _table(cells: Cells, in_words) -> dict[str, Any]:
    names = list(dict.fromkeys(name for name, _function in cells))
    functions = [function for function in Function if any((name, function.value) in cells for name in names)]

    def cell(name: str, function: Function) -> str:
        value = cells.get((name, function.value))
        return "" if value is None else in_words(value)

    def together(keys: Iterable[tuple[str, str]]) -> str:
        return in_words(sum((cells[key] for key in keys), Decimal(0)))

    return {
        "functions": [capfirst(function.label) for function in functions],
        "codes": [function.value for function in functions],
        "rows": [
            {
                "name": name,
                "cells": [cell(name, function) for function in functions],
                "total": together(key for key in cells if key[0] == name),
            }
            for name in names
        ],
        "totals": [*(together(key for key in cells if key[1] == function) for function in functions), together(cells)],
    }


def _place(hours: AgreedHours) -> tuple[str, str, int]:
    """The whole reach before a neighbourhood, all ages before a band, the youngest first."""
    youngest = int(hours.age_band.split("-")[0]) if hours.age_band else 0
    return (str(hours.neighbourhood or ""), str(hours.neighbourhood_id or ""), youngest)


def _names(areas: set[Neighbourhood]) -> dict[Neighbourhood | None, str]:
    """Two of the same name are told apart: no hours of one stand for those of the other."""
    times = Counter(area.name for area in areas)
    return {area: f"{area.name} ({area.slug})" if times[area.name] > 1 else area.name for area in areas}


def _where_and_for_whom(hours: AgreedHours, names: dict[Neighbourhood | None, str]) -> str:
    where = names.get(hours.neighbourhood) or pgettext("hours agreed for", "Everywhere")
    ages = AgeBand(hours.age_band).label if hours.age_band else pgettext("hours agreed for", "all ages")
    return f"{where} · {ages}"
