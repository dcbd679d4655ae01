"""What each kind of file does is decided by its importer, the same one that the command uses."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from jos.shared.enums import ImportKind
from jos.shared.tables.reading import Columns
from jos.shared.undoing import Models
from neighbourhoods.drawing import redraw
from neighbourhoods.imports import circles, neighbourhoods, priorities
from neighbourhoods.models import MovementCircle, Neighbourhood, NeighbourhoodCode, PriorityDecision
from organisations.imports import offer_rows, offers, organisations
from organisations.models import (
    Offer,
    OfferFunction,
    OfferMoment,
    OfferNeighbourhood,
    Organisation,
    Partnership,
    PartnershipMember,
    Place,
)

TABLES = ".csv,.xlsx"


@dataclass(frozen=True)
class Importer:
    """How one kind of file is imported."""

    plan: Callable[..., Any]  # (content, name, options) to a Plan
    apply: Callable[..., None]  # (plan, by=)
    accepts: str
    writes: Models  # parents before their parts
    columns: Columns | None = None  # none: the fields are chosen after the upload
    after_undo: Callable[[], None] | None = None


IMPORTERS = {
    ImportKind.NEIGHBOURHOODS: Importer(
        neighbourhoods.plan_neighbourhoods,
        neighbourhoods.apply_neighbourhoods,
        ".geojson,.json,.zip",
        writes=(Neighbourhood, NeighbourhoodCode),
        after_undo=redraw,
    ),
    ImportKind.CIRCLES: Importer(
        circles.plan_circles, circles.apply_circles, TABLES, (MovementCircle,), circles.COLUMNS
    ),
    ImportKind.PRIORITIES: Importer(
        priorities.plan_priorities, priorities.apply_priorities, TABLES, (PriorityDecision,), priorities.COLUMNS
    ),
    ImportKind.ORGANISATIONS: Importer(
        organisations.plan_organisations, organisations.apply_organisations, TABLES, (Organisation,),
        organisations.COLUMNS,
    ),
    ImportKind.OFFERS: Importer(
        offers.plan_offers, offers.apply_offers, TABLES,
        (Partnership, PartnershipMember, Place, Offer, OfferFunction, OfferNeighbourhood, OfferMoment),
        offer_rows.COLUMNS,
    ),
}  # fmt: skip
