"""The files of a real city and of the provinces: each comes in, or is refused with a reason that helps."""

import csv
import io

import pytest

from jos.shared.imports import FileRefused
from neighbourhoods.enums import Missing
from neighbourhoods.imports.neighbourhoods import apply_neighbourhoods, plan_neighbourhoods
from neighbourhoods.imports.statistics import apply_statistics, plan_statistics
from neighbourhoods.models import Neighbourhood, NeighbourhoodCode, Statistic, StatisticValue
from tests.builders import make_neighbourhood
from tests.real_data import real_file

pytestmark = [pytest.mark.django_db, pytest.mark.real_data]

FIELDS = {"name_field": "wijk", "code_field": "nieuwnr", "district_field": "naam"}


@pytest.fixture
def ghent(settings):
    settings.CITY_CODE = "44021"
    apply_neighbourhoods(plan_neighbourhoods(real_file("gent/stadswijken-gent.geojson"), "x", FIELDS), by=None)


def taken_in(name: str, **options):
    plan = plan_statistics(real_file(name), name.rpartition("/")[2], options)
    assert not plan.problems
    apply_statistics(plan, by=None)
    assert plan_statistics(real_file(name), name.rpartition("/")[2], options).is_empty
    return plan


def rows_of(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(real_file(name).decode()), delimiter=";"))


def values_of(name: str) -> dict[str, float]:
    return dict(Statistic.objects.get(name=name).values.values_list("neighbourhood__name", "value"))


def test_facts_per_neighbourhood_of_ghent(ghent):
    columns = [
        {"header": "bevolking_2024_afgeleid", "statistic": "Bevolking"},
        {"header": "open_ruimte_pct_2016", "statistic": "Open ruimte", "period": "2016"},
    ]
    taken_in("gent/gent_wijken_afgeleid.csv", area_field="wijk", period="2024", columns=columns)
    assert values_of("Bevolking")["Rabot - Blaisantvest"] == 8220
    assert values_of("Open ruimte")["Rabot - Blaisantvest"] == 8.3
    assert StatisticValue.objects.count() == 50


def test_density_by_name_of_the_neighbourhood(ghent):
    plan = taken_in("gent/PopulationDensity_2024.json", preset="opendatasoft")
    assert plan.counts()["NEW"] == 25
    assert values_of("population_density_2024")["Rabot - Blaisantvest"] == 9552


def test_playgrounds_are_counted_in_the_neighbourhood_where_they_lie(ghent):
    columns = [{"header": "number", "statistic": "Speelterreinen"}, {"header": "m2", "statistic": "Speelruimte"}]
    taken_in("gent/speelterreinen-gent_2022-05.json", area_field="area", period="2022", columns=columns)
    number, ground = values_of("Speelterreinen"), values_of("Speelruimte")
    for row in rows_of("gent/gent_wijken_afgeleid.csv"):
        assert number[row["wijk"]] == int(row["speelterreinen_2022"])
        assert ground[row["wijk"]] == pytest.approx(int(row["speelterrein_m2_2022"]), rel=0.001)


def test_all_800_suppressed_cells_stay_suppressed():
    codes = {row["geoitem"] for row in rows_of("gent/gent_inkomensaangiften_deelgemeente_2005_2019.csv")}
    for code in codes:
        make_neighbourhood(code=code, source="deelgemeente")
    taken_in("gent/gent_inkomensaangiften_deelgemeente_2005_2019.csv", preset="swing")
    assert StatisticValue.objects.filter(missing=Missing.SUPPRESSED).count() == 800
    assert not StatisticValue.objects.filter(value__lt=-99990).exists()
    assert StatisticValue.objects.count() == 225 * 21


def test_a_rest_code_that_is_no_neighbourhood_is_left_out_and_said():
    make_neighbourhood(code="44021E", source="deelgemeente")
    plan = taken_in("gent/gent_inkomensaangiften_deelgemeente_2005_2019.csv", preset="swing")
    notes = [note.text for note in plan.notes]
    assert "15 rows left out, of what the source could not put anywhere: 44021ONBE." in notes
    assert any(note.startswith("195 rows left out, that are about no neighbourhood of this city") for note in notes)


