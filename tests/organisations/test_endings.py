import datetime
import uuid

import pytest
import time_machine
from django.urls import reverse

from jos.shared.saving import ChangedMeanwhile
from organisations.actions.endings import end_organisation, restart_offer, restart_organisation
from organisations.coverage import coverage
from organisations.enums import Function, OfferStatus, Weekday
from organisations.models import Offer, OfferMoment
from tests.builders import make_neighbourhood, make_offer, make_organisation

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 21)
LAST_DAY = datetime.date(2026, 6, 30)
PAST = [datetime.date(2026, 5, 1), LAST_DAY, datetime.date(2026, 8, 1), datetime.date(2026, 11, 20)]


@pytest.fixture(autouse=True)
def this_day():
    with time_machine.travel(datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC), tick=True):
        yield


@pytest.fixture
def area():
    return make_neighbourhood("Dampoort")


def hours(day: datetime.date):
    (found,) = coverage(at=day)
    return found.functions[Function.FREE_TIME].hours


def test_offers_count_until_their_organisation_ends_and_are_not_changed(area, organisation, staff):
    offer = make_offer(organisation, area)
    end_organisation(organisation=organisation, last_day=LAST_DAY, version=1, by=staff)
    assert (hours(LAST_DAY), hours(TODAY)) == (4, 0)
    offer.refresh_from_db()
    assert (offer.valid_until, offer.version) == (None, 1)
    with pytest.raises(ChangedMeanwhile):
        end_organisation(organisation=organisation, last_day=TODAY, version=1, by=staff)


def test_what_goes_on_after_a_gap_leaves_the_gap(area, organisation, staff):
    offers = [make_offer(organisation, area), make_offer(organisation, area)]
    ahead = make_offer(organisation, area, valid_from=datetime.date(2026, 9, 1))
    end_organisation(organisation=organisation, last_day=LAST_DAY, version=1, by=staff)
    past = [hours(day) for day in PAST]
    restart_organisation(organisation=organisation, start=TODAY, offers=[offers[0]], version=2, by=staff)
    assert [hours(day) for day in PAST] == past == [8, 8, 0, 0]
    assert hours(TODAY) == 4
    ahead.refresh_from_db()
    assert ahead.status == OfferStatus.DRAFT


def test_an_end_that_is_still_to_come_is_taken_back(area, organisation, staff):
    make_offer(organisation, area)
    end_organisation(organisation=organisation, last_day=datetime.date(2026, 12, 31), version=1, by=staff)
    restart_organisation(organisation=organisation, start=TODAY, offers=[], version=2, by=staff)
    assert hours(datetime.date(2027, 3, 1)) == 4
    assert Offer.objects.count() == 1


def test_an_offer_goes_on_in_a_period_of_its_own_with_all_it_says(area, organisation, staff):
    offer = make_offer(
        organisation, area, valid_until=LAST_DAY, functions={Function.FREE_TIME: 4, Function.SIGNAL: None}
    )
    OfferMoment.objects.create(
        offer=offer, weekday=Weekday.FRIDAY, starts_at=datetime.time(16), ends_at=datetime.time(18)
    )
    past = [hours(day) for day in PAST]
    token = uuid.uuid4()
    again, twice = (restart_offer(offer=offer, start=TODAY, by=staff, token=token) for _time in range(2))
    assert again == twice != offer
    assert [hours(day) for day in PAST] == past
    assert hours(TODAY) == 4
    assert [(m.weekday, str(m.starts_at)) for m in again.moments.all()] == [(5, "16:00:00")]
    assert {f.function: f.hours_per_week for f in again.functions.all()} == {"FREE_TIME": 4, "SIGNAL": None}
    assert again.history.get().history_user == staff


def test_without_a_gap_the_offer_itself_goes_on(area, organisation, staff):
    offer = make_offer(organisation, area, valid_until=TODAY)
    assert restart_offer(offer=offer, start=TODAY + datetime.timedelta(days=1), by=staff) == offer
    assert Offer.objects.get().valid_until is None


def test_staff_end_and_restart_on_pages(sign_in, staff, area, organisation):
    offer = make_offer(organisation, area)
    client = sign_in(staff)
    address = reverse("organisation_end", args=[organisation.slug])
    assert "One offer runs now" in client.get(address).text
    refused = client.post(address, {"last_day": "gisteren", "version": 1})
    assert refused.status_code == 200
    assert "gisteren" in refused.text
    assert refused.text.count('role="alert"') == 1
    client.post(address, {"last_day": str(LAST_DAY), "version": 1})
    organisation.refresh_from_db()
    assert organisation.valid_until == LAST_DAY
    stale = client.post(address, {"last_day": str(TODAY), "version": 1}, follow=True)
    assert "changed this organisation meanwhile" in stale.text
    address = reverse("organisation_restart", args=[organisation.slug])
    assert offer.title in client.get(address).text
    client.post(address, {"start": str(TODAY), "offers": [offer.slug], "version": 2})
    assert hours(TODAY) == 4
    assert "nothing to restart" in client.get(address).text


def test_a_partner_restarts_its_own_offer(sign_in, member, organisation, area):
    offer = make_offer(organisation, area, valid_from=datetime.date(2026, 1, 1), valid_until=LAST_DAY)
    client = sign_in(member)
    address = reverse("offer_restart", args=[offer.slug])
    early = client.post(address, {"start": "2025-01-01", "token": uuid.uuid4()})
    assert "had not begun yet" in early.text
    client.post(address, {"start": str(TODAY), "token": uuid.uuid4()})
    assert Offer.objects.filter(valid_from=TODAY, title=offer.title).exists()
    assert make_organisation().offers.count() == 0


@pytest.mark.parametrize("end", [datetime.date.max, datetime.date.min])
def test_the_first_and_the_last_day_of_all_days_are_days(area, organisation, staff, end):
    offer = make_offer(organisation, area, valid_until=end)
    assert restart_offer(offer=offer, start=TODAY, by=staff).valid_until is None
    end_organisation(organisation=organisation, last_day=end, version=1, by=staff)
    restart_organisation(organisation=organisation, start=TODAY, offers=(), version=2, by=staff)
    organisation.refresh_from_db()
    assert organisation.valid_until is None
