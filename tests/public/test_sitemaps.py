import datetime
import re

import pytest

from neighbourhoods.enums import Derivation
from organisations.enums import Audience, OfferStatus
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def addresses(client):
    def addresses(part: str) -> list[str]:
        return re.findall(r"<loc>http://testserver(.*?)</loc>", client.get(f"/sitemap{part}.xml").content.decode())

    return addresses


def test_the_sitemap_leads_to_its_parts(addresses):
    assert {
        "/sitemap-neighbourhoods.xml",
        "/sitemap-pages.xml",
        "/sitemap-offers.xml",
        "/sitemap-organisations.xml",
    } <= set(addresses(""))


def test_every_page_of_the_sitemap_answers(client, addresses):
    pages = addresses("-pages")

    assert "/help/partner/" in pages
    assert {client.get(page).status_code for page in pages} == {200}


def test_only_offers_that_everybody_may_see(addresses, organisation):
    offer = builders.make_offer(organisation)
    builders.make_offer(organisation, audience=Audience.PROFESSIONALS)
    builders.make_offer(organisation, status=OfferStatus.DRAFT)

    assert addresses("-offers") == [offer.get_absolute_url()]


def test_nobody_reads_there_how_sure_an_offer_is(client, organisation):
    builders.make_offer(organisation, confirmed_on=datetime.date(2019, 3, 4))
    response = client.get("/sitemap-offers.xml")

    assert "2019" not in response.content.decode()
    assert "Last-Modified" not in response.headers


def test_only_organisations_that_are_active(addresses, organisation):
    builders.make_organisation(valid_until=datetime.date(2020, 1, 1))

    assert addresses("-organisations") == [organisation.get_absolute_url()]


def test_only_neighbourhoods_of_today(client, addresses):
    rabot = builders.make_neighbourhood("Rabot")
    builders.make_neighbourhood(valid_until=datetime.date(2020, 1, 1))

    assert addresses("-neighbourhoods") == [rabot.get_absolute_url()]
    assert client.get(rabot.get_absolute_url()).status_code == 200


def test_only_decisions_that_are_published(client, addresses):
    area = builders.make_neighbourhood()
    decision = builders.make_priority(area, plain_words="Hier eerst.", published_on=datetime.date(2026, 1, 1))
    builders.make_priority(area)

    assert addresses("-priorities") == [decision.get_absolute_url()]
    assert client.get(decision.get_absolute_url()).status_code == 200


def test_robots_stay_out_of_the_demo(client, settings):
    settings.DEMO = True
    assert client.get("/robots.txt").content.decode() == "User-agent: *\nDisallow: /\n\n"


def test_robots_are_shown_the_way_and_kept_from_signing_in(client, settings):
    settings.DEMO, settings.BASE_URL = False, "https://jos.example.org"
    text = client.get("/robots.txt").content.decode()

    assert "Disallow: /account/" in text
    assert "Sitemap: https://jos.example.org/sitemap.xml" in text
    assert "Disallow: /\n" not in text


def test_only_figures_that_everybody_may_see(addresses):
    shown, inside = builders.make_statistic(is_public=True), builders.make_statistic()
    builders.make_statistic(derivation=Derivation.CHANGE, part=inside, years=1, is_public=True)

    assert addresses("-figures") == [shown.get_absolute_url()]


def test_only_data_sets_of_figures_that_everybody_may_see(client, addresses):
    shown, inside = builders.make_data_set(), builders.make_data_set()
    builders.make_statistic(is_public=True, data_set=shown)
    builders.make_statistic(data_set=inside)

    assert addresses("-data-sets") == [shown.get_absolute_url()]
    assert client.get(shown.get_absolute_url()).status_code == 200
