"""The one table of steps: where each leads, who may take it, and what it needs."""

import datetime
import itertools
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection

from jos.shared.saving import ChangedMeanwhile
from neighbourhoods.actions.decisions import change_decision, propose, record_decision, take_step
from neighbourhoods.decisions.frozen import read
from neighbourhoods.decisions.transitions import TRANSITIONS, steps_for, transition
from neighbourhoods.enums import DecisionStage, DecisionState, DecisionStep, Method
from neighbourhoods.models import PriorityDecision
from tests.builders import make_circle, make_neighbourhood, make_priority, make_statistic, make_value, make_weighing

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 6, 15)
PROPOSAL, CONSULTATION, DECIDED, WITHDRAWN = DecisionStage
ALL_THERE_IS = {
    "decided_by": "Gemeenteraad",
    "decided_on": datetime.date(2026, 6, 1),
    "review_on": datetime.date(2028, 1, 1),
    "reasons": "Omdat.",
    "valid_from": datetime.date(2026, 7, 1),
}


@pytest.fixture(autouse=True)
def _on_a_fixed_day():
    with time_machine.travel(datetime.datetime(2026, 6, 15, 12, tzinfo=datetime.UTC), tick=False):
        yield


def at_stage(stage: str, area=None, **fields) -> PriorityDecision:
    until = {"comments_until": datetime.date(2026, 6, 14)} if stage == CONSULTATION else {}
    return make_priority(area or make_neighbourhood(), **{"stage": stage} | ALL_THERE_IS | until | fields)


def step(decision: PriorityDecision, name: str, by, **typed) -> PriorityDecision:
    why = typed.pop("why", "")
    for field, value in typed.items():
        setattr(decision, field, value)
    return take_step(decision=decision, step=DecisionStep(name), version=decision.version, why=why, by=by)


def refused(decision: PriorityDecision, name: str, by, **typed) -> dict[str, list[str]] | list[str]:
    """What stands in the way; and nothing of it was saved."""
    before = PriorityDecision.objects.filter(pk=decision.pk).values().get()
    with pytest.raises(ValidationError) as caught:
        step(decision, name, by, **typed)
    assert PriorityDecision.objects.filter(pk=decision.pk).values().get() == before
    decision.refresh_from_db()
    return caught.value.message_dict if hasattr(caught.value, "error_dict") else caught.value.messages


# The table


def test_the_table_has_each_step_once_for_each_stage():
    keys = [(row.source, row.step) for row in TRANSITIONS]
    assert len(keys) == len(set(keys))
    assert {row.step for row in TRANSITIONS} == set(DecisionStep)


def test_from_withdrawn_nothing_leads_anywhere():
    assert not [row for row in TRANSITIONS if row.source == WITHDRAWN]


def test_nothing_leads_back_from_what_was_decided():
    assert {row.target for row in TRANSITIONS if row.source == DECIDED} == {DECIDED}


@pytest.mark.parametrize(("stage", "name"), list(itertools.product(DecisionStage, DecisionStep)))
def test_a_step_leads_where_the_table_says_and_every_other_is_refused(staff, stage, name):
    if name in (DecisionStep.PROPOSE, DecisionStep.RECORD):
        assert transition(stage, name) is None
        return
    decision = at_stage(stage)
    if name == DecisionStep.UNPUBLISH and stage == DECIDED:
        step(decision, "publish", staff, plain_words="Hier eerst.")
    typed = {"why": "Daarom.", "comments_until": TODAY} if name in ("consult", "extend") else {"why": "Daarom."}
    typed |= {"plain_words": "Hier eerst."} if name == "publish" else {}
    row = transition(stage, name)
    if row is None:
        assert refused(decision, name, staff, **typed) == ["This is not possible any more. Look at how it stands now."]
    else:
        step(decision, name, staff, **typed)
        decision.refresh_from_db()
        assert decision.stage == row.target


