"""The one table of steps of a dossier: where each leads, who may take it, and what it needs (R8, R15)."""

import datetime
import itertools
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction

from jos.accounts.enums import Role
from jos.shared.saving import ChangedMeanwhile
from signals.actions.dossier_actions import change_action, plan_action
from signals.actions.dossiers import change_dossier, open_dossier, take_step
from signals.dossiers.transitions import TRANSITIONS, steps_for, transition
from signals.enums import Cause, DossierState, DossierStep, Outcome
from signals.models import Dossier, DossierAction, DossierMove
from tests.builders import make_neighbourhood, make_organisation, make_user
from tests.signal_builders import make_action, make_city_service, make_dossier, make_round, make_theme

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 6, 15)  # a Monday
OPEN, PRIORITISED, PARKED, ASSIGNED, IN_ACTION, DONE, ANSWERED, CLOSED, REOPENED = DossierState
NOT_ALONE = (DossierStep.OPEN, DossierStep.CHANGE, DossierStep.MERGE, DossierStep.SPLIT)  # have actions of their own
PAIRS = list(itertools.product(DossierState, [step for step in DossierStep if step not in NOT_ALONE]))
TYPED = {
    "park": {"why": "Eerst de heraanleg.", "review_on": TODAY + datetime.timedelta(days=90)},
    "finish": {"evidence": "De banken staan er."},
    "decline": {"answer": "Er is geen plaats voor."},
    "answer": {"answer": "Er staan vier banken.", "outcome": Outcome.DONE},
    "reopen": {"why": "De banken zijn weg."},
    "publish": {"heard": "Er is nergens plek."},
    "unpublish": {"why": "Er staat een fout in."},
}


