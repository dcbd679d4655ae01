"""What else the coverage page can be asked: partners and work forms, two days, other maps, and to take it along."""

import datetime
import re
import xml.dom.minidom

import pytest
from django.urls import reverse

from jos.shared.time import today
from neighbourhoods.drawing import redraw
from neighbourhoods.models import Neighbourhood
from organisations.enums import Function, OrganisationKind, WorkForm
from tests import builders

COVERAGE = "/coverage/"
LAST_MONTH = today() - datetime.timedelta(days=30)


@pytest.fixture
def city(organisation):
    """Rabot has priority. De Kring does free time there and stopped in Kouter; a sports club is a bridge there."""
    rabot = builders.make_neighbourhood("Rabot", district="Noord", geometry=builders.square(0))
    kouter = builders.make_neighbourhood("Kouter", district="Oost", geometry=builders.square(1))
    builders.make_priority(rabot)
    builders.make_circle(rabot, kouter, name="Rond de dokken")
    sport = builders.make_organisation("Turnclub", kind=OrganisationKind.SPORT)
    builders.make_offer(organisation, rabot, functions={Function.FREE_TIME: 8}, valid_from=LAST_MONTH)
    builders.make_offer(sport, rabot, functions={Function.BRIDGE: 2}, work_form=WorkForm.MOBILE)
    builders.make_offer(organisation, kouter, functions={Function.FREE_TIME: 3}, valid_until=LAST_MONTH)
    redraw()


@pytest.fixture
def look(sign_in, policymaker):
    client = sign_in(policymaker)
    return lambda **query: client.get(COVERAGE, query).content.decode()


def linked(page: str, route: str, *args) -> str:
    """The address of the first link to this route."""
    return re.search(rf'href="({reverse(route, args=args)}[^"]*)"', page).group(1).replace("&amp;", "&")


# Partners and work forms.


def test_of_some_partners_is_shown_what_they_do_and_no_norm(city, look):
    page = look(kind="SPORT")
    assert "They are there in <mark>1 of 2</mark> neighbourhoods." in page
    assert "nothing is called missing here" in page
    assert "<b>bridge</b><p" in page
    assert 'alarm">' not in re.search(r"<tbody>.*</table>", page, re.DOTALL).group()
    assert "#flower-alarm" not in re.search(r"<tbody>.*</table>", page, re.DOTALL).group()


@pytest.mark.parametrize("work_form", ["MOBILE", "GOES_OUT"])
def test_a_work_form_is_a_selection_as_well(city, look, work_form):
    assert "<mark>1 of 2</mark>" in look(work_form=work_form)
    assert "<mark>0 of 2</mark>" in look(work_form="OUTREACH")


def test_of_a_selection_no_gaps_can_be_asked(city, look):
    page = look(kind="SPORT", gaps="on")
    assert 'name="gaps"' not in page
    assert ">Kouter</a>" in page


def test_as_many_offers_open_as_were_counted(city, look, client):
    page = look(kind=["SPORT", "CULTURE"], work_form="GOES_OUT")
    offers = client.get(re.search(r'href="(/offers/\?n[^"]*)"', page).group(1).replace("&amp;", "&")).content.decode()
    assert "Only of these kinds of partner: Sport, Culture." in offers
    assert "One offer on" in offers
    other = client.get("/offers/?neighbourhood=rabot&kind=POLICE&work_form=GOES_OUT").content.decode()
    assert "No offer found." in other


def test_a_district_and_a_circle_together_show_what_lies_in_both(city, look):
    page = look(district="Oost", circle="rond-de-dokken")
    assert ">Kouter</a>" in page
    assert ">Rabot</a>" not in page


# Two days.


def test_what_changed_is_said_per_neighbourhood_with_what_got_worse_first(city, look):
    page = look(since=str(LAST_MONTH - datetime.timedelta(days=9)))
    assert "<mark>1 better, 1 worse.</mark>" in page
    assert page.index(">Kouter</a>") < page.index(">Rabot</a>")
    assert "Free time came: De Kring vzw, 8 hours a week." in page
    assert "Free time fell away: it was done by De Kring vzw, 3 hours a week." in page
    assert '<li class="worse"><i>Worse: </i>' in page


def test_a_change_opens_the_offers_of_now_or_of_then(city, look, client):
    since = str(LAST_MONTH - datetime.timedelta(days=9))
    page = look(since=since).replace("&amp;", "&")
    assert f'"/offers/?neighbourhood=kouter&at={since}&function=FREE_TIME"' in page
    assert '"/offers/?neighbourhood=rabot&function=FREE_TIME"' in page
    assert "One offer on" in client.get(f"/offers/?neighbourhood=kouter&at={since}&function=FREE_TIME").content.decode()


