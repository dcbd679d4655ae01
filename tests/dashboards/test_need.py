import csv
import datetime
import io

import pytest
from django.urls import reverse

from jos.shared.time import today
from neighbourhoods.enums import AddsUp, Category, Direction, Missing
from organisations.enums import Function
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def rabot(db):
    return builders.make_neighbourhood("Rabot")


@pytest.fixture
def muide(db):
    return builders.make_neighbourhood("Muide")


@pytest.fixture
def brugge(db):
    return builders.make_neighbourhood("Brugse Poort")


@pytest.fixture
def areas(rabot, muide, brugge):
    return [rabot, muide, brugge]


def count_young(values: dict, name: str = "Jongeren van 6 tot 25", period: str = "2024", **fields):
    kind = {"counts_people": True, "adds_up": AddsUp.SUM, "category": Category.POPULATION}
    return builders.make_statistic(name, values=values, period=period, direction=Direction.NEITHER, **kind | fields)


@pytest.fixture
def young(areas):
    return count_young(dict.fromkeys(areas, 500))


@pytest.fixture
def weighing(rabot, muide, brugge):
    """Rabot has most need, then Muide: those two come first."""
    poverty = builders.make_statistic("Armoede", values={rabot: 30, muide: 20, brugge: 5})
    return builders.make_weighing("Kansen", weights={poverty: 1}, top=2)


@pytest.fixture
def look(sign_in, policymaker):
    def get(query: str = "") -> str:
        return sign_in(policymaker).get(f"/need/{query}").content.decode()

    return get


def rows(sign_in, user, query: str = "") -> dict[str, dict[str, str]]:
    response = sign_in(user).get(f"/need/export.csv{query}")
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return {row["name"]: row for row in csv.DictReader(io.StringIO(text), delimiter=";")}


def test_high_need_with_little_on_offer_is_named_first(look, weighing, young, organisation, muide, brugge):
    builders.make_offer(organisation, muide, functions={Function.FREE_TIME: 20})
    builders.make_offer(organisation, brugge, functions={Function.FREE_TIME: 2})
    page = look()
    assert "<mark>Rabot</mark> has high need and little on offer." in page
    assert page.index("High need, little on offer") < page.index("High need, more on offer")


def test_hours_are_set_against_the_young_people_who_live_there(
    sign_in, policymaker, weighing, organisation, rabot, muide, brugge
):
    count_young({rabot: 250, muide: 1000, brugge: 500})
    for area in (rabot, muide, brugge):
        builders.make_offer(organisation, area, functions={Function.FREE_TIME: 5, Function.BRIDGE: 5})
    found = rows(sign_in, policymaker)
    assert [found[name]["hours_per_1000"] for name in ("Rabot", "Brugse Poort", "Muide")] == ["40,0", "20,0", "10,0"]
    assert found["Muide"]["quadrant"] == "FIRST"


@pytest.mark.parametrize("why", [Missing.SUPPRESSED, Missing.UNKNOWN, None])
def test_unknown_young_people_are_no_dot_and_never_nobody(
    sign_in, policymaker, look, weighing, organisation, rabot, muide, brugge, why
):
    count_young({muide: 500, brugge: 500} | ({rabot: why} if why else {}))
    found = rows(sign_in, policymaker)["Rabot"]
    assert (found["hours_per_1000"], found["quadrant"]) == ("", "")
    assert "how many young people" in found["why_not"]
    page = look()
    assert "Not in the drawing, because something is not known" in page
    assert page.count('class="scatter-dot') == 2


def test_small_counts_stay_hidden_in_the_file_too(sign_in, policymaker, weighing, rabot, muide, brugge):
    count_young({rabot: 3, muide: 500, brugge: 500})
    found = rows(sign_in, policymaker)["Rabot"]
    assert found["young_people"] == ""
    assert found["hours_per_1000"] == ""


def test_hours_nobody_wrote_down_are_not_zero(sign_in, policymaker, weighing, young, organisation, rabot, muide):
    builders.make_offer(organisation, rabot, functions={Function.FREE_TIME: None})
    builders.make_offer(organisation, muide, functions={Function.FREE_TIME: None, Function.BRIDGE: 4})
    found = rows(sign_in, policymaker)
    assert (found["Rabot"]["hours_per_1000"], found["Rabot"]["why_not"]) == ("", "nobody wrote down the hours")
    assert (found["Muide"]["hours_per_1000"], found["Muide"]["some_hours_unknown"]) == ("8,0", "yes")
    assert found["Brugse Poort"]["hours_per_1000"] == "0,0"  # nothing is there: that is known


def test_without_any_weighed_figure_there_is_no_score_and_no_dot(sign_in, policymaker, young, rabot, muide):
    poverty = builders.make_statistic("Armoede", values={rabot: 30, muide: 20})
    builders.make_weighing("Kansen", weights={poverty: 1})
    found = rows(sign_in, policymaker)["Brugse Poort"]
    assert (found["score"], found["rank"], found["quadrant"]) == ("", "", "")
    assert found["why_not"] == "none of the weighed figures is known"


