"""The sheet of a neighbourhood or movement circle: how it stands, and everything that makes it so."""

import datetime

import pytest
from django.utils import translation
from django.utils.formats import date_format

from covenants.enums import CovenantState
from jos.shared.time import months_later, today
from organisations.enums import Function, WorkForm
from organisations.models import OfferMoment
from signals.enums import DossierState
from tests import builders, covenant_builders, signal_builders

SHEET = "/neighbourhoods/rabot/"


@pytest.fixture
def rabot(db):
    return builders.make_neighbourhood("Rabot", code="R1", district="Noord")


@pytest.fixture
def look(sign_in, member, organisation):
    client = sign_in(member)
    return lambda path=SHEET, **query: client.get(path, query).content.decode()


def test_the_sheet_says_the_state_and_what_is_missing_with_its_rule(rabot, look):
    builders.make_priority(rabot)
    page = look()
    assert "Nothing yet." in page
    assert "Nobody takes up the function free time here." in page
    assert 'href="#R4"' in page
    assert 'id="R4"' in page


def test_a_warning_leads_to_the_offers_it_is_about(rabot, look, organisation):
    builders.make_offer(organisation, rabot, confirmed_on=today() - datetime.timedelta(days=500))
    page = look()
    assert "What may go wrong" in page
    assert f"/offers/?neighbourhood=rabot&amp;at={today()}&amp;function=FREE_TIME" in page


def test_every_offer_says_who_for_whom_when_and_where(rabot, look, organisation):
    place = builders.make_place(organisation, rabot, "Open huis", warm=True)
    offer = builders.make_offer(
        organisation, rabot, title="Woensdagclub", schedule="elke week", place=place, age_min=12
    )
    OfferMoment.objects.create(offer=offer, weekday=3, starts_at=datetime.time(14), ends_at=datetime.time(17))
    page = look()
    for words in ("Woensdagclub", "De Kring vzw", "From 12 years", "Wednesday 14:00-17:00, elke week", "Open huis"):
        assert words in page


def test_the_hours_of_an_offer_are_those_it_brings_to_this_area(rabot, look, organisation):
    builders.make_offer(organisation, rabot, builders.make_neighbourhood(), functions={Function.FREE_TIME: 9})
    assert 'data-label="Free time">4.5 <small>h</small></td>' in look()


def test_a_number_opens_its_offers_for_these_ages(rabot, look, organisation):
    builders.make_offer(organisation, rabot, functions={Function.WELFARE: 9}, age_min=6, age_max=11)
    link = f"/offers/?neighbourhood=rabot&amp;at={today()}&amp;ages=6-11&amp;function=WELFARE"
    assert f'<a href="{link}">9 <small>h</small></a> <small class="count">1 offer</small>' in look()


def test_warm_places_and_work_on_the_street_are_named(rabot, look, organisation):
    place = builders.make_place(
        organisation, rabot, "Warm huis", warm=True, address="Kaai 1", opening_hours="elke avond tot 22u"
    )
    builders.make_offer(organisation, rabot, place=place)
    builders.make_offer(
        *(organisation, rabot),
        title="Straathoek",
        work_form=WorkForm.OUTREACH,
        route="de pleintjes",
        schedule="vrijdag",
    )
    page = look()
    for words in ("Warm huis</strong>, Kaai 1", "elke avond tot 22u", "Straathoek</a>: de pleintjes", "vrijdag"):
        assert words in page


def test_a_warm_place_is_named_though_its_offer_reaches_only_elsewhere(rabot, look, organisation):
    place = builders.make_place(organisation, rabot, "Warm huis", warm=True)
    builders.make_offer(organisation, builders.make_neighbourhood(), place=place, title="Elders")
    page = look()
    assert "Warm huis" in page
    assert "Elders" not in page


