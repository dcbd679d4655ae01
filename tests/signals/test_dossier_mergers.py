"""One dossier of two, and two of one: nothing is lost, and both keep the trail."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from signals.actions.dossier_mergers import merge, split
from signals.enums import DossierState, SignalState
from signals.models import Dossier
from tests.builders import make_neighbourhood
from tests.signal_builders import make_action, make_city_service, make_dossier, make_round, make_signal

pytestmark = pytest.mark.django_db


@pytest.fixture
def rabot():
    return make_neighbourhood("Rabot")


@pytest.fixture
def muide():
    return make_neighbourhood("Muide")


def test_merging_moves_signals_actions_neighbourhoods_and_functions(staff, rabot, muide):
    one = make_dossier("Geen bank", rabot, functions=["FREE_TIME"], owner=make_city_service())
    other = make_dossier("Nergens zitten", muide, functions=["SIGNAL", "FREE_TIME"])
    signal, action = make_signal(dossier=one), make_action(one)
    own = make_signal(dossier=other)
    merge(dossier=one, into=other, by=staff)
    one.refresh_from_db()
    other.refresh_from_db()
    assert set(other.signals.all()) == {signal, own}
    assert list(other.actions.all()) == [action]
    assert set(other.neighbourhoods.all()) == {rabot, muide}
    assert set(other.functions) == {"SIGNAL", "FREE_TIME"}
    assert one.merged_into == other
    assert set(one.neighbourhoods.all()) == {rabot}
    assert [(move.step, move.other, move.by) for move in one.moves.all()] == [("merge", other, staff)]
    assert [(move.step, move.other, move.by) for move in other.moves.all()] == [("merge", one, staff)]


def test_each_signal_that_moves_says_so_in_its_history(staff):
    one, other = make_dossier(), make_dossier()
    signal, action = make_signal(dossier=one), make_action(one, owner=make_city_service())
    merge(dossier=one, into=other, by=staff)
    for record in (signal, action):
        record.refresh_from_db()
        latest = record.history.first()
        assert (latest.dossier_id, latest.history_user, record.version) == (other.pk, staff, 2)


@pytest.mark.parametrize(("one", "other"), [(True, False), (False, True), (False, False)])
def test_what_is_about_the_whole_city_stays_so(staff, rabot, one, other):
    dossier = make_dossier("", *([rabot] if one else []))
    into = make_dossier("", *([rabot] if other else []))
    merge(dossier=dossier, into=into, by=staff)
    assert not into.neighbourhoods.exists()


@pytest.mark.parametrize("state", [DossierState.ANSWERED, DossierState.CLOSED])
def test_a_dossier_with_an_answer_takes_nothing_in_and_goes_nowhere(staff, state):
    answered, other = make_dossier(state=state), make_dossier()
    signal = make_signal(dossier=other)
    for dossier, into in ((other, answered), (answered, other)):
        with pytest.raises(ValidationError):
            merge(dossier=dossier, into=into, by=staff)
    signal.refresh_from_db()
    assert signal.dossier == other


def test_a_dossier_is_merged_once_with_another_that_stands_and_outside_a_round(staff):
    dossier, in_round, into = make_dossier(), make_dossier(), make_dossier()
    make_round(in_round)
    for one, other in ((dossier, dossier), (in_round, into)):
        with pytest.raises(ValidationError):
            merge(dossier=one, into=other, by=staff)
    merge(dossier=dossier, into=into, by=staff)
    with pytest.raises(ValidationError):
        merge(dossier=dossier, into=in_round, by=staff)
    with pytest.raises(ValidationError):
        merge(dossier=into, into=dossier, by=staff)


def test_only_staff_merge_and_split(policymaker, service_member):
    dossier = make_dossier(owner=service_member.memberships.get().organisation)
    signal = make_signal(dossier=dossier)
    for user in (policymaker, service_member):
        with pytest.raises(PermissionDenied):
            merge(dossier=dossier, into=make_dossier(), by=user)
        with pytest.raises(PermissionDenied):
            split(dossier=dossier, signals=[signal], title="Anders", by=user)


def test_splitting_gives_some_signals_a_dossier_of_their_own(staff, rabot):
    dossier = make_dossier("Geen bank", rabot, functions=["FREE_TIME"])
    stays, goes = make_signal(dossier=dossier), make_signal(dossier=dossier)
    other = split(dossier=dossier, signals=[goes], title="Geen licht", by=staff)
    assert (other.title, other.state, other.split_from) == ("Geen licht", DossierState.OPEN, dossier)
    assert (other.pattern, other.theme, other.functions) == (dossier.pattern, dossier.theme, ["FREE_TIME"])
    assert set(other.neighbourhoods.all()) == {rabot}
    assert [list(each.signals.all()) for each in (dossier, other)] == [[stays], [goes]]
    goes.refresh_from_db()
    assert (goes.state, goes.history.first().history_user) == (SignalState.BUNDLED, staff)
    for one, two in ((dossier, other), (other, dossier)):
        assert [(move.step, move.other) for move in one.moves.all()] == [("split", two)]


def test_nothing_is_split_without_signals_of_its_own(staff):
    dossier, elsewhere = make_dossier(), make_signal(dossier=make_dossier())
    with pytest.raises(ValidationError):
        split(dossier=dossier, signals=[elsewhere], title="Anders", by=staff)
    assert Dossier.objects.count() == 2