@pytest.mark.parametrize("row", TRANSITIONS, ids=lambda row: f"{row.source}-{row.step}")
def test_only_staff_take_steps(row, staff, administrator, policymaker, coordinator, organisation):
    assert [row.may(user) for user in (staff, administrator)] == [True, True]
    assert [row.may(user) for user in (policymaker, coordinator, AnonymousUser())] == [False, False, False]


def test_who_may_not_is_stopped_by_the_action_too(policymaker):
    decision = at_stage(PROPOSAL)
    with pytest.raises(PermissionDenied):
        step(decision, "decide", policymaker)
    with pytest.raises(PermissionDenied):
        propose(decision=PriorityDecision(neighbourhood=make_neighbourhood(), **ALL_THERE_IS), by=policymaker)
    assert PriorityDecision.objects.get().stage == PROPOSAL


def test_a_step_over_a_version_somebody_saved_over_is_not_taken(staff, administrator):
    mine = at_stage(PROPOSAL)
    theirs = PriorityDecision.objects.get(pk=mine.pk)
    step(theirs, "withdraw", administrator, why="Te vroeg.")
    with pytest.raises(ChangedMeanwhile):
        step(mine, "decide", staff)
    mine.refresh_from_db()
    assert mine.stage == WITHDRAWN


# What a step needs


@pytest.mark.parametrize("name", ["record", "decide"])
@pytest.mark.parametrize("field", ["decided_by", "decided_on", "reasons", "valid_from", "review_on"])
def test_R5_a_decision_says_who_when_why_and_for_how_long(staff, name, field):
    area = make_neighbourhood()
    nothing = "" if field in ("decided_by", "reasons") else None
    if name == "decide":
        assert list(refused(at_stage(PROPOSAL, area), "decide", staff, **{field: nothing})) == [field]
        return
    decision = PriorityDecision(neighbourhood=area, **ALL_THERE_IS | {field: nothing})
    with pytest.raises(ValidationError) as caught:
        record_decision(decision=decision, by=staff)
    assert list(caught.value.message_dict) == [field]
    assert not PriorityDecision.objects.exists()


def test_a_last_day_does_as_well_as_a_day_to_look_again(staff):
    decision = step(at_stage(PROPOSAL), "decide", staff, review_on=None, valid_until=datetime.date(2027, 1, 1))
    assert decision.stage == DECIDED


def test_nothing_is_recorded_before_it_is_decided(staff):
    tomorrow = TODAY + datetime.timedelta(days=1)
    assert list(refused(at_stage(PROPOSAL), "decide", staff, decided_on=tomorrow)) == ["decided_on"]


def test_nothing_is_decided_while_partners_can_comment(staff):
    decision = at_stage(CONSULTATION, comments_until=TODAY)
    (text,) = refused(decision, "decide", staff)
    assert "until 15 June 2026" in text
    assert DecisionStep.DECIDE not in steps_for(decision, staff, TODAY)
    assert DecisionStep.DECIDE in steps_for(decision, staff, TODAY + datetime.timedelta(days=1))


@pytest.mark.parametrize("day", [None, datetime.date(2026, 6, 14)])
def test_a_consultation_has_a_last_day_that_is_still_to_come(staff, day):
    assert list(refused(at_stage(PROPOSAL), "consult", staff, comments_until=day)) == ["comments_until"]


@pytest.mark.parametrize(("stage", "name"), [("PROPOSAL", "withdraw"), ("CONSULTATION", "extend")])
def test_some_steps_say_why(staff, stage, name):
    assert list(refused(at_stage(stage), name, staff, comments_until=TODAY, why=" ")) == ["why"]


