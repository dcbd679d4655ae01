"""What each kind of file does is decided by its importer, the same one that the command uses."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from jos.shared.enums import ImportKind
from neighbourhoods.imports.circles import apply_circles, plan_circles
from neighbourhoods.imports.neighbourhoods import apply_neighbourhoods, plan_neighbourhoods
from neighbourhoods.imports.priorities import apply_priorities, plan_priorities
from organisations.imports.offers import apply_offers, plan_offers
from organisations.imports.organisations import apply_organisations, plan_organisations

TABLES = ".csv,.xlsx"


@dataclass(frozen=True)
class Importer:
    """How one kind of file is imported."""

    plan: Callable[..., Any]  # (content, name, options) to a Plan
    apply: Callable[..., None]  # (plan, by=)
    accepts: str
    columns: str = ""  # empty: the fields are chosen after the upload


IMPORTERS = {
    ImportKind.NEIGHBOURHOODS: Importer(plan_neighbourhoods, apply_neighbourhoods, ".geojson,.json,.zip"),
    ImportKind.CIRCLES: Importer(plan_circles, apply_circles, TABLES, "circle; neighbourhood_code"),
    ImportKind.PRIORITIES: Importer(
        plan_priorities, apply_priorities, TABLES, "area; valid_from; valid_until; reasons; decided_by"
    ),
    ImportKind.ORGANISATIONS: Importer(
        plan_organisations, apply_organisations, TABLES, "name; kind; company_number; website; charter_signed_on"
    ),
    ImportKind.OFFERS: Importer(
        plan_offers,
        apply_offers,
        TABLES,
        "organisation; partnership; neighbourhood_code; title; work_form; FREE_TIME; WELFARE; BRIDGE; SIGNAL; "
        "age_min; age_max; valid_from; valid_until; warm_place",
    ),
}
