"""Mails before and after a day, to both sides alike: who gets one, when, and what it never holds."""

import datetime
import io

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command

from covenants.actions.reminders import send_reminders
from covenants.enums import CommitmentState, CovenantState, Side
from covenants.models import Commitment, ReportingPeriod
from organisations.enums import MemberRole
from tests.builders import make_organisation, make_partnership, make_user
from tests.covenant_builders import make_commitment, make_covenant, make_period, make_report

pytestmark = pytest.mark.django_db

DUE = datetime.date(2026, 6, 15)


@pytest.fixture
def covenant(organisation):
    return make_covenant(organisation, title="Samen in Rabot", state=CovenantState.SIGNED)


def on(text: str):
    day = datetime.date.fromisoformat(f"2026-{text}")
    return time_machine.travel(datetime.datetime.combine(day, datetime.time(7), datetime.UTC), tick=False)


def remind(*options: str) -> str:
    out = io.StringIO()
    call_command("covenants", "remind", *options, stdout=out)
    return out.getvalue()


@pytest.fixture
def reminded(django_capture_on_commit_callbacks):
    """What left on a day: to whom."""

    def reminded(day: str) -> list[str]:
        mail.outbox.clear()
        with on(day), django_capture_on_commit_callbacks(execute=True):
            remind()
        return sorted(each.to[0] for each in mail.outbox)

    return reminded


def period(covenant, **fields) -> ReportingPeriod:
    return make_period(covenant, ends_on=datetime.date(2026, 5, 31), due_on=DUE, **fields)


def test_who_left_the_city_hears_nothing(covenant, staff):
    period(covenant)
    staff.is_active = False
    staff.save()
    with on("06-01"):
        assert "Stef" not in remind("--dry-run")


def test_both_sides_hear_of_a_report_before_on_and_after_its_day(reminded, covenant, coordinator, staff):
    period(covenant)
    both = sorted([coordinator.email, staff.email])
    assert reminded("05-31") == []
    assert reminded("06-01") == both
    assert reminded("06-01") == []  # once, also when cron runs twice
    assert reminded("06-14") == []
    assert reminded("06-16") == both  # a day was missed: it comes all the same
    assert reminded("06-28") == []
    assert reminded("06-29") == both
    assert reminded("12-31") == []


def test_who_reported_hears_no_more_of_it(reminded, covenant, coordinator, staff):
    asked = period(covenant)
    make_report(asked, Side.PARTNER, submitted_at=datetime.datetime(2026, 6, 1, tzinfo=datetime.UTC))
    assert reminded("06-15") == [staff.email]
    make_report(asked, Side.CITY, submitted_at=datetime.datetime(2026, 6, 1, tzinfo=datetime.UTC))
    assert reminded("06-29") == []


def test_staff_are_reminded_of_what_the_city_promised_as_partners_are_of_theirs(
    reminded, covenant, coordinator, staff, administrator, policymaker, member
):
    make_commitment(covenant, Side.CITY, due_on=DUE)
    assert reminded("06-15") == sorted([staff.email, administrator.email])
    make_commitment(covenant, Side.PARTNER, due_on=DUE)
    assert reminded("06-16") == [coordinator.email]


def test_the_lead_of_a_partnership_is_reminded(reminded, organisation, coordinator):
    other = make_user("Bram")
    brug = make_organisation("De Brug", coordinator=other)
    covenant = make_covenant(make_partnership(organisation, brug), state=CovenantState.SIGNED)
    make_commitment(covenant, owner=brug, due_on=DUE)
    assert reminded("06-15") == [coordinator.email]


def test_what_became_part_of_another_organisation_is_asked_there(reminded, covenant, organisation):
    heir = make_user("Erf")
    organisation.merged_into = make_organisation("De Erfgenaam", coordinator=heir)
    organisation.save_by(None)
    make_commitment(covenant, due_on=DUE)
    assert reminded("06-15") == [heir.email]


