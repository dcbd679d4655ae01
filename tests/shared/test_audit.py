import datetime
from decimal import Decimal

import pytest
import time_machine

from jos.shared.audit import story
from organisations.actions.offers import change_offer, confirm_offers, end_offer
from organisations.enums import Function
from organisations.models import Membership, Offer, OfferFunction, OfferNeighbourhood, Organisation
from tests.builders import make_neighbourhood, make_offer

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer(organisation):
    with time_machine.travel("2026-03-01 10:00+01:00"):
        return make_offer(
            organisation, make_neighbourhood("Rabot"), title="Open huis", functions={Function.WELFARE: 4}, age_min=12
        )


def tell(offer):
    return story(
        Offer.history.filter(id=offer.pk),
        OfferFunction.history.filter(offer_id=offer.pk),
        OfferNeighbourhood.history.filter(offer_id=offer.pk),
    )


def save(offer, by, functions, *areas):
    offer = Offer.objects.get(pk=offer.pk)
    reach = [(area, None) for area in areas] or [(row.neighbourhood, row.share) for row in offer.reach.all()]
    change_offer(offer=offer, version=offer.version, functions=functions, reach=reach, moments=[], by=by)


def test_it_tells_who_changed_the_hours_from_what_to_what_and_when(offer, member):
    with time_machine.travel("2026-03-03 10:00+01:00"):
        save(offer, member, {Function.WELFARE: Decimal(6)})

    entry = tell(offer)[0]
    assert (entry.who, entry.about, entry.when.date()) == ("Mira", "Open huis", datetime.date(2026, 3, 3))
    assert "welfare: hours a week from 4 to 6" in entry.changes


def test_unknown_hours_are_told_as_unknown_never_as_zero(offer, member):
    with time_machine.travel("2026-03-03 10:00+01:00"):
        save(offer, member, {Function.WELFARE: None})
    assert "welfare: hours a week from 4 to unknown" in tell(offer)[0].changes


def test_functions_and_neighbourhoods_that_come_and_go_are_told_with_the_offer(offer, member):
    with time_machine.travel("2026-03-03 10:00+01:00"):
        save(offer, member, {Function.BRIDGE: Decimal("2.5")}, make_neighbourhood("Muide"))

    entries = tell(offer)
    assert len(entries) == 2  # made, changed
    assert set(entries[0].changes) >= {
        "function “welfare” removed",
        "function “bridge” added, hours a week 2.5",
        "neighbourhood “Rabot” removed",
        "neighbourhood “Muide” added",
    }


def test_the_first_entry_says_that_it_was_added(offer):
    entry = tell(offer)[-1]
    assert entry.created
    assert entry.who == ""


def test_dates_and_choices_are_told_in_words(offer, member):
    with time_machine.travel("2026-03-03 10:00+01:00"):
        offer.work_form = "OUTREACH"
        offer.age_min = None
        offer.save_by(member)
    with time_machine.travel("2026-03-04 10:00+01:00"):
        end_offer(offer=offer, last_day=datetime.date(2026, 6, 30), by=member)

    ended, changed, _made = tell(offer)
    assert ended.changes == ("until: 30 June 2026",)
    assert set(changed.changes) == {"work form from at a place to outreach", "from age emptied, was 12"}


def test_what_different_people_do_stays_apart(offer, member, staff):
    with time_machine.travel("2026-03-03 10:00+01:00", tick=False):
        save(offer, member, {Function.WELFARE: Decimal(5)})
        save(offer, staff, {Function.WELFARE: Decimal(6)})
    assert [entry.who for entry in tell(offer)] == ["Stef", "Mira", ""]


def test_names_of_related_records_are_told(organisation, coordinator, member):
    Membership.objects.get(user=member).delete_by(coordinator)
    entries = story(
        Organisation.history.filter(id=organisation.pk), Membership.history.filter(organisation_id=organisation.pk)
    )
    assert "member “Mira” removed" in entries[0].changes
    assert entries[0].who == "Cem"
    assert entries[0].about == "De Kring vzw"


@pytest.mark.parametrize("number", [3, 60])
def test_a_long_story_takes_as_many_queries_as_a_short_one(offer, member, django_assert_num_queries, number):
    for day in range(number):
        with time_machine.travel(datetime.datetime(2026, 4, 1, 12) + datetime.timedelta(days=day)):
            save(offer, member, {Function.WELFARE: Decimal(day % 7 + 5)})

    with django_assert_num_queries(5):  # three sources; the organisations and neighbourhoods they name
        assert len(tell(offer)) == number + 1


def test_confirming_is_told(offer, member):
    with time_machine.travel("2026-10-03 10:00+01:00"):
        confirm_offers([offer], by=member)
    assert tell(offer)[0].changes == ("confirmed on: 3 October 2026",)


def test_the_same_codes_in_another_order_are_no_change(offer, member):
    Offer.objects.filter(pk=offer.pk).update(languages=["tr", "nl"])
    Offer.history.filter(id=offer.pk).update(languages=["tr", "nl"])
    offer = Offer.objects.get(pk=offer.pk)
    offer.languages, offer.cost = ["nl", "tr"], "2 euro"
    with time_machine.travel("2026-03-03 10:00+01:00"):
        offer.save_by(member)
    assert tell(offer)[0].changes == ("cost: 2 euro",)
