"""Mails about days that come near or passed: once each time one comes nearer (`covenants.reminding`)."""

import datetime
from functools import partial

from django.db import transaction

from covenants.models import Commitment, ReportingPeriod
from covenants.reminding import Due, Reminders, commitments, periods, reminders
from covenants.tasks import mail_city, mail_partner


@transaction.atomic
def send_reminders(*, at: datetime.date) -> Reminders:
    """Mail what is due, and note the day, so that nothing leaves twice."""
    for near in (periods(at), commitments(at)):  # a second one waits, and then finds nothing
        list(near.prefetch_related(None).select_related(None).select_for_update(of=("self",)))
    sent = reminders(at)
    ReportingPeriod.objects.filter(pk__in=_keys(sent.about)[0]).update(reminded_on=at)
    Commitment.objects.filter(pk__in=_keys(sent.about)[1]).update(reminded_on=at)
    for membership, due in sent.to_partners:
        transaction.on_commit(partial(mail_partner.enqueue, membership.pk, *_keys(due)))
    for user in sent.to_staff:
        transaction.on_commit(partial(mail_city.enqueue, user.pk, *_keys(sent.of_city)))
    return sent


def _keys(due: Due) -> tuple[list[int], list[int]]:
    return [period.pk for period in due.periods], [commitment.pk for commitment in due.commitments]
