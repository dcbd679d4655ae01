import datetime

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser

from jos.public.find import (
    first_day,
    found,
    grouped,
    number_by_neighbourhood,
    numbers_without,
    weekdays_with_something,
)
from jos.public.forms import TODAY, Asked
from neighbourhoods.models import Neighbourhood
from organisations.enums import Audience, OfferStatus, Season, Weekday
from tests import builders

pytestmark = pytest.mark.django_db
AT = datetime.date(2026, 10, 7)  # a Wednesday


def titles(asked: Asked, at: datetime.date = AT) -> list[str]:
    return [offer.title for offer in found(asked, at=at, among=Neighbourhood.objects.all())]


def headings(asked: Asked) -> dict[str, list[str]]:
    groups = grouped(found(asked, at=AT, among=Neighbourhood.objects.all()), asked)
    return {group.heading: [offer.title for offer in group.offers] for group in groups}


@pytest.fixture
def rabot():
    return builders.make_neighbourhood("Rabot", label_x=0)


def offer(organisation, title, *areas, moments=(), **fields):
    made = builders.make_offer(organisation, *areas, title=title, **fields)
    for weekday, starts, ends in moments:
        builders.make_moment(made, weekday, starts, ends)
    return made


def test_only_what_everybody_may_see_and_runs_today(organisation, rabot):
    offer(organisation, "open", rabot)
    offer(organisation, "draft", rabot, status=OfferStatus.DRAFT)
    offer(organisation, "professionals", rabot, audience=Audience.PROFESSIONALS)
    offer(organisation, "over", rabot, valid_until=AT - datetime.timedelta(days=1))
    offer(builders.make_organisation(valid_until=datetime.date(2026, 1, 1)), "organisation ended", rabot)

    assert titles(Asked()) == ["open"]


def test_what_is_near_comes_after_what_is_here_and_what_is_far_not_at_all(organisation, rabot):
    areas = [builders.make_neighbourhood(f"Wijk {number}", label_x=number * 1000) for number in range(1, 8)]
    for area in areas:
        offer(organisation, area.name, area)
    offer(organisation, "z here", rabot)

    assert headings(Asked(where=rabot)) == {
        "In Rabot": ["z here"],
        "Close to Rabot": ["Wijk 1", "Wijk 2", "Wijk 3", "Wijk 4", "Wijk 5"],
    }


def test_an_offer_in_several_neighbourhoods_is_found_once_as_near_as_it_comes(organisation, rabot):
    beside = builders.make_neighbourhood("Brugse Poort", label_x=500)
    offer(organisation, "both", beside, rabot, moments=[(Weekday.WEDNESDAY, 14, 16), (Weekday.WEDNESDAY, 18, 20)])

    assert headings(Asked(where=rabot, day="3")) == {"In Rabot": ["both"]}


def test_an_age_finds_what_is_for_it_and_what_is_for_all(organisation, rabot):
    offer(organisation, "all", rabot)
    offer(organisation, "teens", rabot, age_min=12, age_max=16)
    offer(organisation, "children", rabot, age_max=11)

    assert titles(Asked(age="12-15")) == ["all", "teens"]


def test_a_day_finds_that_day_early_first_and_what_says_no_day_under_ask(organisation, rabot):
    offer(organisation, "evening", rabot, moments=[(Weekday.WEDNESDAY, 19, 22)])
    offer(organisation, "noon", rabot, moments=[(Weekday.WEDNESDAY, 13, 15), (Weekday.FRIDAY, 8, 9)])
    offer(organisation, "friday", rabot, moments=[(Weekday.FRIDAY, 13, 15)])
    offer(organisation, "by appointment", rabot)

    assert headings(Asked(day="3")) == {"": ["noon", "evening"], "Perhaps: ask first": ["by appointment"]}


@pytest.mark.parametrize("day", [TODAY, "3"])
def test_a_day_leaves_out_what_is_not_in_season_then(organisation, rabot, day):
    for season in Season:
        offer(organisation, season.value, rabot, season=season, moments=[(Weekday.WEDNESDAY, 14, 17)])

    assert titles(Asked(day=day)) == ["ALL_YEAR", "SCHOOL_YEAR"]
    assert titles(Asked(day=day), at=datetime.date(2026, 7, 22)) == ["ALL_YEAR", "HOLIDAYS", "SUMMER"]
    assert len(titles(Asked())) == 4


