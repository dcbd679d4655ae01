import json
import re

import pytest
import time_machine

from organisations.enums import Audience, Weekday
from organisations.models import Contact
from tests import builders

pytestmark = pytest.mark.django_db
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def data(client, record) -> dict:
    (block,) = BLOCK.findall(client.get(record.get_absolute_url()).content.decode())
    return json.loads(block)


@pytest.fixture
def rabot():
    return builders.make_neighbourhood("Rabot")


@time_machine.travel("2026-10-07 12:00+02:00", tick=False)
def test_an_offer_with_days_is_a_series_of_events(client, organisation, rabot):
    place = builders.make_place(organisation, rabot, "Het Huis", address="Straat 1")
    offer = builders.make_offer(organisation, rabot, place=place, age_min=12, age_max=15, is_free=True)
    builders.make_moment(offer, Weekday.WEDNESDAY, 14, 17)
    said = data(client, offer)

    assert said["@type"] == "EventSeries"
    assert said["startDate"] == "2026-10-07T14:00:00+02:00"
    assert said["location"] == {"@type": "Place", "name": "Het Huis", "address": "Straat 1"}
    assert said["organizer"]["name"] == "De Kring vzw"
    assert said["typicalAgeRange"] == "12-15"
    assert said["isAccessibleForFree"] is True
    (schedule,) = said["eventSchedule"]
    assert schedule["byDay"] == "https://schema.org/Wednesday"
    assert (schedule["startTime"], schedule["endTime"]) == ("14:00", "17:00")


def test_an_offer_without_days_is_a_service(client, organisation, rabot):
    said = data(client, builders.make_offer(organisation, rabot, age_min=16))

    assert said["@type"] == "Service"
    assert said["areaServed"] == [{"@type": "Place", "name": "Rabot"}]
    assert said["audience"]["suggestedMinAge"] == 16
    assert "isAccessibleForFree" not in said


def test_an_organisation_is_one_and_names_nobody(client, organisation):
    Contact.objects.create(organisation=organisation, name="Jamila Peeters", email="jamila@example.org")
    page = client.get(organisation.get_absolute_url()).content.decode()

    assert data(client, organisation)["@type"] == "Organization"
    assert "Jamila" not in page
    assert "jamila@example.org" not in page


def test_no_text_ends_the_block(client, organisation, rabot):
    title = "</script><script>alert(1)</script> & <!--"
    offer = builders.make_offer(organisation, rabot, title=title)
    page = client.get(offer.get_absolute_url()).content.decode()

    assert data(client, offer)["name"] == title
    assert "<script>alert" not in page
    assert "<!--" not in page


def test_what_is_for_professionals_says_nothing_to_programs(sign_in, member, organisation, rabot):
    offer = builders.make_offer(organisation, rabot, audience=Audience.PROFESSIONALS)
    page = sign_in(member).get(offer.get_absolute_url()).content.decode()

    assert not BLOCK.findall(page)
    assert '<meta name="robots" content="noindex">' in page