def test_every_step_is_in_the_history_with_who_when_and_why(staff, administrator):
    decision = propose(decision=PriorityDecision(neighbourhood=make_neighbourhood(), **ALL_THERE_IS), by=staff)
    step(decision, "consult", administrator, comments_until=TODAY, why="Zien jullie dit ook?")
    step(decision, "withdraw", staff, why="Te vroeg.")
    rows = decision.history.order_by("history_id").values_list("stage", "history_user__name", "why")
    assert list(rows) == [
        ("PROPOSAL", "Stef", ""),
        ("CONSULTATION", "Amina", "Zien jullie dit ook?"),
        ("WITHDRAWN", "Stef", "Te vroeg."),
    ]


# Figures


@pytest.fixture
def city():
    return [make_neighbourhood(f"Wijk {letter}") for letter in "ABCDEFGH"]


@pytest.fixture
def weighing(city):
    """The first comes first, beyond doubt; the last does not."""
    statistics = [make_statistic(values={area: 100 - 10 * i for i, area in enumerate(city)}) for _number in range(2)]
    return make_weighing(weights=dict.fromkeys(statistics, 1), top=2, method=Method.ZSCORE)


def test_figures_are_frozen_with_a_proposal_and_again_when_it_changes(staff, city, weighing):
    fields = ALL_THERE_IS | {"weighing_version": weighing}
    decision = propose(decision=PriorityDecision(neighbourhood=city[0], **fields), by=staff)
    assert read(decision.figures).places[0].rank == 1
    first = decision.figures["places"][0]["figures"][0]["figure"]["value"]
    weighing.items.first().statistic.values.filter(neighbourhood=city[0]).update(value=500)
    decision.refresh_from_db()
    assert decision.figures["places"][0]["figures"][0]["figure"]["value"] == first
    change_decision(decision=decision, version=decision.version, by=staff)
    values = {each["figure"]["value"] for each in decision.figures["places"][0]["figures"]}
    assert values == {100, 500}


def test_figures_of_a_decision_never_change_again(staff, city, weighing):
    decision = at_stage(PROPOSAL, city[0], weighing_version=weighing)
    step(decision, "decide", staff)
    figures = decision.figures
    frozen = read(figures)
    assert (frozen.places[0].rank_low, frozen.places[0].rank_high) == (1, 1)
    assert frozen.places[0].score is not None
    weighing.items.first().statistic.values.all().delete()
    decision.refresh_from_db()
    decision.reasons = "Beter gezegd."
    change_decision(decision=decision, version=decision.version, by=staff)
    step(decision, "publish", staff, plain_words="Hier eerst.")
    decision.refresh_from_db()
    assert decision.figures == figures


def test_without_a_weighing_there_are_no_figures(staff, city):
    decision = propose(decision=PriorityDecision(neighbourhood=city[0], **ALL_THERE_IS), by=staff)
    assert decision.figures == {}
    assert step(decision, "decide", staff).stage == DECIDED


@pytest.mark.parametrize(
    ("place", "is_priority", "is_against"), [(0, True, False), (0, False, True), (7, True, True), (7, False, False)]
)
def test_R5_who_decides_against_the_figures_says_why(staff, city, weighing, place, is_priority, is_against):
    decision = at_stage(PROPOSAL, city[place], weighing_version=weighing, is_priority=is_priority)
    if is_against:
        assert list(refused(decision, "decide", staff)) == ["why_against"]
    assert step(decision, "decide", staff, why_against="De cijfers zijn oud." if is_against else "").stage == DECIDED


def test_where_the_figures_leave_it_open_nobody_has_to_answer_them(staff, city):
    statistic = make_statistic()
    for area in city[:4]:
        make_value(statistic, area, 10)
    weighing = make_weighing(weights={statistic: 1}, top=2)
    decision = at_stage(PROPOSAL, city[0], weighing_version=weighing, is_priority=False)
    assert step(decision, "decide", staff, why_against="Toch.").stage == DECIDED


def test_a_circle_is_decided_as_one(staff, city, weighing):
    decision = at_stage(PROPOSAL, make_circle(*city[:2]), weighing_version=weighing)
    step(decision, "decide", staff)
    assert {place.name for place in read(decision.figures).places} == {"Wijk A", "Wijk B"}


