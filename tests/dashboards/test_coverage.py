"""The coverage page: which neighbourhood lacks which function, in a sentence, on a map and in a table."""

import datetime
import re

import pytest
from django.urls import reverse

from jos.shared.time import today
from neighbourhoods.drawing import redraw
from neighbourhoods.models import Neighbourhood
from organisations.enums import Function
from tests import builders
from tests.builders import ALL_FOUR

COVERAGE = "/coverage/"
LONG_AGO = today() - datetime.timedelta(days=500)


@pytest.fixture
def city(organisation):
    """Rabot has priority and lacks bridge and signal; Dampoort has free time only, Kouter has nothing."""
    rabot = builders.make_neighbourhood("Rabot", district="Noord", geometry=builders.square(0))
    dampoort = builders.make_neighbourhood("Dampoort", district="Oost", geometry=builders.square(1))
    kouter = builders.make_neighbourhood("Kouter", district="Oost", geometry=builders.square(2))
    builders.make_priority(rabot)
    builders.make_circle(rabot, dampoort, name="Rond de dokken")
    builders.make_offer(organisation, rabot, functions={Function.FREE_TIME: 8, Function.WELFARE: None})
    builders.make_offer(organisation, dampoort, functions={Function.FREE_TIME: 3}, age_min=6, age_max=11)
    redraw()
    return {"rabot": rabot, "dampoort": dampoort, "kouter": kouter}


def rows(response) -> dict[str, str]:
    """The words of each row of the matrix, by the name of its area; its sentence is for a phone, and left out."""
    found = {}
    for row in re.findall(r"<tr><th scope=\"row\">.*?</tr>", response.content.decode(), re.DOTALL):
        row = re.sub(r"<p .*</p>", "", row)
        name, *words = re.sub(r"<[^>]*>", " ", row).split()
        found[name] = " ".join(words)
    return found


@pytest.fixture
def look(sign_in, policymaker):
    client = sign_in(policymaker)
    return lambda **query: client.get(COVERAGE, query)


def test_the_finding_is_a_sentence_with_its_number(city, look):
    finding = "In <mark>0 of 1</mark> priority neighbourhood the four functions are one whole."
    assert finding in look().content.decode()


def test_without_priority_decisions_the_finding_is_about_free_time(look):
    builders.make_neighbourhood("Rabot")
    assert "In <mark>1 of 1</mark> neighbourhood there is no free time" in look().content.decode()


def test_the_matrix_shows_hours_and_what_is_unknown_or_missing_and_says_the_state(city, look):
    found = rows(look())
    assert found["Rabot"] == "8 h ? missing missing lacks bridge and signal"
    assert found["Dampoort"].startswith("3 h missing")
    assert found["Kouter"].endswith("nothing yet")


def test_what_is_missing_stands_on_top_and_circles_below(city, look):
    assert list(rows(look())) == ["Rabot", "Kouter", "Dampoort", "Rond"]


def test_a_missing_function_alarms_only_where_it_is_asked(city, look):
    page = look().content.decode()
    dampoort = re.search(r"<tr><th scope=\"row\">[^§]*?Dampoort.*?</tr>", page, re.DOTALL).group().rsplit("<tr>")[-1]
    assert 'class="none alarm"' not in dampoort
    assert page.count('class="none alarm"') == 3  # bridge and signal in Rabot, free time in Kouter


def test_each_number_leads_to_the_offers_behind_it(city, look, client):
    response = look(ages="12-15", at="2031-06-01", kind=["YOUTH_WORK", "SPORT"], work_form="FIXED")
    asked = "ages=12-15&amp;at=2031-06-01&amp;kind=YOUTH_WORK&amp;kind=SPORT&amp;work_form=FIXED"
    link = f"{reverse('offers')}?neighbourhood=rabot&amp;{asked}&amp;function=WELFARE"
    assert f'href="{link}"' in response.content.decode()
    assert client.get(link.replace("&amp;", "&")).status_code == 200


