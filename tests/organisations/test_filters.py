import datetime

import pytest
from django.test import RequestFactory

from jos.shared.time import today
from organisations.coverage import Ages, coverage
from organisations.enums import AgeBand, Audience, Function, OfferStatus, WorkForm
from organisations.filters import OfferFilter
from organisations.models import Offer
from tests.builders import make_circle, make_neighbourhood, make_offer, make_organisation

pytestmark = pytest.mark.django_db
TODAY = today()
YESTERDAY = TODAY - datetime.timedelta(days=1)


def found(**asked) -> set[int]:
    request = RequestFactory().get("/offers/", asked)
    return set(OfferFilter(request.GET, Offer.objects.all(), request=request).qs.values_list("pk", flat=True))


@pytest.fixture
def city():
    """Two neighbourhoods with offers in every state, for every age, ended and to come."""
    rabot, muide = make_neighbourhood("Rabot"), make_neighbourhood("Muide")
    make_circle(rabot, muide, name="Kanaal")
    gone = make_organisation(valid_until=YESTERDAY)
    kring = make_organisation()
    for reach in ((rabot,), (muide,), (rabot, muide)):
        for function in Function:
            make_offer(kring, *reach, functions=(function,), age_min=6, age_max=11)
        make_offer(kring, *reach, functions=tuple(Function), age_min=14)
        make_offer(kring, *reach, functions={Function.BRIDGE: None}, age_max=12)
        make_offer(kring, *reach, status=OfferStatus.DRAFT)
        make_offer(kring, *reach, status=OfferStatus.ARCHIVED)
        make_offer(kring, *reach, valid_until=YESTERDAY)
        make_offer(kring, *reach, valid_from=TODAY + datetime.timedelta(days=30))
        make_offer(kring, *reach, audience=Audience.PROFESSIONALS, work_form=WorkForm.OUTREACH)
        make_offer(gone, *reach)


@pytest.mark.parametrize("at", [YESTERDAY, TODAY, TODAY + datetime.timedelta(days=60)])
@pytest.mark.parametrize("band", [None, *AgeBand])
def test_every_number_of_the_coverage_page_opens_exactly_the_offers_it_counts(city, at, band):
    numbers = 0
    for area in coverage(at=at, ages=Ages.parse(band.value) if band else None):
        for function, covered in area.functions.items():
            asked = {area.kind.value: area.slug, "function": function.value, "at": at.isoformat()}
            assert found(**asked, **({"ages": band.value} if band else {})) == set(covered.offers)
            numbers += len(covered.offers)
    assert numbers


def test_without_a_day_it_is_about_today(city):
    assert found() == set(Offer.objects.counting(TODAY).values_list("pk", flat=True))


def test_outreach_of_a_neighbourhood_opens_mobile_and_outreach_work(city):
    offers = Offer.objects.filter(pk__in=found(neighbourhood="rabot", work_form="GOES_OUT"))
    assert {offer.work_form for offer in offers} == {WorkForm.OUTREACH}
    assert len(offers) == 2


def test_offers_are_found_by_their_words_and_by_their_organisation():
    rabot = make_neighbourhood()
    de_brug, other = make_organisation("De Brug"), make_organisation("Anders")
    first = make_offer(de_brug, rabot, title="Open huis")
    second = make_offer(other, rabot, title="Straathoekwerk", description="Wij bouwen een brug.")

    assert found(q="brug") == {first.pk, second.pk}
    assert found(organisation="de-brug") == {first.pk}


@pytest.mark.parametrize(
    "asked",
    [
        {"neighbourhood": "bestaat-niet"},
        {"neighbourhood": "9" * 400},
        {"function": "SLEEPING"},
        {"ages": "99-1"},
        {"at": "31/31/2026"},
        {"at": "9" * 400},
        {"organisation": "x" * 5000},
    ],
)
def test_what_cannot_be_asked_finds_nothing_and_says_why(city, client, asked):
    assert found(**asked) == set()
    page = client.get("/offers/", asked)
    assert page.status_code == 200
    assert b"Something is not right yet" in page.content
