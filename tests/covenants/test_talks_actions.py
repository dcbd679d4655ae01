"""The talk about a period: asked for, written down, and settled once both sides agree with the same words."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from covenants.actions.reports import correct_report
from covenants.actions.talks import add_agreement, agree, ask_talk, change_agreement, take_out_agreement, write_down
from covenants.enums import CovenantState, PeriodState, PeriodStep, Side
from covenants.following_up.states import state_of
from covenants.following_up.transitions import transition
from covenants.models import Commitment, ReportingPeriod
from jos.shared.saving import ChangedMeanwhile
from jos.shared.time import today
from tests import covenant_builders as covenants
from tests.covenants.talks import reported, talked

pytestmark = pytest.mark.django_db


def stored(period: ReportingPeriod) -> ReportingPeriod:
    return ReportingPeriod.objects.get(pk=period.pk)


@pytest.mark.parametrize(
    ("step", "who"),
    [
        (PeriodStep.ASK_TALK, {"staff", "coordinator", "member"}),
        (PeriodStep.WRITE_DOWN, {"staff", "coordinator", "member"}),
        (PeriodStep.AGREE, {"staff", "coordinator"}),
    ],
)
def test_who_may_take_which_step(organisation, staff, coordinator, member, policymaker, step, who):
    covenant, row = reported(organisation).covenant, transition(step)
    people = {"staff": staff, "coordinator": coordinator, "member": member, "policymaker": policymaker}
    assert {name for name, user in people.items() if row.may(user, covenant)} == who


def stands(period: ReportingPeriod) -> PeriodState:
    return state_of(stored(period), today())


def write(period: ReportingPeriod, by, text: str = "We doen zo voort.") -> ReportingPeriod:
    typed = stored(period)
    typed.talked_on, typed.present, typed.settled = today(), "Stef en Cem", text
    return write_down(period=typed, version=typed.version, by=by)


def promise(period: ReportingPeriod, **fields) -> Commitment:
    due = {"due_on": today() + datetime.timedelta(days=30), "side": Side.CITY, "what": "Een sleutel"}
    return Commitment(covenant=period.covenant, agreed_in=period, **due | fields)


def test_a_period_both_agree_with_is_settled(organisation, staff, coordinator):
    period = reported(organisation)
    ask_talk(period=period, by=coordinator)
    assert stands(period) == PeriodState.TALK_ASKED
    assert stored(period).talk_asked_by == Side.PARTNER
    read = write(period, staff).version
    agree(period=period, version=read, by=coordinator)
    assert stands(period) == PeriodState.TALK_ASKED
    agree(period=period, version=stored(period).version, by=staff)
    assert stored(period).settled_on == today()


def test_who_writes_down_a_talk_nobody_asked_for_asked_for_it(organisation, staff):
    period = reported(organisation)
    write(period, staff)
    assert stored(period).talk_asked_by == Side.CITY
    assert stands(period) == PeriodState.TALK_ASKED


def test_no_side_agrees_for_both(organisation, staff):
    period = talked(organisation, agreed_by_city=True)
    with pytest.raises(ValidationError, match="Your side agrees already"):
        agree(period=period, version=period.version, by=staff)
    assert not stored(period).settled_on


def test_nobody_agrees_with_words_that_changed_since_they_were_read(organisation, staff, coordinator):
    period = talked(organisation)
    read = period.version
    write(period, staff, "We stoppen ermee.")
    with pytest.raises(ChangedMeanwhile):
        agree(period=period, version=read, by=coordinator)
    assert not stored(period).agreed_by_partner


def test_nobody_agrees_with_a_promise_that_came_since_the_text_was_read(organisation, staff, coordinator):
    period = talked(organisation)
    add_agreement(agreement=promise(period), by=staff)
    with pytest.raises(ChangedMeanwhile):
        agree(period=period, version=period.version, by=coordinator)


@pytest.mark.parametrize("change", ["text", "add", "other words", "take out", "report"])
def test_whoever_changes_anything_takes_both_agreements_away(change, organisation, staff, coordinator):
    period = talked(organisation)
    made = add_agreement(agreement=promise(period), by=staff)
    agree(period=period, version=stored(period).version, by=coordinator)
    assert stored(period).agreed_by_partner
    if change == "text":
        write(period, staff, "Toch anders.")
    elif change == "add":
        add_agreement(agreement=promise(period), by=staff)
    elif change == "other words":
        made.what = "Twee sleutels"
        change_agreement(agreement=made, version=made.version, by=staff)
    elif change == "take out":
        take_out_agreement(agreement=made, by=staff)
    else:
        correct_report(report=period.reports.get(side=Side.CITY), by=staff)
    assert not stored(period).agreed_by_partner


def test_nothing_of_a_settled_period_changes(organisation, staff, coordinator):
    period = talked(organisation, agreed_by_city=True, agreed_by_partner=True, settled_on=today())
    for refused in (
        lambda: write(period, staff, "Toch niet."),
        lambda: add_agreement(agreement=promise(period), by=staff),
        lambda: ask_talk(period=period, by=coordinator),
    ):
        with pytest.raises(ValidationError, match="not possible any more"):
            refused()
    assert stored(period).settled == "We doen zo voort."
    assert not period.agreements.exists()


@pytest.mark.parametrize("days", [-1, 1])
def test_there_is_no_talk_before_both_reported(organisation, coordinator, days):
    due = today() + datetime.timedelta(days=days)
    period = covenants.make_period(covenants.make_covenant(organisation, state=CovenantState.SIGNED), due_on=due)
    covenants.make_report(period, Side.PARTNER, submitted_at=timezone.now())
    with pytest.raises(ValidationError):
        ask_talk(period=period, by=coordinator)
    with pytest.raises(ValidationError):
        write(period, coordinator)


def test_there_is_nothing_to_agree_with_before_the_talk_is_written_down(organisation, coordinator):
    period = ask_talk(period=reported(organisation), by=coordinator)
    with pytest.raises(ValidationError, match="Write the talk down first"):
        agree(period=period, version=period.version, by=coordinator)


def test_a_talk_comes_after_its_period_began(organisation, staff):
    period = reported(organisation)
    period.talked_on = period.starts_on - datetime.timedelta(days=1)
    period.present, period.settled = "Stef en Cem", "We doen zo voort."
    with pytest.raises(ValidationError) as refused:
        write_down(period=period, version=period.version, by=staff)
    assert set(refused.value.message_dict) == {"talked_on"}


def test_a_talk_needs_a_day_that_was_people_and_words(organisation, staff):
    period = reported(organisation)
    period.talked_on = today() + datetime.timedelta(days=1)
    with pytest.raises(ValidationError) as refused:
        write_down(period=period, version=period.version, by=staff)
    assert set(refused.value.message_dict) == {"talked_on", "present", "settled"}
    assert not stored(period).talked_on


def test_members_write_the_talk_down_and_coordinators_settle_it(
    organisation, member, coordinator, policymaker, stranger
):
    period = reported(organisation)
    read = write(period, member).version
    for user in (member, policymaker, stranger):
        with pytest.raises(PermissionDenied):
            agree(period=period, version=read, by=user)
    for user in (policymaker, stranger):
        with pytest.raises(PermissionDenied):
            write(period, user)
    agree(period=period, version=read, by=coordinator)
    assert stored(period).agreed_by_partner


def test_a_promise_of_a_talk_holds_once_the_period_is_settled(organisation, staff, coordinator):
    period = talked(organisation)
    made = add_agreement(agreement=promise(period), by=staff)
    assert made not in Commitment.objects.standing()
    agree(period=period, version=stored(period).version, by=coordinator)
    agree(period=period, version=stored(period).version, by=staff)
    assert made in Commitment.objects.standing()
    assert made not in Commitment.objects.in_text()