def test_hours_nobody_confirmed_are_marked(city, look, organisation):
    builders.make_offer(organisation, city["kouter"], functions={Function.SIGNAL: 2}, confirmed_on=LONG_AGO)
    page = look().content.decode()
    assert page.count('class="unsure"') == 1
    assert "SIGNAL-hatched" in page


def test_every_neighbourhood_is_a_link_with_words_on_the_map(city, look):
    page = look().content.decode()
    assert page.count('<a class="area-spot"') == 3
    key = f"n{city['rabot'].pk}"
    assert f'<a class="area-spot" href="/neighbourhoods/rabot/" aria-labelledby="{key} s{key}"' in page
    assert f'<a id="{key}" href="/neighbourhoods/rabot/">Rabot</a>' in page
    assert f'<p id="s{key}">Free time and welfare, without bridge and signal. Norm not met.</p>' in page


def test_an_age_band_can_lack_what_another_has(city, look):
    assert rows(look(ages="12-15"))["Dampoort"].startswith("missing")
    assert rows(look(ages="6-11"))["Dampoort"].startswith("3 h")


def test_another_day_shows_the_city_of_that_day(city, look, organisation):
    builders.make_offer(organisation, city["kouter"], valid_from=datetime.date(2031, 1, 1))
    response = look(at="2031-06-01")
    assert rows(response)["Kouter"].startswith("4 h")
    assert "1 June 2031" in response.content.decode()


def test_only_gaps_leaves_the_others_out_but_keeps_the_finding(city, look):
    response = look(gaps="on")
    assert list(rows(response)) == ["Rabot", "Kouter"]
    assert "<mark>0 of 1</mark>" in response.content.decode()


def test_asking_who_lacks_a_function_answers_with_those(city, look):
    assert list(rows(look(lacks="WELFARE"))) == ["Kouter", "Dampoort"]


def test_a_circle_shows_its_neighbourhoods_and_itself(city, look):
    assert list(rows(look(circle="rond-de-dokken"))) == ["Rabot", "Dampoort", "Rond"]


def test_districts_and_circles_that_are_gone_cannot_be_chosen(city, look):
    Neighbourhood.objects.filter(district="Oost").update(valid_until=today() - datetime.timedelta(days=1))
    gone = builders.make_neighbourhood("Weg", valid_until=datetime.date(2020, 1, 1))
    builders.make_circle(gone, name="Leeg")
    page = look().content.decode()
    assert 'value="Oost"' not in page
    assert 'value="leeg"' not in page


def test_a_district_shows_its_neighbourhoods(city, look):
    assert list(rows(look(district="Oost"))) == ["Kouter", "Dampoort"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"at": "gisteren"}, "This is no date."),
        ({"at": "2026-02-30"}, "This is no date."),
        ({"ages": "3"}, "We do not know these ages."),
        ({"ages": "12-15-18"}, "We do not know these ages."),
        ({"circle": "nowhere"}, "We do not know this movement circle."),
        ({"district": "nowhere"}, "We do not know this district."),
        ({"kind": ["SPORT", "MAGIC"]}, "We do not know this kind of partner."),
        ({"work_form": "MAGIC"}, "We do not know this work form."),
        ({"since": "gisteren"}, "This is no date."),
        ({"since": "2026-03-01", "at": "2026-03-01"}, "Choose a day before the day that is shown"),
        ({"lacks": "MAGIC"}, "We do not know this function."),
        ({"at": "9" * 400, "ages": "9" * 400}, "This is no date."),
    ],
)
def test_what_cannot_be_read_is_said_and_the_rest_is_shown(city, look, asked, said):
    response = look(**asked)
    assert response.status_code == 200
    assert said in response.content.decode()
    assert "Rabot" in rows(response)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_there_are_can_be_asked(city, look, day):
    assert look(at=day).status_code == 200


def without_tokens(response) -> str:
    return re.sub(r'(name="csrfmiddlewaretoken" value=)"[^"]*"', r"\1", response.content.decode())


