"""Reads a zipped shapefile: the .shp with its .dbf; the .prj names the coordinates, the .cpg the encoding."""

import io
import zipfile
from pathlib import PurePosixPath
from typing import Any

import shapefile
from django.utils.translation import gettext as _
from pyproj import CRS
from pyproj.exceptions import CRSError

from jos.shared.archives import check_archive
from jos.shared.imports import FileRefused
from neighbourhoods.imports.layers import MOST_FEATURES, Layer, feature

BYTES = "latin-1"  # each byte is one letter and back
_PLAIN_NAMES = {"1252": "cp1252", "88591": "latin-1", "65001": "utf-8"}


def read_shapefile(content: bytes) -> Layer:
    check_archive(content)
    parts = _parts(content)
    try:
        rows = _rows(parts)
    except FileRefused:
        raise
    except Exception as error:  # pyshp lets out whatever a broken file makes happen, dozens of sorts
        raise FileRefused(_("This shapefile is damaged. Export it again.")) from error
    fields = _decoded([fields for fields, _geometry in rows], parts.get(".cpg", b""))
    features = [
        feature(number, its_fields, geometry)
        for number, (its_fields, (_raw, geometry)) in enumerate(zip(fields, rows, strict=True), start=1)
    ]
    return Layer(tuple(features), _crs(parts.get(".prj")))


def _parts(content: bytes) -> dict[str, bytes]:
    """The files of the one layer in the archive, by extension."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            paths = {PurePosixPath(name): name for name in archive.namelist() if not _is_rubbish(name)}
            layers = [path for path in paths if path.suffix.lower() == ".shp"]
            _check_one(layers)
            own = [path for path in paths if path.with_suffix("") == layers[0].with_suffix("")]
            parts = {path.suffix.lower(): archive.read(paths[path]) for path in own}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        if isinstance(error, FileRefused):
            raise
        raise FileRefused(_("This archive is damaged. Save the file again and try once more.")) from error
    if ".dbf" not in parts:
        raise FileRefused(_("The .dbf file is missing: without it the areas have no names. Zip all files together."))
    return parts


def _is_rubbish(name: str) -> bool:
    """What a Mac adds to an archive."""
    return name.startswith("__MACOSX/") or PurePosixPath(name).name.startswith("._")


def _check_one(layers: list[PurePosixPath]) -> None:
    if not layers:
        raise FileRefused(_("There is no .shp file in this archive. Zip the files of one shapefile together."))
    if len(layers) > 1:
        names = ", ".join(path.name for path in layers[:5])
        raise FileRefused(_("This archive has several shapefiles: %(names)s. Send one.") % {"names": names})


def _rows(parts: dict[str, bytes]) -> list[tuple[dict[str, Any], dict | None]]:
    """The fields and the geometry of each row, every byte of text as one letter."""
    files = {extension: io.BytesIO(parts[f".{extension}"]) for extension in ("shp", "dbf")}
    with shapefile.Reader(**files, encoding=BYTES) as reader:
        if max(reader.numRecords or 0, reader.numShapes or 0) > MOST_FEATURES:
            raise FileRefused(_("This file has more than %(most)d areas: no city has.") % {"most": MOST_FEATURES})
        return [(row.record.as_dict(), _geometry(row.shape)) for row in reader.iterShapeRecords()]


def _decoded(rows: list[dict[str, Any]], cpg: bytes) -> list[dict[str, Any]]:
    """The text as it was meant: in the encoding the file names, where that is true, or else in the usual ones."""
    named = cpg.decode("ascii", "ignore").strip().lower().removeprefix("ansi ")
    for encoding in (_PLAIN_NAMES.get(named, named), "utf-8", "cp1252"):
        try:
            return [{_text(key, encoding): _text(value, encoding) for key, value in row.items()} for row in rows]
        except (ValueError, LookupError):  # other letters, or no such encoding
            continue
    return rows


def _text(value: Any, encoding: str) -> Any:
    return value.encode(BYTES).decode(encoding) if isinstance(value, str) else value


def _geometry(shape) -> dict | None:
    return None if shape.shapeType == shapefile.NULL else dict(shape.__geo_interface__)


def _crs(prj: bytes | None) -> str | None:
    if prj is None:
        return None
    try:
        code = CRS.from_wkt(prj.decode("utf-8-sig", "replace")).to_epsg(min_confidence=25)
    except CRSError:
        code = None
    return f"EPSG:{code}" if code else "?"
