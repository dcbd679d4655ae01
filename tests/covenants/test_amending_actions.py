import datetime
import uuid

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from covenants.actions.amending import follow, merge, open_amendment
from covenants.actions.periods import lay_out_periods
from covenants.actions.reports import begun
from covenants.enums import CovenantState, CovenantStep, RatingAspect, Rhythm, Side
from organisations.enums import Function
from tests import builders
from tests.covenant_builders import make_budget, make_commitment, make_covenant, make_hours, make_period, make_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def covenant(organisation):
    found = make_covenant(organisation, state=CovenantState.SIGNED, rhythm=Rhythm.HALF_YEAR)
    make_hours(found, Function.FREE_TIME, 10)
    make_budget(found, Function.FREE_TIME, 1000)
    make_commitment(found, due_on=datetime.date(2026, 6, 30))
    return found


def test_either_side_proposes_an_amendment_in_its_own_turn(covenant, staff, coordinator):
    assert open_amendment(covenant=covenant, by=coordinator).turn == Side.PARTNER
    covenant.amendments.update(state=CovenantState.WITHDRAWN)
    assert open_amendment(covenant=covenant, by=staff).turn == Side.CITY


def test_both_tell_of_the_amendment_in_their_trail(covenant, staff):
    amendment = open_amendment(covenant=covenant, by=staff)
    assert [(move.step, move.other) for move in covenant.moves.all()] == [(CovenantStep.AMEND, amendment)]
    assert [(move.step, move.other) for move in amendment.moves.all()] == [(CovenantStep.OPEN, covenant)]


def test_a_form_that_is_sent_twice_makes_one_amendment(covenant, staff):
    token = uuid.uuid4()
    amendment = open_amendment(covenant=covenant, by=staff, token=token)
    assert open_amendment(covenant=covenant, by=staff, token=token) == amendment
    assert covenant.amendments.get() == amendment


def test_there_is_one_amendment_at_a_time(covenant, staff, coordinator):
    open_amendment(covenant=covenant, by=staff, token=uuid.uuid4())
    with pytest.raises(ValidationError, match="already"):
        open_amendment(covenant=covenant, by=coordinator, token=uuid.uuid4())


def test_what_ended_is_not_amended(covenant, staff, time_machine):
    time_machine.move_to("2027-02-01")
    with pytest.raises(ValidationError, match="ended"):
        open_amendment(covenant=covenant, by=staff)


def test_somebody_else_amends_nothing(covenant, stranger):
    with pytest.raises(PermissionDenied):
        open_amendment(covenant=covenant, by=stranger)


def test_merging_makes_the_covenant_say_what_its_amendment_says(covenant, staff):
    amendment = open_amendment(covenant=covenant, by=staff)
    amendment.hours.update(hours_per_week=12)
    merge(amendment=amendment, by=staff)
    assert covenant.hours.get().hours_per_week == 12
    assert covenant.moves.last().step == CovenantStep.MERGE


def test_only_what_is_signed_takes_in_its_amendment(covenant, staff, stranger):
    amendment = open_amendment(covenant=covenant, by=staff)
    with pytest.raises(PermissionDenied):
        merge(amendment=amendment, by=stranger)
    type(covenant).objects.filter(pk=covenant.pk).update(state=CovenantState.WITHDRAWN)
    with pytest.raises(ValidationError):
        merge(amendment=amendment, by=staff)


def test_merging_asks_for_the_periods_that_the_amendment_asks_for(covenant, staff):
    lay_out_periods(covenant=covenant, by=staff)
    amendment = open_amendment(covenant=covenant, by=staff)
    amendment.rhythm = Rhythm.QUARTER
    amendment.save()
    merge(amendment=amendment, by=staff)
    assert covenant.periods.count() == 4


def test_periods_follow_from_the_text(covenant, staff):
    lay_out_periods(covenant=covenant, by=staff)
    assert [(each.starts_on.month, each.ends_on.month) for each in covenant.periods.all()] == [(1, 6), (7, 12)]
    assert covenant.periods.first().due_on == datetime.date(2026, 7, 30)


