"""From a file that can be read to areas that make sense, and every way in which they do not."""

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import shape

from jos.shared.imports import FileRefused
from neighbourhoods.imports.areas import Reading, read_areas
from neighbourhoods.imports.choices import Choices, proposed
from neighbourhoods.imports.files import read_layer
from tests.builders import square
from tests.neighbourhoods.imports.files import box, collection, feature, moved_to, ring, row_of


def read(content: bytes, **choices) -> Reading:
    return read_areas(read_layer(content), Choices(**{"name_field": "wijk", "code_field": "code"} | choices))


def problems(content: bytes, **choices) -> str:
    return " / ".join(f"{problem.where}: {problem.text}" for problem in read(content, **choices).problems)


def notes(content: bytes) -> str:
    reading = read(content)
    assert not reading.problems
    return " / ".join(f"{note.where}: {note.text}" for note in reading.notes)


def test_an_area_has_a_name_a_code_a_district_and_borders():
    (area,) = read(collection(feature("Dampoort", 13, deelgemeente="Gent")), district_field="deelgemeente").areas
    assert (area.name, area.code, area.district) == ("Dampoort", "13", "Gent")
    assert shape(area.borders).symmetric_difference(shape(square(0))).area < 1e-9
    assert area.plane.area == pytest.approx(783_000, rel=0.01)


def test_heights_are_dropped():
    high = {"type": "Polygon", "coordinates": [[[*point, 12.5] for point in ring(4.3, 50.8, 4.31, 50.81)]]}
    (area,) = read(collection(feature(geometry=high))).areas
    assert {len(point) for point in area.borders["coordinates"][0][0]} == {2}


def test_names_lose_spaces_too_many_and_it_is_said():
    content = collection(feature("  Rabot  - Blaisantvest\u00a0"))
    assert read(content).areas[0].name == "Rabot - Blaisantvest"
    assert "feature 1 (Rabot - Blaisantvest): The name had spaces" in notes(content)


def test_borders_that_cross_themselves_are_repaired_and_it_is_said():
    bow = {"type": "Polygon", "coordinates": [[[4.3, 50.8], [4.31, 50.81], [4.31, 50.8], [4.3, 50.81], [4.3, 50.8]]]}
    content = collection(feature(geometry=bow))
    assert "feature 1 (Dampoort): The borders crossed or touched themselves and were repaired" in notes(content)
    assert shape(read(content).areas[0].borders).is_valid


def test_an_open_ring_is_closed():
    unclosed = {"type": "Polygon", "coordinates": [ring(4.3, 50.8, 4.31, 50.81)[:-1]]}
    (area,) = read(collection(feature(geometry=unclosed))).areas
    assert shape(area.borders).symmetric_difference(shape(square(0))).area < 1e-9


@pytest.mark.parametrize("crs", ["EPSG:31370", "EPSG:3812"])
def test_lambert_gives_the_same_place_as_degrees(crs):
    lambert = collection(feature(geometry=moved_to(crs, square(0))))
    (area,) = read(lambert, crs=crs).areas
    (same,) = read(collection(feature())).areas
    assert area.plane.hausdorff_distance(same.plane) < 0.1


@pytest.mark.parametrize(
    ("name", "crs"),
    [
        ("urn:ogc:def:crs:EPSG::31370", "EPSG:31370"),
        ("EPSG:3812", "EPSG:3812"),
        ("urn:ogc:def:crs:EPSG:6.9:3812", "EPSG:3812"),
        ("urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326"),
    ],
)
def test_the_crs_member_is_honoured(name, crs):
    member = {"type": "name", "properties": {"name": name}}
    content = collection(feature(geometry=moved_to(crs, square(0))), crs=member)
    assert read(content).areas[0].plane.area == pytest.approx(783_000, rel=0.01)


def far(crs: str) -> bytes:
    return collection(feature(geometry=moved_to(crs, square(0))))


