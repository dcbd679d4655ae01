"""The command: the same preview as the browser, then all or nothing."""

import io

import pytest
from django.core.management import CommandError, call_command

from neighbourhoods.models import Neighbourhood
from tests.builders import square
from tests.neighbourhoods.imports.files import collection, feature, moved_to, row_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(tmp_path):
    def run(content: bytes, *options: str) -> str:
        path = tmp_path / "wijken.geojson"
        path.write_bytes(content)
        out = io.StringIO()
        call_command("import_neighbourhoods", str(path), "--name-field=wijk", "--code-field=code", *options, stdout=out)
        return out.getvalue()

    return run


def test_it_tells_and_writes(run):
    told = run(row_of(2))
    assert "new: 2\n  Wijk 1 (1)\n  Wijk 2 (2)" in told
    assert "Written." in told
    assert Neighbourhood.objects.count() == 2
    assert "There was nothing to write." in run(row_of(2))


def test_a_dry_run_writes_nothing(run):
    assert "Dry run" in run(row_of(2), "--dry-run")
    assert not Neighbourhood.objects.exists()


def test_a_refusal_says_why_and_writes_nothing(run):
    with pytest.raises(CommandError, match="stands there 2 times"):
        run(collection(feature("Een"), feature("Twee", geometry=square(1))))
    with pytest.raises(CommandError, match=r"Nothing was written\. This is not JSON"):
        run(b"wijken={}")
    assert not Neighbourhood.objects.exists()


def test_it_takes_source_district_and_coordinates(run):
    content = collection(feature(geometry=moved_to("EPSG:31370", square(0)), deel="Oost"))
    with pytest.raises(CommandError, match="coordinate system"):
        run(content)
    run(content, "--crs=EPSG:31370", "--source=stad", "--district-field=deel")
    neighbourhood = Neighbourhood.objects.get()
    assert (neighbourhood.district, neighbourhood.codes.get().source) == ("Oost", "stad")


def test_it_ends_what_is_missing_on_a_day(run):
    run(row_of(2))
    assert "Wijk 2: ends on 31 January 2026" in run(row_of(1), "--end-missing=2026-01-31")
    assert Neighbourhood.objects.exclude(valid_until=None).get().name == "Wijk 2"
    with pytest.raises(CommandError, match="invalid"):
        run(row_of(1), "--end-missing=morgen")
