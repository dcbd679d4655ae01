import datetime
import uuid
from decimal import Decimal

import pytest
import time_machine

from jos.shared.audit import story
from jos.shared.saving import ChangedMeanwhile
from jos.shared.time import today
from organisations.actions.offers import (
    archive_offer,
    change_offer,
    confirm_offers,
    copy_offer,
    create_offer,
    end_offer,
    publish_offer,
)
from organisations.enums import Function, OfferStatus, Weekday
from organisations.models import Offer, OfferFunction, OfferMoment, OfferNeighbourhood
from organisations.schedule import Moment
from tests.builders import make_neighbourhood, make_offer, make_organisation, make_place

pytestmark = pytest.mark.django_db
WELFARE = {Function.WELFARE: Decimal(4)}


def change(offer, by, *, version=None, functions=WELFARE, reach=None, moments=()):
    return change_offer(
        offer=offer,
        version=version or offer.version,
        functions=functions,
        reach=reach if reach is not None else [(row.neighbourhood, row.share) for row in offer.reach.all()],
        moments=moments,
        by=by,
    )


def test_a_new_offer_comes_with_its_functions_and_its_reach(organisation, member):
    here, there = make_neighbourhood(), make_neighbourhood()
    offer = create_offer(
        offer=Offer(organisation=organisation, title="Open huis"),
        functions={Function.FREE_TIME: None, Function.BRIDGE: Decimal(2)},
        reach=[(here, Decimal(60)), (there, Decimal(40))],
        by=member,
    )

    assert {row.function: row.hours_per_week for row in offer.functions.all()} == {"FREE_TIME": None, "BRIDGE": 2}
    assert {row.neighbourhood: row.share for row in offer.reach.all()} == {here: 60, there: 40}
    assert offer.history.get().history_user == member
    assert set(OfferFunction.history.values_list("history_user", flat=True)) == {member.pk}


def test_a_form_sent_twice_makes_one_offer(organisation, member):
    token = uuid.uuid4()
    here = make_neighbourhood()
    first, second = (
        create_offer(
            offer=Offer(organisation=organisation, title="Open huis", created_with=token),
            functions=WELFARE,
            reach=[(here, None)],
            by=member,
        )
        for _time in range(2)
    )

    assert first == second
    assert Offer.objects.count() == 1
    assert OfferFunction.objects.count() == OfferNeighbourhood.objects.count() == 1


def test_only_what_changed_gets_a_row_of_history(organisation, member):
    here, there = make_neighbourhood(), make_neighbourhood()
    offer = make_offer(organisation, here, functions={Function.WELFARE: 4, Function.BRIDGE: 2})
    before = [model.history.count() for model in (Offer, OfferFunction, OfferNeighbourhood)]

    change(offer, member, functions={Function.WELFARE: Decimal(6), Function.BRIDGE: Decimal(2)}, reach=[(here, None)])

    after = [model.history.count() for model in (Offer, OfferFunction, OfferNeighbourhood)]
    assert [now - then for now, then in zip(after, before, strict=True)] == [0, 1, 0]
    change(offer, member, functions={Function.WELFARE: Decimal(6)}, reach=[(there, None)])
    assert {row.function for row in offer.functions.all()} == {Function.WELFARE}
    assert [row.neighbourhood for row in offer.reach.all()] == [there]
    assert OfferFunction.history.filter(history_type="-").get().history_user == member


def test_each_change_is_the_next_version(organisation, member):
    offer = make_offer(organisation, make_neighbourhood())
    change(offer, member)
    change(offer, member)

    offer.refresh_from_db()
    assert offer.version == 3


def test_an_older_version_is_refused_and_nothing_is_written(organisation, member, staff):
    offer = make_offer(organisation, make_neighbourhood(), functions={Function.WELFARE: 4})
    change(Offer.objects.get(pk=offer.pk), staff, functions={Function.WELFARE: Decimal(5)})
    offer.title = "Van mij"

    with pytest.raises(ChangedMeanwhile):
        change(offer, member, version=1, functions={Function.WELFARE: Decimal(9)})

    assert Offer.objects.get().title != "Van mij"
    assert OfferFunction.objects.get().hours_per_week == 5


@time_machine.travel("2026-11-20 12:00+01:00", tick=False)
def test_who_changes_an_offer_confirms_it(organisation, member):
    offer = make_offer(organisation, make_neighbourhood(), confirmed_on=datetime.date(2025, 1, 1))
    change(offer, member)
    assert Offer.objects.get().confirmed_on == datetime.date(2026, 11, 20)


