"""A file with borders, whatever its format: features, each with a shape and some fields of text."""

from dataclasses import dataclass
from typing import Any

from jos.shared.tables.cells import tidy

MOST_FEATURES = 5000


@dataclass(frozen=True)
class Feature:
    """One row of the file, counted from 1."""

    number: int
    fields: dict[str, str]
    geometry: Any  # GeoJSON as it came, not yet checked


@dataclass(frozen=True)
class Layer:
    features: tuple[Feature, ...]
    crs: str | None  # what the file itself says of its coordinate system

    @property
    def field_names(self) -> list[str]:
        """Those that at least one feature has, in the order of the file."""
        return list(dict.fromkeys(name for feature in self.features for name in feature.fields))


def feature(number: int, properties: dict, geometry: Any) -> Feature:
    fields = {tidy(str(name)): field_text(value) for name, value in properties.items()}
    return Feature(number, fields, geometry)


def field_text(value: Any) -> str:
    """A field as text: codes are text, also where a program wrote 13 or 13.0."""
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, bool | list | dict):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
