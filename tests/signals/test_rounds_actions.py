"""Opening a round, spreading points, deciding and publishing: what each step keeps and refuses (R8)."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from jos.shared.saving import ChangedMeanwhile
from jos.shared.time import today
from organisations.actions.mergers import merge_organisations, undo_merger
from signals.actions import rounds as actions
from signals.enums import DossierState, DossierStep, RoundState
from signals.models import Round, Spread
from signals.rounds.choosing import Decision
from signals.rounds.reading import given_by, result, rounds_given_to, standings, times_changed, turnout
from signals.rounds.spreading import Gift
from signals.terms import working_days_after
from tests.builders import make_organisation
from tests.signal_builders import make_city_service, make_dossier, make_round, make_spread, make_theme

pytestmark = pytest.mark.django_db
A_DAY = datetime.timedelta(days=1)


@pytest.fixture
def dossiers():
    return [make_dossier(title) for title in ("Bank", "Licht", "Bus")]


@pytest.fixture
def prioritising(dossiers):
    return make_round(*dossiers)


def keys(prioritising: Round) -> dict[str, int]:
    return {str(candidate): candidate.pk for candidate in prioritising.candidates.all()}


def spread(prioritising, organisation, by, version=0, **points):
    gifts = {keys(prioritising)[title]: Gift(given) for title, given in points.items()}
    about = {"prioritising": prioritising, "organisation": organisation, "version": version}
    actions.spread_points(gifts=gifts, by=by, **about)


def close(prioritising: Round) -> Round:
    """As it is the day after its last one."""
    days = {"opens_on": today() - 14 * A_DAY, "closes_on": today() - A_DAY}
    Round.objects.filter(pk=prioritising.pk).update(**days)
    prioritising.refresh_from_db()
    return prioritising


def decide(prioritising, by, *chosen, **whys):
    found = keys(prioritising)
    said = Decision(frozenset(found[title] for title in chosen), {found[title]: why for title, why in whys.items()})
    return actions.decide_round(prioritising=prioritising, decision=said, version=prioritising.version, by=by)


def test_R8_each_organisation_spreads_its_points_and_changes_them_until_the_last_day(
    prioritising, organisation, member, coordinator
):
    spread(prioritising, organisation, member, Bank=7, Licht=3)
    spread(prioritising, organisation, coordinator, version=2, Bank=10)

    assert given_by(organisation, prioritising) == {keys(prioritising)["Bank"]: Gift(10)}
    assert Spread.objects.get().by == coordinator


@pytest.fixture
def merger(prioritising, staff):
    """Two organisations gave all their points; the first then goes on as the second. Undone by what is handed back."""
    one, other = make_organisation("Kamiano"), make_organisation("De Hub")
    spread(prioritising, one, staff, Bank=10)

    def merge():
        one.refresh_from_db()
        other.refresh_from_db()
        versions = (other.version, one.version)
        merge_organisations(kept=other, other=one, versions=versions, taken=(), by=staff)
        return lambda: undo_merger(other=one, by=staff)

    return other, merge


def points_of(prioritising) -> dict[str, list[tuple[str, int]]]:
    counted = result(prioritising, at=today())
    given = {str(line.candidate): [(v.organisation, v.gift.points) for v in line.voices] for line in counted.lines}
    return {title: voices for title, voices in given.items() if voices}


def test_what_a_merged_organisation_gave_stands_for_the_one_that_stays(prioritising, merger):
    kept, merge = merger
    merge()

    assert given_by(kept, prioritising) == {keys(prioritising)["Bank"]: Gift(10)}
    assert standings([prioritising], [kept], at=today())[0].waits_for == ()
    assert not rounds_open_to(kept)
    assert turnout(prioritising).gave == turnout(prioritising).of == 1
    assert points_of(decided_today(prioritising)) == {"Bank": [("De Hub", 10)]}


def test_two_that_are_one_have_the_points_of_one(prioritising, merger, staff):
    kept, merge = merger
    spread(prioritising, kept, staff, Licht=10)
    undo = merge()

    assert given_by(kept, prioritising) == {keys(prioritising)["Licht"]: Gift(10)}
    assert turnout(prioritising).gave == 1
    assert points_of(decided_today(prioritising)) == {"Licht": [("De Hub", 10)]}

    undo()
    assert points_of(prioritising) == {"Bank": [("Kamiano", 10)], "Licht": [("De Hub", 10)]}


def test_the_one_that_stays_takes_back_what_stood_for_it(prioritising, merger, staff):
    kept, merge = merger
    merge()
    spread(prioritising, kept, staff)

    assert given_by(kept, prioritising) == {}
    assert not Spread.objects.exists()


def test_a_merger_after_the_last_day_changes_no_result(prioritising, merger, staff):
    kept, merge = merger
    spread(prioritising, kept, staff, Licht=10)
    before = points_of(close(prioritising))
    merge()

    assert points_of(prioritising) == before == {"Bank": [("Kamiano", 10)], "Licht": [("De Hub", 10)]}


def rounds_open_to(organisation):
    return Round.objects.open(today()).exclude(pk__in=rounds_given_to(organisation))


def decided_today(prioritising: Round) -> Round:
    """Decided on its last day: what happened today happened before it closed."""
    decided = {"opens_on": today() - A_DAY, "closes_on": today(), "decided_on": today()}
    Round.objects.filter(pk=prioritising.pk).update(**decided)
    prioritising.refresh_from_db()
    return prioritising


def test_too_many_points_are_refused_and_nothing_is_half_written(prioritising, organisation, member):
    spread(prioritising, organisation, member, Bank=4)
    with pytest.raises(ValidationError, match="gave 3 too many"):
        spread(prioritising, organisation, member, version=1, Bank=4, Licht=9)

    assert given_by(organisation, prioritising) == {keys(prioritising)["Bank"]: Gift(4)}


def test_nobody_overwrites_what_a_colleague_gave_meanwhile(prioritising, organisation, member):
    spread(prioritising, organisation, member, Bank=4)
    with pytest.raises(ChangedMeanwhile):
        spread(prioritising, organisation, member, Licht=4)


def test_what_another_organisation_gives_is_no_change_of_ours(prioritising, organisation, member, stranger):
    spread(prioritising, stranger.memberships.get().organisation, stranger, Bank=4)

    assert times_changed(organisation, prioritising) == 0


@pytest.mark.parametrize(("opens", "closes", "says"), [(1, 14, "opens on"), (-14, -1, "You could spread points until")])
def test_points_are_spread_on_the_days_of_the_round_and_no_other(dossiers, organisation, member, opens, closes, says):
    prioritising = make_round(*dossiers, opens_on=today() + opens * A_DAY, closes_on=today() + closes * A_DAY)
    with pytest.raises(ValidationError, match=says):
        spread(prioritising, organisation, member, Bank=4)


def test_R8_there_is_no_result_for_anybody_until_the_round_is_closed(prioritising, organisation, dossiers):
    make_spread(prioritising, dossiers[0], organisation, 10)
    assert result(prioritising, at=prioritising.closes_on) is None

    found = result(prioritising, at=prioritising.closes_on + A_DAY)

    assert found is not None
    assert [line.points for line in found.lines] == [10, 0, 0]


def test_turnout_counts_partner_organisations_of_the_last_day(prioritising, organisation, dossiers, stranger):
    make_city_service()
    make_organisation(valid_until=today() - A_DAY)
    make_spread(prioritising, dossiers[0], organisation, 4)
    make_spread(prioritising, dossiers[1], organisation, 2)
    make_spread(prioritising, dossiers[1], stranger.memberships.get().organisation, 0, reason="Wij niet.")

    assert (turnout(prioritising).gave, turnout(prioritising).of) == (1, 2)


def test_an_organisation_that_ended_since_still_took_part(prioritising, organisation, dossiers):
    make_spread(prioritising, dossiers[0], organisation, 4)
    organisation.valid_until = today()
    organisation.save()

    assert (turnout(prioritising).gave, turnout(prioritising).of) == (1, 1)


def test_the_list_of_rounds_says_for_whom_it_waits(prioritising, organisation, dossiers, stranger):
    other = stranger.memberships.get().organisation
    make_spread(prioritising, dossiers[0], organisation, 4)

    found = standings([prioritising], [organisation, other], at=today())

    assert [(each.state, each.dossiers, each.waits_for) for each in found] == [(RoundState.OPEN, 3, (other,))]


@pytest.mark.parametrize("field", ["points", "opens_on"])
def test_what_was_promised_does_not_move_once_the_round_is_open(prioritising, staff, field):
    setattr(prioritising, field, 3 if field == "points" else today() + A_DAY)
    with pytest.raises(ValidationError, match="not possible any more"):
        actions.change_round(prioritising=prioritising, dossiers=None, version=1, by=staff)


def test_the_dossiers_of_an_open_round_do_not_change(prioritising, dossiers, staff):
    with pytest.raises(ValidationError, match="not possible any more"):
        actions.change_round(prioritising=prioritising, dossiers=dossiers[:2], version=1, by=staff)
    assert prioritising.candidates.count() == 3


def test_an_open_round_can_last_longer_and_end_today_but_not_before(prioritising, staff):
    for days in (30, 0):
        prioritising.closes_on = today() + days * A_DAY
        actions.change_round(prioritising=prioritising, dossiers=None, version=prioritising.version, by=staff)
    prioritising.closes_on = today() - A_DAY
    with pytest.raises(ValidationError, match="This day is past"):
        actions.change_round(prioritising=prioritising, dossiers=None, version=prioritising.version, by=staff)


def test_a_closed_round_never_opens_again(prioritising, staff):
    close(prioritising)
    prioritising.closes_on = today() + 30 * A_DAY
    with pytest.raises(ValidationError, match="not possible any more"):
        actions.change_round(prioritising=prioritising, dossiers=None, version=prioritising.version, by=staff)
    assert Round.objects.get().state(today()) == RoundState.CLOSED


def test_the_words_of_a_closed_round_can_be_put_right(prioritising, staff):
    close(prioritising).explanation = "Beter gezegd."
    actions.change_round(prioritising=prioritising, dossiers=None, version=prioritising.version, by=staff)

    assert Round.objects.get().explanation == "Beter gezegd."


def test_before_it_opens_dossiers_come_and_go(dossiers, staff):
    prioritising = make_round(*dossiers, opens_on=today() + A_DAY)
    actions.change_round(prioritising=prioritising, dossiers=[dossiers[0], make_dossier("Zaal")], version=1, by=staff)

    assert keys(prioritising).keys() == {"Bank", "Zaal"}


def test_R8_every_chosen_dossier_gets_the_term_of_its_theme(staff, organisation):
    theme = make_theme(term_days=20)
    bank, bus = make_dossier("Bank", theme=theme), make_dossier("Bus", state=DossierState.PARKED)
    prioritising = make_round(bank, bus)
    make_spread(prioritising, bank, organisation, 9)
    decide(close(prioritising), staff, "Bank")
    bank.refresh_from_db()
    bus.refresh_from_db()

    assert (bank.state, bank.due_on) == (DossierState.PRIORITISED, working_days_after(today(), 20))
    assert bank.moves.get().step == DossierStep.PRIORITISE
    assert prioritising.title in bank.moves.get().why
    assert bus.state == DossierState.PARKED
    assert (prioritising.decided_on, prioritising.state(today())) == (today(), RoundState.DECIDED)


def test_against_the_points_asks_why_beside_the_dossier(prioritising, dossiers, organisation, staff):
    make_spread(prioritising, dossiers[0], organisation, 9)
    close(prioritising)
    with pytest.raises(ValidationError) as refused:
        decide(prioritising, staff, "Licht")
    assert list(refused.value.error_dict) == [f"why_{keys(prioritising)['Bank']}"]
    assert not Round.objects.get().decided_on
    prioritising.refresh_from_db()

    decide(prioritising, staff, "Licht", Bank="De bank komt er al.")

    assert prioritising.candidates.get(dossier=dossiers[0]).why == "De bank komt er al."


def test_a_dossier_that_went_further_meanwhile_keeps_its_term(staff, organisation):
    running = make_dossier("Bank", state=DossierState.IN_ACTION)
    due_on = running.due_on
    prioritising = close(make_round(running, make_dossier("Bus")))
    decide(prioritising, staff, "Bank")
    running.refresh_from_db()

    assert (running.state, running.due_on) == (DossierState.IN_ACTION, due_on)
    assert prioritising.candidates.get(dossier=running).is_chosen


@pytest.mark.parametrize("fields", [{"state": DossierState.ANSWERED}, {"merged_into": True}])
def test_what_is_answered_or_merged_cannot_be_chosen(staff, fields):
    if "merged_into" in fields:
        fields = {"merged_into": make_dossier()}
    prioritising = close(make_round(make_dossier("Bank", **fields), make_dossier("Bus")))
    with pytest.raises(ValidationError, match="not possible any more"):
        decide(prioritising, staff, "Bank")


def test_deciding_nothing_is_no_decision(prioritising, staff):
    with pytest.raises(ValidationError, match="at least one"):
        decide(close(prioritising), staff)


def test_a_round_is_decided_after_its_last_day_and_once(prioritising, staff):
    with pytest.raises(ValidationError, match="not possible any more"):
        decide(prioritising, staff, "Bank")
    prioritising.refresh_from_db()
    decide(close(prioritising), staff, "Bank")
    with pytest.raises(ValidationError, match="not possible any more"):
        decide(prioritising, staff, "Licht")


def test_only_a_decided_round_is_published_and_it_can_be_taken_back(prioritising, staff):
    with pytest.raises(ValidationError, match="not possible any more"):
        actions.publish_round(prioritising=prioritising, version=1, by=staff)
    prioritising.refresh_from_db()
    decide(close(prioritising), staff, "Bank")

    actions.publish_round(prioritising=prioritising, version=prioritising.version, by=staff)
    assert Round.objects.public().get().published_on == today()

    actions.unpublish_round(prioritising=prioritising, version=prioritising.version, by=staff)
    assert not Round.objects.public().exists()
