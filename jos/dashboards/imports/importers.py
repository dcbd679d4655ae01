"""What each kind of file does is decided by its importer, the same one that the command uses."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.forms import Form

from jos.dashboards.imports.forms import BordersForm
from jos.dashboards.imports.statistics_form import StatisticsForm
from jos.shared.enums import ImportKind
from jos.shared.tables.reading import Columns
from jos.shared.undoing import Models
from neighbourhoods.drawing import redraw
from neighbourhoods.imports import choices, circles, neighbourhoods, priorities, statistics
from neighbourhoods.models import (
    DataSet,
    MovementCircle,
    Neighbourhood,
    NeighbourhoodCode,
    PriorityDecision,
    Statistic,
    StatisticValue,
)
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
    propose: Callable[[bytes, str], dict[str, Any]] | None = None  # (content, name) to what staff then choose
    form: type[Form] | None = None  # to choose with
    after_undo: Callable[[], None] | None = None


IMPORTERS = {
    ImportKind.NEIGHBOURHOODS: Importer(
        neighbourhoods.plan_neighbourhoods,
        neighbourhoods.apply_neighbourhoods,
        ".geojson,.json,.zip",
        writes=(Neighbourhood, NeighbourhoodCode),
        propose=choices.proposed_of,
        form=BordersForm,
        after_undo=redraw,
    ),
    ImportKind.STATISTICS: Importer(
        statistics.plan_statistics,
        statistics.apply_statistics,
        ".csv,.txt,.xlsx,.json,.geojson",
        writes=(DataSet, Statistic, StatisticValue),
        propose=statistics.proposed_of,
        form=StatisticsForm,
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
