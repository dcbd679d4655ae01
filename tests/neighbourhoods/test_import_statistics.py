"""The command: the same preview as the browser, then all or nothing."""

import io

import pytest
from django.core.management import CommandError, call_command

from neighbourhoods.enums import AddsUp
from neighbourhoods.models import Statistic, StatisticValue
from tests.builders import make_neighbourhood, square
from tests.neighbourhoods.imports.files import collection, feature
from tests.neighbourhoods.imports.statistics.files import stored, workbook

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(tmp_path):
    make_neighbourhood("Rabot", code="7", geometry=square(0))
    make_neighbourhood("Ledeberg", code="18", geometry=square(1))

    def run(content: str | bytes, *options: str, name: str = "cijfers.csv") -> str:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        out = io.StringIO()
        call_command("import_statistics", str(path), *options, stdout=out)
        return out.getvalue()

    return run


PLAIN = ("--area-field=wijk", "--period=2024", "--column=druk=Druk")


def test_it_tells_and_writes(run):
    told = run("wijk;druk\n7;4\n18;x\n11001;3\n", *PLAIN, "--data-set=Stad in cijfers")
    assert "new: 2\n  Druk, 2024: a new figure, still to complete; 2 values" in told
    assert "1 row left out, that is about no neighbourhood of this city: 11001." in told
    assert "Written." in told
    assert Statistic.objects.get().data_set.name == "Stad in cijfers"
    assert "There was nothing to write." in run("wijk;druk\n7;4\n18;x\n", *PLAIN)


def test_a_dry_run_writes_nothing(run):
    assert "Dry run" in run("wijk;druk\n7;4\n", *PLAIN, "--dry-run")
    assert not Statistic.objects.exists()


def test_a_refusal_says_where_and_writes_nothing(run):
    with pytest.raises(CommandError, match="line 3, column druk: “veel” is no number"):
        run("wijk;druk\n7;4\n18;veel\n", *PLAIN)
    with pytest.raises(CommandError, match="Choose the field that says which neighbourhood"):
        run("wijk;druk\n7;4\n", "--period=2024", "--column=druk=Druk")
    with pytest.raises(CommandError, match="write --column HEADER=STATISTIC"):
        run("wijk;druk\n7;4\n", "--area-field=wijk", "--column=druk")
    with pytest.raises(CommandError, match="not allowed with"):
        run("wijk;druk\n7;4\n", *PLAIN, "--period-field=jaar")
    assert not Statistic.objects.exists()


def test_each_column_can_have_its_own_period(run):
    run("wijk;a=b;c\n7;1;2\n", "--area-field=wijk", "--column=a=b=Groen@2013", "--column=c=Groen@2016")
    assert stored("Groen") == {("Rabot", "2013"): 1, ("Rabot", "2016"): 2}


def test_decimals_levels_and_what_adds_up(run):
    file = "wijk;druk;niveau\n7;1.234;wijk\n44021;9;gemeente\n"
    with pytest.raises(CommandError, match="which sign"):
        run(file, *PLAIN)
    run(file, *PLAIN, "--decimal=,", "--level-field=niveau", "--level=wijk", "--adds-up=druk")
    assert stored() == {("Rabot", "2024"): 1234}
    assert Statistic.objects.get().adds_up == AddsUp.SUM


def test_the_command_asks_what_a_percentage_means_and_takes_the_sheet_that_is_named(run):
    book = workbook(Leeg=[["wijk", "druk"], [7, 1]], Nog=[["wijk", "druk"], [7, (0.125, "0.0%")]])
    with pytest.raises(CommandError, match="fractions"):
        run(book, *PLAIN, "--sheet=Nog", name="a.xlsx")
    run(book, *PLAIN, "--sheet=Nog", "--fractions=druk", name="a.xlsx")
    assert stored() == {("Rabot", "2024"): 12.5}
    run(book, *PLAIN, "--sheet=Nog", "--as-written=druk", name="a.xlsx")
    assert stored() == {("Rabot", "2024"): 0.125}


def test_a_preset_needs_nothing_else(run):
    run("geoitem;period;v1\n7;2019;4\n", "--preset=swing")
    assert stored("v1") == {("Rabot", "2019"): 4}


def test_older_borders_are_converted_with_a_disclaimer(run, tmp_path):
    old = tmp_path / "oud.geojson"
    old.write_bytes(collection(feature("Alles", "A", geometry=square(0)), feature("Rest", "R", geometry=square(1))))
    told = run("wijk;druk\nAlles;4\nRest;5\n", *PLAIN, f"--old-borders={old}", "--old-name-field=wijk")
    assert "These values were converted from older borders: they are estimates." in told
    assert StatisticValue.objects.filter(is_converted=True).count() == 2
    with pytest.raises(CommandError, match="cannot be read"):
        run("wijk;druk\nAlles;4\n", *PLAIN, "--old-borders=/nergens.geojson")
