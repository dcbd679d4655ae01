"""What a file may look like, and every way in which it cannot be read at all."""

import codecs
import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jos.shared import archives
from jos.shared.imports import FileRefused
from neighbourhoods.imports.files import read_layer
from tests.builders import square
from tests.neighbourhoods.imports.files import collection, feature, row_of, shapefile_parts, zipped


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_geojson_is_read_in_the_usual_encodings(encoding):
    text = row_of(1).decode().replace("Wijk 1", "Coupure-Régence")
    (only,) = read_layer(text.encode(encoding)).features
    assert only.fields["wijk"] == "Coupure-Régence"


@pytest.mark.parametrize(("written", "code"), [(13, "13"), (13.0, "13"), ("013", "013"), (None, ""), (True, "")])
def test_codes_are_text_whatever_wrote_them(written, code):
    (only,) = read_layer(collection(feature(code=written))).features
    assert only.fields["code"] == code


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "This file is empty."),
        (b"  \n", "This file is empty."),
        (b"wijken={}", "it starts with “wijken=”, so it is a script"),
        (b"var wijken = {}", "it starts with “var wijken =”"),
        (b"callback({})", "it is a script"),
        (b"naam;code\nDampoort;1", "cannot be read at line 1"),
        (b'{"type": "FeatureCollection", "features": [', "This is not JSON"),
        (b"[]", "no “type”"),
        (b'"tekst"', "no “type”"),
        (b"{}", "The type of this file is “”"),
        (b'{"type": 3}', "must be “FeatureCollection”"),
        (b'{"type": "Featurecollection", "features": []}', "The type of this file is “Featurecollection”"),
        (b'{"type": "FeatureCollection"}', "“features” is not a list"),
        (b'{"type": "FeatureCollection", "features": {}}', "“features” is not a list"),
        (b'{"type": "FeatureCollection", "features": []}', "There are no areas"),
        (b'{"type": "FeatureCollection", "features": [1]}', "Feature 1 is not a GeoJSON feature"),
        (b'{"type": "FeatureCollection", "features": [{"type": "feature"}]}', "Feature 1 is not"),
        (b'{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": []}]}', "Feature 1 is not"),
        (b'{"type": "FeatureCollection", "features": [NaN]}', "“NaN” stands where a number should be"),
        (b'{"type": "FeatureCollection", "bbox": [-Infinity]}', "“-Infinity” stands"),
        (b'{"a": ' + b"9" * 5000 + b"}", "too long to be a coordinate"),
        (b"[" * 100_000, "nested far too deep"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x00", "no text"),
        (b"\xff\x81\x8d", "no text"),
    ],
)
def test_what_is_no_geojson_is_refused_with_the_reason(content, reason):
    with pytest.raises(FileRefused, match=reason.replace("(", r"\(")):
        read_layer(content)


def test_a_file_over_the_limit_is_refused(settings):
    settings.FILE_UPLOAD_MAX_MB = 1
    with pytest.raises(FileRefused, match="larger than 1 MB"):
        read_layer(b" " * (1024 * 1024 + 1))


def test_more_areas_than_any_city_has_are_refused():
    with pytest.raises(FileRefused, match="more than 5000 areas"):
        read_layer(b'{"type": "FeatureCollection", "features": [' + b"{}," * 5000 + b"{}]}")


def test_field_names_keep_the_order_of_the_file():
    content = collection(feature(extra="x"), feature(ander="y"))
    assert read_layer(content).field_names == ["wijk", "code", "extra", "ander"]


def test_a_zipped_shapefile_is_read():
    parts = shapefile_parts(("Brugge-Centrum", 13, square(0)), ("Sint-Andriës", 14, square(1)))
    layer = read_layer(zipped(parts))
    assert layer.crs == "EPSG:31370"
    assert [each.fields for each in layer.features] == [
        {"wijk": "Brugge-Centrum", "code": "13"},
        {"wijk": "Sint-Andriës", "code": "14"},
    ]


@pytest.mark.parametrize("named", ["cp1252", "1252", "ANSI 1252", "", "UTF-8", "no-such-encoding"])
def test_letters_of_a_shapefile_are_read_whatever_the_cpg_says(named):
    parts = shapefile_parts(("Coupure-Régence", 1, square(0)), encoding="cp1252")
    layer = read_layer(zipped(parts | {"wijken.cpg": named.encode()}))
    assert layer.features[0].fields["wijk"] == "Coupure-Régence"


@pytest.mark.parametrize("crs", ["EPSG:31370", "EPSG:3812", "EPSG:4326"])
def test_the_prj_names_the_coordinates(crs):
    assert read_layer(zipped(shapefile_parts(("Wijk", 1, square(0)), crs=crs))).crs == crs


def test_a_shapefile_without_prj_does_not_say_its_coordinates():
    assert read_layer(zipped(shapefile_parts(("Wijk", 1, square(0)), crs=None))).crs is None


def test_folders_and_what_a_mac_adds_do_not_matter():
    parts = shapefile_parts(("Wijk", 1, square(0)))
    files = {f"kaarten/{name}": content for name, content in parts.items()} | {"__MACOSX/._wijken.shp": b"rubbish"}
    assert len(read_layer(zipped(files)).features) == 1


def broken_archives():
    parts = shapefile_parts(("Wijk", 1, square(0)))
    without_dbf = {name: content for name, content in parts.items() if name != "wijken.dbf"}
    good = zipped(parts)
    return [
        (b"PK\x03\x04rubbish", "archive is damaged"),
        (good[: len(good) // 2], "archive is damaged"),
        (zipped({"leesmij.txt": b"x"}), "no .shp file"),
        (zipped({"binnen.zip": good}), "no .shp file"),
        (zipped(without_dbf), ".dbf file is missing"),
        (zipped(parts | {"ander.shp": b"", "ander.dbf": b""}), "several shapefiles: wijken.shp, ander.shp"),
        (zipped(parts | {"wijken.shp": parts["wijken.shp"][:120]}), "shapefile is damaged"),
        (zipped(parts | {"wijken.dbf": b"\xff" * 400}), "shapefile is damaged"),
        (zipped(parts | {"wijken.shp": b""}), "shapefile is damaged"),
        (zipped({f"{number}.txt": b"" for number in range(archives.MOST_FILES + 1)}), "Send a smaller one"),
    ]


@pytest.mark.parametrize(("content", "reason"), broken_archives())
def test_what_is_no_zipped_shapefile_is_refused_with_the_reason(content, reason):
    with pytest.raises(FileRefused, match=reason):
        read_layer(content)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(archives, "MOST_MEGABYTES", 1)
    parts = shapefile_parts(("Wijk", 1, square(0)))
    with pytest.raises(FileRefused, match="unpacks to more than 1 MB"):
        read_layer(zipped(parts | {"wijken.sbn": bytes(2 * 1024 * 1024)}))


anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(anything)
def test_any_json_is_read_or_refused(document):
    read_or_refused(json.dumps(document).encode("utf-8", "surrogatepass"))


@given(st.binary())
def test_any_bytes_are_read_or_refused(content):
    read_or_refused(content)
    read_or_refused(b"PK\x03\x04" + content)


def read_or_refused(content: bytes) -> None:
    with contextlib.suppress(FileRefused):
        assert read_layer(content).features
