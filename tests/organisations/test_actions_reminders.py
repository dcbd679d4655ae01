import datetime

import pytest
import time_machine
from django.core import mail

from jos.shared.time import today
from organisations.actions.reminders import send_reminders
from organisations.models import Organisation
from tests.builders import make_neighbourhood, make_offer, make_organisation

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
