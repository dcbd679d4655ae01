"""The one door for files with borders: GeoJSON, or a zipped shapefile."""

from django.utils.translation import gettext as _

from jos.shared.imports import FileRefused, refuse_too_large
from neighbourhoods.imports.geojson import read_geojson
from neighbourhoods.imports.layers import Layer
from neighbourhoods.imports.shapefiles import read_shapefile

_ZIP_STARTS = b"PK"


def read_layer(content: bytes) -> Layer:
    """The areas in a file, their borders not yet checked. FileRefused where it is no such file, or an empty one."""
    refuse_too_large(content)
    layer = read_shapefile(content) if content.startswith(_ZIP_STARTS) else read_geojson(content)
    if not layer.features:
        raise FileRefused(_("There are no areas in this file."))
    return layer
