"""Neighbourhoods as everybody sees them: what can be found, and nothing of what is for professionals."""

import datetime
import re

import pytest

from jos.shared.time import today
from organisations.enums import Audience, Function, OfferStatus, WorkForm
from organisations.models import Contact
from tests import builders
from tests.builders import ALL_FOUR

RABOT, CIRCLE, LIST = "/neighbourhoods/rabot/", "/circles/rond/", "/neighbourhoods/"


@pytest.fixture
def rabot(db):
    rabot = builders.make_neighbourhood("Rabot", district="Noord")
    builders.make_circle(rabot, builders.make_neighbourhood("Dampoort"), name="Rond")
    return rabot


@pytest.fixture
def look(client):
    return lambda path=RABOT, **query: client.get(path, query).content.decode()


def without_secret(page: str) -> str:
    """Each page has another token against forged forms."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


@pytest.mark.parametrize("path", [RABOT, CIRCLE, LIST, f"{RABOT}?ages=12-15"])
def test_nothing_for_professionals_can_be_told_from_the_page(rabot, look, organisation, path):
    """With and without it the page is the same, to the letter."""
    builders.make_offer(organisation, rabot, title="Speelplein")
    before = without_secret(look(path))
    place = builders.make_place(organisation, rabot, "Verborgen huis", warm=True)
    hidden = {"functions": ALL_FOUR, "place": place, "work_form": WorkForm.MOBILE, "route": "verborgen"}
    builders.make_offer(organisation, rabot, audience=Audience.PROFESSIONALS, **hidden)
    builders.make_offer(organisation, rabot, status=OfferStatus.DRAFT, **hidden)
    builders.make_offer(organisation, rabot, status=OfferStatus.ARCHIVED, **hidden)
    builders.make_offer(organisation, rabot, valid_until=datetime.date(2020, 1, 1), **hidden)
    builders.make_partnership(organisation)
    builders.make_priority(rabot)
    Contact.objects.create(organisation=organisation, name="Stille Piet", phone="09 000 00 00")
    assert without_secret(look(path)) == before


def test_an_unconfirmed_offer_looks_like_any_other(rabot, look, organisation):
    offer = builders.make_offer(organisation, rabot)
    before = look()
    offer.confirmed_on = today() - datetime.timedelta(days=900)
    offer.save()
    assert without_secret(look()) == without_secret(before)


@pytest.mark.parametrize("path", [RABOT, CIRCLE])
def test_the_page_says_what_there_is_when_and_where(rabot, look, organisation, path):
    place = builders.make_place(organisation, rabot, "Warm huis", warm=True, opening_hours="elke avond")
    builders.make_offer(organisation, rabot, title="Speelplein", schedule="zaterdag", place=place)
    builders.make_offer(organisation, rabot, title="Bus", work_form=WorkForm.MOBILE, route="langs de pleintjes")
    page = look(path)
    for words in ("2 things for you here", "Speelplein", "Zaterdag", "Warm huis", "elke avond", "langs de pleintjes"):
        assert words in page


def test_the_flower_shows_only_what_can_be_found(rabot, look, organisation):
    builders.make_offer(organisation, rabot, functions={Function.BRIDGE: 2})
    page = look()
    for part in ("FREE_TIME-missing", "WELFARE-missing", "BRIDGE-full", "SIGNAL-missing"):
        assert f'href="#{part}"' in page


def test_ages_leave_out_what_is_for_others(rabot, look, organisation):
    builders.make_offer(organisation, rabot, title="Kleuterclub", age_max=5)
    builders.make_offer(organisation, rabot, title="Tienerclub", age_min=12)
    page = look(ages="12-15")
    assert "Tienerclub" in page
    assert "Kleuterclub" not in page
    assert "Kleuterclub" in look(ages="nonsense")


def test_neighbourhoods_of_the_same_circle_are_near(rabot, look):
    assert 'href="/neighbourhoods/dampoort/"' in look()
    assert 'href="/neighbourhoods/rabot/"' in look(CIRCLE)


def test_an_area_that_is_gone_says_so(db, look):
    builders.make_neighbourhood("Rabot", valid_until=datetime.date(2020, 1, 1))
    assert "This neighbourhood is not there today." in look()


def test_the_list_has_all_neighbourhoods_by_district(rabot, look, organisation):
    builders.make_offer(organisation, rabot)
    page = look(LIST)
    assert page.index("Dampoort") < page.index("<h2>Noord</h2>") < page.index("Rabot")
    assert "1 thing<" in page


def test_professionals_see_it_too_when_they_ask(rabot, sign_in, member, organisation):
    client = sign_in(member)
    assert "What is missing" in client.get(RABOT).content.decode()
    for path in (RABOT, CIRCLE, LIST):
        page = client.get(path, {"public": "on"}).content.decode()
        assert "This is what the public sees." in page
        assert "What is missing" not in page


def test_a_decision_that_is_published_and_holds_is_named_and_no_other(rabot, look):
    decision = builders.make_priority(rabot, plain_words="Hier eerst.", published_on=datetime.date(2026, 1, 1))
    assert "The city decided: Rabot comes first." in look()
    assert f'href="/priorities/{decision.pk}/"' in look()
    assert "The city decided" not in look(CIRCLE)
    decision.is_priority = False
    decision.save()
    assert "Rabot does not come first." in look()
    decision.valid_until = today() - datetime.timedelta(days=1)
    decision.save()
    assert "The city decided" not in look()


@pytest.mark.parametrize("size", [3, 60])
@pytest.mark.parametrize(("path", "queries"), [(RABOT, 9), (CIRCLE, 9), (LIST, 2)])
def test_the_number_of_queries_does_not_grow(
    rabot, client, organisation, django_assert_num_queries, size, path, queries
):
    circle = builders.make_circle(rabot, name="Ook rond")
    for _ in range(size):
        circle.neighbourhoods.add(other := builders.make_neighbourhood())
        builders.make_offer(organisation, rabot, other, place=builders.make_place(organisation, rabot, warm=True))
    with django_assert_num_queries(queries):
        client.get(path)
