import re

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from jos.public.pictures import LANGUAGES, PICTURES
from jos.public.roles import ROLES
from tests import builders

pytestmark = pytest.mark.django_db
PAGES = ["/find/", "/about/", "/privacy/", "/accessibility/", "/help/", *(f"/help/{role.slug}/" for role in ROLES)]


@pytest.fixture
def world(organisation):
    rabot = builders.make_neighbourhood("Rabot")
    offer = builders.make_offer(organisation, rabot, title="Voetbal", description="Elke week op het plein.")
    builders.make_moment(offer, 3, 14, 17)
    return {"offer": offer.get_absolute_url(), "organisation": organisation.get_absolute_url()}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_for_everybody_sets_no_cookie_and_can_be_kept_for_a_minute(client, page):
    response = client.get(page)

    assert response.status_code == 200
    assert not response.cookies
    assert response["Cache-Control"] == "public, max-age=60"


@pytest.mark.parametrize("about", ["offer", "organisation"])
def test_offers_and_organisations_set_no_cookie_for_a_visitor(client, world, about):
    assert not client.get(world[about]).cookies


@pytest.mark.parametrize("page", PAGES)
def test_nothing_of_somebody_signed_in_is_kept(sign_in, member, page):
    assert "no-store" in sign_in(member).get(page)["Cache-Control"]


@pytest.mark.parametrize("page", [*PAGES, "offer", "organisation"])
def test_a_page_shares_well(client, world, settings, page):
    settings.BASE_URL = "https://jos.example.org"
    path = world.get(page, page)
    text = client.get(path, {"utm": "x"}).content.decode() if page in world else client.get(path).content.decode()

    assert f'<link rel="canonical" href="https://jos.example.org{path}">' in text
    assert f'<meta property="og:url" content="https://jos.example.org{path}">' in text
    assert '<meta property="og:title" content="' in text
    assert '<meta name="description" content="' in text
    assert 'property="og:image" content="https://jos.example.org/static/img/share' in text


def test_an_offer_is_described_by_its_own_words(client, world):
    assert '<meta name="description" content="Elke week op het plein.">' in client.get(world["offer"]).content.decode()


def test_an_offer_says_first_what_one_needs_to_come_by(client, world):
    text = client.get(world["offer"]).content.decode()

    places = [text.index(words) for words in ("Wednesday 14:00-17:00", "Put it in my calendar", "Price", "Free time")]
    assert places == sorted(places)


def test_privacy_and_accessibility_name_whom_to_ask(client, settings):
    settings.CITY_NAME, settings.SUPPORT_EMAIL = "Lindermonde", "jeugd@example.org"
    for page in ("/privacy/", "/accessibility/"):
        text = client.get(page).content.decode()
        assert "Lindermonde" in text
        assert "mailto:jeugd@example.org" in text


def test_they_stand_without_a_name_as_well(client, settings):
    settings.CITY_NAME = settings.SUPPORT_EMAIL = ""
    for page in ("/privacy/", "/accessibility/", "/help/", "/about/"):
        text = client.get(page).content.decode()
        assert "mailto:" not in text.replace("mailto:klachten@vlaamseombudsdienst.be", "")


def test_the_accessibility_statement_has_the_parts_of_the_model(client):
    text = client.get("/accessibility/").content.decode()

    parts = [
        "Compliance status",
        "Content that is not accessible",
        "Preparation of this statement",
        "Feedback and contact",
        "Enforcement procedure",
    ]
    places = [text.index(f"<h2>{part}</h2>") for part in parts]
    assert places == sorted(places)
    assert "partially compliant" in text
    assert "Vlaamse Ombudsdienst" in text


def test_a_role_without_help_is_nothing(client):
    assert client.get("/help/burgemeester/").status_code == 404


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_is_there_small_and_in_each_language(name):
    for language in LANGUAGES:
        with open(finders.find(f"img/help/{name}-{language}.webp"), "rb") as file:
            assert len(file.read()) <= 40_000


def test_every_picture_is_shown_in_the_readers_language_with_its_size():
    shown = ""
    for role in ROLES:
        text = Client(headers={"Accept-Language": "nl"}).get(f"/help/{role.slug}/").content.decode()
        shown += text
        pictures = re.findall(r"<img[^>]*>", text)
        assert all(re.search(r'width="\d+" height="\d+" alt="[^"]+"', picture) for picture in pictures)
    assert all(f"img/help/{name}-nl" in shown for name in PICTURES)