def test_a_neighbourhood_that_is_gone_is_named_but_not_drawn(city, look):
    Neighbourhood.objects.filter(name="Kouter").update(valid_until=LAST_MONTH)
    page = look(since=str(LAST_MONTH))
    assert "This neighbourhood does not exist any more." in page
    assert page.count('<a class="area-spot"') == 1


def test_the_sign_on_the_map_is_no_colour_alone(city, look):
    page = look(since=str(LAST_MONTH - datetime.timedelta(days=9)))
    assert page.count('class="sign"') == 2
    assert "▲</text>" in page
    assert "▼</text>" in page


def test_the_changes_can_be_saved_as_a_table(city, look, client):
    since = LAST_MONTH - datetime.timedelta(days=9)
    response = client.get(linked(look(since=str(since)), "coverage_export", "csv"))
    header, kouter, rabot, _circle = b"".join(response.streaming_content).decode("utf-8-sig").splitlines()
    assert header.startswith("code;name;kind;district;direction;changes;FREE_TIME_before;FREE_TIME_now")
    assert ";Kouter;neighbourhood;Oost;worse;" in kouter
    assert ";3,00;;" in kouter
    assert ";Rabot;neighbourhood;Noord;better;" in rabot
    assert f"coverage-{since}-{today()}.csv" in response["Content-Disposition"]


# Maps.


def test_the_map_of_equal_cells_is_chosen_in_the_address_and_kept(city, look):
    page = look(map="tiles", gaps="on")
    assert "map--tiles" in page
    assert '<input type="hidden" name="map" value="tiles">' in page
    assert 'id="map-true" href="?gaps=on"' in page
    assert "map--tiles" not in look()


def test_circles_are_a_layer_with_a_legend_and_the_one_asked_is_drawn_anyway(city, look):
    assert 'class="outline' not in look()
    for query in ({"circles": "on"}, {"circle": "rond-de-dokken"}):
        page = look(**query)
        assert page.count('class="outline outline--1"') == 2  # on the map, and in the legend
        assert "Rond de dokken</span>" in page


@pytest.mark.parametrize("query", [{}, {"map": "tiles", "circles": "on"}, {"since": str(LAST_MONTH), "kind": "SPORT"}])
def test_the_map_can_be_saved_as_a_drawing_that_needs_nothing_else(city, look, client, query):
    response = client.get(linked(look(**query), "coverage_map"))
    drawing = response.content.decode()
    assert response["Content-Type"] == "image/svg+xml"
    assert response["Content-Disposition"].startswith("attachment;")
    parsed = xml.dom.minidom.parseString(drawing)
    names = {part.getAttribute("id") for part in parsed.getElementsByTagName("*")}
    used = {part.getAttribute("href")[1:] for part in parsed.getElementsByTagName("use")}
    assert used <= names
    assert "class=" not in drawing
    assert "Rabot" in drawing
    assert "Source: what partners recorded." in drawing


def test_without_borders_there_is_no_drawing(look, sign_in, policymaker):
    builders.make_neighbourhood("Rabot", path="")
    assert sign_in(policymaker).get(reverse("coverage_map")).status_code == 404
    assert "coverage/map.svg" not in look()


# Definitions.


@pytest.mark.parametrize("query", [{}, {"since": str(LAST_MONTH)}, {"kind": "SPORT"}])
def test_every_question_mark_opens_a_definition_that_is_there(city, look, query):
    page = look(**query)
    asked = set(re.findall(r'popovertarget="(what-[^"]+)"', page))
    assert asked
    assert asked <= set(re.findall(r'popover id="([^"]+)"', page))
    assert "Source: what partners recorded." in page


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"at": "2026-03-01", "ages": "12-15", "circles": "on"},
        {"at": "2026-03-01", "ages": "12-15", "kind": ["YOUTH_WORK", "WELFARE"]},
        {"since": "2020-01-01", "ages": "12-15"},
    ],
)
def test_the_page_stays_light_at_the_size_of_a_city(look, organisation, query):
    areas = [builders.make_neighbourhood(geometry=builders.square(number % 5, number // 5)) for number in range(25)]
    for number in range(4):
        builders.make_circle(*areas[number * 6 : number * 6 + 6])
    for area in areas:
        for function in Function:
            builders.make_offer(organisation, area, functions={function: 4}, valid_from=datetime.date(2025, 1, 1))
    redraw()
    assert len(look(**query).encode()) < 60_000


# What is asked less often.


@pytest.mark.parametrize(
    ("query", "opened"),
    [
        ({}, 0),
        ({"at": LAST_MONTH}, 0),
        ({"since": LAST_MONTH}, 1),
        ({"since": "tomorrow or so"}, 1),
        ({"since": LAST_MONTH, "work_form": WorkForm.FIXED}, 2),
    ],
)
def test_what_is_asked_less_often_is_open_where_it_was_asked(city, look, query, opened):
    assert look(**query).count('<details class="more" open>') == opened