# Replacing


def test_deciding_ends_the_other_one_the_day_before_and_the_chain_stays(staff, policymaker):
    area = make_neighbourhood()
    old = make_priority(area, review_on=datetime.date(2026, 8, 1))
    new = at_stage(PROPOSAL, area, replaces=old)
    old.refresh_from_db()
    assert old.valid_until is None
    step(new, "decide", staff)
    old.refresh_from_db()
    assert (old.valid_until, old.review_on) == (datetime.date(2026, 6, 30), None)
    assert old.history.first().history_user == staff
    assert [each.state(datetime.date(2026, 7, 1)) for each in (old, new)] == [
        DecisionState.REPLACED,
        DecisionState.IN_FORCE,
    ]
    assert old.state(datetime.date(2026, 6, 30)) == DecisionState.IN_FORCE


def test_what_ended_before_keeps_its_last_day(staff):
    area = make_neighbourhood()
    old = make_priority(area, valid_until=datetime.date(2026, 1, 31))
    step(at_stage(PROPOSAL, area, replaces=old), "decide", staff)
    old.refresh_from_db()
    assert (old.valid_until, old.version) == (datetime.date(2026, 1, 31), 1)


def test_only_a_decision_about_the_same_area_is_replaced_and_only_once(staff):
    area = make_neighbourhood("Rabot")
    elsewhere = make_priority(make_neighbourhood())
    assert list(refused(at_stage(PROPOSAL, area, replaces=elsewhere), "decide", staff)) == ["replaces"]
    old = make_priority(area)
    step(at_stage(PROPOSAL, area, replaces=old), "decide", staff)
    later = datetime.date(2027, 1, 1)
    assert list(refused(at_stage(PROPOSAL, area, replaces=old), "decide", staff, valid_from=later)) == ["replaces"]


def test_it_cannot_begin_before_the_one_it_replaces(staff):
    area = make_neighbourhood()
    old = make_priority(area, valid_from=datetime.date(2026, 7, 1))
    assert list(refused(at_stage(PROPOSAL, area, replaces=old), "decide", staff)) == ["valid_from"]


def test_two_decisions_never_hold_at_once_however_many_are_proposed(staff):
    area = make_neighbourhood("Rabot")
    one, other = at_stage(PROPOSAL, area), at_stage(PROPOSAL, area)
    step(one, "decide", staff)
    (text,) = refused(other, "decide", staff)
    assert text.startswith("Rabot already has a decision")


# Publishing


def test_a_decision_is_published_in_plain_words_and_withdrawn_with_a_reason(staff):
    decision = at_stage(DECIDED)
    assert list(refused(decision, "publish", staff, plain_words=" ")) == ["plain_words"]
    step(decision, "publish", staff, plain_words="Hier eerst.")
    assert decision.published_on == TODAY
    assert refused(decision, "publish", staff) == ["This decision is published already."]
    assert list(refused(decision, "unpublish", staff)) == ["why"]
    step(decision, "unpublish", staff, why="Er staat een fout in.")
    decision.refresh_from_db()
    assert (decision.published_on, decision.plain_words) == (None, "Hier eerst.")
    assert refused(decision, "unpublish", staff, why="Nog eens.") == ["This decision is not published."]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="one connection in memory has no second writer")
def test_of_two_proposals_decided_at_the_same_moment_one_holds(staff):
    area = make_neighbourhood()
    proposals = [at_stage(PROPOSAL, area) for _number in range(4)]

    def decide(proposal: PriorityDecision) -> bool:
        try:
            return bool(step(proposal, "decide", staff))
        except ValidationError:
            return False
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(decide, proposals)) == [False, False, False, True]
    assert PriorityDecision.objects.filter(stage=DECIDED).count() == 1
