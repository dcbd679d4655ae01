"""Small files with borders, made here, as cities send them and as they should not."""

import io
import json
import zipfile

import shapefile
from pyproj import CRS
from shapely.geometry import shape

from neighbourhoods.geometry import WGS84, project
from tests.builders import square


def feature(name: str | None = "Dampoort", code="1", *, geometry=None, **properties) -> dict:
    properties = {"wijk": name, "code": code} | properties
    return {"type": "Feature", "properties": properties, "geometry": geometry or square(0)}


def row_of(count: int, **crs) -> bytes:
    """Neighbourhoods that touch, side by side."""
    return collection(*(feature(f"Wijk {n}", str(n), geometry=square(n)) for n in range(1, count + 1)), **crs)


def collection(*features: dict, **members) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features} | members).encode()


def box(west: float, south: float, east: float, north: float) -> dict:
    return {"type": "Polygon", "coordinates": [ring(west, south, east, north)]}


def ring(west: float, south: float, east: float, north: float) -> list[list[float]]:
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def moved_to(crs: str, geometry: dict) -> dict:
    """The same borders in other coordinates."""
    moved = project(shape(geometry), WGS84, crs)
    return json.loads(json.dumps(moved.__geo_interface__))


def zipped(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def shapefile_parts(
    *rows: tuple[str, object, dict], crs: str | None = "EPSG:31370", encoding: str = "utf-8"
) -> dict[str, bytes]:
    """The files of a shapefile with these names, codes and borders."""
    files = {extension: io.BytesIO() for extension in ("shp", "shx", "dbf")}
    with shapefile.Writer(**files, shapeType=shapefile.POLYGON, encoding=encoding) as writer:
        writer.field("wijk", "C", size=80)
        writer.field("code", "N", size=10)
        for name, code, geometry in rows:
            writer.record(name, code)
            writer.shape(moved_to(crs or WGS84, geometry))
    parts = {f"wijken.{extension}": file.getvalue() for extension, file in files.items()}
    if crs:
        parts["wijken.prj"] = CRS.from_user_input(crs).to_wkt("WKT1_ESRI").encode()
    return parts | {"wijken.cpg": encoding.encode()}
