"""What is on offer in an area, as one number. Where it is not known there is none: unknown is never 0 (R17)."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from jos.dashboards.need.enums import SupplyKind
from neighbourhoods.figures import Figure
from organisations.coverage import AreaCoverage

PER = 1_000  # young people


@dataclass(frozen=True)
class Supply:
    """`value`: none where `why_not` says why. `at_least`: of some offers the hours are not known."""

    value: float | None
    hours: Decimal | None = None
    young: Figure | None = None
    at_least: bool = False
    why_not: str = ""


def supply_of(area: AreaCoverage, kind: SupplyKind, young: Figure) -> Supply:
    if kind == SupplyKind.FUNCTIONS:
        return Supply(float(len(area.covered)))
    hours, at_least = _hours(area)
    if hours is None:
        return Supply(None, None, young, at_least, _("nobody wrote down the hours"))
    if young.value is None:
        why = young.missing.label if young.missing else _("not known")
        return Supply(None, hours, young, at_least, _("how many young people: %s") % why)
    if young.value == 0:
        return Supply(None, hours, young, at_least, _("no young people live there"))
    return Supply(float(hours) * PER / young.value, hours, young, at_least)


def _hours(area: AreaCoverage) -> tuple[Decimal | None, bool]:
    """Of all functions together, and whether there are more. None: there are offers, but of none the hours."""
    covered = [area.functions[function] for function in area.covered]
    known = [function.hours for function in covered if function.hours is not None]
    unknown = any(function.hours is None or function.some_hours_unknown for function in covered)
    return (sum(known, Decimal()) if known or not covered else None), unknown
