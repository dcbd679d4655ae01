"""Reads GeoJSON as cities publish it."""

import json
import re
from typing import Any

from django.utils.translation import gettext as _

from jos.shared.imports import FileRefused
from jos.shared.tables.cells import tidy
from neighbourhoods.imports.layers import MOST_FEATURES, Layer, feature

_SCRIPT = re.compile(r"\s*((?:var|let|const)\s+)?[\w.$]{1,60}\s*(=|\()")


def read_geojson(content: bytes) -> Layer:
    document = parse_json(content)
    _check_type(document)
    rows = document.get("features")
    if not isinstance(rows, list):
        raise FileRefused(_("“features” is not a list. Export the file as GeoJSON again."))
    if len(rows) > MOST_FEATURES:
        raise FileRefused(_("This file has more than %(most)d areas: no city has.") % {"most": MOST_FEATURES})
    features = [_feature(number, row) for number, row in enumerate(rows, start=1)]
    return Layer(tuple(features), _crs(document))


def parse_json(content: bytes) -> Any:
    """What the text of a file means as JSON. FileRefused where it means nothing."""
    return _parse(_decode(content))


def _decode(content: bytes) -> str:
    encodings = ["utf-16"] if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileRefused(_("This file is no text. Send GeoJSON, or a shapefile as .zip."))


def _parse(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except RecursionError as error:
        raise FileRefused(_("This file is nested far too deep to be borders.")) from error
    except json.JSONDecodeError as error:
        raise FileRefused(_what_else(text, error)) from error
    except FileRefused:
        raise
    except ValueError as error:  # a number of thousands of digits
        raise FileRefused(_("This file has a number that is too long to be a coordinate.")) from error


def _refuse_constant(name: str) -> None:
    raise FileRefused(_("“%(name)s” stands where a number should be.") % {"name": name})


def _what_else(text: str, error: json.JSONDecodeError) -> str:
    if not text.strip():
        return _("This file is empty.")
    if script := _SCRIPT.match(text):
        return _(
            "This is not JSON: it starts with “%(start)s”, so it is a script. "
            "Take that away, or export the file as GeoJSON."
        ) % {"start": tidy(script[0])}
    return _("This is not JSON: it cannot be read at line %(line)d, character %(column)d. Send GeoJSON.") % {
        "line": error.lineno,
        "column": error.colno,
    }


def _check_type(document: Any) -> None:
    if not isinstance(document, dict):
        raise FileRefused(_("This is JSON, but no GeoJSON: it has no “type”."))
    kind = document.get("type")
    if kind == "FeatureCollection":
        return
    found = tidy(kind)[:60] if isinstance(kind, str) else ""
    raise FileRefused(
        _("The type of this file is “%(found)s”; it must be “FeatureCollection”, spelt exactly so.") % {"found": found}
    )


def _feature(number: int, row: Any):
    properties = row.get("properties") if isinstance(row, dict) else None
    if not isinstance(row, dict) or row.get("type") != "Feature" or not isinstance(properties, dict | None):
        raise FileRefused(_("Feature %(number)d is not a GeoJSON feature.") % {"number": number})
    return feature(number, properties or {}, row.get("geometry"))


def _crs(document: dict) -> str | None:
    """The name in a `crs` member, which old GeoJSON has and new GeoJSON leaves out."""
    crs = document.get("crs")
    if crs is None:
        return None
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    return tidy(name)[:100] if isinstance(name, str) else "?"
