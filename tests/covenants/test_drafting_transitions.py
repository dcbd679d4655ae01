"""The one table of steps of a covenant: where each leads, who may take it, and whose turn it is (R10)."""

import datetime
import itertools

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError

from covenants.actions.drafting import change_covenant, changing, open_covenant, take_step
from covenants.drafting.transitions import TRANSITIONS, transition
from covenants.drafting.turns import who_to_tell
from covenants.enums import CovenantState, CovenantStep, Side
from covenants.models import Covenant, Document
from covenants.tasks import mail_turn
from jos.accounts.enums import Role
from jos.shared.saving import ChangedMeanwhile
from jos.shared.steps import lacks
from organisations.enums import Function, OrganisationKind
from tests.builders import make_circle, make_neighbourhood, make_organisation, make_partnership, make_user
from tests.covenant_builders import balance, make_budget, make_covenant, make_hours

pytestmark = pytest.mark.django_db

DRAFTING, OFFERED, SIGNED, MERGED, WITHDRAWN = CovenantState
BY_THEMSELVES = (CovenantStep.HAND_OVER, CovenantStep.ACCEPT, CovenantStep.WITHDRAW)
NOW = datetime.datetime(2026, 6, 15, 12, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def _on_a_fixed_day():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def draft(organisation) -> Covenant:
    return make_covenant(organisation)


def take(covenant: Covenant, step: str, by, why: str = "") -> Covenant:
    return take_step(covenant=covenant, step=CovenantStep(step), version=covenant.version, by=by, why=why)


def refusal(covenant: Covenant, step: str, by, why: str = "") -> list[str]:
    """What stands in the way; and nothing of it was saved."""
    before = Covenant.objects.filter(pk=covenant.pk).values().get()
    moves = covenant.moves.count()
    fresh = Covenant.objects.get(pk=covenant.pk)
    with pytest.raises(ValidationError) as caught:
        take(fresh, step, by, why)
    assert Covenant.objects.filter(pk=covenant.pk).values().get() == before
    assert covenant.moves.count() == moves
    return caught.value.messages


# The table


def test_every_state_and_step_stands_in_the_table_at_most_once():
    pairs = [(source, row.step) for row in TRANSITIONS for source in row.sources or (None,)]
    assert len(pairs) == len(set(pairs))
    assert {row.step for row in TRANSITIONS} == set(CovenantStep)


def test_after_signing_nothing_of_the_text_changes_but_by_an_amendment():
    for state in (SIGNED, MERGED, WITHDRAWN):
        steps = {row.step for row in TRANSITIONS if state in row.sources}
        assert steps == ({CovenantStep.AMEND, CovenantStep.MERGE} if state == SIGNED else set())


@pytest.mark.parametrize(("state", "step"), list(itertools.product(CovenantState, BY_THEMSELVES)))
def test_a_step_is_possible_only_where_the_table_has_a_row(staff, state, step):
    amended = make_covenant(state=SIGNED)
    covenant = make_covenant(amended.organisation, state=state, **({"amends": amended} if state == MERGED else {}))
    if transition(state, step):
        moved = take(covenant, step, staff, "Omdat.")
        move = covenant.moves.get()
        assert moved.state == (transition(state, step).target or state)
        assert (move.source, move.target, move.by, move.side) == (state, moved.state, staff, Side.CITY)
    else:
        assert refusal(covenant, step, staff) == ["This is not possible any more. Look at how it stands now."]


# Turns


def test_the_city_begins_and_the_turn_goes_over_and_back(draft, staff, member):
    assert draft.turn == Side.CITY
    assert refusal(draft, "hand-over", member) == ["It is the turn of the city."]
    take(draft, "hand-over", staff, "Kijk vooral naar de uren.")
    assert draft.turn == Side.PARTNER
    assert refusal(draft, "hand-over", staff) == ["It is the turn of De Kring vzw."]
    take(draft, "hand-over", member)
    assert draft.turn == Side.CITY
    assert [(move.side, move.why) for move in draft.moves.all()] == [
        (Side.CITY, "Kijk vooral naar de uren."),
        (Side.PARTNER, ""),
    ]


def test_only_the_side_whose_turn_it_is_changes_the_text(draft, staff, member):
    with pytest.raises(ValidationError, match="It is the turn of the city"):
        changing(draft, version=1, by=member)
    changing(Covenant.objects.get(pk=draft.pk), version=1, by=staff)
    draft.refresh_from_db()
    assert draft.version == 2
    assert draft.moves.get().step == CovenantStep.CHANGE


def test_a_change_takes_away_what_both_sides_accepted(organisation, member):
    draft = make_covenant(organisation, turn=Side.PARTNER, accepted_by_city=True)
    changing(draft, version=1, by=member)
    draft.refresh_from_db()
    assert not draft.accepted_by_city


def test_two_people_who_change_the_same_version_do_not_overwrite_each_other(draft, staff):
    changing(Covenant.objects.get(pk=draft.pk), version=1, by=staff)
    with pytest.raises(ChangedMeanwhile):
        changing(draft, version=1, by=staff)


# Accepting


def test_accepting_gives_the_other_side_its_turn_until_both_did(draft, staff, coordinator):
    take(draft, "accept", staff)
    assert (draft.turn, draft.accepted_by_city, draft.accepted_by_partner) == (Side.PARTNER, True, False)
    take(draft, "accept", coordinator)
    assert (draft.turn, draft.accepted_by_city, draft.accepted_by_partner) == (Side.CITY, True, True)
    assert draft.state == DRAFTING  # until staff offer it
    for step in ("accept", "hand-over"):
        assert refusal(draft, step, staff) == ["Both sides accept this text. Offer it for signature, or change it."]


def test_a_side_does_not_accept_twice(organisation, staff):
    draft = make_covenant(organisation, accepted_by_city=True)
    assert refusal(draft, "accept", staff) == ["Your side accepts this text already."]


def test_members_write_and_hand_over_and_coordinators_decide(organisation, member, coordinator):
    draft = make_covenant(organisation, turn=Side.PARTNER)
    with pytest.raises(PermissionDenied):
        take(draft, "accept", member)
    take(Covenant.objects.get(pk=draft.pk), "accept", coordinator)


ALL_WRITE = {"staff", "coordinator", "member"}
DECIDE = {"staff", "coordinator"}
WHO = {
    CovenantStep.OPEN: {"staff"},
    CovenantStep.CHANGE: ALL_WRITE,
    CovenantStep.HAND_OVER: ALL_WRITE,
    CovenantStep.ACCEPT: DECIDE,
    CovenantStep.OFFER: {"staff"},
    CovenantStep.TAKE_BACK: DECIDE,
    CovenantStep.SIGN: DECIDE,
    CovenantStep.WITHDRAW: {"staff"},
    CovenantStep.AMEND: ALL_WRITE,
    CovenantStep.MERGE: DECIDE,
}


@pytest.mark.parametrize("step", CovenantStep)
def test_who_may_take_which_step(draft, staff, coordinator, member, policymaker, step):
    people = {"staff": staff, "coordinator": coordinator, "member": member, "policymaker": policymaker}
    rows = [row for row in TRANSITIONS if row.step == step]
    assert {name for name, user in people.items() for row in rows if row.may(user, draft)} == WHO[step]


def test_policymakers_services_and_others_take_no_step(draft, policymaker, service_member, stranger):
    for somebody in (policymaker, service_member, stranger):
        for step in BY_THEMSELVES:
            with pytest.raises(PermissionDenied):
                take(Covenant.objects.get(pk=draft.pk), step, somebody, "Omdat.")


def test_of_a_partnership_the_people_of_its_lead_speak(coordinator, organisation):
    other = make_user("Olga")
    partnership = make_partnership(organisation, make_organisation("De Brug", coordinator=other))
    draft = make_covenant(partnership, turn=Side.PARTNER)
    with pytest.raises(PermissionDenied):
        take(Covenant.objects.get(pk=draft.pk), "accept", other)
    take(draft, "accept", coordinator)


def test_a_member_of_a_service_in_a_partnership_sees_no_covenant(organisation):
    servant = make_user("Sven")
    service = make_organisation("Groendienst", kind=OrganisationKind.CITY_SERVICE, members=(servant,))
    draft = make_covenant(make_partnership(organisation, service))
    assert not Covenant.objects.visible_to(servant).filter(pk=draft.pk).exists()


def test_R7_an_amendment_asks_each_side_for_its_own_reason(organisation, staff, coordinator):
    signed = make_covenant(organisation, state=SIGNED)
    make_hours(signed, Function.FREE_TIME, 10)
    make_hours(signed, Function.BRIDGE, 10)
    amendment = make_covenant(organisation, amends=signed)
    make_hours(amendment, Function.FREE_TIME, 12)
    make_hours(amendment, Function.BRIDGE, 8)
    assert "another function loses some" in refusal(amendment, "accept", staff)[0]
    amendment.city_reason_for_less = "De brug gaat naar de school."
    take(amendment, "accept", staff)
    assert "another function loses some" in refusal(amendment, "accept", coordinator)[0]


# Who hears of it


@pytest.mark.parametrize("name", ["city_reason_for_less", "partner_reason_for_less"])
def test_R7_spaces_are_no_reason(organisation, staff, coordinator, name):
    amendment = make_covenant(organisation, amends=make_covenant(organisation, state=SIGNED))
    make_hours(amendment.amends, Function.BRIDGE, 4)
    make_hours(amendment, Function.FREE_TIME, 4)
    setattr(amendment, name, "  ")
    user = staff if name.startswith("city") else coordinator
    assert name in lacks(transition(DRAFTING, CovenantStep.ACCEPT).needs, amendment, user)


def test_an_amendment_of_what_does_not_stand_is_not_offered(organisation, staff):
    base = make_covenant(organisation, state=WITHDRAWN)
    amendment = make_covenant(organisation, amends=base, accepted_by_city=True, accepted_by_partner=True)
    assert "is not signed" in transition(DRAFTING, CovenantStep.OFFER).not_now(amendment, staff)


def test_a_turn_that_goes_over_is_told_to_who_decides_and_to_who_was_at_work(
    organisation, staff, coordinator, django_capture_on_commit_callbacks
):
    colleague = make_user("Kaat", role=Role.STAFF)
    draft = make_covenant(organisation)
    draft.moves.create(step="open", target=DRAFTING, by=colleague, side=Side.CITY)
    with django_capture_on_commit_callbacks(execute=True):
        take(draft, "hand-over", staff, "Kijk naar de uren.")
    assert [each.to for each in mail.outbox] == [[coordinator.email]]
    assert draft.title in mail.outbox[0].subject
    assert "Kijk naar de uren." not in mail.outbox[0].body  # what is said stays in the portal
    with django_capture_on_commit_callbacks(execute=True):
        take(draft, "hand-over", coordinator)
    assert mail.outbox[1].to == [staff.email]


def test_of_the_city_the_last_who_still_works_there_hears_of_a_turn(organisation, staff):
    gone = make_user("Kaat", role=Role.STAFF)
    gone.is_active = False
    gone.save()
    draft = make_covenant(organisation)
    for each in (staff, gone):
        draft.moves.create(step="open", target=DRAFTING, by=each, side=Side.CITY)
    assert who_to_tell(draft, Side.CITY) == [staff.pk]


def test_nobody_hears_of_a_turn_that_went_on_meanwhile(organisation, staff, coordinator):
    mail_turn.call(coordinator.pk, make_covenant(organisation).pk)
    assert mail.outbox == []


# Beginning, changing and withdrawing


def new_covenant(organisation, **fields) -> Covenant:
    days = {"valid_from": datetime.date(2026, 9, 1), "valid_until": datetime.date(2029, 8, 31)}
    about = {"title": "Samen in Rabot", "organisation": organisation, "functions": ["FREE_TIME"]}
    return Covenant(**about | days | fields)


def test_staff_begin_one_where_it_works(organisation, staff, coordinator):
    rabot, circle = make_neighbourhood("Rabot"), make_circle(make_neighbourhood("Brugse Poort"))
    areas = {"neighbourhoods": [rabot], "circles": [circle]}
    with pytest.raises(PermissionDenied):
        open_covenant(covenant=new_covenant(organisation), by=coordinator, **areas)
    covenant = open_covenant(covenant=new_covenant(organisation), by=staff, **areas)
    assert covenant.slug == "samen-in-rabot"
    assert (list(covenant.neighbourhoods.all()), list(covenant.circles.all())) == ([rabot], [circle])
    assert covenant.moves.get().step == CovenantStep.OPEN


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"valid_until": datetime.date(2026, 8, 31)}, "The end date is before the start date."),
        ({"valid_until": datetime.date(2036, 9, 1)}, "A covenant holds 10 years at most. Let another one follow it."),
        ({"valid_from": datetime.date(1026, 9, 1), "valid_until": datetime.date(1027, 9, 1)}, "Check the year."),
        ({"functions": []}, "Choose at least one function."),
        ({"title": " "}, "Give it a title."),
        ({"organisation": None}, "Choose one organisation or one partnership."),
    ],
)
def test_a_subject_that_cannot_be_says_what_to_do(organisation, staff, fields, says):
    covenant = new_covenant(**{"organisation": organisation} | fields)
    with pytest.raises(ValidationError) as caught:
        open_covenant(covenant=covenant, neighbourhoods=[], circles=[], by=staff)
    assert caught.value.messages == [says]