@pytest.fixture(autouse=True)
def _on_a_fixed_day():
    with time_machine.travel(datetime.datetime(2026, 6, 15, 12, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def servant():
    return make_user("Sven")


@pytest.fixture
def service(servant):
    return make_city_service("Groendienst", servant)


def at_state(state: str, service=None, **fields) -> Dossier:
    """With all that any next step needs to be there already: an action taken, and for high priority nothing."""
    dossier = make_dossier(state=state, **({"owner": service} if service else {}) | fields)
    if state in (ASSIGNED, IN_ACTION, DONE):
        make_action(dossier, taken_on=TODAY)
    return dossier


def typed_for(step: str, service) -> dict:
    if step == "assign":
        return {"owner": service, "term_days": 40, "why": "Zij kennen het plein."}
    return dict(TYPED.get(step, {}))


def take(dossier: Dossier, step: str, by, **typed) -> Dossier:
    why = typed.pop("why", "")
    for field, value in typed.items():
        setattr(dossier, field, value)
    return take_step(dossier=dossier, step=DossierStep(step), version=dossier.version, why=why, by=by)


def refused(dossier: Dossier, step: str, by, **typed) -> dict[str, list[str]] | list[str]:
    """What stands in the way; and nothing of it was saved."""
    before = Dossier.objects.filter(pk=dossier.pk).values().get()
    moves = dossier.moves.count()
    with pytest.raises(ValidationError) as caught:
        take(dossier, step, by, **typed)
    assert Dossier.objects.filter(pk=dossier.pk).values().get() == before
    assert dossier.moves.count() == moves
    dossier.refresh_from_db()
    return caught.value.message_dict if hasattr(caught.value, "error_dict") else caught.value.messages


# The table


def test_the_table_has_each_step_once_for_each_state():
    keys = [(source, row.step) for row in TRANSITIONS for source in row.sources or (None,)]
    assert len(keys) == len(set(keys))
    assert {row.step for row in TRANSITIONS} == set(DossierStep)


def test_R8_from_every_state_a_way_leads_to_an_answer_that_is_closed():
    leads = {(source, row.target) for row in TRANSITIONS for source in row.sources if row.target}
    reached = {CLOSED}
    for _round in DossierState:
        reached |= {source for source, target in leads if target in reached}
    assert reached == set(DossierState)


@pytest.mark.parametrize(("state", "step"), [pair for pair in PAIRS if transition(*pair)])
def test_a_step_leads_where_the_table_says(staff, service, state, step):
    published = {"published_on": TODAY} if step in ("unpublish", "close") else {}
    high = {"is_high_priority": True} if step == "verify" else {}
    dossier = at_state(state, service, **published, **high)
    take(dossier, step, staff, **typed_for(step, service))
    dossier.refresh_from_db()
    assert dossier.state == (transition(state, step).target or state)
    move = dossier.moves.get()
    assert (move.step, move.source, move.target, move.by) == (step, state, dossier.state, staff)
    assert dossier.history.first().history_user == staff


@pytest.mark.parametrize("state", DossierState)
def test_every_step_that_is_not_in_the_table_is_refused(staff, service, state):
    dossier = at_state(state, service)
    for step in (step for source, step in PAIRS if source == state and not transition(source, step)):
        text = ["This is not possible any more. Look at how it stands now."]
        assert refused(dossier, step, staff, **typed_for(step, service)) == text, step


STAFF, SERVICE = (True, True, False, False, False, False), (True, True, True, False, False, False)
BY_THE_SERVICE = {"start", "finish", "decline", "answer"}


@pytest.mark.parametrize("state", DossierState)
def test_who_may_take_which_step(state, staff, administrator, policymaker, coordinator, organisation, service, servant):
    another = make_user("Saar")
    make_city_service("Sportdienst", another)
    cast = (staff, administrator, servant, another, policymaker, coordinator)
    dossier = at_state(state, service)
    for row in (row for row in TRANSITIONS if state in row.sources):
        answers = tuple(row.may(user, dossier) for user in cast)
        assert answers == (SERVICE if row.step in BY_THE_SERVICE else STAFF), row.step


@pytest.mark.parametrize("step", [step for step in DossierStep if step not in NOT_ALONE])
def test_who_may_not_is_stopped_by_the_action_too(policymaker, stranger, service, step):
    row = next(row for row in TRANSITIONS if row.step == step)
    dossier = at_state(row.sources[0], service, **{"published_on": TODAY} if step == "unpublish" else {})
    for user in (policymaker, stranger):
        with pytest.raises(PermissionDenied):
            take(dossier, step, user, **typed_for(step, service))
        dossier.refresh_from_db()
    assert not DossierMove.objects.exists()


def test_the_service_acts_and_answers_and_does_not_change_what_it_is_about(service, servant):
    dossier = make_dossier(state=ASSIGNED, owner=service)
    plan_action(action=DossierAction(dossier=dossier, what="Bank", owner=service, due_on=TODAY), by=servant)
    take(dossier, "start", servant)
    make_action(dossier, taken_on=TODAY)
    take(dossier, "finish", servant, **TYPED["finish"])
    take(dossier, "answer", servant, **TYPED["answer"])
    with pytest.raises(PermissionDenied):
        change_dossier(dossier=dossier, neighbourhoods=[], version=dossier.version, by=servant)
    dossier.refresh_from_db()
    with pytest.raises(PermissionDenied):
        take(dossier, "close", servant)


def test_a_step_over_a_version_somebody_saved_over_is_not_taken(staff, administrator):
    mine = make_dossier()
    theirs = Dossier.objects.get(pk=mine.pk)
    take(theirs, "park", administrator, **TYPED["park"])
    with pytest.raises(ChangedMeanwhile):
        take(mine, "prioritise", staff)
    assert Dossier.objects.get().state == PARKED


def test_a_merged_dossier_moves_no_more(staff):
    dossier = make_dossier(merged_into=make_dossier())
    assert steps_for(dossier, staff) == []
    assert refused(dossier, "prioritise", staff) == ["This is not possible any more. Look at how it stands now."]


@pytest.mark.parametrize(
    ("state", "fields"),
    [
        (ASSIGNED, {"owner": None}),
        (IN_ACTION, {"due_on": None}),
        (PRIORITISED, {"due_on": None}),
        (REOPENED, {"due_on": None}),
        (PARKED, {"review_on": None}),
        (DONE, {"evidence": ""}),
        (DONE, {"finished_by": None}),
        (ANSWERED, {"answer": ""}),
        (CLOSED, {"outcome": ""}),
        (OPEN, {"published_on": TODAY, "heard": ""}),
    ],
)
def test_the_database_too_holds_what_a_state_needs(service, state, fields):
    dossier = make_dossier(state=state, **{"owner": service} if state in (ASSIGNED, IN_ACTION, DONE) else {})
    with pytest.raises(IntegrityError), transaction.atomic():
        Dossier.objects.filter(pk=dossier.pk).update(**fields)


# What a step needs


@pytest.mark.parametrize(
    ("state", "step", "field", "nothing"),
    [
        (OPEN, "park", "why", " "),
        (OPEN, "park", "review_on", None),
        (OPEN, "park", "review_on", TODAY),
        (PRIORITISED, "assign", "owner", None),
        (PRIORITISED, "assign", "term_days", None),
        (ASSIGNED, "assign", "why", " "),
        (IN_ACTION, "finish", "evidence", " "),
        (OPEN, "decline", "answer", " "),
        (DONE, "answer", "answer", " "),
        (DONE, "answer", "outcome", ""),
        (ANSWERED, "reopen", "why", " "),
        (OPEN, "publish", "heard", " "),
    ],
)
def test_a_step_says_what_is_lacking(staff, service, state, step, field, nothing):
    dossier = at_state(state, service)
    assert list(refused(dossier, step, staff, **typed_for(step, service) | {field: nothing})) == [field]


def test_only_a_city_service_that_is_there_acts(staff):
    ended = make_city_service("Vroeger")
    ended.valid_until = TODAY - datetime.timedelta(days=1)
    ended.save()
    for owner in (make_organisation("De Kring"), ended):
        assert list(refused(make_dossier(state=PRIORITISED), "assign", staff, owner=owner, term_days=40)) == ["owner"]


def test_R8_the_term_is_that_of_the_theme_in_working_days(staff, service):
    dossier = make_dossier(theme=make_theme(term_days=5))
    take(dossier, "prioritise", staff)
    assert (dossier.term_days, dossier.due_on) == (5, datetime.date(2026, 6, 22))
    with time_machine.travel(datetime.datetime(2026, 7, 20, 12, tzinfo=datetime.UTC), tick=False):
        take(dossier, "assign", staff, owner=service, term_days=5)
    assert dossier.due_on == datetime.date(2026, 7, 28)  # 21 July is a holiday


def test_another_term_says_why(staff, service):
    dossier = make_dossier(state=PRIORITISED, theme=make_theme("Buiten", term_days=40))
    (text,) = refused(dossier, "assign", staff, owner=service, term_days=60)["why"]
    assert text == "For Buiten the term is 40 working days. Say why it is another one here."
    take(dossier, "assign", staff, owner=service, term_days=60, why="Er komt een aanbesteding.")
    assert dossier.moves.get().why == "Er komt een aanbesteding."


def test_R8_nothing_starts_without_an_action_planned_nor_is_done_without_one_taken(staff, service):
    dossier = make_dossier(state=ASSIGNED, owner=service)
    assert list(refused(dossier, "start", staff)) == ["actions"]
    action = make_action(dossier)
    take(dossier, "start", staff)
    assert list(refused(dossier, "finish", staff, **TYPED["finish"])) == ["actions"]
    action.taken_on = TODAY
    change_action(action=action, version=1, by=staff)
    dossier.refresh_from_db()
    take(dossier, "finish", staff, **TYPED["finish"])
    assert (dossier.state, dossier.finished_by, dossier.first_action_on) == (DONE, staff, TODAY)


def test_what_was_done_before_it_was_reopened_does_not_count_again(staff, service):
    yesterday = TODAY - datetime.timedelta(days=1)
    dossier = make_dossier(state=ASSIGNED, owner=service, reopened_on=TODAY)
    make_action(dossier, taken_on=yesterday)
    assert list(refused(dossier, "start", staff)) == ["actions"]
    make_action(dossier, "Vier banken meer")
    take(dossier, "start", staff)
    assert list(refused(dossier, "finish", staff, **TYPED["finish"])) == ["actions"]


def test_high_priority_is_verified_by_somebody_other_than_the_doer_before_the_answer(staff, administrator, service):
    dossier = make_dossier(state=IN_ACTION, owner=service, is_high_priority=True)
    make_action(dossier, taken_on=TODAY)
    take(dossier, "finish", staff, **TYPED["finish"])
    (text,) = refused(dossier, "answer", staff, **TYPED["answer"])
    assert text == "It has high priority: somebody else verifies first that it is done."
    assert refused(dossier, "verify", staff) == ["You said yourself that it is done: somebody else verifies it."]
    take(dossier, "verify", administrator)
    assert dossier.verified_by == administrator
    assert refused(dossier, "verify", administrator) == ["This is verified already."]
    assert take(dossier, "answer", staff, **TYPED["answer"]).state == ANSWERED


def test_the_database_too_refuses_that_the_doer_verifies(staff, service):
    dossier = make_dossier(state=DONE, owner=service, finished_by=staff)
    with pytest.raises(IntegrityError), transaction.atomic():
        Dossier.objects.update(verified_by=staff)
    assert dossier.pk


def test_the_doer_does_not_escape_by_lowering_the_priority(staff, service):
    dossier = make_dossier(state=DONE, owner=service, finished_by=staff, is_high_priority=True)
    dossier.is_high_priority = False
    with pytest.raises(ValidationError) as caught:
        change_dossier(dossier=dossier, neighbourhoods=[], version=1, by=staff)
    assert list(caught.value.message_dict) == ["is_high_priority"]


def test_also_a_no_is_an_answer(staff):
    dossier = take(make_dossier(), "decline", staff, answer="Er is geen geld voor, tot 2028.")
    assert (dossier.state, dossier.outcome, dossier.answered_on) == (ANSWERED, Outcome.NOT_DONE, TODAY)


def test_an_answer_keeps_its_day_when_it_is_put_better(staff, service):
    dossier = take(at_state(DONE, service), "answer", staff, **TYPED["answer"])
    first = dossier.answered_on
    with time_machine.travel(datetime.datetime(2026, 6, 20, 12, tzinfo=datetime.UTC), tick=False):
        take(dossier, "answer", staff, answer="Er staan nu vier banken, met licht.")
    assert (dossier.state, dossier.answered_on) == (ANSWERED, first)


def test_R8_it_is_closed_when_everybody_can_read_the_answer(staff):
    dossier = make_dossier(state=ANSWERED)
    assert list(refused(dossier, "close", staff)) == ["published_on"]
    take(dossier, "publish", staff, heard="Er is nergens plek.")
    take(dossier, "close", staff)
    assert (dossier.state, dossier.closed_on) == (CLOSED, TODAY)


def test_a_sensitive_theme_is_never_published_and_closes_without(staff):
    dossier = make_dossier(state=ANSWERED, theme=make_theme(is_sensitive=True))
    (text,) = refused(dossier, "publish", staff, heard="Toch.")
    assert text == "Its theme is sensitive: it is never public."
    assert take(dossier, "close", staff).state == CLOSED


def test_a_published_dossier_does_not_become_sensitive_silently(staff):
    dossier = make_dossier(published_on=TODAY)
    dossier.theme = make_theme(is_sensitive=True)
    with pytest.raises(ValidationError) as caught:
        change_dossier(dossier=dossier, neighbourhoods=[], version=1, by=staff)
    assert list(caught.value.message_dict) == ["theme"]


def test_publishing_no_longer_says_why_and_a_closed_one_is_closed_no_more(staff):
    dossier = make_dossier(state=CLOSED, published_on=TODAY, closed_on=TODAY)
    assert list(refused(dossier, "unpublish", staff)) == ["why"]
    take(dossier, "unpublish", staff, why="Er staat een fout in.")
    assert (dossier.state, dossier.published_on, dossier.closed_on) == (ANSWERED, None, None)


# Opening and changing


def test_opening_and_changing_leave_their_trail(staff, administrator):
    rabot, muide = make_neighbourhood("Rabot"), make_neighbourhood("Muide")
    new = Dossier(title="Geen bank", pattern="Nergens plek.", theme=make_theme(), cause=Cause.RULE)
    dossier = open_dossier(dossier=new, neighbourhoods=[rabot], by=staff)
    assert (dossier.slug, dossier.state, dossier.opened_on) == ("geen-bank", OPEN, TODAY)
    dossier.pattern = "Nergens een plek om te zitten."
    change_dossier(dossier=dossier, neighbourhoods=[rabot, muide], version=1, by=administrator)
    assert set(dossier.neighbourhoods.all()) == {rabot, muide}
    assert [(move.step, move.by) for move in dossier.moves.all()] == [("open", staff), ("change", administrator)]
    assert dossier.history.first().history_user == administrator


def test_changing_nothing_leaves_no_trail(staff):
    dossier = make_dossier("Geen bank", make_neighbourhood())
    change_dossier(dossier=dossier, neighbourhoods=list(dossier.neighbourhoods.all()), version=1, by=staff)
    assert not dossier.moves.exists()


def test_a_dossier_has_a_title_and_a_pattern(staff):
    with pytest.raises(ValidationError) as caught:
        open_dossier(dossier=Dossier(title=" ", pattern="", theme=make_theme()), neighbourhoods=[], by=staff)
    assert list(caught.value.message_dict) == ["title", "pattern"]


# Actions


def test_only_staff_and_the_service_plan_actions_and_only_until_it_is_done(staff, service, servant, policymaker):
    dossier = make_dossier(state=IN_ACTION, owner=service)
    fields = {"what": "Bank", "owner": service, "due_on": TODAY}
    for user in (policymaker, make_user("Saar", role=Role.POLICYMAKER)):
        with pytest.raises(PermissionDenied):
            plan_action(action=DossierAction(dossier=dossier, **fields), by=user)
    action = plan_action(action=DossierAction(dossier=dossier, **fields), by=servant)
    Dossier.objects.update(state=DONE, evidence="Daar.", finished_by=servant)
    with pytest.raises(ValidationError):
        change_action(action=action, version=1, by=staff)


def test_an_action_is_not_taken_before_its_day(staff, service):
    dossier = make_dossier(state=IN_ACTION, owner=service)
    tomorrow = TODAY + datetime.timedelta(days=1)
    with pytest.raises(ValidationError) as caught:
        plan_action(
            action=DossierAction(dossier=dossier, what="Bank", owner=service, due_on=TODAY, taken_on=tomorrow), by=staff
        )
    assert list(caught.value.message_dict) == ["taken_on"]


def test_a_dossier_in_a_round_is_not_merged(staff):
    dossier = make_dossier()
    make_round(dossier)
    assert "merge" not in steps_for(dossier, staff)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="one connection in memory has no second writer")
def test_of_steps_taken_at_the_same_moment_one_holds(staff):
    dossier = make_dossier()

    def step(name: str) -> bool:
        try:
            return bool(take(Dossier.objects.get(pk=dossier.pk, version=1), name, staff, **TYPED.get(name, {})))
        except (ValidationError, ChangedMeanwhile, Dossier.DoesNotExist):
            return False
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(step, ["prioritise", "park", "decline", "park"])) == [False, False, False, True]
    assert DossierMove.objects.count() == 1