def test_R7_the_guard_marks_the_chart_with_a_sentence(rabot, look, organisation):
    turn = months_later(today(), -3)
    builders.make_offer(organisation, rabot, functions={Function.FREE_TIME: 4}, valid_from=turn)
    builders.make_offer(organisation, rabot, functions={Function.WELFARE: 6}, valid_until=turn)
    page = look()
    assert page.count('class="chart-shade"') == 1
    assert "In a year free time went from 0 to 4 hours a week, and welfare from 6 to 0." in page


def test_what_works_stands_beside_what_is_missing(rabot, look, organisation):
    builders.make_offer(organisation, rabot, is_free=True)
    assert "All of it is free of charge." in look()


def test_an_area_can_be_covered_for_children_and_empty_for_teenagers(rabot, look, organisation):
    builders.make_offer(organisation, rabot, age_min=6, age_max=11)
    assert look(ages="6-11").count("The basis is there.") == 1
    assert look(ages="12-15").count("Nothing yet.") == 1


def test_the_decision_in_force_is_told_with_its_reasons(rabot, look):
    builders.make_priority(rabot, reasons="Veel jongeren op straat.", review_on=datetime.date(2030, 5, 1))
    builders.make_priority(
        rabot, reasons="Oud.", valid_from=datetime.date(2010, 1, 1), valid_until=datetime.date(2011, 1, 1)
    )
    page = look()
    assert "Veel jongeren op straat." in page
    assert "1 May 2030" in page
    assert "Oud." not in page


def test_a_large_area_shows_a_page_of_offers_and_leads_to_all(rabot, look):
    for number in range(31):
        builders.make_offer(builders.make_organisation(f"Partner {number}"), rabot, functions={Function.FREE_TIME: 2})
    page = look()
    assert page.count('class="offer-hours"') == 30
    assert "All 31 offers" in page
    assert page.count('class="chart-row"') == 12
    assert "<span>20 others</span> <strong>40</strong>" in page


def test_codes_and_circles_are_named(rabot, look):
    builders.make_circle(rabot, name="Rond de dokken")
    page = look()
    assert "R1" in page
    assert "/circles/rond-de-dokken/" in page


def test_a_circle_has_the_same_sheet_over_its_neighbourhoods(rabot, look, organisation):
    builders.make_circle(rabot, builders.make_neighbourhood("Dampoort"), name="Rond de dokken")
    builders.make_offer(organisation, rabot, functions={Function.FREE_TIME: 8})
    page = look("/circles/rond-de-dokken/")
    assert "Movement circle" in page
    assert "Dampoort" in page
    assert f"/offers/?circle=rond-de-dokken&amp;at={today()}" in page


def test_one_page_is_promised_of_a_neighbourhood_only(rabot, look):
    """A circle has the offers of several, and takes the pages it needs."""
    builders.make_circle(rabot, name="Rond")
    assert "one page" in look("/neighbourhoods/rabot/")
    assert "one page" not in look("/circles/rond/")


def test_a_day_on_which_it_did_not_exist_says_so(look):
    builders.make_neighbourhood("Rabot", valid_from=datetime.date(2020, 1, 1))
    assert "Rabot does not exist on 1 January 2019." in look(at="2019-01-01")


def test_the_day_and_the_ages_go_along_to_other_areas(rabot, look):
    builders.make_circle(rabot, name="Rond de dokken")
    assert "/circles/rond-de-dokken/?at=2027-03-01&amp;ages=12-15" in look(at="2027-03-01", ages="12-15")


def test_the_list_names_all_neighbourhoods_and_circles(rabot, look):
    builders.make_circle(rabot, name="Rond de dokken")
    page = look("/neighbourhoods/")
    assert page.index("Rabot") < page.index("Rond de dokken")


def test_an_empty_list_says_what_to_do(look):
    assert "The city has no neighbourhoods here yet." in look("/neighbourhoods/")


def test_a_decision_that_an_area_does_not_come_first_is_called_so(rabot, sign_in, member, organisation):
    decision = builders.make_priority(rabot, is_priority=False)
    builders.make_priority(rabot, stage="PROPOSAL", reasons="Nog niet beslist.")
    page = sign_in(member).get(rabot.get_absolute_url()).text
    assert "Why it does not come first" in page
    assert decision.get_absolute_url() in page
    assert "Why it has priority" not in page
    assert "Nog niet beslist." not in page