def test_statistical_sectors_are_added_up_to_neighbourhoods(ghent):
    rows = rows_of("gent/gent_landgebruik_open_ruimte_statsec_2013_2016.csv")
    neighbourhoods = list(Neighbourhood.objects.order_by("pk"))
    sectors = sorted({row["geoitem"] for row in rows})
    for number, sector in enumerate(sectors):  # not where they really lie
        area = neighbourhoods[number % len(neighbourhoods)]
        NeighbourhoodCode.objects.create(neighbourhood=area, source="statsec", code=sector)
    column = {"header": "v1591_opp_or_totaal", "statistic": "Open ruimte", "adds_up": True}
    name = "gent/gent_landgebruik_open_ruimte_statsec_2013_2016.csv"
    taken_in(name, preset="swing", columns=[column])
    total = sum(StatisticValue.objects.filter(period="2016").values_list("value", flat=True))
    assert total == sum(int(row["v1591_opp_or_totaal"]) for row in rows if row["period"] == "2016")
    assert StatisticValue.objects.count() == 2 * 25


def test_the_city_in_a_file_about_all_of_flanders(ghent):
    plan = taken_in("swing/Upload_PinC_level_gemeente.txt", preset="swing")
    total = Statistic.objects.get(name="v2801_vh_totcrim").values.get(period="2011")
    assert (total.neighbourhood, total.value) == (None, 39492)
    assert "18 rows left out, of what the source could not put anywhere: 99991, 99992." in [n.text for n in plan.notes]


def test_the_upload_format_of_the_provinces_in_a_workbook(ghent):
    name = "swing/000_voorbeeld_upload.xlsx"
    plan = plan_statistics(real_file(name), "a.xlsx", {"preset": "swing"})
    assert "Read from the sheet “voorbeeld_UPLOAD_onderwijs”." in [note.text for note in plan.notes]
    assert plan.counts()["NEW"] == 15
    taken_in(name, preset="swing", columns=[{"header": "v2302_GKO_V", "statistic": "Kleuters"}])
    assert Statistic.objects.get(name="Kleuters").values.filter(neighbourhood=None, value__gt=0).count() == 5


def test_a_script_is_no_file_with_figures(ghent):
    with pytest.raises(FileRefused, match="script"):
        plan_statistics(real_file("gent/quirk_js_prefix_featurecollection_2017.geojson"), "a.geojson", {})


@pytest.mark.parametrize("name", ["stadswijken-gent", "quirk_27_handbewerkt", "wijken_2013_multipolygon"])
def test_areas_on_a_map_are_things_to_count_and_that_is_said(ghent, name):
    options = {"area_field": "area", "period": "2024", "columns": [{"header": "number", "statistic": "Wijken"}]}
    plan = plan_statistics(real_file(f"gent/{name}.geojson"), "a.geojson", options)
    assert not plan.problems
    assert "things on a map. Each was counted in the neighbourhood where it lies" in plan.notes[0].text


def test_values_in_the_borders_of_2013_become_estimates_for_today(ghent):
    lines = [
        "wijk;leners",
        "Dampoort;1260",
        "Sint Amandsberg;2598",
        "Rabot  - Blaisantvest;x",
        "Moscou - Vogelhoek;848",
    ]
    options = {
        "area_field": "wijk",
        "period": "2013",
        "columns": [{"header": "leners", "statistic": "Leners", "adds_up": True}],
        "beside": real_file("gent/wijken_2013_multipolygon.geojson"),
        "old_name_field": "name",
        "old_code_field": "wijknr",
    }
    plan = plan_statistics("\n".join(lines).encode(), "leners.csv", options)
    assert not plan.problems
    assert plan.notes[0].text == "These values were converted from older borders: they are estimates."
    assert "of the ground of the older areas lies outside" in plan.notes[2].text
    apply_statistics(plan, by=None)
    found = Statistic.objects.get(name="Leners").values
    assert found.get(neighbourhood__name="Rabot - Blaisantvest").missing == Missing.SUPPRESSED
    assert found.get(neighbourhood__name="Dampoort").value == pytest.approx(1240, abs=40)
    assert all(found.values_list("is_converted", flat=True))