@pytest.mark.parametrize(
    ("content", "crs", "reason"),
    [
        (far("EPSG:31370"), "", "the file does not say what they are. Choose the coordinate system"),
        (far("EPSG:31370"), "EPSG:4326", "These coordinates are no degrees. Choose another"),
        (far("EPSG:31370"), "EPSG:3812", "not in or near Belgium"),
        (far("EPSG:3812"), "EPSG:31370", "not in or near Belgium"),
        (row_of(1), "EPSG:31370", "These coordinates are degrees, not metres of Lambert 72"),
        (row_of(1), "EPSG:28992", "“EPSG:28992” is not one this portal knows"),
        (row_of(1, crs={"type": "name", "properties": {"name": "EPSG:28992"}}), "", "is not one this portal knows"),
        (row_of(1, crs="Lambert"), "", "is not one this portal knows"),
        (collection(feature(geometry=box(50.8, 4.3, 50.81, 4.31))), "", "Latitude and longitude are swapped"),
        (collection(feature(geometry=box(0, 0, 1, 1))), "", "not in or near Belgium"),
        (collection(feature(geometry=box(500, 0, 501, 1))), "", "Choose the coordinate system"),
    ],
)
def test_coordinates_that_cannot_be_right_refuse_the_file(content, crs, reason):
    with pytest.raises(FileRefused, match=reason):
        read(content, crs=crs)


@pytest.mark.parametrize(
    ("choices", "reason"),
    [
        ({"name_field": "naam"}, "“naam” is not in this file. Its fields are: wijk, code, deelgemeente"),
        ({"code_field": "nr"}, "“nr” is not in this file"),
        ({"district_field": "stad"}, "“stad” is not in this file"),
        ({"name_field": ""}, "Choose the field that holds the name"),
    ],
)
def test_fields_that_are_not_there_refuse_the_file(choices, reason):
    with pytest.raises(FileRefused, match=reason):
        read(collection(feature(deelgemeente="Gent")), **choices)


@pytest.mark.parametrize(
    ("features", "reason"),
    [
        ([feature(name=" ")], "feature 1: “wijk” is empty"),
        ([feature(code="")], "feature 1 (Dampoort): “code” is empty"),
        ([feature(code=None)], "“code” is empty"),
        ([feature(name="x" * 121)], "“wijk” is longer than 120 characters"),
        ([feature(code="9" * 41)], "“code” is longer than 40 characters"),
        ([feature("Een"), feature("Twee", geometry=square(1))], "“1” stands there 2 times: Een, Twee"),
        ([feature(), feature("Twee", 1.0, geometry=square(1))], "“1” stands there 2 times"),
    ],
)
def test_names_and_codes_that_are_not_right_are_problems(features, reason):
    assert reason in problems(collection(*features))


POINTS = ring(4.3, 50.8, 4.31, 50.81)


@pytest.mark.parametrize(
    ("geometry", "reason"),
    [
        ({"type": "Point", "coordinates": [4.3, 50.8]}, "It is a Point; only Polygon and MultiPolygon"),
        ({"type": "LineString", "coordinates": POINTS}, "It is a LineString"),
        ({"type": "GeometryCollection", "geometries": []}, "It is a GeometryCollection"),
        ({"type": "Cirkel"}, "It is a ?"),
        ({"type": ["Polygon"]}, "It is a ?"),
        ({}, "It has no borders"),
        ([], "It has no borders"),
        ({"type": "Polygon"}, "empty or broken"),
        ({"type": "Polygon", "coordinates": []}, "empty or broken"),
        ({"type": "Polygon", "coordinates": [[]]}, "empty or broken"),
        ({"type": "Polygon", "coordinates": {"x": 1}}, "empty or broken"),
        ({"type": "Polygon", "coordinates": [POINTS[:2]]}, "fewer than three points"),
        ({"type": "Polygon", "coordinates": [POINTS[:1] * 5]}, "fewer than three points"),
        ({"type": "Polygon", "coordinates": [[[4.3], [4.4], [4.5]]]}, "without two coordinates"),
        ({"type": "Polygon", "coordinates": [[1, 2, 3]]}, "without two coordinates"),
        ({"type": "Polygon", "coordinates": [[["4.3", "50.8"], [4, 5], [5, 6]]]}, "no number"),
        ({"type": "Polygon", "coordinates": [[[True, False], [4, 5], [5, 6]]]}, "no number"),
        ({"type": "Polygon", "coordinates": [[[1e999, 1], [4, 5], [5, 6]]]}, "no number"),
        ({"type": "Polygon", "coordinates": [[[10**400, 1], [4, 5], [5, 6]]]}, "no number"),
        ({"type": "Polygon", "coordinates": [[[4.3, 50.8], [4.31, 50.81], [4.32, 50.82]]]}, "enclose nothing"),
    ],
)
def test_borders_that_are_none_are_problems(geometry, reason):
    # 1e999 is how a file can hold infinity without saying so.
    content = collection(feature() | {"geometry": geometry}).replace(b"Infinity", b"1e999")
    assert problems(content).startswith("feature 1 (Dampoort): ")
    assert reason in problems(content)


