import datetime

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from jos.shared.time import today
from organisations.actions.reminders import send_reminders
from organisations.enums import MemberRole
from organisations.models import Organisation
from organisations.tasks import mail_reminder
from tests.builders import make_neighbourhood, make_offer, make_organisation, make_user

pytestmark = pytest.mark.django_db
LONG_AGO = datetime.date(2025, 1, 1)


@pytest.fixture
def remind(django_capture_on_commit_callbacks, staff):
    def remind(*organisations):
        with django_capture_on_commit_callbacks(execute=True):
            return send_reminders(organisations=organisations, by=staff)

    return remind


def test_coordinators_get_a_mail_that_names_the_offers_and_leads_to_them(remind, organisation, coordinator):
    make_offer(organisation, make_neighbourhood(), title="Open huis", confirmed_on=LONG_AGO)
    make_offer(organisation, make_neighbourhood(), title="Pas bevestigd")

    assert remind(organisation) == [organisation]

    message = mail.outbox[0]
    assert message.to == [coordinator.email]
    assert "De Kring vzw" in message.subject
    assert "Open huis" in message.body
    assert "Pas bevestigd" not in message.body
    assert f"/organisations/{organisation.slug}/offers/" in message.body


@pytest.mark.usefixtures("coordinator")
def test_no_name_breaks_the_subject(remind, organisation):
    Organisation.objects.update(name="De Kring\rBcc: iemand@example.org")
    make_offer(organisation, make_neighbourhood(), confirmed_on=LONG_AGO)

    remind(Organisation.objects.get())

    assert "De Kring Bcc: iemand@example.org" in mail.outbox[0].subject


def test_nobody_is_reminded_twice_in_a_week(remind, organisation):
    make_offer(organisation, make_neighbourhood(), confirmed_on=LONG_AGO)
    remind(organisation)
    assert remind(organisation) == []
    assert len(mail.outbox) == 1

    with time_machine.travel(today() + datetime.timedelta(days=8)):
        assert remind(organisation) == [organisation]


def test_an_organisation_without_coordinator_is_not_marked_as_reminded(remind):
    alone = make_organisation()
    assert remind(alone) == []
    assert Organisation.objects.get(pk=alone.pk).reminded_on is None


def test_no_mail_leaves_when_all_is_confirmed(remind, organisation):
    make_offer(organisation, make_neighbourhood())
    remind(organisation)
    assert mail.outbox == []


def test_history_says_who_reminded(remind, organisation, staff):
    remind(organisation)
    assert organisation.history.first().history_user == staff
    assert organisation.history.first().reminded_on == today()


class Away(BaseEmailBackend):
    """A mail server that does not answer."""

    def send_messages(self, messages):
        raise ConnectionRefusedError


@pytest.fixture
def no_mail_server(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Away"


def test_a_mail_that_does_not_leave_is_told_to_staff_who_send_it_again(
    remind, organisation, no_mail_server, settings, sign_in, staff
):
    make_offer(organisation, make_neighbourhood(), confirmed_on=LONG_AGO)
    remind(organisation)
    organisation.refresh_from_db()
    assert organisation.reminder_failed
    page = sign_in(staff).get(reverse("unconfirmed"))
    assert "did not arrive" in page.text
    assert "Send again" in page.text
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert remind(organisation) == [organisation]
    organisation.refresh_from_db()
    assert not organisation.reminder_failed
    assert len(mail.outbox) == 1


def test_a_worker_tries_three_times_before_it_gives_up(organisation, no_mail_server, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    make_offer(organisation, make_neighbourhood(), confirmed_on=LONG_AGO)
    coordinator = organisation.memberships.get(role=MemberRole.COORDINATOR)
    for attempt in (1, 2):
        mail_reminder.func(coordinator.pk, attempt)
    waits = [result.run_after - timezone.now() for result in DBTaskResult.objects.order_by("run_after")]
    assert [round(wait.total_seconds() / 60) for wait in waits] == [10, 20]
    assert [result.args_kwargs["args"] for result in DBTaskResult.objects.order_by("run_after")] == [
        [coordinator.pk, 2],
        [coordinator.pk, 3],
    ]
    organisation.refresh_from_db()
    assert not organisation.reminder_failed
    with pytest.raises(ConnectionRefusedError):
        mail_reminder.func(coordinator.pk, 3)
    organisation.refresh_from_db()
    assert organisation.reminder_failed


def test_staff_look_at_the_mail_before_it_leaves(sign_in, staff, organisation, coordinator):
    make_offer(organisation, make_neighbourhood(), title="Open huis", confirmed_on=LONG_AGO)
    alone = make_organisation("Zonder coordinator")
    make_offer(alone, make_neighbourhood(), confirmed_on=LONG_AGO)
    look = sign_in(staff).get(reverse("remind"), {"organisation": [organisation.slug, alone.slug]})
    (reminder,) = look.context["reminders"]
    assert (reminder.organisation, reminder.addresses) == (organisation, (coordinator.email,))
    assert "Open huis" in reminder.body
    assert "Klopt" in reminder.subject  # Dutch, whatever the language of who looks
    assert mail.outbox == []
    assert sign_in(staff).get(reverse("remind"), {"all": "yes"}).context["reminders"] == [reminder]


@pytest.mark.parametrize("number", [3, 60])
def test_looking_at_many_mails_asks_the_same_queries(sign_in, staff, number, django_assert_num_queries):
    for _each in range(number):
        make_offer(make_organisation(coordinator=make_user()), make_neighbourhood(), confirmed_on=LONG_AGO)
    client = sign_in(staff)
    with django_assert_num_queries(7):
        client.get(reverse("remind"), {"all": "yes"})
