"""The pages of figures: the same numbers in the map, the table and the file; nothing internal for visitors."""

import datetime
import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from jos.dashboards.statistics.steps import STEPS, legend, ranks, shades
from neighbourhoods.enums import AddsUp, Category, Derivation, Direction, Missing
from neighbourhoods.models import Statistic
from tests.builders import (
    make_circle,
    make_data_set,
    make_neighbourhood,
    make_statistic,
    make_user,
    make_value,
    square,
)

pytestmark = pytest.mark.django_db
SPACE = "\N{NO-BREAK SPACE}"
DRAWN = {"path": "M0 0l9 0 0 9-9 0z", "label_x": 4, "label_y": 4, "box": [0, 0, 9, 9]}
COUNT = {"counts_people": True, "adds_up": AddsUp.SUM, "is_public": True}


@pytest.fixture
def areas():
    return [
        make_neighbourhood(name, geometry=square(i), **DRAWN | {"path": f"M{i}0 0l9 0 0 9-9 0z", "label_x": 4 + 10 * i})
        for i, name in enumerate(("Noord", "Oost", "Zuid", "West"))
    ]


@pytest.fixture
def debt(areas):
    """Public: a share with a year before, and a secret of the source."""
    of = dict(zip([*areas, None], (12.4, 30.25, 5, Missing.SUPPRESSED, 14), strict=True))
    debt = make_statistic(
        "Schulden", values=of, period="2023", unit="%", is_public=True, explanation="Wie schulden heeft."
    )
    for area, value in of.items():
        make_value(debt, area, value, period="2024")
    return debt


def page(client, name: str, *args, **query) -> str:
    response = client.get(reverse(name, args=args), query)
    assert response.status_code == 200, response
    return response.content.decode()


def in_file(client, name: str, *args, **query) -> list[list[str]]:
    response = client.get(reverse(name, args=[*args, "csv"]), query)
    assert response.status_code == 200
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return [line.split(";") for line in text.splitlines()]


# --- Steps and places ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("direction", "first"),
    [(Direction.MORE_IS_WORSE, "b"), (Direction.MORE_IS_BETTER, "c"), (Direction.NEITHER, "b"), ("", "b")],
)
def test_the_worst_stands_first(direction, first):
    places = ranks({"a": 5, "b": 9, "c": 1}, direction)
    assert places[first] == 1
    assert sorted(places.values()) == [1, 2, 3]


def test_the_same_value_has_the_same_place_and_the_next_place_is_skipped():
    assert ranks({"a": 5, "b": 9, "c": 5, "d": 1}, Direction.MORE_IS_WORSE) == {"b": 1, "a": 2, "c": 2, "d": 4}


