"""What is overdue climbs, in working days: the service, staff, the policymaker (R8)."""

import datetime

import pytest

from signals.dossiers.overdue import climbed_to, last_climb, level
from signals.enums import ON_TERM, DossierState, Escalation
from signals.models import Dossier
from signals.terms import working_days_after, working_days_before, working_days_between
from tests.signal_builders import make_city_service, make_dossier

DUE = datetime.date(2026, 6, 15)  # a Monday
A_DAY = datetime.timedelta(days=1)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(f"2026-{text}")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("06-05", Escalation.NONE),  # a Friday
        ("06-07", Escalation.NONE),
        ("06-08", Escalation.SERVICE),  # 5 working days before
        ("06-15", Escalation.SERVICE),
        ("06-19", Escalation.SERVICE),
        ("06-22", Escalation.STAFF),  # 5 working days late
        ("06-26", Escalation.STAFF),
        ("06-29", Escalation.POLICYMAKER),  # 10 working days late
        ("12-31", Escalation.POLICYMAKER),
    ],
)
def test_R8_what_is_overdue_climbs(at, expected):
    dossier = make_dossier(state=DossierState.PRIORITISED, due_on=DUE)
    assert level(dossier, day(at)) == expected
    for each in Escalation:
        if each != Escalation.NONE:
            assert climbed_to(each, day(at)).exists() == (expected >= each)


@pytest.mark.django_db
@pytest.mark.parametrize("state", DossierState)
def test_only_what_has_a_term_that_runs_climbs(state):
    owner = {"owner": make_city_service()} if state not in (DossierState.OPEN, DossierState.PARKED) else {}
    dossier = make_dossier(state=state, due_on=DUE, **owner)
    at = day("12-31")
    assert (level(dossier, at) == Escalation.POLICYMAKER) == (state in ON_TERM)
    assert climbed_to(Escalation.SERVICE, at).exists() == (state in ON_TERM)
    assert Dossier.objects.overdue(at).count() == (state in ON_TERM)


@pytest.mark.django_db
def test_what_was_merged_climbs_no_more():
    other = make_dossier(state=DossierState.PRIORITISED, due_on=day("12-30"))
    dossier = make_dossier(state=DossierState.PRIORITISED, due_on=DUE, merged_into=other)
    assert level(dossier, day("12-01")) == Escalation.NONE
    assert not climbed_to(Escalation.SERVICE, day("12-01")).exists()
    assert Dossier.objects.overdue(day("12-01")).count() == 0


@pytest.mark.django_db
def test_the_longest_overdue_stands_first_and_the_day_itself_is_in_time():
    late, later = (make_dossier(state=DossierState.PRIORITISED, due_on=DUE + A_DAY * days) for days in (0, 3))
    assert list(climbed_to(Escalation.SERVICE, day("12-31"))) == [late, later]
    assert Dossier.objects.overdue(DUE).count() == 0
    assert Dossier.objects.overdue(DUE + A_DAY).count() == 1


def test_holidays_are_no_working_days():
    assert working_days_before(day("07-22"), 1) == day("07-21")  # a holiday before it
    assert working_days_before(day("07-22"), 2) == day("07-19")


def test_working_days_before_is_the_last_day_from_which_so_many_passed():
    for days in range(40):
        at = DUE + A_DAY * days
        for number in range(1, 12):
            start = working_days_before(at, number)
            assert working_days_between(start, at) == number
            assert working_days_between(start + A_DAY, at) < number


def test_a_mail_leaves_before_the_term_ends_when_it_does_and_as_it_climbs():
    climbs = [last_climb(DUE, DUE + A_DAY * days) for days in range(-10, 30)]
    assert sorted({each for each in climbs if each}) == [
        working_days_before(DUE, 5),
        DUE,
        working_days_after(DUE, 5),
        working_days_after(DUE, 10),
    ]
    assert climbs[0] is None
