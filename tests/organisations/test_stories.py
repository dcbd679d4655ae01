import datetime

import pytest
import time_machine
from django.urls import reverse

from jos.accounts.actions import change_city_role
from jos.accounts.enums import Role
from organisations.actions.mergers import merge_organisations, undo_merger
from organisations.actions.organisations import change_possession
from organisations.actions.people import remove_member
from organisations.enums import Weekday
from organisations.models import Contact, Offer, OfferMoment
from tests.builders import make_neighbourhood, make_offer, make_organisation, make_place

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def an_hour_later():
    """What tests do is another moment than what the builders made."""
    with time_machine.travel(datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC), tick=True) as traveller:
        yield traveller


def told(response) -> list[str]:
    return [change for entry in response.context["page"] for change in entry.changes]


def test_a_place_and_a_contact_tell_their_own_changes(sign_in, member, organisation, an_hour_later):
    place = make_place(organisation, make_neighbourhood("Rabot"), "Kelder")
    contact = Contact.objects.create(organisation=organisation, name="Balie", email="balie@example.org")
    an_hour_later.shift(3600)
    place.warm, contact.phone = True, "09 000 00 00"
    change_possession(record=place, version=1, by=member)
    change_possession(record=contact, version=1, by=member)
    client = sign_in(member)
    story = client.get(reverse("place_story", args=[organisation.slug, place.pk]))
    assert told(story) == ["Kelder: warm place from no to yes", "place “Kelder” added"]
    story = client.get(reverse("contact_story", args=[organisation.slug, contact.pk]))
    assert told(story)[0] == "Balie: phone: 09 000 00 00"


def test_a_person_tells_roles_and_organisations(sign_in, staff, administrator, member, organisation, an_hour_later):
    an_hour_later.shift(3600)
    change_city_role(member, role=Role.POLICYMAKER, by=administrator)
    remove_member(member.memberships.get(), by=administrator)
    response = sign_in(staff).get(reverse("person_story", args=[member.pk]))
    assert "role for the city: policymaker" in told(response)
    assert "member “Mira” removed" in told(response)
    assert "password" not in response.text


def test_an_offer_tells_its_days_and_hours(sign_in, member, organisation):
    offer = make_offer(organisation)
    OfferMoment(offer=offer, weekday=Weekday.FRIDAY, starts_at=datetime.time(16), ends_at=datetime.time(18)).save_by(
        member
    )
    moment = offer.moments.get()
    moment.ends_at = datetime.time(19)
    moment.save_by(member)
    changes = told(sign_in(member).get(reverse("offer_story", args=[offer.slug])))
    assert "moment “Friday 16:00-18:00” added" in changes
    assert "Friday 16:00-19:00: until hour from 18:00 to 19:00" in changes


def test_what_was_theirs_by_mistake_is_told_elsewhere_again(sign_in, member, staff, organisation, an_hour_later):
    other = make_organisation("De Poort")
    offer = make_offer(other, title="Open huis")
    versions = (organisation.version, other.version)
    merge_organisations(kept=organisation, other=other, versions=versions, taken=(), by=staff)
    undo_merger(other=other, by=staff)
    an_hour_later.shift(3600)
    offer = Offer.objects.get(pk=offer.pk)
    offer.title = "Nog geheim"
    offer.save_by(staff)
    OfferMoment(offer=offer, weekday=Weekday.FRIDAY, starts_at=datetime.time(16), ends_at=datetime.time(18)).save_by(
        staff
    )

    theirs = sign_in(staff).get(reverse("organisation_story", args=[other.slug]))
    assert any("Nog geheim" in change for change in told(theirs))
    ours = sign_in(member).get(reverse("organisation_story", args=[organisation.slug]))
    assert not any("Nog geheim" in change or "16" in change for change in told(ours))