def test_saving_a_subject_that_did_not_change_keeps_what_was_accepted(organisation, staff):
    draft = make_covenant(organisation, make_neighbourhood("Rabot"), accepted_by_partner=True)
    areas = {"neighbourhoods": list(draft.neighbourhoods.all()), "circles": []}
    change_covenant(covenant=draft, version=1, by=staff, **areas)
    draft.refresh_from_db()
    assert draft.accepted_by_partner
    change_covenant(covenant=draft, version=2, by=staff, neighbourhoods=[], circles=[])
    draft.refresh_from_db()
    assert not draft.accepted_by_partner


def test_withdrawing_asks_why_and_takes_back_what_was_offered(organisation, staff):
    covenant = make_covenant(organisation, state=OFFERED)
    document = Document.objects.create(covenant=covenant, content={}, pdf=b"", sha256="0" * 64)
    assert refusal(covenant, "withdraw", staff) == ["Say why. It stays with the covenant."]
    take(covenant, "withdraw", staff, "De partner stopt.")
    document.refresh_from_db()
    assert document.taken_back_at
    assert covenant.moves.get().why == "De partner stopt."


def test_offering_needs_both_acceptances_and_a_whole_text(organisation, staff):
    row = transition(DRAFTING, CovenantStep.OFFER)
    draft = make_covenant(organisation, accepted_by_partner=True, total_budget=100)
    assert row.not_now(draft, staff) == "It can be offered once the city accepts the text too."
    draft.accepted_by_city = True
    assert row.not_now(draft, staff) == ""
    for function in draft.functions:
        make_hours(draft, function, 4)
        make_budget(draft, function, 50)
    assert [text for need in row.needs for _part, text in need(draft, staff)]
    balance(draft)
    assert not [text for need in row.needs for _part, text in need(draft, staff)]