def test_a_day_is_the_first_one_of_that_name(organisation, rabot):
    friday = AT + datetime.timedelta(days=2)
    offer(organisation, "until thursday", rabot, valid_until=AT + datetime.timedelta(days=1), moments=[(5, 14, 17)])
    offer(organisation, "from friday", rabot, valid_from=friday, moments=[(5, 14, 17)])

    assert first_day("5", AT) == friday
    assert first_day("3", AT) == AT
    assert titles(Asked(day="5")) == ["from friday"]


@pytest.mark.parametrize(
    ("asked", "yes", "no"),
    [
        (Asked(free=True), {"is_free": True}, {"cost": "2 euro"}),
        (Asked(wheelchair=True), {"accessibility": ["toilet", "wheelchair"]}, {"accessibility": ["toilet"]}),
        (Asked(language="tr"), {"languages": ["nl", "tr"]}, {"languages": ["nl"]}),
    ],
)
def test_what_nobody_wrote_down_is_unknown_and_not_no(organisation, rabot, asked, yes, no):
    offer(organisation, "z yes", rabot, **yes)
    offer(organisation, "no", rabot, **no)
    offer(organisation, "a unknown", rabot)

    assert headings(asked) == {"": ["z yes"], "Perhaps: ask first": ["a unknown"]}


def test_the_place_says_whether_a_wheelchair_can_enter(organisation, rabot):
    place = builders.make_place(organisation, rabot, accessibility=["wheelchair"])
    stairs = builders.make_place(organisation, rabot, accessibility=["toilet"])
    offer(organisation, "ramp", rabot, place=place)
    offer(organisation, "stairs", rabot, place=stairs)

    assert headings(Asked(wheelchair=True)) == {"": ["ramp"]}


def test_one_unknown_thing_is_enough_to_ask(organisation, rabot):
    offer(organisation, "free, no day", rabot, is_free=True)

    assert headings(Asked(free=True, day="3")) == {"Perhaps: ask first": ["free, no day"]}


def test_the_map_counts_an_offer_in_each_of_its_neighbourhoods(organisation, rabot):
    other = builders.make_neighbourhood("Muide")
    offer(organisation, "both", rabot, other, is_free=True)
    offer(organisation, "one", rabot, cost="1 euro")

    assert number_by_neighbourhood(Asked(where=other), at=AT) == {rabot.pk: 2, other.pk: 1}
    assert number_by_neighbourhood(Asked(free=True), at=AT) == {rabot.pk: 1, other.pk: 1}


def test_other_days_are_those_with_something_that_fits_otherwise(organisation, rabot):
    offer(organisation, "free", rabot, is_free=True, moments=[(5, 14, 16), (2, 14, 16)])
    offer(organisation, "paid", rabot, cost="1 euro", moments=[(6, 14, 16)])
    offer(organisation, "summer", rabot, is_free=True, season=Season.SUMMER, moments=[(7, 14, 16)])
    areas = Neighbourhood.objects.all()

    assert weekdays_with_something(Asked(free=True, day="3", where=rabot), at=AT, among=areas) == [2, 5]


def test_where_nothing_fits_each_thing_left_out_says_how_many_there_are(organisation, rabot):
    far = [builders.make_neighbourhood(f"Wijk {number}", label_x=number * 1000) for number in range(1, 8)][-1]
    wednesday = [(Weekday.WEDNESDAY, 14, 17)]
    offer(organisation, "costs", rabot, cost="2 euro", languages=["tr"], age_min=12, moments=wednesday)
    offer(organisation, "far", far, is_free=True, languages=["tr"], moments=wednesday)
    offer(organisation, "far too", far, languages=["tr", "nl"], moments=wednesday)
    offer(organisation, "for children", rabot, is_free=True, languages=["tr"], age_max=11, moments=wednesday)
    offer(organisation, "other language", rabot, is_free=True, languages=["nl"], moments=wednesday)
    offer(organisation, "other language, costs", rabot, cost="2 euro", languages=["nl"], moments=wednesday)
    offer(organisation, "friday", rabot, is_free=True, languages=["tr"], moments=[(Weekday.FRIDAY, 14, 17)])
    offer(organisation, "over", rabot, is_free=True, languages=["nl"], moments=wednesday, valid_until=AT)
    among = Neighbourhood.objects.all()
    everything = Asked(where=rabot, age="12-15", day="3", free=True, language="tr")

    numbers = numbers_without(everything, at=AT, among=among)
    assert numbers == {"day": 1, "free": 1, "language": 2, "age": 1, "where": 2}
    assert numbers == {name: len(found(everything.without(name), at=AT, among=among)) for name in numbers}
    assert numbers_without(Asked(day="4"), at=AT, among=among) == {"day": 8}