def test_a_feature_without_geometry_is_a_problem():
    assert "feature 1 (Dampoort): It has no borders" in problems(collection(feature() | {"geometry": None}))


def overlapping(by: float) -> bytes:
    """Two squares of a hundredth of a degree, the second one shifted into the first by a part of it."""
    return collection(feature("Een", 1), feature("Twee", 2, geometry=square(1 - by)))


@pytest.mark.parametrize("by", [0.011, 0.2, 1])
def test_areas_that_overlap_are_refused(by):
    assert "Een (1): It overlaps Twee (2) by" in problems(overlapping(by))


def test_slivers_are_only_said():
    assert "Een (1): It overlaps Twee (2) by a sliver of 7" in notes(overlapping(0.009))


def test_borders_that_touch_are_no_overlap():
    assert notes(overlapping(0)) == ""


def test_what_is_wrong_everywhere_is_said_everywhere():
    content = collection(feature(name="", geometry={"type": "Point"}), feature("Twee", ""), feature("Drie", 3))
    assert len(read(content).problems) == 3


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        (
            [{"wijk": "A", "naam": "Oost", "nieuwnr": "1", "wijknr": 1}, {"wijk": "B", "naam": "Oost", "nieuwnr": "2"}],
            {"name_field": "wijk", "code_field": "nieuwnr", "district_field": "naam"},
        ),
        (
            [{"geoitem": "A1", "naam": "Een"}, {"geoitem": "A2", "naam": "Twee"}],
            {"name_field": "naam", "code_field": "geoitem", "district_field": ""},
        ),
        (
            [{"NAAM": "Een", "ID": 1, "code": "x"}, {"NAAM": "Twee", "ID": 2, "code": "x"}],
            {"name_field": "NAAM", "code_field": "ID", "district_field": ""},
        ),
        ([{"x": "Een"}], {"name_field": "", "code_field": "", "district_field": ""}),
    ],
)
def test_fields_are_proposed_from_what_stands_in_them(fields, found):
    features = [{"type": "Feature", "properties": properties, "geometry": square(0)} for properties in fields]
    assert proposed(read_layer(collection(*features))) == found


numbers = st.floats() | st.integers() | st.none() | st.text(max_size=3)
positions = st.lists(st.floats(3, 5) | numbers, max_size=4)
coordinates = st.recursive(positions, lambda inner: st.lists(inner, max_size=6), max_leaves=30)
geometries = st.fixed_dictionaries(
    {"type": st.sampled_from(["Polygon", "MultiPolygon", "Point", 3]), "coordinates": coordinates}
)
texts = st.text(max_size=5) | st.integers() | st.none() | st.floats() | st.just("\ud800\x00")
features = st.builds(
    lambda wijk, code, geometry: {"type": "Feature", "properties": {"wijk": wijk, "code": code}, "geometry": geometry},
    texts,
    texts,
    geometries | st.just(square(0)) | st.none(),
)


@given(st.lists(features, min_size=1, max_size=4), st.sampled_from(["", "EPSG:4326", "EPSG:31370"]))
def test_any_features_are_read_or_refused(rows, crs):
    content = json.dumps({"type": "FeatureCollection", "features": rows}).encode()
    with contextlib.suppress(FileRefused):
        reading = read(content, crs=crs)
        assert reading.problems or len(reading.areas) == len(rows)
        for area in reading.areas:
            assert area.label.encode()
            assert "\x00" not in area.label


corners = st.tuples(st.floats(4.3, 4.4), st.floats(50.8, 50.9))


@given(st.lists(corners, min_size=3, max_size=12))
def test_any_ring_becomes_sound_borders_or_a_problem(points):
    polygon = {"type": "Polygon", "coordinates": [[list(point) for point in points]]}
    reading = read(collection(feature(geometry=polygon)))
    assert reading.problems or (shape(reading.areas[0].borders).area > 0 and reading.areas[0].plane.is_valid)
