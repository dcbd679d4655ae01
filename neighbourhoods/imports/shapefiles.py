"""Reads a zipped shapefile: the .shp with its .dbf; the .prj names the coordinates, the .cpg the encoding."""

import io
import zipfile
from pathlib import PurePosixPath

import shapefile
from django.utils.translation import gettext as _
from pyproj import CRS
from pyproj.exceptions import CRSError

from jos.shared.archives import check_archive
from jos.shared.imports import FileRefused
from neighbourhoods.imports.layers import MOST_FEATURES, Feature, Layer, feature


def read_shapefile(content: bytes) -> Layer:
    check_archive(content)
    parts = _parts(content)
    for encoding in _encodings(parts.get(".cpg", b"")):
        try:
            return Layer(tuple(_features(parts, encoding)), _crs(parts.get(".prj")))
        except (UnicodeDecodeError, LookupError):
            continue
        except FileRefused:
            raise
        except Exception as error:  # pyshp lets out whatever a broken file makes happen, dozens of sorts
            raise FileRefused(_("This shapefile is damaged. Export it again.")) from error
    raise FileRefused(_("The letters in this shapefile cannot be read. Export it again, with UTF-8."))


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


def _encodings(cpg: bytes) -> list[str]:
    """The one the file names, and those it may have been in all the same."""
    named = cpg.decode("ascii", "ignore").strip().lower().removeprefix("ansi ").removeprefix("ldid/")
    named = {"1252": "cp1252", "88591": "latin-1", "65001": "utf-8"}.get(named, named)
    return [encoding for encoding in (named, "utf-8", "cp1252") if encoding]


def _features(parts: dict[str, bytes], encoding: str) -> list[Feature]:
    files = {extension: io.BytesIO(parts[f".{extension}"]) for extension in ("shp", "dbf")}
    with shapefile.Reader(**files, encoding=encoding) as reader:
        if max(reader.numRecords or 0, reader.numShapes or 0) > MOST_FEATURES:
            raise FileRefused(_("This file has more than %(most)d areas: no city has.") % {"most": MOST_FEATURES})
        return [
            feature(number, row.record.as_dict(), _geometry(row.shape))
            for number, row in enumerate(reader.iterShapeRecords(), start=1)
        ]


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
