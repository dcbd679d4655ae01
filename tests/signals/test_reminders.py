"""Mails about terms that end, and about an answer for a group: who gets one, when, and what it never holds."""

import datetime
import io

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command

from organisations.enums import MemberRole
from signals.actions.dossiers import take_step
from signals.actions.reminders import send_reminders
from signals.enums import DossierState, Outcome
from signals.models import Dossier
from tests.builders import make_organisation, make_user
from tests.signal_builders import make_city_service, make_dossier, make_group_signal, make_signal, make_theme

pytestmark = pytest.mark.django_db

DUE = datetime.date(2026, 6, 15)  # a Monday


@pytest.fixture
def head():
    return make_user("Hilde")


@pytest.fixture
def service(head):
    service = make_city_service("Groendienst", make_user("Sven"))
    service.memberships.create(user=head, role=MemberRole.COORDINATOR, since=DUE)
    return service


def on(text: str):
    day = datetime.date.fromisoformat(f"2026-{text}")
    return time_machine.travel(datetime.datetime.combine(day, datetime.time(7), datetime.UTC), tick=False)


def remind(*options: str) -> str:
    out = io.StringIO()
    call_command("signals", "remind", *options, stdout=out)
    return out.getvalue()


@pytest.fixture
def reminded(django_capture_on_commit_callbacks):
    """What left on a day: to whom, by day."""

    def reminded(day: str) -> list[str]:
        mail.outbox.clear()
        with on(day), django_capture_on_commit_callbacks(execute=True):
            remind()
        return sorted(each.to[0] for each in mail.outbox)

    return reminded


def test_the_coordinators_of_the_service_hear_it_before_and_when_the_term_ends(reminded, service, head):
    make_dossier("Geen bank", state=DossierState.ASSIGNED, owner=service, due_on=DUE)
    assert reminded("06-05") == []
    assert reminded("06-08") == [head.email]
    assert reminded("06-08") == []  # once, also when cron runs twice
    assert reminded("06-12") == []
    assert reminded("06-15") == [head.email]
    assert reminded("06-16") == []


def test_staff_hear_it_once_it_has_climbed_to_them(reminded, service, head, staff, policymaker):
    make_dossier("Geen bank", state=DossierState.ASSIGNED, owner=service, due_on=DUE)
    assert reminded("06-23") == sorted([head.email, staff.email])  # a day was missed: it comes all the same
    assert reminded("06-24") == []
    assert reminded("06-29") == sorted([head.email, staff.email])
    assert reminded("12-31") == []


def test_a_new_term_is_reminded_of_anew(reminded, service, head):
    dossier = make_dossier(state=DossierState.ASSIGNED, owner=service, due_on=DUE)
    assert reminded("06-15") == [head.email]
    Dossier.objects.filter(pk=dossier.pk).update(due_on=datetime.date(2026, 9, 15))
    assert reminded("09-07") == []
    assert reminded("09-08") == [head.email]


def test_a_mail_names_no_sensitive_dossier_and_holds_no_words(reminded, service, staff):
    quiet = make_dossier("Slaag thuis", state=DossierState.ASSIGNED, owner=service, due_on=DUE,
                         theme=make_theme(is_sensitive=True))  # fmt: skip
    plain = make_dossier("Geen bank", state=DossierState.ASSIGNED, owner=service, due_on=DUE)
    for dossier in (quiet, plain):
        make_signal("Ik ben bang.", dossier=dossier)
    reminded("06-22")
    assert len(mail.outbox) == 2
    for each in mail.outbox:
        whole = each.subject + each.body
        assert "Geen bank" in whole
        assert "Slaag" not in whole
        assert "bang" not in whole


def test_a_dry_run_says_it_and_sends_nothing(django_capture_on_commit_callbacks, service, head):
    make_dossier(state=DossierState.ASSIGNED, owner=service, due_on=DUE)
    with on("06-15"), django_capture_on_commit_callbacks(execute=True):
        said = remind("--dry-run")
    assert "Groendienst (Hilde): 1 dossier" in said
    assert "Dry run" in said
    assert mail.outbox == []
    assert Dossier.objects.get().reminded_on is None


def test_a_service_without_a_coordinator_is_named():
    make_dossier(state=DossierState.ASSIGNED, owner=make_city_service("Parkdienst"), due_on=DUE)
    with on("06-15"):
        assert "Parkdienst has no coordinator to mail." in remind()
        assert "Nothing climbed" in remind()


def test_a_service_hears_of_what_it_took_over_from_another_one(reminded, service, head):
    merged = make_city_service("Parken")
    merged.merged_into = service
    merged.save()
    make_dossier(state=DossierState.IN_ACTION, owner=merged, due_on=DUE)

    assert reminded("06-16") == [head.email]


def test_what_is_done_before_the_mail_leaves_is_not_asked(django_capture_on_commit_callbacks, service):
    dossier = make_dossier(state=DossierState.ASSIGNED, owner=service, due_on=DUE)
    with on("06-15"), django_capture_on_commit_callbacks(execute=True):
        send_reminders(at=DUE)
        Dossier.objects.update(state=DossierState.ANSWERED, answer="Ja.", outcome=Outcome.DONE)
    assert mail.outbox == []
    assert dossier.pk


def test_a_worker_hears_once_that_there_is_an_answer_for_a_group(django_capture_on_commit_callbacks, staff):
    worker = make_user("Wim")
    kring = make_organisation("De Kring", members=(worker,))
    dossier = make_dossier("Geen bank", state=DossierState.DONE)
    signals = [make_group_signal(kring, worker, "Ze willen een bank.", dossier=dossier) for _number in range(2)]
    dossier.answer, dossier.outcome = "Er staan vier banken.", Outcome.DONE
    with django_capture_on_commit_callbacks(execute=True):
        take_step(dossier=dossier, step="answer", version=1, by=staff)
    (sent,) = mail.outbox
    assert sent.to == [worker.email]
    assert all(signal.reference in sent.body for signal in signals)
    assert not any(words in sent.subject + sent.body for words in ("bank", "Bank"))
    with django_capture_on_commit_callbacks(execute=True):
        take_step(dossier=dossier, step="answer", version=2, by=staff)
    assert len(mail.outbox) == 1


def test_reminders_take_the_same_queries_for_few_and_for_many(django_assert_num_queries, service, staff):
    for number in (1, 20):
        for _number in range(number):
            make_dossier(state=DossierState.ASSIGNED, owner=service, due_on=DUE)
        with on("07-15"), django_assert_num_queries(7):
            send_reminders(at=datetime.date(2026, 7, 15))