def test_periods_that_somebody_reported_on_stay_when_the_rhythm_changes(covenant, staff):
    first = make_period(covenant, ends_on=datetime.date(2026, 6, 30))
    make_report(first)
    make_period(covenant, datetime.date(2026, 7, 1), ends_on=datetime.date(2026, 12, 31))
    covenant.rhythm = Rhythm.QUARTER
    lay_out_periods(covenant=covenant, by=staff)
    assert [(each.starts_on.month, each.ends_on.month) for each in covenant.periods.all()] == [(1, 6), (7, 9), (10, 12)]


def test_days_beside_what_was_reported_on_are_a_period_of_their_own(covenant, staff):
    """The first quarter was reported on; with half years nobody would tell of the second."""
    make_report(make_period(covenant, ends_on=datetime.date(2026, 3, 31)))
    covenant.rhythm = Rhythm.HALF_YEAR
    lay_out_periods(covenant=covenant, by=staff)
    assert [(each.starts_on.month, each.ends_on.month) for each in covenant.periods.all()] == [(1, 3), (4, 6), (7, 12)]


def test_a_period_that_a_partner_rated_stays_and_one_with_an_empty_report_does_not(covenant, staff):
    rated = make_period(covenant, ends_on=datetime.date(2026, 6, 30))
    rated.ratings.create(aspect=RatingAspect.WORD, score=2, by=staff)
    begun(make_period(covenant, datetime.date(2026, 7, 1), ends_on=datetime.date(2026, 12, 31)), Side.CITY)
    covenant.rhythm = Rhythm.QUARTER
    lay_out_periods(covenant=covenant, by=staff)
    assert [(each.starts_on.month, each.ends_on.month) for each in covenant.periods.all()] == [(1, 6), (7, 9), (10, 12)]
    assert covenant.periods.first().ratings.exists()


def test_a_period_of_the_same_days_stays_the_same_one_and_is_due_as_the_text_says_now(covenant, staff):
    lay_out_periods(covenant=covenant, by=staff)
    before = list(covenant.periods.values_list("pk", flat=True))
    lay_out_periods(covenant=covenant, by=staff)
    assert list(covenant.periods.values_list("pk", "version")) == [(pk, 1) for pk in before]
    covenant.report_within_days = 14
    lay_out_periods(covenant=covenant, by=staff)
    assert list(covenant.periods.values_list("pk", flat=True)) == before
    assert covenant.periods.first().due_on == datetime.date(2026, 7, 14)


def test_what_follows_begins_the_day_after_and_says_the_same(covenant, staff):
    follower = follow(covenant=covenant, by=staff)
    assert (follower.valid_from, follower.valid_until) == (datetime.date(2027, 1, 1), datetime.date(2027, 12, 31))
    assert (follower.state, follower.follows) == (CovenantState.DRAFTING, covenant)
    assert follower.hours.get().hours_per_week == 10
    assert follower.budget.get().year == 2027
    assert follower.commitments.get().due_on == datetime.date(2027, 6, 30)


def test_a_covenant_of_two_years_is_followed_by_two_years(covenant, staff):
    covenant.valid_until = datetime.date(2027, 12, 31)
    covenant.save()
    make_budget(covenant, Function.FREE_TIME, 1100, year=2027)
    follower = follow(covenant=covenant, by=staff)
    assert (follower.valid_from.year, follower.valid_until) == (2028, datetime.date(2029, 12, 31))
    assert [line.year for line in follower.budget.all()] == [2028, 2029]


def test_the_organisation_that_goes_on_makes_the_next_covenant(covenant, staff):
    successor = builders.make_organisation("De Nieuwe Kring")
    covenant.organisation.merged_into = successor
    covenant.organisation.save()
    assert follow(covenant=covenant, by=staff).organisation == successor


def test_only_staff_begin_what_follows(covenant, coordinator):
    with pytest.raises(PermissionDenied):
        follow(covenant=covenant, by=coordinator)