def test_confirming_all_takes_the_same_number_of_queries_for_any_number(
    organisation, member, django_assert_max_num_queries
):
    for number in range(60):
        make_offer(organisation, make_neighbourhood(f"Wijk nummer {number}"), confirmed_on=datetime.date(2025, 1, 1))

    with django_assert_max_num_queries(8):
        assert confirm_offers(Offer.objects.running(), by=member) == 60

    assert set(Offer.objects.values_list("confirmed_on", flat=True)) == {today()}
    assert set(Offer.history.filter(history_type="~").values_list("history_user", flat=True)) == {member.pk}


def test_confirming_twice_a_day_is_told_once(organisation, member):
    offer = make_offer(organisation, make_neighbourhood(), confirmed_on=datetime.date(2025, 1, 1))
    assert confirm_offers([offer], by=member) == 1
    assert confirm_offers([offer], by=member) == 0
    assert offer.history.filter(history_type="~").count() == 1


def test_an_ended_offer_counts_on_its_last_day_and_not_after(organisation, member):
    offer = make_offer(organisation, make_neighbourhood())
    last = datetime.date(2026, 3, 1)
    for _time in range(2):
        end_offer(offer=offer, last_day=last, by=member)

    assert Offer.objects.counting(last).exists()
    assert not Offer.objects.counting(last + datetime.timedelta(days=1)).exists()
    assert offer.history.count() == 2  # made, ended


def test_a_copy_is_a_draft_elsewhere_without_the_place(organisation, member):
    here, there = make_neighbourhood(), make_neighbourhood()
    place = make_place(organisation, here)
    offer = make_offer(organisation, here, title="Open huis", place=place, functions={Function.BRIDGE: 3}, age_min=12)

    copies = [copy_offer(offer=offer, neighbourhoods=[there], token=uuid.UUID(int=7), by=member) for _time in range(2)]

    assert copies[0] == copies[1] != offer
    copy = Offer.objects.get(pk=copies[0].pk)
    assert (copy.status, copy.place, copy.age_min, copy.version) == (OfferStatus.DRAFT, None, 12, 1)
    assert copy.slug != offer.slug
    assert [row.neighbourhood for row in copy.reach.all()] == [there]
    assert [(row.function, row.hours_per_week) for row in copy.functions.all()] == [("BRIDGE", 3)]
    assert [row.neighbourhood for row in offer.reach.all()] == [here]


def test_an_offer_goes_to_the_archive_and_back(organisation, member):
    offer = make_offer(organisation, make_neighbourhood())
    archive_offer(offer=offer, by=member)
    assert Offer.objects.get().status == OfferStatus.ARCHIVED
    publish_offer(offer=offer, by=member)
    assert Offer.objects.get().status == OfferStatus.PUBLISHED
    assert Offer.objects.get().version == 3


def test_an_offer_called_new_does_not_hide_behind_another_page(member):
    offer = create_offer(offer=Offer(organisation=make_organisation(), title="New"), functions={}, reach=[], by=member)
    assert offer.slug != "new"


def test_moments_change_and_the_story_tells_it(organisation, member):
    offer = make_offer(organisation, make_neighbourhood())
    tuesday = Moment(Weekday.TUESDAY, datetime.time(14), datetime.time(18))
    change(offer, member, moments=[tuesday, tuesday._replace(weekday=Weekday.THURSDAY)])
    change(offer, member, moments=[tuesday._replace(ends_at=datetime.time(19))])

    assert [str(row) for row in offer.moments.all()] == ["Tuesday 14:00-19:00"]
    (entry,) = story(Offer.history.filter(id=offer.pk, history_type="~"), OfferMoment.history.filter(offer_id=offer.pk))
    assert "moment “Tuesday 14:00-18:00” added" in entry.changes
    assert "moment “Thursday 14:00-18:00” removed" in entry.changes
    assert "Tuesday 14:00-19:00: until hour from 18:00 to 19:00" in entry.changes


def test_the_same_moments_write_no_history(organisation, member):
    offer = make_offer(organisation, make_neighbourhood())
    for _time in range(2):
        change(offer, member, moments=[Moment(Weekday.TUESDAY, datetime.time(14), datetime.time(18))])
    assert OfferMoment.history.count() == 1


def test_a_copy_has_the_same_moments(organisation, member):
    offer = make_offer(organisation, make_neighbourhood())
    OfferMoment.objects.create(offer=offer, weekday=6, starts_at=datetime.time(10), ends_at=datetime.time(12))
    copy = copy_offer(offer=offer, neighbourhoods=[make_neighbourhood()], by=member)
    assert [str(row) for row in copy.moments.all()] == ["Saturday 10:00-12:00"]