@pytest.mark.parametrize("number", [1, 2, 3, 5, 7, 25, 64])
def test_the_worst_is_darkest_and_the_same_place_has_one_shade(number):
    places = ranks({area: area // 2 for area in range(number)}, Direction.MORE_IS_WORSE)
    shade = shades(places)
    assert shade[number - 1] == STEPS
    assert all(shade[a] <= shade[b] for a in places for b in places if places[a] > places[b])
    assert all(shade[a] == shade[b] for a in places for b in places if places[a] == places[b])
    assert set(shade.values()) <= set(range(1, STEPS + 1))
    assert len(legend({area: area // 2 for area in range(number)}, shade)) == len(set(shade.values()))


def test_nothing_to_show_has_no_steps():
    assert shades({}) == {}
    assert legend({}, {}) == []


# --- The page of a statistic -----------------------------------------------------------------------------


def test_the_table_the_map_and_the_file_have_the_same_numbers(client, debt, areas):
    text = page(client, "statistic", debt.slug)
    assert text.index(">Oost</a>") < text.index(">Noord</a>") < text.index(">Zuid</a>") < text.index(">West</a>")
    assert f'aria-label="Oost: 30.2{SPACE}%"' in text
    assert 'aria-label="West: kept secret by the source"' in text
    assert "30.2</td>" in text
    rows = in_file(client, "statistic_export", debt.slug)
    code = areas[1].codes.get().code
    assert ["2024", code, "Oost", "30,25", "no"] in rows
    assert [row[3] for row in rows if row[2] == "West"] == ["kept secret by the source"] * 2


def test_a_missing_value_is_hatched_said_and_never_nothing(client, debt):
    text = page(client, "statistic", debt.slug)
    assert text.count('class="hatched"') == 1
    assert "kept secret by the source (1)" in text
    assert "Oost has the highest" in text
    assert all("" not in row[3:] and row[3] != "0" for row in in_file(client, "statistic_export", debt.slug))


def test_in_a_spreadsheet_numbers_are_numbers(client, debt):
    response = client.get(reverse("statistic_export", args=[debt.slug, "xlsx"]))
    sheet = load_workbook(io.BytesIO(response.content)).active
    values = {(row[0].value, row[2].value): row[3].value for row in sheet.iter_rows(min_row=2)}
    assert values["2024", "Oost"] == 30.25
    assert values["2024", "West"] == "kept secret by the source"


@pytest.mark.parametrize("name", ["statistic_export", "neighbourhood_figures_export", "circle_figures_export"])
def test_no_other_kinds_of_files(client, debt, areas, name):
    slug = {"s": debt.slug, "n": "noord", "c": make_circle(*areas).slug}[name[0]]
    assert client.get(reverse(name, args=[slug, "exe"])).status_code == 404


def test_another_period_and_a_neighbourhood_beside_the_city(client, debt, areas):
    make_value(debt, areas[2], 99, period="2020")
    text = page(client, "statistic", debt.slug, period="2020", area="zuid")
    assert "Zuid has the highest" in text
    assert "<strong>Over time</strong>" in text
    assert 'class="chosen"' in text


@pytest.mark.parametrize(
    "query", [{"period": "1950"}, {"area": "nergens"}, {"order": "x"}, {"map": "'"}, {"period": "9" * 500}]
)
def test_what_cannot_be_asked_shows_the_last_period(client, debt, query):
    assert "Oost has the highest" in page(client, "statistic", debt.slug, **query)


def test_by_name_and_in_equal_cells(client, debt):
    text = page(client, "statistic", debt.slug, order="name", map="tiles")
    assert text.index(">Noord</a>") < text.index(">Oost</a>") < text.index(">West</a>")
    assert "map--tiles" in text


def test_the_definition_says_all_there_is_to_know(client, debt):
    debt.data_set = make_data_set(
        "Schuldenatlas", source="Provincie", licence="CC0", released_on=datetime.date(2025, 3, 1)
    )
    debt.save()
    text = page(client, "statistic", debt.slug)
    for words in ("Wie schulden heeft.", "more is worse", "Schuldenatlas", "Provincie", "CC0", "1 March 2025", "%"):
        assert words in text


def test_the_formula_of_a_derived_one_is_in_words(sign_in, policymaker, debt):
    change = make_statistic("Meer schulden", derivation=Derivation.CHANGE, part=debt, years=1)
    text = page(sign_in(policymaker), "statistic", change.slug)
    assert "Schulden, less the same 1 years before" in text


def test_a_statistic_without_values_says_so(client):
    assert "no values to show yet" in page(client, "statistic", make_statistic(is_public=True).slug)


def test_estimates_are_marked(client, debt, areas):
    make_value(debt, areas[0], 3, period="2025", is_converted=True)
    text = page(client, "statistic", debt.slug)
    assert "≈ 3" in text
    assert "converted from older borders" in text


# --- Who sees what ---------------------------------------------------------------------------------------


def test_visitors_find_nothing_internal(client, sign_in, policymaker, debt, areas):
    inside = make_statistic("Geheim cijfer", values={areas[0]: 77})
    made_of_it = make_statistic("Deel", derivation=Derivation.SHARE, part=debt, whole=inside, is_public=True)
    circle = make_circle(*areas)
    addresses = [
        reverse("statistics"),
        debt.get_absolute_url(),
        reverse("neighbourhood_figures", args=["noord"]),
        reverse("circle_figures", args=[circle.slug]),
        reverse("neighbourhood_figures_export", args=["noord", "csv"]),
        reverse("circle_figures_export", args=[circle.slug, "csv"]),
    ]
    for address in addresses:
        response = client.get(address)
        text = b"".join(response.streaming_content if response.streaming else [response.content]).decode()
        assert "Geheim cijfer" not in text
        assert "Deel" not in text
    for statistic in (inside, made_of_it):
        assert client.get(statistic.get_absolute_url()).url.startswith("/account/login/")
    seen = sign_in(policymaker)
    assert "Geheim cijfer" in page(seen, "statistics")
    assert "Geheim cijfer" not in page(seen, "statistics", public="on")


def test_the_public_sees_small_counts_hidden_and_the_rest_rounded(client, sign_in, policymaker, areas):
    people = make_statistic("Jongeren", values=dict(zip(areas, (7, 33, 64, 98), strict=True)), **COUNT)
    open_file = in_file(client, "statistic_export", people.slug)
    assert [row[3] for row in open_file[1:]] == ["200", "too few people to show", "too few people to show", "100", "65"]
    inside = in_file(sign_in(policymaker), "statistic_export", people.slug)
    assert [row[3] for row in inside[1:]] == ["202", "7", "33", "98", "64"]


def test_old_counts_of_people_are_not_told_in_the_story(sign_in, policymaker, areas, staff):
    for counts in (True, False):
        statistic = make_statistic(counts_people=counts)
        value = make_value(statistic, areas[0], 3)
        value.value = 44
        value.save_by(staff)
        text = page(sign_in(policymaker), "statistic_story", statistic.slug)
        assert ("from 3 to 44" in text) == (not counts)


def test_nor_old_means_of_people_who_may_be_too_few(sign_in, policymaker, areas, staff):
    people = make_statistic("Jongeren", values={areas[0]: 2}, **COUNT)
    mean = make_statistic(adds_up=AddsUp.MEAN, weighted_by=people)
    value = make_value(mean, areas[0], 3)
    value.value = 44
    value.save_by(staff)
    assert "from 3 to 44" not in page(sign_in(policymaker), "statistic_story", mean.slug)


# --- All figures, and those of an area -------------------------------------------------------------------


def test_the_list_is_in_categories_with_how_the_city_stands(client, debt):
    make_statistic("Huur", category=Category.HOUSING, is_public=True)
    text = page(client, "statistics")
    assert text.index("Housing") < text.index("Something else")
    assert ">14\N{NO-BREAK SPACE}%</td>" in text
    assert "no values yet" in text


def test_staff_see_what_is_to_be_completed(sign_in, staff, policymaker, debt):
    assert "1 statistic to complete" in page(sign_in(staff), "statistics")
    assert "to complete" not in page(sign_in(policymaker), "statistics")


def test_a_neighbourhood_stands_beside_the_city_with_its_place(client, debt):
    text = page(client, "neighbourhood_figures", "oost")
    assert "<strong>30.2</strong>" in text
    assert ">14</td>" in text
    assert "1 of 3" in text
    assert "sparkline" in text
    assert "no place" in page(client, "neighbourhood_figures", "west")
    assert in_file(client, "neighbourhood_figures_export", "west")[1][2] == "kept secret by the source"


def test_a_circle_is_its_neighbourhoods_together(client, areas):
    people = make_statistic("Jongeren", values=dict(zip(areas, (100, 300, 50, 60), strict=True)), **COUNT)
    poor = make_statistic("Arm", values=dict(zip(areas, (20, 100, 10, 15), strict=True)), **COUNT)
    make_statistic("Aandeel", derivation=Derivation.SHARE, part=poor, whole=people, is_public=True)
    make_statistic("Mediaan", values=dict(zip(areas, (1, 2, 3, 4), strict=True)), is_public=True)
    circle = make_circle(*areas[:2])
    rows = {row[0]: row[2] for row in in_file(client, "circle_figures_export", circle.slug)}
    assert rows["Jongeren"] == "400"
    assert rows["Aandeel"] == "30"
    assert rows["Mediaan"] == "not applicable"


def test_a_circle_does_not_give_back_a_hidden_count(client, areas):
    make_statistic("Jongeren", values=dict(zip(areas, (3, 300, 500, 600), strict=True)), **COUNT)
    circle = make_circle(*areas[:2])
    rows = {row[0]: row[2] for row in in_file(client, "circle_figures_export", circle.slug)}
    assert rows["Jongeren"] == "too few people to show"


# --- Data sets -------------------------------------------------------------------------------------------


def test_a_data_set_says_how_complete_it_is(sign_in, policymaker, debt):
    debt.data_set = make_data_set("Atlas", quality="Telt alleen wie zich meldt.")
    debt.save()
    seen = sign_in(policymaker)
    assert "Atlas" in page(seen, "data_sets")
    text = page(seen, "data_set", debt.data_set.slug)
    for words in ("Telt alleen wie zich meldt.", "2023 – 2024 (2)", "kept secret by the source (2)", ">8</td>"):
        assert words in text


def test_visitors_find_the_data_sets_of_public_figures_and_nothing_else_of_them(client, sign_in, policymaker, debt):
    open_set, closed = make_data_set("Atlas"), make_data_set("Schuldregister")
    debt.data_set = open_set
    debt.save()
    inside = make_statistic("Geheim cijfer", data_set=open_set)
    make_statistic("Deel", derivation=Derivation.CHANGE, part=inside, years=1, is_public=True, data_set=closed)
    assert open_set.get_absolute_url() in page(client, "statistic", debt.slug)
    assert debt.name in page(client, "data_set", "atlas")
    for words in ("Geheim cijfer", "internal", "Change"):
        assert words not in page(client, "data_set", "atlas")
    assert "Schuldregister" not in page(client, "data_sets")
    assert client.get(closed.get_absolute_url()).url == "/account/login/?next=/data-sets/schuldregister/"
    seen = sign_in(policymaker)
    assert "Geheim cijfer" in page(seen, "data_set", "atlas")
    assert "Geheim cijfer" not in page(seen, "data_set", "atlas", public="on")
    assert "Schuldregister" in page(seen, "data_sets")
    assert "Schuldregister" not in page(seen, "data_sets", public="on")


# --- Queries ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [3, 60])
def test_every_page_asks_the_same_number_of_questions(sign_in, policymaker, areas, number, django_assert_num_queries):
    data_set = make_data_set()
    for i in range(number):
        make_statistic(
            f"Cijfer {i}", values=dict.fromkeys(areas, i), data_set=data_set, **COUNT | {"counts_people": i % 2}
        )
    first = Statistic.objects.first()
    make_statistic("Deel", derivation=Derivation.SHARE, part=first, whole=Statistic.objects.last(), data_set=data_set)
    circle, seen = make_circle(*areas), sign_in(policymaker)
    expected = {
        reverse("statistics"): 7,
        first.get_absolute_url(): 8,
        reverse("neighbourhood_figures", args=["noord"]): 8,
        reverse("circle_figures", args=[circle.slug]): 9,
        reverse("data_sets"): 5,
        data_set.get_absolute_url(): 6,
    }
    for address, queries in expected.items():
        with django_assert_num_queries(queries):
            seen.get(address)


def test_somebody_without_a_role_sees_what_visitors_see(sign_in, debt, areas):
    make_statistic("Binnen", values={areas[0]: 5})
    assert "Binnen" not in page(sign_in(make_user("Lou")), "statistics")
