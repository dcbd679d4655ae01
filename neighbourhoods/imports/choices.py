"""What staff choose about a file with borders, and what we propose."""

import datetime
from dataclasses import dataclass

from jos.shared.tables.cells import tidy
from neighbourhoods.imports.files import read_layer
from neighbourhoods.imports.layers import Layer

DEFAULT_SOURCE = "stad"

# Field names seen in the files of Flemish cities and provinces, likeliest first.
_NAMES = ("wijk", "wijknaam", "wijk_naam", "name", "naam", "neighbourhood", "label", "omschrijving")
_CODES = ("code", "wijkcode", "nieuwnr", "wijknr", "geoitem", "nr", "nummer", "nis", "niscode", "id", "objectid", "fid")
_DISTRICTS = ("district", "deelgemeente", "stadsdeel", "naam", "cluster")


@dataclass(frozen=True)
class Choices:
    """Which fields hold what, whose codes they are, and what happens to neighbourhoods the file does not have."""

    name_field: str
    code_field: str
    district_field: str = ""
    source: str = DEFAULT_SOURCE
    crs: str = ""  # empty: what the file says
    end_missing: str = ""  # a day as 2026-12-31; empty: they stay

    @property
    def end_on(self) -> datetime.date | None:
        return datetime.date.fromisoformat(self.end_missing) if self.end_missing else None


def proposed(layer: Layer) -> dict[str, str]:
    """The fields that look like name, code and district; empty where nothing does."""
    code = _likeliest(layer, _CODES, is_unique=True)
    name = _likeliest(layer, _NAMES, is_unique=True, but=code)
    district = _likeliest(layer, _DISTRICTS, is_unique=False, but=name)
    return {"name_field": name, "code_field": code, "district_field": district}


def proposed_of(content: bytes, name: str) -> dict[str, str]:
    """The same of a file as it was uploaded. FileRefused where it holds no borders."""
    return proposed(read_layer(content))


def _likeliest(layer: Layer, wanted: tuple[str, ...], *, is_unique: bool, but: str = "") -> str:
    fields = {name.casefold(): name for name in layer.field_names if name != but}
    found = (fields[name] for name in wanted if name in fields)
    return next((name for name in found if _is_unique(layer, name) == is_unique), "")


def _is_unique(layer: Layer, name: str) -> bool:
    """Every area has its own value."""
    values = [tidy(feature.fields.get(name, "")) for feature in layer.features]
    return all(values) and len(set(values)) == len(values)