def test_nobody_signed_in_finds_more_there(sign_in, member, organisation, rabot):
    offer(organisation, "Voor ons", rabot, audience=Audience.PROFESSIONALS)
    page = sign_in(member).get("/find/", {"where": ""}).content.decode()

    assert "Voor ons" not in page
    assert not member.is_anonymous
    assert AnonymousUser().is_anonymous


@time_machine.travel("2026-10-07 12:00+02:00", tick=False)
def test_the_page_lists_what_was_found_under_what_was_asked(client, organisation, rabot):
    offer(organisation, "Voetbal", rabot, is_free=True, moments=[(Weekday.WEDNESDAY, 14, 17)])
    page = client.get("/find/", {"where": "rabot", "day": "today", "free": "on"}).content.decode()

    assert "In Rabot" in page
    assert "Voetbal" in page
    assert "Wednesday 14:00-17:00" in page
    assert 'href="?where=&amp;day=today&amp;free=on"' in page  # one tap leaves the neighbourhood out


def test_without_a_question_there_are_only_questions(client, organisation, rabot):
    offer(organisation, "Voetbal", rabot)
    page = client.get("/find/").content.decode()

    assert "How old are you?" in page
    assert "Voetbal" not in page


def test_nothing_found_says_what_to_do(client, organisation, rabot):
    offer(organisation, "Voetbal", rabot, is_free=True, languages=["nl"], moments=[(Weekday.FRIDAY, 14, 17)])
    page = client.get("/find/", {"day": "3", "free": "on"}).content.decode()

    assert "There is something on another day" in page
    assert 'href="?day=5&amp;free=on">Friday' in page
    assert "Without “Wednesday”: one" in page
    assert "Without “free of charge”" not in page  # which would not help

    page = client.get("/find/", {"where": "rabot", "age": "12-15", "language": "tr"}).content.decode()
    assert "Without “Turkish”: one" in page


def test_nothing_at_all_leads_to_everything(client):
    page = client.get("/find/", {"where": "", "free": "on"}).content.decode()

    assert "Show everything" in page


@pytest.mark.parametrize("wrong", [{"where": "nergens"}, {"age": "7-8"}, {"day": "8"}, {"language": "xx"}])
def test_what_cannot_be_asked_is_said(client, wrong):
    page = client.get("/find/", wrong).content.decode()

    assert "Something is not right yet" in page
    assert "How old are you?" in page


def test_the_map_is_as_good_as_its_list(client, organisation, rabot):
    offer(organisation, "Voetbal", rabot)
    Neighbourhood.objects.update(path="M0 0l10 0 0 10z", box=[0, 0, 10, 10])
    page = client.get("/find/", {"view": "map", "age": "12-15"}).content.decode()

    assert page.count('href="?age=12-15&amp;where=rabot"') == 2
    assert 'aria-label="Rabot: 1"' in page


@pytest.mark.parametrize("offers", [3, 60])
@pytest.mark.parametrize(
    ("asked", "queries"),
    [
        ({}, 1),
        ({"where": "rabot", "day": "3", "free": "on", "wheelchair": "on", "language": "nl", "age": "12-15"}, 5),
        ({"view": "map", "day": "3"}, 2),
    ],
)
def test_the_number_of_questions_to_the_database_stays(
    client, organisation, rabot, django_assert_num_queries, offers, asked, queries
):
    for number in range(offers):
        offer(organisation, f"Aanbod {number}", rabot, is_free=True, moments=[(Weekday.WEDNESDAY, 14, 17)])

    with django_assert_num_queries(queries):
        client.get("/find/", asked)


def test_an_empty_answer_asks_no_more_than_a_list_may(client, rabot, django_assert_max_num_queries):
    asked = {"where": "rabot", "day": "3", "free": "on", "wheelchair": "on", "language": "nl", "age": "12-15"}

    with django_assert_max_num_queries(12):
        client.get("/find/", asked)
