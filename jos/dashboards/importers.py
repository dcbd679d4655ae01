"""What each kind of file does is decided by its importer, the same one that the command uses."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.module_loading import import_string

from jos.shared.enums import ImportKind
from jos.shared.imports import Plan

TABLES = ".csv,.xlsx"


@dataclass(frozen=True)
class Importer:
    """How one kind of file is imported."""

    plan: Callable[..., Plan]
    apply: Callable[..., None]
    accepts: str
    columns: str = ""  # empty: the fields are chosen after the upload


def _importer(module: str, name: str, accepts: str, columns: str = "") -> Importer:
    return Importer(_later(f"{module}.plan_{name}"), _later(f"{module}.apply_{name}"), accepts, columns)


def _later(path: str) -> Callable:
    """The function at `path`, found when it is called."""
    return lambda *args, **kwargs: import_string(path)(*args, **kwargs)


IMPORTERS = {
    ImportKind.NEIGHBOURHOODS: _importer(
        "neighbourhoods.imports.neighbourhoods", "neighbourhoods", ".geojson,.json,.zip"
    ),
    ImportKind.CIRCLES: _importer("neighbourhoods.imports.circles", "circles", TABLES, "circle; neighbourhood_code"),
    ImportKind.PRIORITIES: _importer(
        "neighbourhoods.imports.priorities",
        "priorities",
        TABLES,
        "area; valid_from; valid_until; reasons; decided_by",
    ),
    ImportKind.ORGANISATIONS: _importer(
        "organisations.imports.organisations",
        "organisations",
        TABLES,
        "name; kind; company_number; website; charter_signed_on",
    ),
    ImportKind.OFFERS: _importer(
        "organisations.imports.offers",
        "offers",
        TABLES,
        "organisation; partnership; neighbourhood_code; title; work_form; FREE_TIME; WELFARE; BRIDGE; SIGNAL; "
        "age_min; age_max; valid_from; valid_until; warm_place",
    ),
}
