"""What each kind of file does is decided by its importer, the same one that the command uses."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from jos.shared.enums import ImportKind
from jos.shared.tables.reading import Columns
from neighbourhoods.imports import circles, neighbourhoods, priorities
from organisations.imports import offer_rows, offers, organisations

TABLES = ".csv,.xlsx"


@dataclass(frozen=True)
class Importer:
    """How one kind of file is imported."""

    plan: Callable[..., Any]  # (content, name, options) to a Plan
    apply: Callable[..., None]  # (plan, by=)
    accepts: str
    columns: Columns | None = None  # none: the fields are chosen after the upload


IMPORTERS = {
    ImportKind.NEIGHBOURHOODS: Importer(
        neighbourhoods.plan_neighbourhoods, neighbourhoods.apply_neighbourhoods, ".geojson,.json,.zip"
    ),
    ImportKind.CIRCLES: Importer(circles.plan_circles, circles.apply_circles, TABLES, circles.COLUMNS),
    ImportKind.PRIORITIES: Importer(
        priorities.plan_priorities, priorities.apply_priorities, TABLES, priorities.COLUMNS
    ),
    ImportKind.ORGANISATIONS: Importer(
        organisations.plan_organisations, organisations.apply_organisations, TABLES, organisations.COLUMNS
    ),
    ImportKind.OFFERS: Importer(offers.plan_offers, offers.apply_offers, TABLES, offer_rows.COLUMNS),
}