def test_functions_need_no_count_of_young_people(sign_in, policymaker, weighing, organisation, rabot, muide):
    builders.make_offer(organisation, rabot, functions=tuple(Function))
    found = rows(sign_in, policymaker, "?supply=functions")
    assert found["Rabot"]["quadrant"] == "MATCHED"
    assert found["Muide"]["quadrant"] == "FIRST"


def test_hours_and_young_people_are_of_the_ages_that_were_asked(
    sign_in, policymaker, look, weighing, young, organisation, rabot, muide, brugge
):
    count_young({rabot: 100, muide: 100, brugge: 100}, "Tieners van 12 tot 15")
    builders.make_offer(organisation, rabot, functions={Function.FREE_TIME: 5}, age_min=16, age_max=25)
    builders.make_offer(organisation, muide, functions={Function.FREE_TIME: 5}, age_min=12, age_max=15)
    found = rows(sign_in, policymaker, "?ages=12-15")
    assert (found["Rabot"]["hours_per_1000"], found["Muide"]["hours_per_1000"]) == ("0,0", "50,0")
    assert "Tieners van 12 tot 15</a>" in look("?ages=12-15")
    assert f"population={young.slug}" in look(f"?ages=12-15&population={young.slug}")
    assert "Jongeren van 6 tot 25</a>" in look(f"?ages=12-15&population={young.slug}")


def test_no_later_figures_than_the_day_that_is_asked(sign_in, policymaker, weighing, young, areas):
    for area in areas:
        builders.make_value(young, area, 1_000, period="2025")
    asked = {year: rows(sign_in, policymaker, f"?at={year}-06-01")["Rabot"]["young_people"] for year in (2024, 2025)}
    assert asked == {2024: "500", 2025: "1000"}
    assert rows(sign_in, policymaker, "?at=2020-06-01")["Rabot"]["quadrant"] == ""


def test_the_last_version_of_the_weighing_is_used(look, weighing, young):
    builders.WeighingVersion.objects.create(weighing=weighing.weighing, number=2, top=1)
    assert "Kansen, version 2" in look()


def test_another_weighing_can_be_asked(look, sign_in, policymaker, weighing, young, rabot, muide, brugge):
    space = builders.make_statistic("Speelruimte", values={rabot: 9, muide: 9, brugge: 1})
    other = builders.make_weighing("Ruimte", weights={space: -1}, top=1)
    assert rows(sign_in, policymaker, f"?weighing={other.weighing.slug}")["Brugse Poort"]["rank"] == "1"


@pytest.mark.parametrize(
    "query", ["?weighing=none", "?supply=x", "?population=armoede", "?ages=1-99", "?at=gisteren", "?at=9999-99-99"]
)
def test_what_cannot_be_read_is_said_and_the_default_is_shown(look, sign_in, policymaker, weighing, young, query):
    page = look(query)
    assert "field--error" in page
    assert "scatter-dot" in page
    assert sign_in(policymaker).get(f"/need/export.csv{query}").status_code == 302


def test_without_a_weighing_it_says_what_to_do(look, sign_in, policymaker, areas):
    assert "There is none yet." in look()
    assert sign_in(policymaker).get("/need/export.csv").status_code == 302


def test_without_a_count_of_young_people_hours_cannot_be_set_against_them(look, weighing):
    page = look()
    assert "No figures count the young people yet" in page
    assert "scatter-dot" not in page


def test_every_dot_leads_to_its_sheet_and_every_number_to_what_is_behind_it(look, weighing, young, rabot):
    page = look("?ages=12-15")
    assert page.count(f'href="{reverse("neighbourhood", args=[rabot.slug])}?ages=12-15"') == 2
    assert reverse("neighbourhood_figures", args=[rabot.slug]) in page
    assert f"/offers/?neighbourhood={rabot.slug}&amp;ages=12-15" in page


def test_internal_figures_stay_with_who_signs_in(client, weighing, young):
    for page in ("/need/", "/need/export.csv"):
        assert client.get(page).status_code == 302


def test_an_unknown_format_is_no_page(sign_in, policymaker, weighing):
    assert sign_in(policymaker).get("/need/export.pdf").status_code == 404


def test_excel_can_be_saved_too(sign_in, policymaker, weighing, young):
    response = sign_in(policymaker).get("/need/export.xlsx")
    assert response["Content-Disposition"] == f'attachment; filename="need-{today()}.xlsx"'


@pytest.mark.parametrize("size", [3, 60])
def test_the_number_of_queries_does_not_grow(sign_in, policymaker, organisation, django_assert_num_queries, size):
    here = [builders.make_neighbourhood() for _number in range(size)]
    for area in here:
        builders.make_offer(organisation, area)
    figures = [builders.make_statistic(values={area: area.pk for area in here}) for _number in range(4)]
    builders.make_weighing(weights=dict.fromkeys(figures, 1))
    count_young({area: 100 + area.pk for area in here})
    client = sign_in(policymaker)
    client.get("/need/")
    with django_assert_num_queries(15):
        client.get("/need/")


def test_a_neighbourhood_that_is_gone_on_that_day_is_not_there(sign_in, policymaker, weighing, young, rabot):
    rabot.valid_until = datetime.date(2023, 12, 31)
    rabot.save()
    assert "Rabot" not in rows(sign_in, policymaker)
    assert "Rabot" in rows(sign_in, policymaker, "?at=2023-06-01")