def test_htmx_gets_the_part_that_changes_and_a_reload_the_whole(city, sign_in, policymaker):
    client = sign_in(policymaker)
    part = client.get(COVERAGE, headers={"HX-Request": "true"})
    whole = client.get(COVERAGE)
    assert part.content.decode().strip().startswith('<div id="coverage"')
    assert part["HX-Push-Url"] == "/coverage/"
    assert "<!doctype html>" in whole.content.decode()
    assert without_tokens(part).strip() in without_tokens(whole)
    assert "HX-Request" in part["Vary"]
    assert "HX-Request" in whole["Vary"]


def test_the_same_areas_can_be_saved_as_a_table(city, look, client):
    link = re.search(r'href="(/coverage/export.csv[^"]*)"', look(gaps="on", at="2027-03-01").content.decode()).group(1)
    response = client.get(link.replace("&amp;", "&"))
    header, rabot, kouter = b"".join(response.streaming_content).decode("utf-8-sig").splitlines()
    assert header.startswith("code;name;kind;district;priority;status;whole_by;FREE_TIME;WELFARE;BRIDGE;SIGNAL")
    assert ";Rabot;neighbourhood;Noord;yes;PARTIAL;;8,00;?;;;no;no;no;" in rabot
    assert ";Kouter;" in kouter
    assert "coverage-2027-03-01.csv" in response["Content-Disposition"]


def test_a_table_of_another_kind_does_not_exist(city, sign_in, policymaker):
    assert sign_in(policymaker).get("/coverage/export.exe").status_code == 404


def test_an_empty_city_says_what_to_do_to_those_who_can(client, staff, policymaker):
    client.force_login(staff)
    assert reverse("import_new", args=["NEIGHBOURHOODS"]) in client.get(COVERAGE).content.decode()
    client.force_login(policymaker)
    page = client.get(COVERAGE).content.decode()
    assert "The youth service brings them in first." in page
    assert "/imports/" not in page


def test_names_are_text_never_markup(look, organisation):
    builders.make_neighbourhood("<script>alert(1)</script>")
    redraw()
    page = look().content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


@pytest.mark.parametrize("size", [3, 60])
def test_the_number_of_queries_does_not_grow(look, organisation, django_assert_num_queries, size):
    for number in range(size):
        neighbourhood = builders.make_neighbourhood(geometry=builders.square(number))
        builders.make_offer(organisation, neighbourhood, functions=ALL_FOUR)
    redraw()
    with django_assert_num_queries(12):
        look()


@pytest.mark.parametrize("size", [3, 60])
@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_saving_asks_as_much_of_the_database_for_many(
    sign_in, policymaker, organisation, django_assert_num_queries, size, file_format
):
    for _number in range(size):
        builders.make_offer(organisation, builders.make_neighbourhood(), functions=ALL_FOUR)
    client = sign_in(policymaker)
    with django_assert_num_queries(10):
        b"".join(client.get(f"/coverage/export.{file_format}"))


@pytest.mark.parametrize("size", [3, 60])
def test_comparing_two_days_asks_no_more_of_the_database(look, organisation, django_assert_num_queries, size):
    for number in range(size):
        neighbourhood = builders.make_neighbourhood(geometry=builders.square(number))
        builders.make_offer(organisation, neighbourhood, functions=ALL_FOUR, valid_from=today())
    redraw()
    with django_assert_num_queries(12):
        assert "came: De Kring" in look(since="2020-01-01", circles="on", map="tiles").content.decode()


@pytest.mark.parametrize("file", ["export.csv", "map.svg"])
def test_what_cannot_be_asked_gives_no_file_but_the_page_that_says_why(sign_in, policymaker, file):
    builders.make_neighbourhood("Rabot")
    response = sign_in(policymaker).get(f"/coverage/{file}", {"ages": "3-400"}, follow=True)
    assert response.redirect_chain == [("/coverage/?ages=3-400", 302)]
    assert "We do not know these ages." in response.text