@pytest.mark.parametrize("size", [3, 60])
@pytest.mark.parametrize(("path", "queries"), [(SHEET, 14), ("/circles/rond/", 14), ("/neighbourhoods/", 8)])
def test_the_number_of_queries_does_not_grow(
    rabot, sign_in, member, organisation, django_assert_num_queries, size, path, queries
):
    others = [builders.make_neighbourhood() for _ in range(size)]
    builders.make_circle(rabot, *others, name="Rond")
    for number in range(size):
        builders.make_priority(rabot, reasons=f"Reden {number}")
        builders.make_offer(organisation, rabot, others[number], place=builders.make_place(organisation, rabot))
    client = sign_in(member)
    with django_assert_num_queries(queries):
        client.get(path)


@pytest.mark.parametrize("size", [3, 60])
def test_who_works_for_the_city_pays_once_for_what_all_sheets_share(
    rabot, sign_in, policymaker, organisation, django_assert_num_queries, size
):
    """Hours promised in the whole city, and signals counted in all of it to know which are too few to tell."""
    for _each in range(size):
        covenant = covenant_builders.make_covenant(organisation, rabot, state=CovenantState.SIGNED)
        covenant_builders.make_hours(covenant, Function.FREE_TIME, 2)
        builders.make_offer(organisation, rabot)
        signal_builders.make_signal(neighbourhood=rabot)
    client = sign_in(policymaker)
    for queries in (26, 14):
        with django_assert_num_queries(queries):
            client.get(SHEET)


def test_in_dutch_months_are_small_and_numbers_have_a_comma(rabot, sign_in, member, organisation):
    builders.make_offer(organisation, rabot, builders.make_neighbourhood(), functions={Function.FREE_TIME: 9})
    page = sign_in(member).get(SHEET, headers={"accept-language": "nl"}).content.decode()
    assert "naar 4,5 uur per week." in page
    with translation.override("nl"):
        month = date_format(today(), "b Y")
    assert month in page
    assert month.capitalize() not in page


class TestVoices:
    def test_partners_read_which_dossiers_are_about_it_and_no_number_of_signals(
        self, rabot, sign_in, member, organisation
    ):
        signal_builders.make_dossier("Banken", rabot)
        signal_builders.make_dossier("Elders")
        signal_builders.make_signal(neighbourhood=rabot)
        page = sign_in(member).get(rabot.get_absolute_url()).text
        assert "1 dossier is about it: 0 answered, 0 brought back" in page
        assert 'href="/dossiers/banken/"' in page
        assert "Elders" not in page
        assert "came from here" not in page

    def test_the_city_reads_how_many_signals_and_about_what_but_no_small_number(self, rabot, sign_in, policymaker):
        school, other = signal_builders.make_theme("School"), signal_builders.make_theme("Werk")
        for number in range(40):
            signal_builders.make_signal(neighbourhood=rabot, theme=school if number < 20 else other)
        page = sign_in(policymaker).get(rabot.get_absolute_url()).text
        assert f"In {today().year}, so far 40 signals came from here." in page
        assert "Most are about" in page

    def test_of_too_few_it_says_so(self, rabot, sign_in, policymaker):
        signal_builders.make_signal(neighbourhood=rabot)
        assert (
            "too few signals came from here to say how many" in sign_in(policymaker).get(rabot.get_absolute_url()).text
        )

    def test_everybody_reads_what_was_answered_here(self, rabot, client):
        signal_builders.make_dossier("Banken", rabot, state=DossierState.ANSWERED, published_on=today())
        signal_builders.make_dossier("Geheim", rabot, state=DossierState.ANSWERED)
        page = client.get(rabot.get_absolute_url()).text
        assert 'href="/said-and-done/dossier/banken/"' in page
        assert "Geheim" not in page