@pytest.mark.parametrize(
    "fields",
    [
        {"state": CommitmentState.KEPT, "kept_on": DUE},
        {"state": CommitmentState.NOT_KEPT, "explanation": "Geen geld."},
        {"dropped_on": DUE},
    ],
)
def test_nobody_is_reminded_of_what_is_over(reminded, covenant, fields):
    make_commitment(covenant, due_on=DUE, **fields)
    assert reminded("06-15") == []


@pytest.mark.parametrize("state", [CovenantState.DRAFTING, CovenantState.OFFERED, CovenantState.WITHDRAWN])
def test_nobody_is_reminded_of_what_is_not_signed(reminded, organisation, staff, state):
    covenant = make_covenant(organisation, state=state)
    make_commitment(covenant, due_on=DUE)
    period(covenant)
    assert reminded("06-15") == []


def test_a_later_day_is_reminded_of_anew(reminded, covenant, coordinator):
    make_commitment(covenant, due_on=DUE)
    assert reminded("06-29") == [coordinator.email]
    Commitment.objects.update(due_on=datetime.date(2026, 9, 15))
    assert reminded("08-31") == []
    assert reminded("09-01") == [coordinator.email]


def test_a_mail_names_the_covenant_and_the_day_and_nothing_else(reminded, covenant, staff):
    for side in Side:
        make_commitment(covenant, side, what="Nieuwe sloten op het jeugdhuis", due_on=DUE)
    period(covenant)
    reminded("06-20")
    assert len(mail.outbox) == 2
    for each in mail.outbox:
        whole = each.subject + each.body
        assert whole.count("Samen in Rabot") == 2  # the report, and the promise
        assert "15 juni 2026" in whole
        assert "sloten" not in whole
        assert "/covenants/commitments/?side=" in whole


def test_a_dry_run_says_it_and_sends_nothing(django_capture_on_commit_callbacks, covenant, staff):
    make_commitment(covenant, due_on=DUE)
    period(covenant)
    with on("06-15"), django_capture_on_commit_callbacks(execute=True):
        said = remind("--dry-run")
    assert "De Kring vzw (Cem): 1 report, 1 promise" in said
    assert "The city (Stef): 1 report, 0 promises" in said
    assert "Dry run" in said
    assert mail.outbox == []
    assert ReportingPeriod.objects.get().reminded_on is None
    assert Commitment.objects.get().reminded_on is None


def test_a_partner_without_a_coordinator_is_named():
    make_commitment(make_covenant(make_organisation("Los Zand"), state=CovenantState.SIGNED), due_on=DUE)
    with on("06-15"):
        assert "Los Zand has no coordinator to mail." in remind()
        assert "No day came nearer" in remind()


def test_what_is_done_before_the_mail_leaves_is_not_asked(django_capture_on_commit_callbacks, covenant):
    make_commitment(covenant, due_on=DUE)
    with on("06-15"), django_capture_on_commit_callbacks(execute=True):
        send_reminders(at=DUE)
        Commitment.objects.update(state=CommitmentState.KEPT, kept_on=DUE)
    assert mail.outbox == []


def test_who_coordinates_no_more_when_the_mail_leaves_gets_none(
    django_capture_on_commit_callbacks, covenant, coordinator
):
    make_commitment(covenant, due_on=DUE)
    with on("06-15"), django_capture_on_commit_callbacks(execute=True):
        send_reminders(at=DUE)
        coordinator.memberships.update(role=MemberRole.MEMBER)
    assert mail.outbox == []


@pytest.mark.parametrize("number", [3, 60])
def test_reminders_take_the_same_queries_for_few_and_for_many(django_assert_num_queries, staff, number):
    for _number in range(number):
        covenant = make_covenant(state=CovenantState.SIGNED)
        make_commitment(covenant, Side.CITY, due_on=DUE)
        period(covenant)
    with on("06-15"), django_assert_num_queries(10):
        send_reminders(at=DUE)
